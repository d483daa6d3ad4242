import type { PublishedVolume } from '../../src/model/document-graph.js';
import type { DocumentRecord } from '../../src/model/records.js';

const nothing: Omit<DocumentRecord, 'id' | 'title'> = {
  date: null,
  authors: [],
  archivalReference: null,
  publishedIn: null,
  citation: null,
  url: null,
  translator: null,
  originalLanguage: null,
  summary: null,
  format: 'plain-text',
  contentHash: '',
  coverage: { sentences: 0, sentencesWithFindings: 0, skipped: [] },
  textLength: 1_000,
};

export function documentOf(record: Partial<DocumentRecord> & Pick<DocumentRecord, 'id' | 'title'>): DocumentRecord {
  return { ...nothing, ...record };
}

export const volume: PublishedVolume = {
  title: 'Letters of Consuls, 1955–1957, Volume I',
  editors: ['Glenn W. Feather', 'Ann Quill'],
  seriesEditors: ['Louis J. Page'],
  publisher: 'State Printing Office',
  place: 'Riga',
  year: '1993',
  isbn: '9780160382536',
  number: '64',
  pages: [
    { n: '111', at: 300 },
    { n: '112', at: 900 },
  ],
};

export const inVolume = documentOf({
  id: 'document:consuls-d64',
  title: 'Memorandum on "Unity & Order", 50% of it',
  date: '1957-07-08',
  url: 'https://example.org/consuls_1/d64?a=1&b=2',
  publishedIn: volume,
});

export const inArchive = documentOf({
  id: 'document:wilson-115633',
  title: 'Journal of Ambassador Puzanov',
  date: '1957-07',
  archivalReference: { archive: 'AVPRF', fond: '0102', opis: '13', delo: '72-a', listy: '114-130' },
  translator: 'G. Goldberg',
  originalLanguage: 'Russian',
});

export const bare = documentOf({ id: 'document:letter-김일성', title: 'Letter to 김일성: what now?' });
