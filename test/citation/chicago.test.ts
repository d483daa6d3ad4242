import { describe, expect, it } from '@jest/globals';
import { citation } from '../../src/citation/citation-formats.js';
import { citedName } from '../../src/citation/cited-name.js';
import { type CitedText, citedPassage } from '../../src/citation/cited-passage.js';
import { paragraphsOf } from '../../src/citation/paragraphs.js';
import { pageRange } from '../../src/citation/volume-pages.js';
import type { PublishedVolume } from '../../src/model/document-graph.js';
import type { DocumentRecord } from '../../src/model/records.js';
import { bare, documentOf, inArchive, inVolume, volume } from './cited-documents.js';

const note = (document: DocumentRecord, authors: readonly string[] = []) => citation('CHICAGO', document, authors);

describe('a note in the Chicago style', () => {
  it('of a document in a volume names its editors, its number and its pages', () => {
    expect(note(inVolume)).toBe(
      '“Memorandum on ‘Unity & Order’, 50% of it,” July 8, 1957, in Letters of Consuls, 1955–1957, Volume I, ed. Glenn W. Feather and Ann Quill (Riga: State Printing Office, 1993), doc. 64, 110–12, https://example.org/consuls_1/d64?a=1&b=2.',
    );
  });

  // As citeproc-js has them with the style "Chicago Manual of Style 18th edition (notes and bibliography)".
  it('of a document in an archive goes from the sheet to the archive', () => {
    expect(note(inArchive, ['A.M. Puzanov'])).toBe(
      'A.M. Puzanov, “Journal of Ambassador Puzanov,” trans. G. Goldberg, July 1957, fond 0102, opis 13, delo 72-a, listy 114–130, AVPRF.',
    );
    expect(note(documentOf({ id: 'document:a', title: 'Letter', date: '1957-07' }), ['Kim Il Sung', 'Nam Il'])).toBe(
      'Kim Il Sung and Nam Il, “Letter,” July 1957.',
    );
  });

  it.each([
    [[], '“Letter.”'],
    [['A. Berg'], 'A. Berg, “Letter.”'],
    [['A. Berg', 'Nam Il'], 'A. Berg and Nam Il, “Letter.”'],
    [['A. Berg', 'Nam Il', 'Kim Il'], 'A. Berg et al., “Letter.”'],
  ])('of %j leaves out what isn’t known', (authors, written) => {
    expect(note(documentOf({ id: 'document:a', title: 'Letter' }), authors)).toBe(written);
  });

  it.each([
    ['Talk, Washington, July 8, 1957', '1957-07-08', '“Talk, Washington, July 8, 1957.”'],
    ['Journal for 8 July 1957', '1957-07-08', '“Journal for 8 July 1957.”'],
    ['Talk of July 9', '1957-07-08', '“Talk of July 9,” July 8, 1957.'],
    ['What now?', '1957', '“What now?” 1957.'],
    ['“Unity” of the "left."', '1957-07', '“‘Unity’ of the ‘left’,” July 1957.'],
  ])('tells the date of "%s" once', (title, date, written) => {
    expect(note(documentOf({ id: 'document:a', title, date }))).toBe(written);
  });

  it.each([
    ['321', '328', '321–28'],
    ['101', '108', '101–8'],
    ['100', '104', '100–104'],
    ['1087', '1089', '1087–89'],
    ['498', '532', '498–532'],
    ['3', '5', '3–5'],
    ['xiv', 'xv', 'xiv–xv'],
  ])('shortens pages from %s to %s', (first, last, written) => {
    const pages = [
      { n: first, at: 0 },
      { n: last, at: 20 },
    ];
    const publishedIn: PublishedVolume = { title: 'Letters', editors: [], seriesEditors: [], pages };
    expect(note(documentOf({ id: 'document:a', title: 'A', publishedIn }))).toBe(`“A,” in Letters, ${written}.`);
  });
});

describe('a passage', () => {
  const text = 'Letter\n\nOne line\nand another.\n \nThe third.';
  const textOf = (written: string): CitedText => ({ text: written, paragraphs: paragraphsOf(written) });
  const range = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });

  it.each([
    ['Letter', '1'],
    ['another', '2'],
    ['The third', '3'],
    ['another.\n \nThe third', '2-3'],
  ])('"%s" stands in paragraph %s', (quote, paragraph) => {
    expect(citedPassage(range(quote), textOf(text), null)).toEqual({ quote, paragraph });
  });

  it('is told quickly in long texts, and before the first paragraph is in it', () => {
    const before = performance.now();
    const long = textOf(`\n\n  ${'Some words.\n\n'.repeat(100_000)}${'\n'.repeat(200_000)}`);
    expect(citedPassage({ start: 0, end: 1 }, long, null).paragraph).toBe('1');
    for (let at = 0; at < 10_000; at += 1) citedPassage({ start: at, end: at + 1 }, long, null);
    const last = long.text.lastIndexOf('Some');
    expect(citedPassage({ start: last, end: last + 4 }, long, null).paragraph).toBe('100000');
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it('is told by lines where no blank ones part the text', () => {
    expect(citedPassage({ start: 4, end: 5 }, textOf('One\nTwo\nThree'), null).paragraph).toBe('2');
  });

  it.each([
    [0, 10, '110'],
    [299, 300, '110'],
    [299, 301, '110-111'],
    [300, 900, '111'],
    [950, 960, '112'],
  ])('from %i to %i stands on page %s', (start, end, page) => {
    expect(citedPassage({ start, end }, textOf('x'.repeat(1_000)), volume)).toMatchObject({ page });
    expect(citedPassage({ start, end }, textOf('x'.repeat(1_000)), volume)).not.toHaveProperty('paragraph');
  });

  it('of a volume whose pages aren’t known has its paragraph', () => {
    expect(citedPassage(range('another'), textOf(text), { ...volume, pages: [] })).toMatchObject({ paragraph: '2' });
    expect(pageRange({ ...volume, pages: [{ n: 'xiv', at: 5 }] }, 0, 3)).toBeUndefined();
    expect(pageRange({ ...volume, pages: [{ n: '1', at: 5 }] }, 0, 3)).toBeUndefined();
  });

  it('takes the place of the pages in a note, and follows the date of what lies in an archive', () => {
    const cited = citation('CHICAGO', inVolume, [], { quote: 'x', page: '111' });
    expect(cited).toContain('doc. 64, 111, https:');
    const paragraphs = citation('CHICAGO', inArchive, [], { quote: 'x', paragraph: '3-4' });
    expect(paragraphs).toContain('July 1957, paras. 3–4, fond');
  });
});

describe('a name', () => {
  it.each([
    ['A.M. Puzanov', { family: 'Puzanov', given: 'A.M.' }],
    ['Glenn W. LaFantasie', { family: 'LaFantasie', given: 'Glenn W.' }],
    ['Joseph P. Kennedy, Jr.', { family: 'Kennedy', given: 'Joseph P.', suffix: 'Jr.' }],
    ['Yu. V. Andropov', { family: 'Andropov', given: 'Yu. V.' }],
    ['Kim Il Sung', { literal: 'Kim Il Sung' }],
    ['Evan Duncan', { literal: 'Evan Duncan' }],
    ['Dulles', { literal: 'Dulles' }],
    ['Kim Z.', { literal: 'Kim Z.' }],
    ['', { literal: '' }],
  ])('"%s" is taken apart only where that is certain', (name, parts) => {
    expect(citedName(name)).toEqual(parts);
  });
});

it('identifiers of every script make keys and stay identifiers', () => {
  expect(citation('BIBTEX', bare, [])).toMatch(/^@misc\{letter--+,\n/u);
  expect(JSON.parse(citation('CSL_JSON', bare, []))).toMatchObject([{ id: 'document:letter-김일성' }]);
});
