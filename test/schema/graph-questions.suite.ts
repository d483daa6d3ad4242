import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { entityKindNames, relationTypeNames } from '../../src/model/ontology.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { countCalls } from '../store/counting-store.js';
import { ask, fill, type OpenStore, refusal } from './ask.js';
import { embassyJournal } from './embassy-journal.js';

/** Questions for more than one entity: found, walked to, drawn, put in order of time, counted. */
export function graphQuestions(open: OpenStore): void {
  let store: GraphStore;
  beforeAll(async () => {
    store = await fill(open, embassyJournal);
  });
  afterAll(() => store.close());

  describe('search', () => {
    it('finds another romanisation first, with the form that matched', async () => {
      const { search } = await ask(store, '{ search(query: "Kim Ir Sen") { entity { id } matched score } }');
      expect(search[0]).toEqual({ entity: { id: 'person:kim-il-sung' }, matched: 'Kim Ir Sen', score: 1 });
    });

    it('finds only the kinds asked for, and no more than asked for', async () => {
      const answer = await ask(
        store,
        `{ events: search(query: "June plenum", kinds: [EVENT]) { entity { id } }
          persons: search(query: "June plenum", kinds: [PERSON]) { entity { id } }
          one: search(query: "Il", first: 1) { entity { id } } }`,
      );
      expect(answer.events).toEqual([{ entity: { id: 'event:june-plenum' } }]);
      expect(answer.persons).toEqual([]);
      expect(answer.one).toHaveLength(1);
    });

    it.each([0, 101])('refuses %i hits', async (first) => {
      expect((await refusal(store, `{ search(query: "Kim", first: ${first}) { score } }`)).code).toBe('BAD_ARGUMENT');
    });
  });

  describe('neighbourhood', () => {
    const around = async (args: string) => {
      const query = `{ neighbourhood(center: "person:kim-il-sung", ${args}) {
        nodes { id label kind size entity { name } } edges { source target weight label relation { id } } truncated } }`;
      return (await ask(store, query)).neighbourhood;
    };

    it('gives nodes and edges ready for a graph library, the centre first', async () => {
      const { nodes, edges, truncated } = await around('types: [MET_WITH]');
      expect(nodes).toEqual([
        { id: 'person:kim-il-sung', label: 'Kim Il Sung', kind: 'PERSON', size: 3, entity: { name: 'Kim Il Sung' } },
        { id: 'person:a-m-ivanov', label: 'A. M. Ivanov', kind: 'PERSON', size: 2, entity: { name: 'A. M. Ivanov' } },
        { id: 'person:mao-zedong', label: 'Mao Zedong', kind: 'PERSON', size: 1, entity: { name: 'Mao Zedong' } },
      ]);
      expect(edges).toEqual([
        {
          source: 'person:a-m-ivanov',
          target: 'person:kim-il-sung',
          weight: 2,
          label: 'met with',
          relation: { id: 'relation:met-with/person:a-m-ivanov/person:kim-il-sung' },
        },
        expect.objectContaining({ source: 'person:kim-il-sung', target: 'person:mao-zedong' }),
      ]);
      expect(truncated).toBe(false);
    });

    it('walks as deep, through the kinds and to the limit asked for', async () => {
      const size = async (args: string) => (await around(args)).nodes.length;
      expect(await size('depth: 1')).toBe(4);
      expect(await size('depth: 2')).toBe(8);
      expect(await size('depth: 2, kinds: [PERSON]')).toBe(4);
      expect(await size('depth: 1, modality: [PLANNED]')).toBe(2);
      expect(await around('depth: 3, limit: 2')).toMatchObject({ truncated: true, nodes: { length: 2 } });
    });

    it('takes several centres, a period and a confidence', async () => {
      const ids = async (args: string) => {
        const { neighbourhood } = await ask(store, `{ neighbourhood(${args}, types: [MET_WITH]) { nodes { id } } }`);
        return neighbourhood.nodes.map(({ id }: { id: string }) => id);
      };
      const both = 'centers: ["person:mao-zedong", "person:nam-il", "person:nam-il"]';
      expect(await ids(both)).toEqual([
        ...['person:mao-zedong', 'person:nam-il', 'person:a-m-ivanov', 'person:kim-il-sung'],
      ]);
      expect(await ids(`${both}, since: "1957-11"`)).toEqual([
        ...['person:mao-zedong', 'person:nam-il', 'person:kim-il-sung'],
      ]);
      expect(await ids(`${both}, minConfidence: 0.9`)).toEqual(['person:mao-zedong', 'person:nam-il']);
    });

    it('says where it was thinned, and goes on there', async () => {
      const query = (after: string) => `{ neighbourhood(center: "person:a-m-ivanov", breadth: 2${after}) {
        nodes { id } truncated thinnedCount thinned { entity { name } neighbours neighboursLeftOut relationsLeftOut after } } }`;
      const met: string[] = [];
      let after = '';
      for (let page = 0; page < 10; page += 1) {
        const { nodes, truncated, thinnedCount, thinned } = (await ask(store, query(after))).neighbourhood;
        met.push(...nodes.slice(1).map(({ id }: { id: string }) => id));
        expect(truncated).toBe(thinnedCount === 1);
        if (thinnedCount === 0) break;
        expect(thinned[0]).toMatchObject({ entity: { name: 'A. M. Ivanov' }, neighboursLeftOut: 5 - met.length });
        after = `, after: "${thinned[0].after}"`;
      }
      const all = (await ask(store, '{ neighbourhood(center: "person:a-m-ivanov") { nodes { id } } }')).neighbourhood;
      expect(met).toEqual(all.nodes.slice(1).map(({ id }: { id: string }) => id));
      expect(met).toHaveLength(5);
    });

    it.each([
      'centers: []',
      `centers: [${'"person:a",'.repeat(10_000)}]`,
      'centers: ["person:a", "person:b"], limit: 1',
      'centers: ["person:a", "person:b"], after: "x"',
      'center: "person:a", after: "x"',
      'center: "person:a", centers: ["person:b"]',
      'depth: 1',
      'center: "person:a", minConfidence: 2',
      'center: "person:a", breadth: 1000000000',
      'center: "person:a", since: "1958", until: "1957"',
    ])('refuses %.60s', async (args) => {
      const counted = countCalls(store);
      expect((await refusal(counted.store, `{ neighbourhood(${args}) { truncated } }`)).code).toBe('BAD_ARGUMENT');
      expect(counted.calls()).toBe(0);
    });

    it.each(['depth: 0', 'depth: 5', 'depth: 50', 'limit: 0', 'limit: 2001', 'limit: 1000000000'])(
      'refuses %s',
      async (args) => {
        const query = `{ neighbourhood(center: "person:kim-il-sung", ${args}) { truncated } }`;
        expect((await refusal(store, query)).code).toBe('BAD_ARGUMENT');
      },
    );

    it('refuses an unknown centre', async () => {
      const error = await refusal(store, '{ neighbourhood(center: "person:nobody") { truncated } }');
      expect(error.code).toBe('UNKNOWN_ENTITY');
    });
  });

  describe('path', () => {
    const path = async (args: string) =>
      (await ask(store, `{ path(${args}) { length entities { id } relations { type } } }`)).path;

    it('leads over the fewest relations, in either direction', async () => {
      expect(await path('from: "person:mao-zedong", to: "person:nam-il"')).toEqual({
        length: 3,
        entities: [
          { id: 'person:mao-zedong' },
          { id: 'person:kim-il-sung' },
          { id: 'person:a-m-ivanov' },
          { id: 'person:nam-il' },
        ],
        relations: [{ type: 'MET_WITH' }, { type: 'MET_WITH' }, { type: 'MET_WITH' }],
      });
    });

    it('is null where none is short enough or none is left by the filter', async () => {
      expect(await path('from: "person:mao-zedong", to: "person:nam-il", maxHops: 2')).toBeNull();
      expect(await path('from: "person:mao-zedong", to: "person:nam-il", types: [VISITED]')).toBeNull();
    });

    it('has no relation between an entity and itself', async () => {
      const self = await path('from: "person:nam-il", to: "person:nam-il"');
      expect(self).toEqual({ length: 0, entities: [{ id: 'person:nam-il' }], relations: [] });
    });

    it('refuses unknown ends and more hops than the limit', async () => {
      const unknown = await refusal(store, '{ path(from: "person:nam-il", to: "person:nobody") { length } }');
      expect(unknown.code).toBe('UNKNOWN_ENTITY');
      const far = await refusal(store, '{ path(from: "person:nam-il", to: "person:nam-il", maxHops: 7) { length } }');
      expect(far.code).toBe('BAD_ARGUMENT');
    });
  });

  describe('paths', () => {
    const paths = async (args: string) => {
      const query = `{ paths(from: "person:nam-il", to: "organization:cpsu", ${args}) { truncated after searchedHops hubsAvoided
        paths { length entities { id } relations { type evidence(first: 1) { nodes { quote } } } } } }`;
      const { paths: found } = (await ask(store, query)) as { paths: FoundPaths };
      return {
        ...found,
        paths: found.paths.map(({ entities }) => entities.map(({ id }) => id.split(':')[1]).join(' ')),
      };
    };
    interface FoundPaths {
      readonly truncated: boolean;
      readonly after: string | null;
      readonly searchedHops: number;
      readonly paths: readonly { readonly entities: readonly { readonly id: string }[] }[];
    }
    const overPlenum = 'nam-il a-m-ivanov june-plenum cpsu-cc cpsu';
    const overMoscow = 'nam-il a-m-ivanov ussr moscow cpsu-cc cpsu';

    it('gives the shortest, and the next longer ones page by page', async () => {
      expect((await paths('')).paths).toEqual([overPlenum]);
      const first = await paths('which: K_SHORTEST, maxHops: 5, first: 1');
      expect(first).toMatchObject({ paths: [overPlenum], truncated: true, searchedHops: 4 });
      const rest = await paths(`which: K_SHORTEST, maxHops: 5, after: "${first.after}"`);
      expect(rest).toMatchObject({ truncated: false, after: null, searchedHops: 5 });
      expect(rest.paths).toContain(overMoscow);
      expect(rest.paths).not.toContain(overPlenum);
    });

    it('goes round what is to be avoided', async () => {
      expect((await paths('maxHops: 5, avoid: ["event:june-plenum"]')).paths).toEqual([overMoscow]);
      expect((await paths('maxHops: 6, avoidHubsAbove: 3')).paths).toEqual([]);
      expect((await paths('maxHops: 6, until: "1956"')).paths).toEqual([]);
    });

    it.each([
      'maxHops: 50',
      'first: 1000000000',
      'first: 0',
      'after: "x"',
      `avoid: [${'"person:a",'.repeat(10_000)}]`,
      'since: "1958", until: "1957"',
    ])('refuses %.40s', async (args) => {
      const counted = countCalls(store);
      const query = `{ paths(from: "person:nam-il", to: "person:mao-zedong", ${args}) { truncated } }`;
      expect((await refusal(counted.store, query)).code).toBe('BAD_ARGUMENT');
      expect(counted.calls()).toBe(0);
    });

    it('refuses an unknown end', async () => {
      const error = await refusal(store, '{ paths(from: "person:nam-il", to: "person:nobody") { truncated } }');
      expect(error.code).toBe('UNKNOWN_ENTITY');
    });
  });

  describe('connectionsBetween and commonNeighbours', () => {
    it('give what ties some entities, and whom they share, in pages', async () => {
      const answer = await ask(
        store,
        `{ connectionsBetween(entities: ["person:a-m-ivanov", "person:kim-il-sung", "person:mao-zedong"], first: 1) {
            nodes { id } pageInfo { hasNextPage endCursor } }
          commonNeighbours(entities: ["person:nam-il", "person:kim-il-sung"]) { nodes { entity { id } tiedTo weight } } }`,
      );
      expect(answer.connectionsBetween.nodes).toEqual([
        { id: 'relation:met-with/person:a-m-ivanov/person:kim-il-sung' },
      ]);
      expect(answer.commonNeighbours.nodes).toEqual([{ entity: { id: 'person:a-m-ivanov' }, tiedTo: 2, weight: 3 }]);
      const { hasNextPage, endCursor } = answer.connectionsBetween.pageInfo;
      expect(hasNextPage).toBe(true);
      const rest = await ask(
        store,
        `{ connectionsBetween(entities: ["person:a-m-ivanov", "person:kim-il-sung", "person:mao-zedong"], after: "${endCursor}") {
          nodes { id } pageInfo { hasNextPage } } }`,
      );
      expect(rest.connectionsBetween).toEqual({
        nodes: [{ id: 'relation:met-with/person:kim-il-sung/person:mao-zedong' }],
        pageInfo: { hasNextPage: false },
      });
    });

    it('coPresence tells who was with whom, how often, when, and what shows it', async () => {
      const { coPresence } = await ask(
        store,
        `{ coPresence(entity: "person:kim-il-sung", first: 1) { nodes { left { id } right { id } occasions firstDate lastDate eventCount events { id }
          meetings { ... on Relation { type evidence { nodes { quote } } } } } pageInfo { hasNextPage } } }`,
      );
      expect(coPresence.pageInfo.hasNextPage).toBe(true);
      expect(coPresence.nodes).toMatchObject([
        {
          ...{ left: { id: 'person:kim-il-sung' }, right: { id: 'person:a-m-ivanov' }, occasions: 1, eventCount: 0 },
          ...{ firstDate: '1957-07-08', lastDate: '1957-07-08', events: [] },
          meetings: [{ type: 'MET_WITH', evidence: { nodes: { length: 2 } } }],
        },
      ]);
    });

    const tenThousand = Array.from({ length: 10_000 }, (_, i) => `"person:p${i}"`).join(' ');
    it.each([
      `connectionsBetween(entities: [${tenThousand}])`,
      'connectionsBetween(entities: ["person:a", "person:a"])',
      'connectionsBetween(entities: ["person:a", "person:b"], first: 1000000000)',
      `commonNeighbours(entities: [${tenThousand}])`,
      'commonNeighbours(entities: ["person:a"])',
      `coPresence(entities: [${tenThousand}])`,
      'coPresence(entities: ["person:a"])',
      'coPresence(entity: "person:a", entities: ["person:a", "person:b"])',
      'coPresence(entity: "person:a", first: 1000000000)',
      'commonNeighbours(entities: ["person:a", "person:b"], atLeast: 3)',
      'commonNeighbours(entities: ["person:a", "person:b"], first: 1000000000)',
    ])('refuses %.70s', async (field) => {
      const counted = countCalls(store);
      expect((await refusal(counted.store, `{ ${field} { pageInfo { hasNextPage } } }`)).code).toBe('BAD_ARGUMENT');
      expect(counted.calls()).toBe(0);
    });
  });

  describe('timeline', () => {
    it('puts events, statements and documents in order of their dates', async () => {
      const { timeline } = await ask(
        store,
        `{ timeline(first: 3) { nodes { date type node { id } } pageInfo { hasNextPage } } }`,
      );
      expect(timeline.nodes).toEqual([
        { date: '1957-06-22', type: 'EVENT', node: { id: 'event:june-plenum' } },
        { date: '1957-07-08', type: 'DOCUMENT', node: { id: 'document:journal' } },
        { date: '1957-07-08', type: 'STATEMENT', node: { id: expect.stringMatching(/^statement:journal/) } },
      ]);
      expect(timeline.pageInfo.hasNextPage).toBe(true);
    });

    it('is restricted to an entity, a range and types of entries', async () => {
      const answer = await ask(
        store,
        `{ mao: timeline(entity: "person:mao-zedong") { nodes { type } }
          ivanov: timeline(entity: "person:a-m-ivanov", entries: [EVENT]) { nodes { node { id } } }
          autumn: timeline(from: "1957-09", entries: [DOCUMENT]) { nodes { node { id } } } }`,
      );
      expect(answer.mao.nodes).toEqual([{ type: 'DOCUMENT' }, { type: 'STATEMENT' }]);
      expect(answer.ivanov.nodes).toEqual([{ node: { id: 'event:june-plenum' } }]);
      expect(answer.autumn.nodes).toEqual([{ node: { id: 'document:talk' } }]);
    });
  });

  it('stats count what there is, every kind and type', async () => {
    const { stats } = await ask(
      store,
      `{ stats { documents entities relations statements mentions evidence
        entitiesByKind { kind count } relationsByType { type count } } }`,
    );
    expect(stats).toMatchObject({ documents: 3, statements: 3, relations: 16 });
    expect(stats.evidence).toBe(embassyJournal.flatMap(({ evidence }) => evidence).length);
    expect(stats.entitiesByKind.map(({ kind }: { kind: string }) => kind)).toEqual(entityKindNames);
    expect(stats.relationsByType.map(({ type }: { type: string }) => type)).toEqual(relationTypeNames);
    expect(stats.entitiesByKind).toContainEqual({ kind: 'GROUP', count: 1 });
  });
}
