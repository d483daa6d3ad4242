import { describe, expect, it } from '@jest/globals';
import { parseArchivalReference } from '../../../ingest/sources/archival-reference.js';
import { documentIdOfAddress, findTranslator, parseCitation } from '../../../ingest/sources/citation.js';

describe('parseArchivalReference', () => {
  it.each([
    [
      'AVPRF F. 0102, Op. 13, P. 72, Delo 5, Listy 131-145',
      { archive: 'AVPRF', fond: '0102', opis: '13', papka: '72', delo: '5', listy: '131-145' },
    ],
    [
      'AVPRF, fond 0102, opis 12, papka 68, delo 5, list 64',
      { archive: 'AVPRF', fond: '0102', opis: '12', papka: '68', delo: '5', listy: '64' },
    ],
    [
      'RGANI, f. 5, op. 28, d. 410, ll. 233-235.',
      { archive: 'RGANI', fond: '5', opis: '28', delo: '410', listy: '233-235' },
    ],
    [
      'AVPRF, f. 0100, op. 50a, p. 423, d. 1, ll. 1-4, 7, 9-10',
      { archive: 'AVPRF', fond: '0100', opis: '50a', papka: '423', delo: '1', listy: '1-4, 7, 9-10' },
    ],
    ['PRC FMA 109-00743-03, 3-4', { archive: 'PRC FMA', delo: '109-00743-03', listy: '3-4' }],
    ['PRC FMA 106-00581-06 (1), 26-29.', { archive: 'PRC FMA', delo: '106-00581-06', listy: '26-29' }],
    ['PA AA, MfAA, A 7137', { archive: 'PA AA', delo: 'MfAA, A 7137' }],
    ['SAPMO-BArch, DY 30/3667', { archive: 'SAPMO-BArch', delo: 'DY 30/3667' }],
    ['MOL, XIX-J-1-j Korea, 5. doboz, 5/c', { archive: 'MOL', delo: 'XIX-J-1-j Korea, 5. doboz, 5/c' }],
    ['National Archives, Prague', { archive: 'National Archives', delo: 'Prague' }],
  ])('%s', (written, expected) => {
    expect(parseArchivalReference(written)).toEqual(expected);
  });

  it('has nothing to say of nothing', () => {
    expect(parseArchivalReference(' , . ')).toBeNull();
  });
});

describe('parseCitation', () => {
  const cite = (rest: string) => `"Talk on "Unity" between A and B", July 1957, Wilson Center Digital Archive, ${rest}`;

  it('takes a citation apart', () => {
    const text = cite(
      'RGANI, f. 5, op. 28, d. 410, ll. 233-235. Translated for the archive by N. V. Petrova. https://digitalarchive.wilsoncenter.org/document/110001',
    );
    const citation = parseCitation(text);
    expect(citation).toMatchObject({
      title: 'Talk on "Unity" between A and B',
      date: '1957-07',
      archivalReference: { archive: 'RGANI', fond: '5', listy: '233-235' },
      translator: 'N. V. Petrova',
      url: 'https://digitalarchive.wilsoncenter.org/document/110001',
      documentId: 'document:wilson-110001',
    });
    expect(text.slice(citation.titleRange?.start, citation.titleRange?.end)).toBe('Talk on "Unity" between A and B');
  });

  it('stops the reference where the story of the copy begins', () => {
    expect(
      parseCitation(cite('PA AA, MfAA, A 7137. Obtained for NKIDP by Bernd Schaefer and translated by X.'))
        .archivalReference,
    ).toEqual({
      archive: 'PA AA',
      delo: 'MfAA, A 7137',
    });
  });

  it('bears with whatever is missing', () => {
    expect(parseCitation('')).toMatchObject({
      title: null,
      date: null,
      archivalReference: null,
      url: null,
      documentId: null,
    });
    expect(parseCitation('"Letter", July 8, 1957, AVPRF, f. 0102, op. 13')).toMatchObject({
      title: 'Letter',
      date: '1957-07-08',
      archivalReference: { archive: 'AVPRF', fond: '0102', opis: '13' },
    });
  });
});

describe('addresses and translators', () => {
  it('names a document by its archive and number', () => {
    expect(documentIdOfAddress('https://wilson-center-digital-archive.example/document/115633')).toBe(
      'document:wilson-115633',
    );
    expect(documentIdOfAddress('https://digitalarchive.wilsoncenter.org/document/journal-8-july')).toBe(
      'document:wilson-journal-8-july',
    );
    expect(documentIdOfAddress('https://example.org/document/900101')).toBe('document:example-900101');
    expect(documentIdOfAddress('https://example.org/about')).toBeNull();
  });

  it('finds who translated', () => {
    expect(findTranslator('Translated by Gary Goldberg. More.')).toBe('Gary Goldberg');
    expect(findTranslator('Obtained by A. B. and translated for CWIHP by V. M. Zubok, edited by X.')).toBe(
      'V. M. Zubok',
    );
    expect(findTranslator('It was translated badly.')).toBeNull();
  });
});
