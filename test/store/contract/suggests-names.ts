import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldName } from '../../../src/names/fold-name.js';
import { nameWords } from '../../../src/search/words.js';
import { graphBatch } from '../graph-batch-fixture.js';
import { type CurrentStore, emptyStore } from '../graph-store.contract.js';

const journal = graphBatch({
  key: 'journal',
  date: '1957-07-08',
  record: { title: 'Journal of the ambassador, 8 July 1957' },
  entities: [
    { id: 'person:kim-il-sung', name: 'Kim Il Sung', aliases: ['Kim Ir Sen', '김일성'], mentions: ['name', 'name'] },
    { id: 'person:kim-il', name: 'Kim Il', mentions: ['name', 'name', 'name'] },
    { id: 'person:choe-yong-gon', name: "Ch'oe Yŏng-gŏn" },
    { id: 'person:khrushchev', name: 'N. S. Khrushchev' },
    { id: 'place:kimchaek', name: 'Kimchaek' },
    {
      id: 'organization:kwp-cc',
      name: 'Central Committee of the Korean Workers’ Party',
      aliases: ['Committee of Korea', 'KWP CC'],
    },
  ],
});
const letter = graphBatch({ key: 'letter', date: '1956', record: { title: 'Letter of the ambassador' } });
const note = graphBatch({ key: 'note', record: { title: 'Note' } });

/** Surfaces with the stretches that would be marked in brackets. */
const marked = (text: string, ranges: readonly { start: number; end: number }[]): string =>
  [...ranges]
    .reverse()
    .reduce((rest, { start, end }) => `${rest.slice(0, start)}[${rest.slice(start, end)}]${rest.slice(end)}`, text);

export function suggestsNames(current: CurrentStore, propertyRuns: number): void {
  describe('suggesting while typing', () => {
    const suggested = async (typed: string, kinds: Parameters<ReturnType<CurrentStore>['search']>[1] = null) =>
      (await current().suggestEntities(typed, kinds, 8)).map(({ matched, ranges }) => marked(matched, ranges));

    current.withDocuments([journal], () => {
      it.each([
        ['ki', ['[Ki]m Il', '[Ki]m Il Sung', '[Ki]mchaek']],
        ['kim i', ['[Kim] [I]l', '[Kim] [I]l Sung']],
        ['KIM  IR', ['[Kim] [Ir] Sen']],
        ['com', ['[Com]mittee of Korea']],
        ['sen kim', ['[Kim] Ir [Sen]']],
        ['choe', ["[Ch'oe] Yŏng-gŏn"]],
        ["Ch'oe yon", ["[Ch'oe] [Yŏn]g-gŏn"]],
        ['김', ['[김]일성']],
        ['workers com', ['Central [Com]mittee of the Korean [Workers]’ Party']],
      ])('gives for %s first %j', async (typed, expected) => {
        expect((await suggested(typed)).slice(0, expected.length)).toEqual(expected);
      });

      it('counts by kind all that it could give, however few are asked for', async () => {
        const counted = async (typed: string, limit: number) => {
          const { kinds, isCut } = await current().suggestedKinds(typed, limit);
          return [isCut, ...kinds.map(({ value, count }) => `${value} ${count}`)];
        };
        expect(await counted('ki', 1)).toEqual([false, 'PERSON 2', 'PLACE 1']);
        expect(await counted('gim ir s', 8)).toEqual([false, 'PERSON 1']);
        expect(await counted('zzz', 8)).toEqual([false]);
        expect(await counted('', 8)).toEqual([false]);
      });

      it('goes on with what sounds alike, and with what is spelled alike', async () => {
        expect(await suggested('gim ir s')).toEqual(['[Kim] [Il] [Sung]']);
        expect(await suggested('Khrushev')).toEqual(['N. S. [Khrushchev]']);
        expect(await suggested('zzz')).toEqual([]);
      });

      it('keeps to the kinds asked for and to the number', async () => {
        expect(await suggested('kim', ['PLACE'])).toEqual(['[Kim]chaek']);
        expect((await current().suggestEntities('kim', null, 1)).map(({ entity }) => entity.id)).toEqual([
          'person:kim-il',
        ]);
      });

      it.each(['', '  ', '*', '"a" OR *', 'kim" OR "x', 'NEAR(', 'w*', '\\', '\0', '\ud800', 'NOT', 'AND AND'])(
        'takes %j for words, whatever a query language would read in it',
        async (typed) => {
          const hits = await current().suggestEntities(typed, null, 5);
          expect(foldName(typed) === '' ? hits : []).toEqual([]);
          expect(await current().suggestDocuments(typed, 5)).toEqual([]);
        },
      );
    });

    it('gives titles of documents in the order of their dates, and none of a document that went', async () => {
      const store = current();
      for (const batch of [note, journal, letter]) await store.putDocument(batch);
      const titles = async (typed: string) =>
        (await store.suggestDocuments(typed, 8)).map(({ document, ranges }) => marked(document.title, ranges));
      expect(await titles('amb')).toEqual(['Letter of the [amb]assador', 'Journal of the [amb]assador, 8 July 1957']);
      expect(await titles('ambassador jour')).toEqual(['[Jour]nal of the [ambassador], 8 July 1957']);
      expect((await store.suggestDocuments('amb', 1)).map(({ document }) => document.id)).toEqual(['document:letter']);
      await store.deleteDocument('document:letter');
      await store.putDocument(graphBatch({ key: 'journal', date: '1957', record: { title: 'Diary' } }));
      expect(await titles('amb')).toEqual([]);
      expect(await titles('diary')).toEqual(['[Diary]']);
    });

    const syllable = fc.constantFrom('ki', 'kim', 'il', 'sen', 'sŏng', 'Ли', '金', 'pak');
    const name = fc
      .array(
        fc.array(syllable, { minLength: 1, maxLength: 2 }).map((parts) => parts.join('')),
        {
          minLength: 1,
          maxLength: 3,
        },
      )
      .map((words) => words.join(' '));

    it('finds first, by mentions, just those that a plain look through all names finds', async () => {
      await fc.assert(
        fc.asyncProperty(fc.uniqueArray(name, { minLength: 1, maxLength: 6 }), name, async (names, asked) => {
          const store = current();
          await emptyStore(store);
          const entities = names.map((one, index) => ({
            id: `group:g${index}`,
            name: one,
            mentions: Array.from({ length: 1 + (index % 3) }, () => 'name' as const),
          }));
          await store.putDocument(graphBatch({ key: 'names', entities }));
          const typed = asked.slice(0, Math.max(1, asked.length - 1));
          const words = foldName(typed).split(' ');
          const has = (own: readonly string[]): boolean => {
            const left = [...own];
            return words.every((word, index) => {
              const isLast = index === words.length - 1;
              const exact = left.indexOf(word);
              const at = exact >= 0 || !isLast ? exact : left.findIndex((other) => other.startsWith(word));
              if (at >= 0) left.splice(at, 1);
              return at >= 0;
            });
          };
          const plain = entities
            .filter((one) => has(nameWords(one.name).map(({ folded }) => folded)))
            .sort((a, b) => b.mentions.length - a.mentions.length || (a.id < b.id ? -1 : 1));
          const found = await store.suggestEntities(typed, null, 20);
          expect(found.slice(0, plain.length).map(({ entity }) => entity.id)).toEqual(plain.map(({ id }) => id));
          for (const { entity, ranges } of found.slice(0, plain.length)) {
            expect(ranges.length).toBeGreaterThan(0);
            expect(ranges.every(({ start, end }) => entity.name.slice(start, end).length > 0)).toBe(true);
          }
        }),
        { numRuns: propertyRuns },
      );
    });
  });
}
