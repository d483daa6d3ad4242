import { describe, expect, it } from '@jest/globals';
import type { SourceDocument } from '../../../ingest/sources/source.js';
import { readText } from '../../../ingest/sources/sources.js';

const citation =
  '"Report on the Harvest", October 3, 1958, Wilson Center Digital Archive, AVPRF, f. 0102, op. 14, d. 7. Translated by J. Doe. https://example.org/document/900900';
const body = 'The harvest is good. [illegible]\n\nSummary:\n\nNone was made.';

/** Sections of the export; a test leaves out, reorders and respaces them. */
const parts = {
  date: ['October 3, 1958'],
  title: ['Report on the Harvest'],
  citation: ['Citation:', citation],
  summary: ['Summary:', 'The embassy reports a good harvest.'],
  credits: ['Credits:', 'Made possible by nobody.'],
  language: ['Original Language:', 'Russian'],
  contents: ['Contents:', 'Translation - English'],
} as const;
type Part = keyof typeof parts;
const usual = Object.keys(parts) as Part[];

function read(text: string): SourceDocument {
  const documents = [...readText({ name: 'export.txt', bytes: new TextEncoder().encode(text) })];
  expect(documents).toHaveLength(1);
  return documents[0] as SourceDocument;
}

function exported(order: readonly Part[], { blank = '\n\n', end = body } = {}): string {
  return [...order.flatMap((part) => parts[part]), end].join(blank);
}

const bodyOf = ({ text, body: range }: SourceDocument) => text.slice(range.start, range.end);

function expectComplete(document: SourceDocument): void {
  expect(document).toMatchObject({
    id: 'document:example-900900',
    title: 'Report on the Harvest',
    date: '1958-10-03',
    archivalReference: { archive: 'AVPRF', fond: '0102', opis: '14', delo: '7' },
    translator: 'J. Doe',
    url: 'https://example.org/document/900900',
    originalLanguage: 'Russian',
    summary: 'The embassy reports a good harvest.',
    format: 'wilson-center',
  });
  expect(document.text.slice(document.titleRange?.start, document.titleRange?.end)).toBe('Report on the Harvest');
}

describe('the export of the Wilson Center Digital Archive', () => {
  it('is read with all its parts', () => {
    const document = read(exported(usual));
    expectComplete(document);
    expect(document.citation).toBe(citation);
    expect(bodyOf(document)).toBe(body);
    expect(document.apparatus.map(({ what }) => what)).toEqual([
      'date',
      'citation',
      'summary',
      'credits',
      'original language',
      'contents',
      'version',
    ]);
    for (const range of document.apparatus) {
      expect(range.end <= document.body.start || range.start >= document.body.end).toBe(true);
    }
  });

  it('is read with CRLF, without blank lines, and in another order', () => {
    const crlf = read(exported(usual).replaceAll('\n', '\r\n'));
    expectComplete(crlf);
    expect(bodyOf(crlf)).toBe(body.replaceAll('\n', '\r\n'));

    const dense = read(exported(usual, { blank: '\n' }));
    expectComplete(dense);
    expect(bodyOf(dense)).toBe(body);

    const reordered = read(exported(['title', 'date', 'language', 'credits', 'summary', 'citation', 'contents']));
    expectComplete(reordered);
    expect(bodyOf(reordered)).toBe(body);

    const inline = read(exported(usual).replaceAll(/(Citation|Summary|Language):\n\n(?!None)/g, '$1: '));
    expectComplete(inline);
    expect(bodyOf(inline)).toBe(body);
  });

  it('is read without the mark before the body', () => {
    expect(bodyOf(read(exported(usual).replace('Contents:\n\nTranslation - English\n\n', '')))).toContain(
      'The harvest is good.',
    );
    expect(bodyOf(read(exported(usual).replace('Translation - English\n\n', '')))).toBe(body);
    expect(bodyOf(read(exported(usual).replace('Contents:\n\n', '')))).toBe(body);
    expect(bodyOf(read(exported(usual).replace('Translation - English', 'Transcript - English')))).toBe(body);
    expect(bodyOf(read(exported(usual).replace('Translation - English', 'Translation - Russian')))).toBe(body);
  });

  it('is read with its headings below the body', () => {
    const document = read(
      exported(['date', 'title', 'contents'], {
        end: `The harvest is good.\n\n${exported(['citation', 'language'], { end: '' })}`,
      }),
    );
    expect(bodyOf(document)).toBe('The harvest is good.');
    expect(document.originalLanguage).toBe('Russian');
    expect(document.id).toBe('document:example-900900');
  });

  it('takes the English version where there are two', () => {
    const document = read(exported(usual, { end: `Good.\n\nTranscript - Russian\n\nХорошо.` }));
    expect(bodyOf(document)).toBe('Good.');
    expect(document.apparatus.at(-1)?.what).toBe('other version');
    const other = read(
      exported([...usual.slice(0, -1)], {
        end: `Contents:\n\nTranscript - Russian\n\nХорошо.\n\nTranslation - English\n\nGood.`,
      }),
    );
    expect(bodyOf(other)).toBe('Good.');
  });

  it('takes title and date from the citation where the head lacks them', () => {
    const document = read(exported(['citation', 'language', 'contents']));
    expect(document.title).toBe('Report on the Harvest');
    expect(document.date).toBe('1958-10-03');
    expect(document.text.slice(document.titleRange?.start, document.titleRange?.end)).toBe('Report on the Harvest');
  });

  it('gives documents without a number identifiers that differ with their text', () => {
    const order: Part[] = ['date', 'title', 'summary', 'language', 'contents'];
    const one = read(exported(order));
    const other = read(exported(order, { end: 'The harvest is bad.' }));
    expect(one.id).toMatch(/^document:report-on-the-harvest-1958-10-03-[0-9a-f]{8}$/);
    expect(other.id).not.toBe(one.id);
  });
});
