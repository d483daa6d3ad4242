import { describe, expect, it } from '@jest/globals';
import { UnknownEntityError } from '../../../src/errors.js';
import { modalityNames } from '../../../src/model/ontology.js';
import type { PageRequest, Subgraph } from '../../../src/store/graph-store.js';
import type {
  GraphPath,
  PathsQuestion,
  SharedNeighboursQuestion,
  TraversalFilter,
} from '../../../src/store/graph-walks.js';
import { graphBatch, type RelationSpec } from '../graph-batch-fixture.js';
import type { CurrentStore } from '../graph-store.contract.js';

const person = (letter: string): string => `person:${letter}`;

/** People who met, "ab" for a and b; the number of meetings is the weight. */
function meetings(pairs: Readonly<Record<string, number>>): readonly RelationSpec[] {
  return Object.entries(pairs).map(([pair, weight]) => ({
    type: 'MET_WITH',
    source: person(pair.charAt(0)),
    target: person(pair.charAt(1)),
    evidence: Array.from({ length: weight }, () => null),
  }));
}

function shape(subgraph: Subgraph | GraphPath | null): unknown {
  if (subgraph === null) return null;
  const letters = subgraph.entities.map(({ id }) => id.slice(id.indexOf(':') + 1)).join(' ');
  const relations = subgraph.relations.map(({ id }) => id);
  return 'truncated' in subgraph ? { letters, relations, truncated: subgraph.truncated } : { letters, relations };
}

const metId = (pair: string): string => `relation:met-with/${person(pair.charAt(0))}/${person(pair.charAt(1))}`;

export function behavesInWalks(current: CurrentStore): void {
  const around = async (center: string, depth: number, filter: TraversalFilter, limit: number) =>
    current().neighbourhood({ centers: [center], depth, filter, limit, breadth: 200 });
  const put = async (relations: readonly RelationSpec[]) =>
    current().putDocument(graphBatch({ key: 'walks', relations, entities: [{ id: 'person:alone' }] }));

  describe('neighbourhood', () => {
    const circle = meetings({ ab: 1, ac: 3, ad: 3, be: 1, ce: 1, cf: 1, ef: 1, fg: 1 });

    it('goes hop by hop, the strongest tie first, then by identifier', async () => {
      await put(circle);
      expect(shape(await around('person:a', 1, {}, 100))).toEqual({
        letters: 'a c d b',
        relations: ['ab', 'ac', 'ad'].map(metId),
        truncated: false,
      });
      expect(shape(await around('person:a', 2, {}, 100))).toEqual({
        letters: 'a c d b e f',
        relations: ['ab', 'ac', 'ad', 'be', 'ce', 'cf', 'ef'].map(metId),
        truncated: false,
      });
      expect(shape(await around('person:a', 3, {}, 100))).toMatchObject({
        letters: 'a c d b e f g',
      });
    });

    it.each([
      [1, 'a', true],
      [3, 'a c d', true],
      [4, 'a c d b', true],
      [6, 'a c d b e f', false],
    ])('cuts at %i entities and says so', async (limit, letters, truncated) => {
      await put(circle);
      expect(shape(await around('person:a', 2, {}, limit))).toMatchObject({ letters, truncated });
    });

    it('walks through, to and along what the filter lets through', async () => {
      await put([
        ...meetings({ ab: 1, bc: 1 }),
        { type: 'MEMBER_OF', source: 'person:a', target: 'organization:o' },
        { type: 'MEMBER_OF', source: 'person:d', target: 'organization:o' },
        { type: 'INFORMED', source: 'person:e', target: 'person:a', modality: 'REPORTED' },
        { type: 'SUPPORTED', source: 'person:a', target: 'person:a' },
        { type: 'AUTHORED', source: 'person:a', target: 'DOCUMENT' },
      ]);
      const letters = async (filter: TraversalFilter, center = 'person:a') => {
        const { entities } = await around(center, 2, filter, 100);
        return entities.map(({ id }) => id.slice(id.indexOf(':') + 1)).join(' ');
      };
      expect(await letters({})).toBe('a o b e c d');
      expect(await letters({ types: ['MET_WITH'] })).toBe('a b c');
      expect(await letters({ kinds: ['PERSON'] })).toBe('a b e c');
      expect(await letters({ kinds: ['ORGANIZATION'] })).toBe('a o');
      expect(await letters({ kinds: ['PERSON'] }, 'organization:o')).toBe('o a d b e');
      expect(await letters({ modality: ['REPORTED'] })).toBe('a e');
      expect(await letters({ types: ['AUTHORED'] })).toBe('a');
      expect(await letters({ types: [] })).toBe('a');
    });

    it('gives a loop at the centre once, and parallel relations each', async () => {
      await put([
        { type: 'SUPPORTED', source: 'person:a', target: 'person:a' },
        { type: 'INFORMED', source: 'person:a', target: 'person:b' },
        { type: 'INFORMED', source: 'person:b', target: 'person:a' },
      ]);
      expect(shape(await around('person:a', 3, {}, 10))).toEqual({
        letters: 'a b',
        relations: [
          'relation:informed/person:a/person:b',
          'relation:informed/person:b/person:a',
          'relation:supported/person:a/person:a',
        ],
        truncated: false,
      });
    });

    it('goes to the strongest neighbours only, says what it left out, and goes on there', async () => {
      await put(meetings({ ab: 5, ac: 4, ad: 3, ae: 2, be: 1, bf: 1 }));
      const question = { centers: ['person:a'], depth: 2, filter: {}, limit: 100, breadth: 2 };
      const first = await current().neighbourhood(question);
      expect(shape(first)).toMatchObject({ letters: 'a b c e', truncated: true });
      // e was met through b, and is no longer missing at a.
      const lacks = { neighboursLeftOut: 1, relationsLeftOut: 1 };
      expect(first.thinned).toEqual([
        { id: 'person:a', neighbours: 4, ...lacks, after: '999999995!person:c' },
        { id: 'person:b', neighbours: 3, ...lacks, after: '999999998!person:e' },
      ]);
      const rest = await current().neighbourhood({ ...question, depth: 1, after: '999999995!person:c' });
      expect(shape(rest)).toEqual({ letters: 'a d e', relations: ['ad', 'ae'].map(metId), truncated: false });
      expect(rest.thinned).toEqual([]);
      const cut = await current().neighbourhood({ ...question, depth: 1, limit: 2, breadth: 9 });
      expect(cut.thinned).toEqual([
        { id: 'person:a', neighbours: 4, neighboursLeftOut: 3, relationsLeftOut: 3, after: '999999994!person:b' },
      ]);
    });

    it('walks from several centres at once', async () => {
      await put(meetings({ ab: 1, bc: 1, cd: 3, de: 1 }));
      const question = { centers: ['person:c', 'person:a'], depth: 1, filter: {}, limit: 100, breadth: 9 };
      expect(shape(await current().neighbourhood(question))).toMatchObject({ letters: 'c a d b' });
      const withUnknown = { ...question, centers: ['person:a', 'person:nobody'] };
      await expect(current().neighbourhood(withUnknown)).rejects.toThrow(/person:nobody/);
    });

    it('lets through relations with a passage sure enough and of the days asked for', async () => {
      await put([
        { type: 'MET_WITH', source: 'person:a', target: 'person:b', evidence: ['1957-07-08', '1958'] },
        { type: 'MET_WITH', source: 'person:a', target: 'person:c', evidence: ['1957-07'] },
        { type: 'MET_WITH', source: 'person:a', target: 'person:d', evidence: ['1957'] },
        { type: 'MET_WITH', source: 'person:a', target: 'person:e', evidence: [null] },
      ]);
      const letters = async (filter: TraversalFilter) => {
        const { entities } = await around('person:a', 1, filter, 100);
        return entities.map(({ id }) => id.slice(-1)).join('');
      };
      expect(await letters({})).toBe('abcde');
      expect(await letters({ from: '1957-07-09' })).toBe('abcd');
      expect(await letters({ from: '1957-07-09', to: '1957' })).toBe('acd');
      expect(await letters({ to: '1957-06-30' })).toBe('ad');
      expect(await letters({ from: '1957-08', to: '1957-12' })).toBe('ad');
      expect(await letters({ from: '1958' })).toBe('ab');
      expect(await letters({ minConfidence: 0.75 })).toBe('abcde');
      expect(await letters({ minConfidence: 0.76 })).toBe('a');
      expect(await letters({ minConfidence: 0.5, to: '1957-06' })).toBe('ad');
    });

    it('knows an entity without relations, and says which one it does not know', async () => {
      await put(circle);
      expect(shape(await around('person:alone', 3, {}, 10))).toEqual({
        ...{ letters: 'alone', relations: [], truncated: false },
      });
      await expect(around('person:nobody', 1, {}, 10)).rejects.toThrow(UnknownEntityError);
    });
  });

  describe('shortest path', () => {
    const path = async (from: string, to: string, maxHops: number, filter = {}) =>
      shape(await current().shortestPath(person(from), person(to), maxHops, filter));

    it('finds the shortest way, in either direction of the relations', async () => {
      await put([...meetings({ ab: 1, bc: 1, cd: 1 }), { type: 'INFORMED', source: 'person:d', target: 'person:a' }]);
      expect(await path('a', 'd', 6)).toEqual({ letters: 'a d', relations: ['relation:informed/person:d/person:a'] });
      expect(await path('a', 'c', 6)).toEqual({ letters: 'a b c', relations: [metId('ab'), metId('bc')] });
      expect(await path('a', 'd', 6, { types: ['MET_WITH'] })).toEqual({
        letters: 'a b c d',
        relations: ['ab', 'bc', 'cd'].map(metId),
      });
    });

    it('finds paths of up to maxHops and no longer ones', async () => {
      await put(meetings({ ab: 1, bc: 1, cd: 1, de: 1, ef: 1, fg: 1, gh: 1 }));
      expect(await path('a', 'g', 6)).toMatchObject({ letters: 'a b c d e f g' });
      expect(await path('g', 'a', 6)).toMatchObject({ letters: 'g f e d c b a' });
      expect(await path('a', 'g', 5)).toBeNull();
      expect(await path('a', 'h', 6)).toBeNull();
      expect(await path('a', 'b', 1)).toMatchObject({ letters: 'a b' });
      expect(await path('a', 'c', 1)).toBeNull();
      expect(await path('a', 'alone', 6)).toBeNull();
    });

    it('takes of equally short paths the one whose entities come first, whichever end is asked from', async () => {
      await put(meetings({ ac: 9, ad: 1, cz: 9, dx: 1, bz: 1, bx: 1, ay: 1, by: 1 }));
      expect(await path('a', 'b', 6)).toMatchObject({ letters: 'a y b' });
      await put(meetings({ ac: 9, ad: 1, cz: 9, dx: 1, bz: 9, bx: 1 }));
      expect(await path('a', 'b', 6)).toMatchObject({ letters: 'a c z b' });
      expect(await path('b', 'a', 6)).toMatchObject({ letters: 'b x d a' });
      // c comes first, and is no way: e is.
      await put(meetings({ ac: 1, ae: 1, ef: 1, bf: 1, cg: 1, ch: 1 }));
      expect(await path('a', 'b', 6)).toMatchObject({ letters: 'a e f b' });
    });

    it('takes of parallel relations the one whose identifier comes first', async () => {
      await put([
        { type: 'PROMISED', source: 'person:a', target: 'person:b', evidence: [null, null] },
        { type: 'INFORMED', source: 'person:b', target: 'person:a' },
        ...meetings({ ab: 3 }),
      ]);
      expect(await path('a', 'b', 6)).toEqual({ letters: 'a b', relations: ['relation:informed/person:b/person:a'] });
    });

    it('goes through the kinds of the filter only, and to either end whatever its kind', async () => {
      await put([
        { type: 'MEMBER_OF', source: 'person:a', target: 'organization:o' },
        { type: 'MEMBER_OF', source: 'person:b', target: 'organization:o' },
        ...meetings({ ac: 1, cd: 1, bd: 1 }),
      ]);
      expect(await path('a', 'b', 6)).toMatchObject({ letters: 'a o b' });
      expect(await path('a', 'b', 6, { kinds: ['PERSON'] })).toMatchObject({ letters: 'a c d b' });
      expect(await path('a', 'b', 6, { kinds: ['ORGANIZATION'] })).toMatchObject({ letters: 'a o b' });
      expect(await path('a', 'b', 6, { kinds: ['PLACE'] })).toBeNull();
      expect(await path('a', 'b', 6, { modality: ['PLANNED'] })).toBeNull();
      const toBody = await current().shortestPath('person:c', 'organization:o', 6, { kinds: ['PERSON'] });
      expect(shape(toBody)).toMatchObject({ letters: 'c a o' });
    });

    it('is one entity without a relation from an entity to itself', async () => {
      await put(meetings({ ab: 1 }));
      expect(await path('a', 'a', 1)).toEqual({ letters: 'a', relations: [] });
    });

    it('says which entity it does not know', async () => {
      await put(meetings({ ab: 1 }));
      await expect(path('a', 'nobody', 3)).rejects.toThrow(UnknownEntityError);
      await expect(path('nobody', 'a', 3)).rejects.toThrow(/person:nobody/);
      await expect(path('nobody', 'nobody', 3)).rejects.toThrow(UnknownEntityError);
    });
  });

  describe('paths', () => {
    const asked = {
      from: 'person:a',
      to: 'person:z',
      which: 'K_SHORTEST',
      maxHops: 4,
      filter: {},
      avoid: [],
      first: 20,
    } as const;
    const letters = async (question: Partial<PathsQuestion> = {}) => {
      const found = await current().paths({ ...asked, ...question });
      const paths = found.paths.map(({ entities, relations }) => {
        expect(relations).toHaveLength(entities.length - 1);
        return entities.map(({ id }) => id.slice(-1)).join('');
      });
      return { ...found, paths: paths.join(' ') };
    };
    const net = meetings({ az: 1, ab: 1, bz: 1, ac: 1, cz: 1, bc: 1, cd: 1, dz: 1 });

    it('gives the shortest, then longer ones, none of which meets anybody twice', async () => {
      await put(net);
      expect(await letters()).toEqual({
        ...{ paths: 'az abz acz abcz acbz acdz abcdz', truncated: false, after: null, searchedHops: 4, hubsAvoided: 0 },
      });
      expect((await letters({ maxHops: 2 })).paths).toBe('az abz acz');
      expect((await letters({ which: 'ALL_SHORTEST' })).paths).toBe('az');
      expect((await letters({ which: 'ALL_SHORTEST', from: 'person:d', to: 'person:b' })).paths).toBe('dcb dzb');
      expect((await letters({ from: 'person:z', to: 'person:z' })).paths).toBe('z');
      expect((await letters({ from: 'person:z', to: 'person:alone' })).paths).toBe('');
    });

    it('goes on where it was cut', async () => {
      await put(net);
      const all: string[] = [];
      let after: string | undefined;
      for (let page = 0; page < 10; page += 1) {
        const found = await letters({ first: 2, after });
        all.push(found.paths);
        expect(found.truncated).toBe(found.after !== null);
        if (found.after === null) break;
        after = found.after;
      }
      expect(all.filter((page) => page !== '').join(' ')).toBe('az abz acz abcz acbz acdz abcdz');
      expect(await letters({ which: 'ALL_SHORTEST', from: 'person:d', to: 'person:b', first: 1 })).toMatchObject({
        ...{ paths: 'dcb', truncated: true, after: '2!person:d!person:c!person:b' },
      });
      const second = { from: 'person:d', to: 'person:b', after: '2!person:d!person:c!person:b' };
      expect(await letters({ which: 'ALL_SHORTEST', ...second })).toMatchObject({ paths: 'dzb', truncated: false });
    });

    it('avoids entities, hubs, and what the filter keeps out', async () => {
      await put(net);
      expect((await letters({ avoid: ['person:c', 'person:z'] })).paths).toBe('az abz');
      expect(await letters({ avoidHubsAbove: 3 })).toMatchObject({ paths: 'az abz', hubsAvoided: 1 });
      expect((await letters({ filter: { types: ['INFORMED'] } })).paths).toBe('');
      expect((await letters({ filter: { to: '1956' } })).paths).toBe('');
      await put([
        ...meetings({ ab: 1, bz: 1 }),
        { type: 'MEMBER_OF', source: 'person:a', target: 'organization:o' },
        { type: 'MEMBER_OF', source: 'person:z', target: 'organization:o' },
      ]);
      expect((await letters()).paths).toBe('aoz abz');
      expect((await letters({ filter: { kinds: ['PERSON'] } })).paths).toBe('abz');
    });

    it('refuses what is too much to look for, and says what it left when some paths were found', async () => {
      const many = Array.from({ length: 26 }, (_, i) => String.fromCharCode(97 + i));
      const everybody = many.flatMap((one, i) => many.slice(i + 1).map((other): [string, number] => [one + other, 1]));
      await put(meetings(Object.fromEntries(everybody)));
      const short = await letters({ maxHops: 6, after: '4!person:a!person:y!person:x!person:w!person:z' });
      expect(short.truncated).toBe(true);
      await expect(
        letters({ maxHops: 6, after: '6!person:a!person:z!person:z!person:z!person:z!person:z' }),
      ).resolves.toBeDefined();
    });

    it('says which entity it does not know', async () => {
      await put(net);
      await expect(letters({ to: 'person:nobody' })).rejects.toThrow(UnknownEntityError);
    });
  });

  describe('relations between entities', () => {
    const ids = async (entities: readonly string[], filter: TraversalFilter, page: PageRequest) => {
      const { items, ...rest } = await current().relationsBetween(entities, filter, page);
      return { ...rest, ids: items.map(({ cursor }) => cursor) };
    };
    const set = ['person:b', 'person:a', 'person:c'];

    it('come in pages of both directions, each once', async () => {
      await put([
        ...meetings({ ab: 2, ac: 1, bc: 1, cd: 1 }),
        { type: 'INFORMED', source: 'person:c', target: 'person:a' },
        { type: 'SUPPORTED', source: 'person:b', target: 'person:b' },
      ]);
      const all = [
        'relation:informed/person:c/person:a',
        ...['ab', 'ac', 'bc'].map(metId),
        'relation:supported/person:b/person:b',
      ];
      const whole = { hasNextPage: false, hasPreviousPage: false };
      expect(await ids(set, {}, { first: 10 })).toEqual({ ids: all, ...whole });
      expect(await ids(set, {}, { last: 10 })).toEqual({ ids: all, ...whole });
      const second = { first: 2, after: all[1] };
      expect(await ids(set, {}, second)).toEqual({ ids: all.slice(2, 4), hasNextPage: true, hasPreviousPage: true });
      const third = { last: 2, before: all[3] };
      expect(await ids(set, {}, third)).toEqual({ ids: all.slice(1, 3), hasNextPage: true, hasPreviousPage: true });
      expect((await ids(set, { types: ['MET_WITH'], to: '1956' }, { first: 9 })).ids).toEqual([]);
      await expect(ids([...set, 'person:nobody'], {}, { first: 1 })).rejects.toThrow(/person:nobody/);
    });
  });

  describe('shared neighbours', () => {
    const shared = async (question: Partial<SharedNeighboursQuestion>, page: PageRequest = { first: 9 }) => {
      const entities = ['person:a', 'person:b', 'person:c'];
      const asked = { entities, atLeast: 2, filter: {}, ...question };
      const { items, ...rest } = await current().sharedNeighbours(asked, page);
      const found = items
        .map(({ record }) => `${record.entity.id.slice(-1)}${record.tiedTo}${record.weight}`)
        .join(' ');
      return { ...rest, found, cursors: items.map(({ cursor }) => cursor) };
    };

    it('are ranked by how many they are tied to and how strongly, page by page', async () => {
      await put([
        ...meetings({ ax: 1, bx: 1, cx: 1, ay: 4, by: 1, cz: 2, bz: 3, aw: 9, ab: 1, ac: 1, bc: 1 }),
        { type: 'MEMBER_OF', source: 'person:a', target: 'organization:o' },
        { type: 'MEMBER_OF', source: 'person:b', target: 'organization:o' },
      ]);
      const { found, cursors } = await shared({});
      expect(found).toBe('x33 y25 z25 o22');
      expect((await shared({ atLeast: 3 })).found).toBe('x33');
      expect((await shared({ filter: { kinds: ['ORGANIZATION'] } })).found).toBe('o22');
      expect(await shared({}, { first: 2, after: cursors[0] })).toMatchObject({
        ...{ found: 'y25 z25', hasNextPage: true, hasPreviousPage: true },
      });
      expect(await shared({}, { last: 2, before: cursors[2] })).toMatchObject({
        ...{ found: 'x33 y25', hasNextPage: true, hasPreviousPage: false },
      });
      await expect(shared({ entities: ['person:a', 'person:nobody'] })).rejects.toThrow(UnknownEntityError);
    });
  });

  describe('co-presence', () => {
    const together = async (
      entities: readonly string[],
      filter: TraversalFilter = {},
      page: PageRequest = { first: 9 },
    ) => {
      const { items } = await current().coPresence({ entities, filter }, page);
      return items.map(({ record: { left, right, occasions, firstDate, lastDate, events, meetings } }) =>
        [left.id.slice(-1), right.id.slice(-1), occasions, firstDate, lastDate, events.length, meetings.length].join(
          ' ',
        ),
      );
    };
    const came = (letter: string, event: string): RelationSpec => ({
      ...{ type: 'PARTICIPATED_IN', source: person(letter), target: `event:${event}`, evidence: ['1957-09'] },
    });
    const putTalks = async () =>
      current().putDocument(
        graphBatch({
          key: 'walks',
          entities: [{ id: 'event:plenum', date: '1957-06-22', endDate: '1957-06-29' }, { id: 'event:talk' }],
          relations: [
            ...['a', 'b', 'c'].map((letter) => came(letter, 'plenum')),
            ...['a', 'b'].map((letter) => came(letter, 'talk')),
            { type: 'PARTICIPATED_IN', source: 'organization:o', target: 'event:plenum', evidence: ['1957-09'] },
            {
              type: 'MET_WITH',
              source: person('a'),
              target: person('b'),
              evidence: ['1957-06-25', '1956', '1956-05', null],
            },
            { type: 'MET_WITH', source: person('a'), target: person('d'), evidence: [null, null] },
            { type: 'MET_WITH', source: person('a'), target: person('d'), modality: 'PLANNED', evidence: ['1958'] },
          ],
        }),
      );

    it('counts shared events, and meetings that are none of these', async () => {
      await putTalks();
      // Plenum, talk, May 1956; the meeting of 25 June was at the plenum, and "1956" may be May.
      expect(await together([person('a')], { modality: ['ASSERTED'] })).toEqual([
        ...[
          'a b 3 1956-05 1957-09 2 1',
          'a o 1 1957-06-22 1957-06-29 1 0',
          'a c 1 1957-06-22 1957-06-29 1 0',
          'a d 1   0 1',
        ],
      ]);
      expect(await together([person('b'), person('c'), person('a')])).toEqual([
        ...['a b 3 1956-05 1957-09 2 1', 'a c 1 1957-06-22 1957-06-29 1 0', 'b c 1 1957-06-22 1957-06-29 1 0'],
      ]);
      expect(await together([person('a')], { kinds: ['ORGANIZATION'] })).toEqual(['a o 1 1957-06-22 1957-06-29 1 0']);
      expect(await together([person('a')], { modality: ['PLANNED'] })).toEqual(['a d 1 1958 1958 0 1']);
      expect(await together([person('b')], { to: '1956' })).toEqual(['b a 1 1956-05 1956-05 0 1']);
      expect(await together([person('d')], { from: '1957-07', to: '1957' })).toEqual([]);
      expect(await together([person('c')], { from: '1957-06-29', minConfidence: 0.7 })).toHaveLength(3);
      expect(await together([person('c')], { minConfidence: 0.8 })).toEqual([]);
      await expect(together(['person:nobody'])).rejects.toThrow(UnknownEntityError);
    });

    it('comes in pages', async () => {
      await putTalks();
      const all = await together([person('a')]);
      const { items, hasNextPage } = await current().coPresence({ entities: [person('a')], filter: {} }, { first: 2 });
      expect(hasNextPage).toBe(true);
      expect(await together([person('a')], {}, { first: 9, after: items[1]?.cursor })).toEqual(all.slice(2));
    });
  });

  describe('network', () => {
    it('takes the entities with the greatest weighted degree, and the relations between them', async () => {
      await put(meetings({ ab: 5, ac: 1, cd: 1, de: 2 }));
      expect(shape(await current().network({}, 3))).toEqual({
        letters: 'a b d',
        relations: [metId('ab')],
        truncated: true,
      });
      expect(shape(await current().network({}, 5))).toEqual({
        letters: 'a b d c e',
        relations: ['ab', 'ac', 'cd', 'de'].map(metId),
        truncated: false,
      });
    });

    it('shows the most strongly tied pairs where there are too many relations, each with all of its own', async () => {
      await put([
        ...meetings({ ab: 2, ac: 3, bc: 1 }),
        { type: 'INFORMED', source: 'person:b', target: 'person:a' },
        { type: 'INFORMED', source: 'person:a', target: 'person:b' },
        { type: 'SUPPORTED', source: 'person:c', target: 'person:c', evidence: [null, null, null] },
      ]);
      const loop = 'relation:supported/person:c/person:c';
      const ofPair = ['relation:informed/person:a/person:b', 'relation:informed/person:b/person:a', metId('ab')];
      for (const filter of [{}, { modality: modalityNames }]) {
        const edges = async (edgeLimit: number) => {
          const { relations, truncated, edgesTruncated } = await current().network(filter, 100, edgeLimit);
          expect(truncated).toBe(false);
          return [relations.map(({ id }) => id), edgesTruncated];
        };
        expect(await edges(2)).toEqual([[loop], true]);
        expect(await edges(3)).toEqual([[...ofPair, loop], true]);
        expect(await edges(4)).toEqual([[...ofPair, metId('ac'), loop].sort(), true]);
        expect(await edges(6)).toEqual([[...ofPair, metId('ac'), metId('bc'), loop].sort(), false]);
      }
    });

    it('counts what the filter lets through, a loop once and AUTHORED not', async () => {
      await put([
        ...meetings({ ab: 2 }),
        { type: 'SUPPORTED', source: 'person:c', target: 'person:c', evidence: [null, null, null] },
        { type: 'MEMBER_OF', source: 'person:b', target: 'organization:o' },
        { type: 'INFORMED', source: 'person:d', target: 'person:a', modality: 'PLANNED' },
        { type: 'AUTHORED', source: 'person:e', target: 'DOCUMENT', evidence: [null, null, null, null, null] },
      ]);
      expect(shape(await current().network({}, 100))).toMatchObject({ letters: 'a b c o d' });
      expect(shape(await current().network({ types: ['MET_WITH'] }, 100))).toMatchObject({ letters: 'a b' });
      expect(shape(await current().network({ kinds: ['PERSON'] }, 100))).toMatchObject({ letters: 'a c b d' });
      expect(shape(await current().network({ modality: ['PLANNED'] }, 100))).toMatchObject({ letters: 'a d' });
      expect(shape(await current().network({ types: ['AUTHORED'] }, 100))).toMatchObject({ letters: '' });
    });
  });
}
