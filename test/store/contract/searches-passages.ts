import { describe, expect, it } from '@jest/globals';
import { BadArgumentError } from '../../../src/errors.js';
import { evidenceId } from '../../../src/model/entity-id.js';
import type { PassageFilter, PassageHit } from '../../../src/store/graph-search.js';
import { type EntitySpec, graphBatch } from '../graph-batch-fixture.js';
import type { CurrentStore } from '../graph-store.contract.js';

const kim: EntitySpec = { id: 'person:kim-il-sung', name: 'Kim Il Sung', aliases: ['Kim II Sung', 'Kim Ir Sen'] };
const nam: EntitySpec = { id: 'person:nam-il', name: 'Nam Il' };
const china: EntitySpec = { id: 'place:china', name: 'China', aliases: ['CPR'] };

const journal = graphBatch({
  key: 'journal',
  date: '1957-07-08',
  entities: [kim, nam, china],
  statements: [
    { speaker: kim.id, addressees: [nam.id], quote: 'The rice harvest was poor, and we recognised it.' },
    { speaker: nam.id, mode: 'ASKED', about: [kim.id], quote: 'Had Kim II Sung spoken of the rice deliveries?' },
    { speaker: nam.id, date: '1957-06', quote: 'A cease-fire is not an armistice.' },
    { speaker: nam.id, about: [china.id], date: null, quote: 'Rice comes from China; the CPR promised programmes.' },
  ],
  relations: [
    { type: 'INFORMED', source: kim.id, target: nam.id, quote: 'told him of rice, of rice and again of rice' },
    { type: 'MET_WITH', source: kim.id, target: nam.id, evidence: ['1957-07-07'], quote: 'received Nam Il over rice' },
  ],
});
const shared = graphBatch({
  key: 'shared',
  date: '1958',
  entities: [kim, nam],
  statements: [{ speaker: kim.id, mode: 'PROMISED', quote: 'promised the Ambassador’s wife U.S. wheat' }],
});

export const marked = ({ quote, highlights }: Pick<PassageHit, 'quote' | 'highlights'>): string =>
  [...highlights]
    .reverse()
    .reduce((rest, { start, end }) => `${rest.slice(0, start)}[${rest.slice(start, end)}]${rest.slice(end)}`, quote);

export function searchesPassages(current: CurrentStore): void {
  describe('searching passages', () => {
    const search = async (query: string, filter: PassageFilter = {}) =>
      (await current().searchPassages({ query, filter }, { first: 50 })).items.map(({ record }) => record);
    const found = async (query: string, filter: PassageFilter = {}) => (await search(query, filter)).map(marked);
    const put = async () => {
      await current().putDocument(journal);
      await current().putDocument(shared);
    };

    current.withDocuments([journal, shared], () => {
      it.each([
        ['words, in any form', 'harvests POOR', ['The rice [harvest] was [poor], and we recognised it.']],
        ['British and American spelling', 'recognize', ['The rice harvest was poor, and we [recognised] it.']],
        ['a hyphen or none', 'ceasefire', ['A [cease-fire] is not an armistice.']],
        ['dots or none', 'US', ['promised the Ambassador’s wife [U.S.] wheat']],
        ['the stem of a genitive', 'ambassadors', ['promised the [Ambassador]’s wife U.S. wheat']],
        ['a phrase as it is', '"rice deliveries"', ['Had Kim II Sung spoken of the [rice deliveries]?']],
        [
          'a phrase that is not closed',
          '“the rice',
          ['[The rice] harvest was poor, and we recognised it.', 'Had Kim II Sung spoken of [the rice] deliveries?'],
        ],
        ['no phrase in another order', '"deliveries rice"', []],
        ['what words alone make out', 'the harvest of', ['The rice [harvest] was poor, and we recognised it.']],
        ['a misspelled word', 'harvset', ['The rice [harvest] was poor, and we recognised it.']],
        ['no word that is merely like one', 'harness', []],
        [
          'without a word',
          'rice -harvest -China -told -received',
          ['Had Kim II Sung spoken of the [rice] deliveries?'],
        ],
        [
          'without a phrase',
          'rice -"of rice" -harvests -"rice deliveries" -over',
          ['[Rice] comes from China; the CPR promised programmes.'],
        ],
      ])('finds %s: %s', async (_what, query, expected) => {
        expect(new Set(await found(query))).toEqual(new Set(expected));
      });

      it('finds a name in its other spellings, and where its bearer takes part', async () => {
        const hits = await search('Kim Ir Sen rice');
        expect(hits.map(marked)).toEqual([
          'told him of [rice], of [rice] and again of [rice]',
          'Had [Kim II Sung] spoken of the [rice] deliveries?',
          'received Nam Il over [rice]',
          'The [rice] harvest was poor, and we recognised it.',
        ]);
        const page = await current().searchPassages({ query: 'Kim Ir Sen rice', filter: {} }, { first: 1 });
        expect(page.terms).toMatchObject([
          { kind: 'NAME', written: 'Kim Ir Sen', entities: [{ id: kim.id }] },
          { kind: 'WORD', written: 'rice', isUnknown: false },
        ]);
        expect((await found('Il-sŏng Kim deliveries'))[0]).toContain('[Kim II Sung]');
        expect(await found('China wheat')).toEqual([]);
        expect(await found('"Kim Ir Sen"')).toEqual([]);
      });

      it('takes a single word in small letters for a word', async () => {
        const kinds = async (query: string) =>
          (await current().searchPassages({ query, filter: {} }, { first: 1 })).terms.map(({ kind }) => kind);
        expect(await kinds('china rice')).toEqual(['WORD', 'WORD']);
        expect(await kinds('China rice')).toEqual(['NAME', 'WORD']);
        expect(await kinds('cpr')).toEqual(['WORD']);
        expect(await kinds('CPR')).toEqual(['NAME']);
      });

      it.each<[PassageFilter, readonly string[]]>([
        [{ claims: ['RELATION'] }, ['told him', 'received']],
        [{ claims: [] }, []],
        [{ modes: ['ASKED'] }, ['Had Kim']],
        [{ types: ['MET_WITH'] }, ['received']],
        [{ modes: ['ASKED'], types: ['MET_WITH'] }, ['Had Kim', 'received']],
        [{ modes: ['ASKED'], claims: ['RELATION'] }, []],
        [{ document: 'document:shared' }, []],
        [{ entity: 'person:kim-il-sung' }, ['The rice', 'Had Kim', 'told him', 'received']],
        [{ entity: 'place:china' }, ['Rice comes']],
        [{ entity: 'person:nobody' }, []],
        [{ kinds: ['PLACE'] }, ['Rice comes']],
        [{ kinds: ['PLACE', 'PERSON'], modes: ['SAID'] }, ['The rice', 'Rice comes']],
        [{ kinds: ['PERSON'], types: ['INFORMED'] }, ['told him']],
        [{ kinds: ['GROUP'] }, []],
        [{ kinds: [] }, []],
        [{ from: '1957-07-08' }, ['The rice', 'Had Kim', 'told him']],
        [{ to: '1957-07-07' }, ['received']],
        [{ from: '1957', to: '1957', entity: 'person:kim-il-sung', modes: ['SAID'] }, ['The rice']],
      ])('keeps to %j', async (filter, expected) => {
        const beginnings = (await search('rice', filter)).map(({ quote }) =>
          expected.find((one) => quote.startsWith(one)),
        );
        expect([...beginnings].sort()).toEqual([...expected].sort());
      });

      it('gives claims that rest on the same words together, and where these stand', async () => {
        const { evidence, statements, text } = shared;
        const [statement] = statements;
        const [hit] = await search('wheat');
        expect(hit).toMatchObject({ claims: [statement?.id], document: 'document:shared', date: '1958' });
        expect(evidence.some(({ claim }) => claim === statement?.id)).toBe(true);
        expect(text.slice(hit?.start, hit?.end)).toBe(hit?.quote);
      });

      it('counts all hits, whatever page is read', async () => {
        expect(await current().passageFacets({ query: 'rice', filter: {} })).toEqual({
          passages: 5,
          isCut: false,
          missing: [{ value: 0, count: 5 }],
          claims: [
            { value: 'STATEMENT', count: 3 },
            { value: 'RELATION', count: 2 },
          ],
          modes: [
            { value: 'SAID', count: 2 },
            { value: 'ASKED', count: 1 },
          ],
          types: [
            { value: 'INFORMED', count: 1 },
            { value: 'MET_WITH', count: 1 },
          ],
          kinds: [
            { value: 'PERSON', count: 5 },
            { value: 'PLACE', count: 1 },
          ],
          months: [
            { value: '1957-07', count: 4 },
            { value: null, count: 1 },
          ],
          documents: [{ value: 'document:journal', count: 5 }],
          entities: [
            { value: 'person:nam-il', count: 5 },
            { value: 'person:kim-il-sung', count: 4 },
            { value: 'place:china', count: 1 },
          ],
        });
      });

      it.each([
        '',
        ' ',
        '…',
        '"',
        '""',
        '*',
        '-',
        '-rice',
        '-"rice"',
        'the of',
        '\0',
        '\ud800',
        '(((',
        '- - "',
        'a '.repeat(5_000),
        'rice '.repeat(2_000),
        '"rice '.repeat(41),
      ])('refuses %.20j', async (query) => {
        await expect(current().searchPassages({ query, filter: {} }, { first: 1 })).rejects.toBeInstanceOf(
          BadArgumentError,
        );
        await expect(current().passageFacets({ query, filter: {} })).rejects.toBeInstanceOf(BadArgumentError);
      });

      it.each([
        '"rice" OR *',
        'rice*',
        'tokens:rice',
        '^rice',
        '{rice}',
        'rice~2',
        'rice\\',
        "rice'; DROP TABLE entity",
        '+rice',
        '/rice/',
        'rice\0',
        'rice \ud800',
        'rice)',
        'NOT rice',
      ])('takes %j for words, whatever a query language would read in it', async (query) => {
        await expect(search(query)).resolves.toBeInstanceOf(Array);
        expect((await current().stats()).documents).toBe(2);
      });
    });

    it('gives a claim on most of the words of another with it, and one on a few of them apart', async () => {
      const said = 'He said that rice was short in all the provinces of the north';
      const batch = graphBatch({
        key: 'nested',
        statements: [{ speaker: nam.id, quote: said }],
        relations: [
          { type: 'INFORMED', source: nam.id, target: kim.id, quote: 'stands for a passage' },
          { type: 'ASKED', source: nam.id, target: kim.id, quote: 'stands for a passage' },
        ],
      });
      const [long, short] = ['rice was short in all the provinces of the north', 'rice was short'];
      const evidence = batch.evidence.map((piece) => {
        const quote = piece.claim.startsWith('relation:informed')
          ? long
          : piece.claim.startsWith('relation')
            ? short
            : null;
        if (quote === null) return piece;
        const start = batch.text.indexOf(quote);
        const place = { quote, start, end: start + quote.length };
        return { ...piece, ...place, id: evidenceId(piece.document, place.start, place.end, piece.claim) };
      });
      await current().putDocument({ ...batch, evidence });
      const hits = (await search('rice short')).map(({ quote, claims }) => [quote, claims.length]);
      expect(new Map(hits as [string, number][])).toEqual(
        new Map([
          [said, 2],
          [short, 1],
        ]),
      );
      const { passages, claims } = await current().passageFacets({ query: 'rice short', filter: {} });
      expect({ passages, claims }).toEqual({
        passages: 2,
        claims: [
          { value: 'RELATION', count: 2 },
          { value: 'STATEMENT', count: 1 },
        ],
      });
      const [alone] = await search('rice', { types: ['INFORMED'] });
      expect(alone?.quote).toBe(long);
    });

    it('is the better the oftener and nearer the words stand, and the same while documents come', async () => {
      await put();
      const before = await search('rice');
      expect(before.map(({ score }) => score)).toEqual(before.map(({ score }) => score).sort((a, b) => b - a));
      expect(before[0]?.quote).toBe('told him of rice, of rice and again of rice');
      await current().putDocument(
        graphBatch({
          key: 'more',
          statements: [
            { speaker: nam.id, quote: 'rice' },
            { speaker: nam.id, quote: 'tea' },
          ],
        }),
      );
      const after = await search('rice');
      expect(after.filter(({ document }) => document !== 'document:more')).toEqual(before);
      expect(after).toHaveLength(before.length + 1);
    });

    it('finds nothing of a document that changed or went', async () => {
      await put();
      await current().putDocument(graphBatch({ key: 'journal', statements: [{ speaker: nam.id, quote: 'tea' }] }));
      expect(await found('rice')).toEqual([]);
      expect(await found('tea')).toEqual(['[tea]']);
      await current().deleteDocument('document:journal');
      expect(await found('tea')).toEqual([]);
      expect(await found('harvset')).toEqual([]);
    });
  });
}
