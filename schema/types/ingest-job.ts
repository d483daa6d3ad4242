import type { IngestJob, IngestReport, JobError } from '../../src/model/ingest-job.js';
import { builder } from '../builder.js';
import { JobStageEnum, JobStateEnum } from '../enums.js';
import { IngestJobRef } from '../references.js';

const SkippedType = builder.objectRef<IngestReport['skipped'][number]>('SkippedText').implement({
  description: 'What was left out of documents for one reason.',
  fields: (t) => ({
    reason: t.exposeString('reason', { description: 'Why.' }),
    passages: t.exposeInt('passages', { description: 'How many passages.' }),
    characters: t.exposeInt('characters', { description: 'How long they are together.' }),
  }),
});

const IngestCoverageType = builder.objectRef<IngestReport>('IngestCoverage').implement({
  description: 'How much of the documents gave something; nothing is left out silently.',
  fields: (t) => ({
    sentences: t.exposeInt('sentences', { description: 'Sentences of their bodies.' }),
    sentencesWithFindings: t.exposeInt('sentencesWithFindings', {
      description: 'Those with at least one mention, relation or statement.',
    }),
    skipped: t.expose('skipped', { type: [SkippedType], description: 'What was not read, most first.' }),
    incomplete: t.exposeInt('incomplete', {
      description: 'Documents that a language model was asked to read and did not read to the end.',
    }),
  }),
});

const IngestReportType = builder.objectRef<IngestReport>('IngestReport').implement({
  description: 'What a job has stored so far: whole documents, whatever becomes of the job.',
  fields: (t) => ({
    added: t.exposeInt('added', { description: 'Documents that were new.' }),
    replaced: t.exposeInt('replaced', { description: 'Documents that replaced what they said before.' }),
    unchanged: t.exposeInt('unchanged', { description: 'Documents that the store had already.' }),
    documentIds: t.exposeIDList('documentIds', {
      description: 'Their identifiers, in the order of the input.',
    }),
    entities: t.exposeInt('entities', { description: 'Entities in what was added or replaced, each once.' }),
    relations: t.exposeInt('relations', { description: 'Relations in it, each once.' }),
    statements: t.exposeInt('statements', { description: 'Statements in it.' }),
    coverage: t.field({
      type: IngestCoverageType,
      description: 'How much of the documents gave something.',
      resolve: (report) => report,
    }),
  }),
});

const JobErrorType = builder.objectRef<JobError>('JobError').implement({
  description: 'Why a job failed.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'For programs.' }),
    message: t.exposeString('message', { description: 'What is wrong.' }),
    cure: t.exposeString('cure', { description: 'What to do about it.' }),
  }),
});

IngestJobRef.implement({
  description: 'Documents on their way into the graph. Remembered until the server ends, or 200 later ones have ended.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'In the order in which jobs were begun.' }),
    name: t.exposeString('name', { description: 'What its input was called by who sent it.' }),
    by: t.exposeString('by', { description: 'Who began it.' }),
    state: t.expose('state', { type: JobStateEnum, description: 'How it stands.' }),
    stage: t.expose('stage', { type: JobStageEnum, description: 'What it is at.' }),
    progress: t.float({
      description: 'Part of the documents that are done, 0 to 1; 0 until the input has been gone through.',
      resolve: ({ documents, documentsDone, state }: IngestJob) =>
        state === 'DONE' ? 1 : documents === null || documents === 0 ? 0 : documentsDone / documents,
    }),
    documents: t.exposeInt('documents', {
      nullable: true,
      description: 'Documents in the input; null until it has been gone through.',
    }),
    documentsDone: t.exposeInt('documentsDone', { description: 'Those that are stored, or were already.' }),
    queuedAt: t.exposeString('queuedAt', { description: 'When it was begun: ISO 8601, UTC.' }),
    startedAt: t.exposeString('startedAt', { nullable: true, description: 'When its turn came.' }),
    finishedAt: t.exposeString('finishedAt', { nullable: true, description: 'When it ended.' }),
    report: t.expose('report', { type: IngestReportType, description: 'What it has stored so far.' }),
    error: t.expose('error', { type: JobErrorType, nullable: true, description: 'Why it failed, where it did.' }),
  }),
});
