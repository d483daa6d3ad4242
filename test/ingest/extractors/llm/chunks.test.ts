import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ChunkText } from '../../../../ingest/extractors/llm/chunk-text.js';
import { cutIntoChunks } from '../../../../ingest/extractors/llm/chunks.js';
import { documentText } from '../../../../ingest/text/document-text.js';
import { documentOf, journalText } from './read-with-model.js';

const sentence = fc
  .array(fc.constantFrom('rain', 'snow', 'the', 'harvest', 'Nam', 'a', 'railway'), { minLength: 1, maxLength: 30 })
  .map((words) => `It was ${words.join(' ')}.`);
const body = fc
  .array(fc.array(sentence, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 })
  .map((paragraphs) => paragraphs.map((sentences) => sentences.join(' ')).join('\n\n'));

describe('cutIntoChunks', () => {
  it('puts every sentence that fits whole into a chunk, in order, never over the size', () => {
    fc.assert(
      fc.property(body, fc.integer({ min: 40, max: 400 }), fc.integer({ min: 0, max: 60 }), (text, size, overlap) => {
        const cut = documentText(documentOf(`Note\n\n${text}`));
        const chunks = cutIntoChunks(cut, size, overlap);
        for (const [index, { start, end }] of chunks.entries()) {
          expect(end - start).toBeGreaterThan(0);
          expect(end - start).toBeLessThanOrEqual(size);
          const next = chunks[index + 1];
          if (next === undefined) continue;
          expect(next.start).toBeGreaterThan(start);
          expect(next.end).toBeGreaterThan(end);
          expect(end - next.start).toBeLessThanOrEqual(overlap);
        }
        for (const { sentences } of cut.paragraphs) {
          for (const whole of sentences) {
            const covered = chunks.some(({ start, end }) => start <= whole.start && whole.end <= end);
            expect(covered || whole.end - whole.start > size).toBe(true);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('repeats the end of one chunk at the beginning of the next', () => {
    const cut = documentText(documentOf(`Note\n\n${'It rained. '.repeat(60)}`));
    const chunks = cutIntoChunks(cut, 200, 50);
    expect(chunks.length).toBeGreaterThan(3);
    for (const [index, { start }] of chunks.entries()) {
      if (index > 0) expect(start).toBeLessThan(chunks[index - 1]?.end ?? 0);
    }
  });

  it('cuts a sentence that is longer than a chunk', () => {
    const cut = documentText(documentOf(`Note\n\n${'rain '.repeat(500)}`));
    const chunks = cutIntoChunks(cut, 300, 50);
    expect(chunks.length).toBeGreaterThan(7);
    expect(Math.max(...chunks.map(({ start, end }) => end - start))).toBeLessThanOrEqual(300);
  });
});

describe('what is found in a chunk', () => {
  const document = documentOf(`${journalText}\nHe said “it’s done” – Nam II's word.\n`);
  const text = documentText(document);
  const chunk = new ChunkText(text, { start: 0, end: text.text.length }, document.text);
  const quotes = (words: string) => chunk.find(words).map(({ quote }) => quote);

  it.each([
    ['letter by letter', 'the harvest was good', ['the harvest was good']],
    ['with other blanks', '  plan of \t Mikoyan was\na mistake ', ['plan of Mikoyan\nwas a mistake']],
    ['after repair', 'I visited Nam Il at', ['I visited Nam II at']],
    ['with other marks', 'said "it\'s done" - Nam', ['said “it’s done” – Nam']],
    ['between marks of its own', '"the harvest was good..."', ['the harvest was good']],
    ['in each place', 'Mikoyan', ['Mikoyan', 'Mikoyan']],
    ['before a genitive', 'Nam Il', ['Nam II', 'Nam II', 'Nam II']],
  ])('is what stands there %s', (_how, words, expected) => {
    expect(quotes(words)).toEqual(expected);
    for (const { start, end, quote } of chunk.find(words)) expect(document.text.slice(start, end)).toBe(quote);
  });

  it.each(['', ' ', '...', 'harvests', 'arvest', 'The Harvest Was Good', 'the harvest wasgood'])(
    'is nothing for %j',
    (words) => {
      expect(quotes(words)).toEqual([]);
    },
  );

  it('is nothing outside the chunk', () => {
    const first = new ChunkText(text, { start: 0, end: 80 }, document.text);
    expect(first.find('Mikoyan')).toEqual([]);
  });
});
