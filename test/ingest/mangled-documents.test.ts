import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createPipeline, type Pipeline } from '../../ingest/pipeline.js';
import { readSources } from '../../ingest/sources/sources.js';
import { repair } from '../../ingest/text/repair.js';
import { DiplographError } from '../../src/errors.js';
import { collect } from '../collect.js';
import { expectValidGraph } from './expect-valid-graph.js';

const folder = new URL('../../samples/', import.meta.url);
const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'));
const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'));
const latin1 = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'));

/** What happens to documents on their way; each takes a text and where to strike it. */
const mishaps: Readonly<Record<string, (text: string, at: number, length: number) => string>> = {
  cut: (text, at) => text.slice(at),
  'cut short': (text, at) => text.slice(0, at),
  'a hole': (text, at, length) => text.slice(0, at) + text.slice(at + length),
  doubled: (text) => text + text,
  'a part doubled': (text, at, length) => text.slice(0, at + length) + text.slice(at),
  CRLF: (text) => text.replaceAll('\n', '\r\n'),
  'old Macintosh line ends': (text) => text.replaceAll('\n', '\r'),
  'on one line': (text) => text.replaceAll('\n', ' '),
  'without blank lines': (text) => text.replaceAll(/\n+/g, '\n'),
  'a line for each word': (text) => text.replaceAll(' ', '\n'),
  capitals: (text) => text.toUpperCase(),
  'small letters': (text) => text.toLowerCase(),
  'right to left': (text, at) => `${text.slice(0, at)}\u202E قال السفير للوزير «نعم» \u202C שלום${text.slice(at)}`,
  emoji: (text, at) => `${text.slice(0, at)}👩‍👩‍👧‍👦🇰🇵${text.slice(at)}`,
  'combining marks': (text, at, length) =>
    text.slice(0, at) +
    [...text.slice(at, at + length)].map((letter) => `${letter}\u0301\u0323`).join('') +
    text.slice(at + length),
  'half of a surrogate pair': (text, at) => `${text.slice(0, at)}\uD83D${text.slice(at)}`,
  brackets: (text, at) => `${text.slice(0, at)}[[([“${text.slice(at)}`,
  'markup everywhere': (text) => text.replaceAll(' the ', ' <b>the</b> \\textit{'),
  backwards: (text) => [...text].reverse().join(''),
};

const mangled = fc
  .tuple(
    fc.constantFrom(...samples),
    fc.array(
      fc.tuple(fc.constantFrom(...Object.values(mishaps)), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(400)),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    fc.constantFrom(utf8, utf8, utf8, utf16, latin1),
  )
  .map(([text, struck, encode]) =>
    encode(struck.reduce((now, [mishap, share, length]) => mishap(now, Math.floor(share * now.length), length), text)),
  );

const bytes = fc.oneof(
  { weight: 6, arbitrary: mangled },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  // Bytes of a document, some of them changed: wrong encodings, broken letters.
  {
    weight: 2,
    arbitrary: fc
      .tuple(mangled, fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 40 }))
      .map(([document, changes]) => {
        for (const [at, byte] of changes) if (document.length > 0) document[at % document.length] = byte;
        return document;
      }),
  },
);

/** The documents in the bytes; none where they are refused with a clear error. Anything else is a crash. */
async function readOrRefuse(input: Uint8Array) {
  try {
    return await collect(readSources({ name: 'mangled.txt', bytes: input }));
  } catch (error) {
    if (!(error instanceof DiplographError)) throw error;
    expect(error.message).not.toBe('');
    expect(error.cure).not.toBe('');
    return [];
  }
}

/** Five million characters without a line end, of what is hard on patterns that look ahead or back. */
const longLines: Readonly<Record<string, string>> = {
  prose: 'Kim II Sung told Nam Il that the plan of the [Unsan] District was good. ',
  'one letter': 'a',
  capitals: 'A',
  blanks: ' x'.padStart(400),
  brackets: '[page ',
  quotes: '"',
  'LaTeX commands': '\\textit{',
  'combining marks': '\u0301',
  dashes: '- ',
  citations: 'Citation: "a", ',
};

describe('mangled documents', () => {
  let pipeline: Pipeline;
  beforeAll(async () => {
    pipeline = await createPipeline();
  });

  it('are refused with an error and a cure, or read with every range inside the text', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, async (input) => {
        for (const document of await readOrRefuse(input)) {
          const { text, body, titleRange } = document;
          const ranges = [body, ...document.apparatus, ...(titleRange === null ? [] : [titleRange])];
          for (const { start, end } of ranges) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThanOrEqual(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
          for (const other of document.apparatus) {
            expect(other.end <= body.start || other.start >= body.end).toBe(true);
          }
          const repaired = repair(text, body);
          if (repaired.text.length === 0) continue;
          const { start, end } = repaired.toReceived({ start: 0, end: repaired.text.length });
          expect(start).toBeGreaterThanOrEqual(body.start);
          expect(end).toBeLessThanOrEqual(body.end);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('give a graph in which no offset lies', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, async (input) => {
        for (const document of await readOrRefuse(input)) await expectValidGraph(pipeline, document);
      }),
      { numRuns: 60 },
    );
  }, 240_000);

  it.each(Object.keys(mishaps))(
    'one after another: %s',
    async (name) => {
      const mishap = mishaps[name] as (text: string, at: number, length: number) => string;
      const text = samples[4] as string;
      for (const document of await readOrRefuse(utf8(mishap(text, Math.floor(text.length * 0.6), 200)))) {
        await expectValidGraph(pipeline, document);
      }
    },
    60_000,
  );

  it.each(Object.entries(longLines))(
    'five megabytes on one line are read and mended: %s',
    async (_name, unit) => {
      const text = unit.repeat(Math.ceil(5_000_000 / unit.length));
      for (const document of await readOrRefuse(utf8(text))) {
        const repaired = repair(document.text, document.body);
        expect(repaired.toReceived({ start: 0, end: repaired.text.length })).toEqual(document.body);
      }
    },
    60_000,
  );
});
