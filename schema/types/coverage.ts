import {
  type Coverage,
  lengthOfPassage,
  type ModelReading,
  type SkippedPassage,
} from '../../src/model/document-graph.js';
import { builder } from '../builder.js';

const SkippedPassageType = builder.objectRef<SkippedPassage>('SkippedPassage').implement({
  description: 'A passage that was not read.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Where it begins, in UTF-16 code units of the text as received.' }),
    end: t.exposeInt('end', { description: 'Where it ends.' }),
    characters: t.int({
      description:
        'How long it is. A footnote of a published volume is no part of the text: it begins and ends at its mark.',
      resolve: lengthOfPassage,
    }),
    reason: t.exposeString('reason', { description: 'Why it was left out.' }),
  }),
});

const DroppedProposalsType = builder
  .objectRef<{ readonly reason: string; readonly count: number }>('DroppedProposals')
  .implement({
    description: 'What a language model proposed and the text did not bear out.',
    fields: (t) => ({
      reason: t.exposeString('reason', { description: 'Why it was dropped.' }),
      count: t.exposeInt('count', { description: 'How many items were dropped for it.' }),
    }),
  });

const ModelReadingType = builder.objectRef<ModelReading>('ModelReading').implement({
  description: 'What a language model proposed for a document: kept, known to the rules already, or dropped.',
  fields: (t) => ({
    extractor: t.exposeString('extractor', { description: '"llm:" and the name of the model.' }),
    parts: t.exposeInt('parts', { description: 'Parts that the text was cut into.' }),
    partsRead: t.exposeInt('partsRead', { description: 'Parts for which a usable answer came.' }),
    requests: t.exposeInt('requests', { description: 'Requests to the server, repetitions included.' }),
    tokens: t.exposeInt('tokens', { description: 'Tokens read and written.' }),
    proposed: t.exposeInt('proposed', { description: 'Entities, relations and statements proposed.' }),
    kept: t.exposeInt('kept', { description: 'Those that were added.' }),
    known: t.exposeInt('known', { description: 'Those that had been found already.' }),
    dropped: t.field({
      type: [DroppedProposalsType],
      description: 'Those that were dropped, by reason.',
      resolve: ({ dropped }) => Object.entries(dropped).map(([reason, count]) => ({ reason, count })),
    }),
    referencesDropped: t.exposeInt('referencesDropped', {
      description: 'Addressees and subjects taken off statements that were kept.',
    }),
    failure: t.exposeString('failure', { nullable: true, description: 'Why parts were not read.' }),
  }),
});

export const CoverageType = builder.objectRef<Coverage>('Coverage').implement({
  description: 'How much of a document gave something; nothing is left out silently.',
  fields: (t) => ({
    sentences: t.exposeInt('sentences', { description: 'Sentences of the body.' }),
    sentencesWithFindings: t.exposeInt('sentencesWithFindings', {
      description: 'Those with at least one mention, relation or statement.',
    }),
    skipped: t.expose('skipped', { type: [SkippedPassageType], description: 'Passages that were not read.' }),
    model: t.expose('model', {
      type: ModelReadingType,
      nullable: true,
      description: 'What a language model made of it, where one was asked.',
    }),
  }),
});
