import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { type CitationFormat, citation } from '../../src/citation/citation-formats.js';
import type { DocumentRecord } from '../../src/model/records.js';
import { bare, inArchive, inVolume } from './cited-documents.js';

const authors = ['A.M. Puzanov', 'Kim Il Sung'];
const passage = { quote: 'He had come\n  before.', page: '111-112' };

/** The one item that Citation.js finds in what we wrote. */
function readBack(format: CitationFormat, document: DocumentRecord, cited?: typeof passage): Record<string, unknown> {
  const script = new URL('read-citations.mjs', import.meta.url).pathname;
  const input = JSON.stringify([citation(format, document, authors, cited)]);
  const output = execFileSync(process.execPath, [script], { input, encoding: 'utf8' });
  const [data = []] = JSON.parse(output) as Record<string, unknown>[][];
  expect(data).toHaveLength(1);
  const [{ _graph, 'citation-key': _key, ...item } = {}] = data;
  return item;
}

const names = [{ family: 'Puzanov', given: 'A.M.' }, { literal: 'Kim Il Sung' }];

describe('Citation.js reads back', () => {
  it('CSL-JSON as it is', () => {
    expect(readBack('CSL_JSON', inVolume)).toEqual({
      id: 'document:consuls-d64',
      type: 'chapter',
      title: 'Memorandum on "Unity & Order", 50% of it',
      author: names,
      editor: [{ family: 'Feather', given: 'Glenn W.' }, { literal: 'Ann Quill' }],
      'collection-editor': [{ family: 'Page', given: 'Louis J.' }],
      'container-title': 'Letters of Consuls, 1955–1957, Volume I',
      publisher: 'State Printing Office',
      'publisher-place': 'Riga',
      issued: { 'date-parts': [[1993]] },
      'original-date': { 'date-parts': [[1957, 7, 8]] },
      number: '64',
      page: '110-112',
      ISBN: '9780160382536',
      URL: 'https://example.org/consuls_1/d64?a=1&b=2',
    });
    expect(readBack('CSL_JSON', inArchive)).toEqual({
      id: 'document:wilson-115633',
      type: 'manuscript',
      title: 'Journal of Ambassador Puzanov',
      author: names,
      translator: [{ family: 'Goldberg', given: 'G.' }],
      issued: { 'date-parts': [[1957, 7]] },
      archive: 'AVPRF',
      archive_location: 'fond 0102, opis 13, delo 72-a, listy 114-130',
      note: 'Original language: Russian.',
    });
  });

  it('BibTeX, with every letter and sign of it', () => {
    expect(readBack('BIBTEX', inVolume)).toMatchObject({
      type: 'chapter',
      title: 'Memorandum on "Unity & Order", 50% of it',
      author: [{ family: 'Puzanov', given: 'A.M.' }, { family: 'Kim Il Sung' }],
      editor: [{ family: 'Feather', given: 'Glenn W.' }, { family: 'Ann Quill' }],
      'container-title': 'Letters of Consuls, 1955–1957, Volume I',
      publisher: 'State Printing Office',
      'publisher-place': 'Riga',
      issued: { 'date-parts': [[1993]] },
      page: '110-112',
      ISBN: '9780160382536',
      URL: 'https://example.org/consuls_1/d64?a=1&b=2',
      note: 'Document 64. July 8, 1957',
    });
    expect(readBack('BIBTEX', bare)).toMatchObject({ title: 'Letter to 김일성: what now?' });
    expect(citation('BIBTEX', inArchive, [])).toContain(
      'howpublished = {AVPRF, fond 0102, opis 13, delo 72-a, listy 114-130}',
    );
    expect(citation('BIBTEX', inArchive, [])).toContain('year = {1957},\n  month = jul,');
  });

  it('RIS, with titles longer than a line', () => {
    const title = `${'On the question of coal, '.repeat(20)}and ore`;
    expect(readBack('RIS', { ...inVolume, title })).toMatchObject({
      type: 'chapter',
      title,
      author: names,
      editor: [{ family: 'Feather', given: 'Glenn W.' }, { literal: 'Ann Quill' }],
      'container-title': 'Letters of Consuls, 1955–1957, Volume I',
      publisher: 'State Printing Office',
      'publisher-place': 'Riga',
      ISBN: '9780160382536',
      URL: 'https://example.org/consuls_1/d64?a=1&b=2',
    });
    expect(readBack('RIS', inArchive)).toMatchObject({
      type: 'manuscript',
      issued: { 'date-parts': [[1957, 7]] },
      archive_location: 'fond 0102, opis 13, delo 72-a, listy 114-130',
    });
  });

  it('the passage in each', () => {
    for (const format of ['CSL_JSON', 'BIBTEX', 'RIS'] as const) {
      expect(JSON.stringify(readBack(format, inVolume, passage).note)).toContain('p. 111-112: “He had come before.”');
    }
  });
});

it('what a document says can’t end a field or begin another', () => {
  const evil = { ...bare, title: 'A}, author = {Nobody\\\r\nER  - \r\nTY  - JOUR\r\nAU  - Nobody #~^$_' };
  for (const format of ['CSL_JSON', 'BIBTEX', 'RIS'] as const) {
    const read = readBack(format, evil);
    expect(JSON.stringify(read.author)).not.toContain('Nobody');
    expect(read.title).toContain('Nobody');
  }
});
