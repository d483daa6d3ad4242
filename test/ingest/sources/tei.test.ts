import { describe, expect, it } from '@jest/globals';
import { rulesExtractor } from '../../../ingest/extractors/rules/rules-extractor.js';
import type { Edition } from '../../../ingest/sources/edition.js';
import type { SourceDocument } from '../../../ingest/sources/source.js';
import { sourceMetadata } from '../../../ingest/sources/source-metadata.js';
import { readSources } from '../../../ingest/sources/sources.js';
import { UnreadableInputError } from '../../../src/errors.js';
import { lengthOfPassage } from '../../../src/model/document-graph.js';
import { collect } from '../../collect.js';

const letter = `<div type="document" xml:id="d7" n="7">
  <head>7. Letter From the <gloss type="from">Consul in Riga</gloss> to the Ambassador (<persName corresp="#p_LH1" type="to">Lund</persName>)<note n="1" type="source" xml:id="d7fn1">Source: State Archive, Box 4. Secret; Priority.</note></head>
  <opener><dateline><placeName>Riga</placeName>, <date when="1956-03-04">March 4, 1956</date>.</dateline></opener>
  <list type="participants"><head>PARTICIPANTS</head><item><persName corresp="#p_LH1">Harold</persName> <persName corresp="#p_LH1">Lund</persName></item><item>Mr. Toll</item></list>
  <p>Mr. <persName corresp="#p_OT1">Toll</persName> came to<note n="2" xml:id="d7fn2">He had come before, with <persName corresp="#p_LH1">Lund</persName>.</note> see me.
     Will <persName corresp="#p_LH1">you</persName> or <persName corresp="#p_LH1">Yours</persName> write<pb n="12" facs="1"/> to him?</p>
  <table><row><cell>Grain</cell><cell>4 tons</cell></row></table>
  <closer><signed>A. Berg</signed></closer>
  <attachment><p>The paper itself.</p></attachment>
</div>`;
const note = `<div type="document" subtype="editorial-note" frus:doc-dateTime-min="1956-05-06T10:00:00-05:00" xml:id="d8"><head>8. Editorial Note</head><p>Nothing came of it.</p></div>`;

function volume(...documents: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:frus="http://history.state.gov/frus/ns/1.0"><teiHeader><fileDesc>
<titleStmt><title type="series">Letters</title><title type="complete">Letters of Consuls, Volume I</title><editor role="general">Louis J. Page</editor><editor role="primary">Ann Quill</editor><editor>Max Nib</editor></titleStmt>
<publicationStmt><publisher>State
 Press</publisher><pubPlace>Riga</pubPlace><date>Printed 1993</date><idno type="isbn-13"/><idno type="isbn-10">0160382537</idno><idno type="frus">frus1956v90</idno></publicationStmt></fileDesc></teiHeader>
<text><front>
<div type="section" xml:id="terms"><list><item><hi><term xml:id="t_A1">ABC</term>,</hi> Agency for Better Canals</item></list></div>
<div type="section" xml:id="persons"><list>
<item><hi><persName xml:id="p_LH1">Lund, Harold</persName>,</hi> Ambassador in Norway</item>
<item><persName xml:id="p_TE1">Toll, Edgar</persName>, merchant</item>
<item><persName xml:id="p_OT1">Old Toll</persName>, see Toll, Edgar</item>
</list></div></front><body><div type="compilation"><head>Letters</head>${documents.join('\n')}</div></body></text></TEI>`;
}

async function* inChunks(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const read = (text: string, size = 65_536) =>
  collect(readSources({ name: 'letters.xml', bytes: inChunks(text, size) }));

async function first(): Promise<{
  document: SourceDocument;
  edition: Edition;
  slice: (r: { start: number; end: number }) => string;
}> {
  const [document] = await read(volume(letter));
  if (document?.edition === undefined) throw new Error('no document was read');
  const { text, edition } = document;
  return { document, edition, slice: ({ start, end }) => text.slice(start, end) };
}

describe('a TEI volume', () => {
  it('tells of each document where it was published, as far as the title page does', async () => {
    const [document, next] = await read(volume(letter, note));
    const imprint = {
      ...{
        editors: ['Ann Quill', 'Max Nib'],
        seriesEditors: ['Louis J. Page'],
        publisher: 'State Press',
        place: 'Riga',
      },
      ...{ year: '1993', isbn: '0160382537' },
    };
    const title = 'Letters of Consuls, Volume I';
    expect(document && sourceMetadata(document).publishedIn).toEqual({
      ...{ title, ...imprint, number: '7', pages: [{ n: '12', at: document?.text.indexOf(' to him?') }] },
    });
    expect(next && sourceMetadata(next).publishedIn).toEqual({ title, ...imprint, number: '8', pages: [] });
    const [untold] = await read(volume(note).replace(/<titleStmt>.*?<\/fileDesc>/su, '</fileDesc>'));
    expect(untold && sourceMetadata(untold).publishedIn).toBeNull();
  });

  it('becomes its documents, with the archive’s names for them', async () => {
    const documents = await read(volume(letter, note));
    expect(documents.map(({ id, title, date, url, format }) => ({ id, title, date, url, format }))).toEqual([
      {
        id: 'document:frus1956v90-d7',
        title: 'Letter From the Consul in Riga to the Ambassador (Lund)',
        date: '1956-03-04',
        url: 'https://history.state.gov/historicaldocuments/frus1956v90/d7',
        format: 'tei',
      },
      {
        id: 'document:frus1956v90-d8',
        title: 'Editorial Note',
        date: '1956-05-06',
        url: 'https://history.state.gov/historicaldocuments/frus1956v90/d8',
        format: 'tei',
      },
    ]);
    expect(documents.map(({ edition }) => edition?.isEditorialNote)).toEqual([false, true]);
    expect(documents[0]?.edition?.authority).toBe(documents[1]?.edition?.authority);
  });

  it('has the text in lines, without the notes', async () => {
    const { document, slice } = await first();
    expect(document.text.split('\n')).toEqual([
      '7. Letter From the Consul in Riga to the Ambassador (Lund)',
      'Riga, March 4, 1956.',
      'PARTICIPANTS',
      'Harold Lund',
      'Mr. Toll',
      'Mr. Toll came to see me. Will you or Yours write to him?',
      'Grain\t4 tons',
      'A. Berg',
      'The paper itself.',
    ]);
    expect(slice(document.titleRange ?? { start: 0, end: 0 })).toBe(document.title);
    expect(slice(document.body).startsWith('\nRiga')).toBe(true);
  });

  it('keeps the notes where their marks stood', async () => {
    const { document, edition } = await first();
    expect(edition.footnotes.map(({ n, at, text }) => [n, document.text.slice(at - 5, at), text])).toEqual([
      ['1', 'Lund)', 'Source: State Archive, Box 4. Secret; Priority.'],
      ['2', 'me to', 'He had come before, with Lund.'],
    ]);
    expect(edition).toMatchObject({ classification: 'Secret', place: 'Riga', volume: 'Letters of Consuls, Volume I' });
    expect(edition.sourceNote).toMatch(/^Source: State Archive/);
    expect(edition.pages.map(({ n, at }) => [n, document.text.slice(at - 5, at)])).toEqual([['12', 'write']]);
  });

  it('says of the notes that they were not read', async () => {
    const { document } = await first();
    const { coverage } = rulesExtractor([]).extract(document).document;
    expect(coverage.skipped.map((note) => [note.reason, note.start, lengthOfPassage(note)])).toEqual([
      ['source note', document.text.indexOf('(Lund)') + 6, 47],
      ['footnote', document.text.indexOf(' see me.'), 30],
    ]);
  });

  it('has the editors’ links, whole names, without pronouns, through cross-references', async () => {
    const { edition, slice } = await first();
    expect(edition.links.map((link) => [slice(link), link.record])).toEqual([
      ['Lund', 'frus1956v90:p_LH1'],
      ['Harold Lund', 'frus1956v90:p_LH1'],
      ['Toll', 'frus1956v90:p_TE1'],
    ]);
    expect(edition.senders.map(slice)).toEqual(['Consul in Riga']);
    expect(edition.receivers.map(({ record, ...range }) => [slice(range), record])).toEqual([
      ['Lund', 'frus1956v90:p_LH1'],
    ]);
    expect(edition.participants.map(slice)).toEqual(['Harold Lund', 'Mr. Toll']);
    expect(edition.signatures.map(slice)).toEqual(['A. Berg']);
    expect(edition.attachments.map(slice)).toEqual(['The paper itself.']);
  });

  it('has the lists of persons and abbreviations', async () => {
    const { edition } = await first();
    expect(edition.authority).toEqual([
      {
        id: 'frus1956v90:p_LH1',
        kind: 'PERSON',
        name: 'Lund, Harold',
        aliases: [],
        description: 'Ambassador in Norway',
      },
      { id: 'frus1956v90:p_TE1', kind: 'PERSON', name: 'Toll, Edgar', aliases: ['Old Toll'], description: 'merchant' },
    ]);
    expect([...edition.abbreviations]).toEqual([['ABC', 'Agency for Better Canals']]);
  });

  it.each([1, 7, 100])('is read the same in pieces of %i bytes', async (size) => {
    expect(await read(volume(letter, note), size)).toEqual(await read(volume(letter, note)));
  });

  it('keeps the quotation marks of windows-1252', async () => {
    const text = volume(note.replace('Nothing', '\x93Nothing\x94')).replace('UTF-8', 'windows-1252');
    const [document] = await collect(readSources({ name: 'letters.xml', bytes: Buffer.from(text, 'latin1') }));
    expect(document?.text).toContain('“Nothing” came of it.');
  });

  it('gives its first documents while the rest is still to come', async () => {
    let sent = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      yield new TextEncoder().encode(volume('@').split('@')[0]);
      for (; ; sent += 1) yield new TextEncoder().encode(letter.replaceAll('d7', `d${sent}`));
    }
    const documents = readSources({ name: 'endless.xml', bytes: endless() });
    for (let count = 0; count < 200; count += 1) expect((await documents.next()).done).toBe(false);
    expect(sent).toBeLessThan(300);
    await documents.return(undefined);
  });

  it.each([
    ['is cut', volume(letter, note).slice(0, -40), /broken XML/, 1],
    ['is broken in its second document', volume(letter, note.replace('</p>', '</q>')), /broken XML: \d+:\d+/, 1],
    [
      'nests without end',
      volume(letter, note.replace('<p>', '<p>'.repeat(100_000))),
      /broken XML: .*more than 256 elements inside each other\.$/,
      1,
    ],
    ['asks for a file', volume(note.replace('Nothing', '&secret;')), /broken XML: \d+:\d+: undefined entity\.$/, 0],
    ['has no documents', volume(), /without documents/, 0],
    ['has another encoding than it says', volume(letter).replace('UTF-8', 'UTF-99'), /UTF-99/, 0],
  ])('that %s is refused with a cure; what came before is good', async (_, text, message, good) => {
    const documents: SourceDocument[] = [];
    const reading = (async () => {
      for await (const document of readSources({ name: 'letters.xml', bytes: inChunks(text, 512) }))
        documents.push(document);
    })();
    const error = await reading.then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(UnreadableInputError);
    expect((error as UnreadableInputError).message).toMatch(message);
    expect((error as UnreadableInputError).cure).not.toBe('');
    expect(documents).toHaveLength(good);
  });
});
