import type { GraphBatch } from '../../src/model/records.js';
import { type EntitySpec, graphBatch } from '../store/graph-batch-fixture.js';

const kim: EntitySpec = { id: 'person:kim-il-sung', aliases: ['Kim Ir Sen'], mentions: ['name', 'name', 'pronoun'] };
const ivanov: EntitySpec = { id: 'person:a-m-ivanov', name: 'A. M. Ivanov', mentions: ['name', 'pronoun'] };
const plenum: EntitySpec = {
  id: 'event:june-plenum',
  name: 'June plenum',
  date: '1957-06-22',
  endDate: '1957-06-29',
  duration: 'P8D',
  mentions: ['name', 'title'],
};

const journal = graphBatch({
  key: 'journal',
  date: '1957-07-08',
  record: {
    title: 'Journal of the ambassador',
    archivalReference: { archive: 'AVPRF', fond: '0102', opis: '13' },
    coverage: {
      sentences: 9,
      sentencesWithFindings: 7,
      skipped: [{ start: 0, end: 5, reason: 'heading' }],
      model: {
        ...{ extractor: 'llm:test-model', parts: 2, partsRead: 1, requests: 3, tokens: 900 },
        ...{ proposed: 5, kept: 2, known: 1, dropped: { 'entity: not in the text': 2 }, referencesDropped: 0 },
        failure: 'the answer was cut off',
      },
    },
  },
  authors: ['person:a-m-ivanov'],
  entities: [
    kim,
    ivanov,
    plenum,
    { id: 'place:dprk', name: 'DPRK' },
    { id: 'place:moscow', coordinates: '55.75,37.62' },
  ],
  relations: [
    { type: 'AUTHORED', source: 'person:a-m-ivanov', target: 'DOCUMENT' },
    { type: 'HOLDS_POSITION', source: 'person:a-m-ivanov', target: 'place:dprk', title: 'ambassador' },
    { type: 'REPRESENTS', source: 'person:a-m-ivanov', target: 'place:ussr' },
    { type: 'MET_WITH', source: 'person:a-m-ivanov', target: 'person:kim-il-sung' },
    { type: 'MET_WITH', source: 'person:a-m-ivanov', target: 'person:nam-il' },
    { type: 'PARTICIPATED_IN', source: 'person:a-m-ivanov', target: 'event:june-plenum' },
    { type: 'ORGANIZED', source: 'organization:cpsu-cc', target: 'event:june-plenum' },
    { type: 'PART_OF', source: 'organization:cpsu-cc', target: 'organization:cpsu' },
    { type: 'LOCATED_IN', source: 'event:june-plenum', target: 'place:moscow' },
    { type: 'LOCATED_IN', source: 'place:moscow', target: 'place:ussr' },
    { type: 'LOCATED_IN', source: 'organization:cpsu-cc', target: 'place:moscow' },
    { type: 'SUPPORTED', source: 'publication:rodong-sinmun', target: 'agreement:five-year-plan' },
    { type: 'SUPPORTED', source: 'publication:rodong-sinmun', target: 'event:june-plenum' },
    { type: 'AFFILIATED_WITH', source: 'group:some-workers', target: 'place:dprk' },
  ],
  statements: [
    {
      speaker: 'person:kim-il-sung',
      mode: 'INFORMED',
      addressees: ['person:a-m-ivanov'],
      about: ['event:june-plenum', 'organization:cpsu-cc'],
      reportedBy: ['person:nam-il'],
    },
    { speaker: 'person:nam-il', mode: 'ASKED', addressees: ['person:a-m-ivanov'], about: ['event:june-plenum'] },
  ],
});

const talk = graphBatch({
  key: 'talk',
  date: '1957-11-20',
  record: {
    publishedIn: {
      ...{
        title: 'Letters, Volume I',
        editors: ['Ann B. Quill'],
        seriesEditors: ['Louis J. Page'],
        publisher: 'State Press',
      },
      ...{ place: 'Riga', year: '1993', isbn: '9780160382536', number: '64' },
      pages: [{ n: '111', at: 12 }],
    },
  },
  entities: [kim],
  relations: [
    { type: 'MET_WITH', source: 'person:kim-il-sung', target: 'person:mao-zedong' },
    { type: 'VISITED', source: 'person:kim-il-sung', target: 'place:beijing', modality: 'PLANNED' },
  ],
  statements: [
    {
      speaker: 'person:mao-zedong',
      mode: 'PROMISED',
      addressees: ['person:kim-il-sung'],
      about: ['agreement:five-year-plan'],
    },
  ],
});

/** Without a date, and beside its one name a letter of two UTF-16 code units. */
const note = graphBatch({
  key: 'note',
  entities: [
    { id: 'person:a-m-ivanov', name: 'A. M. Ivanov' },
    { id: 'person:kim-il-sung', name: '𝕂im Il Sung' },
  ],
  relations: [{ type: 'MET_WITH', source: 'person:a-m-ivanov', target: 'person:kim-il-sung' }],
});

/** Three documents that share persons; each kind of entity is there, and each way of paging has something to read. */
export const embassyJournal: readonly GraphBatch[] = [journal, talk, note];
