import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { kindOfId } from '../../src/model/entity-id.js';
import type { GraphBatch, RelationRecord, StatementRecord } from '../../src/model/records.js';
import type {
  GraphStore,
  Owners,
  PageRequest,
  RelationFilter,
  StatementGroupFilter,
} from '../../src/store/graph-store.js';
import type { TraversalFilter } from '../../src/store/graph-walks.js';
import { openNeo4jStore } from '../../src/store/neo4j/neo4j-store.js';
import { openSqliteStore } from '../../src/store/sqlite/sqlite-store.js';
import { claimDatabase, claimTimeoutMs, type ExclusiveDatabase } from '../neo4j-server/exclusive-database.js';
import { describeWith, neo4jRequirement } from '../requirements.js';
import { randomBatches } from './random-batches.js';
import { randomJournals } from './random-journals.js';

/** The server plans each new statement for the first time here. */
jest.setTimeout(120_000);
const seed = 19_570_708;
const documents = 40;

/** Every kind of page request, with cursors taken from the middle of a page that was read. */
function requests(cursors: readonly string[]): readonly PageRequest[] {
  const middle = cursors[Math.floor(cursors.length / 2)];
  return [
    { first: 1_000 },
    { first: 3 },
    { last: 3 },
    ...(middle === undefined
      ? []
      : ([
          { first: 4, after: middle },
          { last: 4, before: middle },
        ] as const)),
  ];
}

type Ask = (store: GraphStore, page: PageRequest) => Promise<readonly { items: readonly { cursor: string }[] }[]>;

/** Whether a relation passes a filter, looked at from either end. */
function fits(relation: RelationRecord, filter: RelationFilter): boolean {
  const { types, kinds, modality, source, target } = filter;
  const endKinds = [kindOfId(relation.source), kindOfId(relation.target)];
  return (
    (types === undefined || types.includes(relation.type)) &&
    (modality === undefined || modality.includes(relation.modality)) &&
    (kinds === undefined || endKinds.some((kind) => kind !== null && kinds.includes(kind))) &&
    (source === undefined || relation.source === source) &&
    (target === undefined || relation.target === target)
  );
}

describeWith(neo4jRequirement(), 'SQLite and Neo4j give equal answers', (access) => {
  let database: ExclusiveDatabase;
  let sqlite: GraphStore;
  let neo4j: GraphStore;
  let batches: readonly GraphBatch[];
  let entities: readonly string[];
  let documentIds: readonly string[];
  let relations: readonly RelationRecord[];
  let statements: readonly StatementRecord[];

  async function both<T>(ask: (store: GraphStore) => Promise<T>): Promise<T> {
    const [expected, actual] = await Promise.all([ask(sqlite), ask(neo4j)]);
    expect(actual).toEqual(expected);
    return expected;
  }

  /** @returns Whether any page held something, so that a test can't pass on empty answers. */
  async function bothPages(ask: Ask): Promise<boolean> {
    const pages = await both((store) => ask(store, { first: 1_000 }));
    const cursors = pages.flatMap(({ items }) => items.map(({ cursor }) => cursor)).sort();
    for (const request of requests(cursors)) await both((store) => ask(store, request));
    return cursors.length > 0;
  }

  beforeAll(async () => {
    database = await claimDatabase(access);
    sqlite = await openSqliteStore(':memory:');
    neo4j = await openNeo4jStore(access.url, access);
    batches = randomBatches(seed, documents);
    for (const batch of batches) {
      expect(await neo4j.putDocument(batch)).toBe(await sqlite.putDocument(batch));
    }
    entities = [...new Set(batches.flatMap((batch) => batch.entities.map(({ entity }) => entity)))].sort();
    documentIds = [...new Set(batches.map(({ document }) => document.id))];
    const everything = { first: 10_000 };
    relations = (await sqlite.relationPages([null], {}, everything)).flatMap(({ items }) => items.map((i) => i.record));
    statements = (await sqlite.statementPages([null], {}, everything)).flatMap(({ items }) =>
      items.map((i) => i.record),
    );
  }, claimTimeoutMs);

  afterAll(async () => {
    await sqlite.close();
    await neo4j.close();
    await database.release();
  });

  it('to counts, fingerprints, texts and records by identifier', async () => {
    const stats = await both((store) => store.stats());
    expect(Math.min(stats.documents, stats.statements, stats.mentions)).toBeGreaterThan(10);
    await both((store) => store.fingerprints(['document:none', ...documentIds]));
    await both((store) => store.documentTexts([...documentIds, 'document:none']));
    const ids = batches.flatMap((batch) => [
      batch.document.id,
      ...[batch.relations, batch.statements, batch.evidence, batch.mentions].flatMap((rows) =>
        rows.map(({ id }) => id),
      ),
    ]);
    const nodes = await both((store) =>
      store.nodes([...entities, ...ids, 'person:nobody', 'nonsense', 'relation:x/y']),
    );
    expect(new Set(nodes.map((node) => node?.type))).toEqual(
      new Set([undefined, 'entity', 'relation', 'statement', 'evidence', 'mention', 'document']),
    );
  });

  it('to pages of entities', async () => {
    const owners: Owners = [null, ...documentIds, 'document:none', null];
    const filters = [
      {},
      { orderBy: 'MENTIONS' },
      { firstSeen: true },
      { kinds: ['PERSON', 'PLACE'] },
      { kinds: [] },
    ] as const;
    for (const filter of filters) {
      const isAny = await bothPages((store, page) => store.entityPages(owners, filter, page));
      expect(isAny).toBe(!('kinds' in filter) || filter.kinds.length > 0);
    }
  });

  it('to pages of relations', async () => {
    const { source, target } = relations.find((relation) => relation.type === 'INFORMED') ?? {};
    const owners = [null, ...entities, ...documentIds, 'person:nobody'];
    const filters = [
      {},
      { types: ['MET_WITH', 'AUTHORED', 'INFORMED'] },
      { types: [] },
      { direction: 'OUT' },
      { direction: 'IN', types: ['MET_WITH', 'INFORMED'] },
      { kinds: ['ORGANIZATION'] },
      { modality: ['PLANNED', 'REPORTED'] },
      { source },
      { target },
      { source, target },
      { target: documentIds[0] },
      { onlyHere: true },
    ] as const;
    for (const filter of filters) {
      const isAny = await bothPages((store, page) => store.relationPages(owners, filter, page));
      expect({ filter, isAny }).toEqual({ filter, isAny: relations.some((relation) => fits(relation, filter)) });
    }
  });

  it('to pages of statements', async () => {
    const { speaker, addressees, about } = statements.find((s) => s.addressees.length > 0 && s.about.length > 0) ?? {};
    const owners = [null, ...entities, ...documentIds, 'person:nobody'];
    const filters = [
      {},
      { role: 'SPEAKER' },
      { role: 'ADDRESSEE' },
      { role: 'SUBJECT' },
      { speaker },
      { addressee: addressees?.[0] },
      { subject: about?.[0] },
      { speaker, addressee: addressees?.[0] },
      { modes: ['SAID', 'ASKED'] },
      { modes: [] },
      { from: '1957' },
      { to: '1957-06' },
      { from: '1957-03', to: '1957-07-08', role: 'SPEAKER' },
    ] as const;
    for (const filter of filters) {
      const isAny = await bothPages((store, page) => store.statementPages(owners, filter, page));
      expect(isAny).toBe(!('modes' in filter) || filter.modes.length > 0);
    }
  });

  it('to groups of statements, and to pages of months', async () => {
    const { speaker, about } = statements.find((s) => s.about.length > 0) ?? {};
    const filters = [
      {},
      { speaker },
      { subject: about?.[0], kinds: ['PERSON', 'PLACE'] },
      { from: '1957', modes: ['SAID'] },
    ];
    for (const by of ['SPEAKER', 'ADDRESSEE', 'SUBJECT', 'MONTH'] as const) {
      for (const filter of filters as readonly StatementGroupFilter[]) {
        const isAny = await bothPages(async (store, page) => [await store.statementGroups(by, filter, page)]);
        if (Object.keys(filter).length === 0) expect(isAny).toBe(true);
      }
    }
    const { items } = await both((store) => store.statementGroups('MONTH', {}, { first: 100 }));
    const months = items.map(({ record }) => record.owner);
    expect(months).toContain('month:~');
    expect(await bothPages((store, page) => store.statementPages(months, {}, page))).toBe(true);
    const pages = await sqlite.statementPages(months, {}, { first: 1_000 });
    expect(pages.map((page) => page.items.length)).toEqual(items.map(({ record }) => record.count));
  });

  it('to searches', async () => {
    for (const typed of ['k', 'kim', 'Kim Ir', 'puzan', 'sov', 'chou en', 'Mikojan', 'rec']) {
      await both((store) => store.suggestEntities(typed, null, 20));
      await both((store) => store.suggestDocuments(typed, 7));
      await both((store) => store.suggestedKinds(typed, 7));
    }
    const filters = [
      {},
      { claims: ['RELATION'] },
      { modes: ['SAID'], from: '1957' },
      { entity: entities[10] },
      { kinds: ['PLACE'] },
    ] as const;
    let hits = 0;
    for (const query of [
      'Kim Ir Sen',
      'said',
      'something -"Nam Il"',
      'Nam Il met',
      'somethign',
      '"SUPPORTED Pravda"',
    ]) {
      for (const filter of filters) {
        const isAny = await bothPages(async (store, page) => [await store.searchPassages({ query, filter }, page)]);
        if (isAny) hits += 1;
        await both((store) => store.passageFacets({ query, filter }));
      }
    }
    expect(hits).toBeGreaterThan(12);
    for (const query of ['Record said', 'Kim Ir Sen met', 'AVPRF somethign -Pravda', '"Nam Il" USSR']) {
      for (const filter of [{}, { from: '1957' }] as const) {
        await bothPages(async (store, page) => [await store.searchDocuments(query, filter, page)]);
      }
    }
  });

  it('to accounts side by side', async () => {
    const journals = randomJournals(seed, 8);
    for (const journal of journals) expect(await neo4j.putDocument(journal)).toBe(await sqlite.putDocument(journal));
    let answers = 0;
    for (const [index, { document }] of journals.entries()) {
      for (const other of [undefined, journals[(index + 1) % journals.length]?.document.id]) {
        const question = { document: document.id, other };
        if (await bothPages(async (store, page) => [await store.accounts(question, page)])) answers += 1;
      }
    }
    expect(answers).toBeGreaterThan(journals.length);
    for (const { document } of journals) await both((store) => store.deleteDocument(document.id));
  });

  it('to pages of mentions, evidence and documents', async () => {
    const claims = batches.flatMap((batch) => batch.evidence.map(({ claim }) => claim));
    const owners = [...entities, ...documentIds, 'person:nobody'];
    for (const within of [undefined, documentIds[0], entities[0]]) {
      await bothPages((store, page) => store.mentionPages(owners, { within }, page));
    }
    await bothPages((store, page) => store.evidencePages([...claims, ...documentIds, 'relation:none'], page));
    const author = batches.flatMap(({ document }) => document.authors)[0];
    for (const filter of [{}, { from: '1957-02-28' }, { to: '1957-06' }, { from: '1957', to: '1957' }, { author }]) {
      expect(await bothPages((store, page) => store.documentPages([null, ...entities], filter, page))).toBe(true);
    }
  });

  it('to timelines', async () => {
    const filters = [
      {},
      { entries: ['EVENT', 'DOCUMENT'] },
      { entries: ['STATEMENT'] },
      { from: '1957-05', to: '1958' },
    ] as const;
    for (const owner of [null, ...entities.slice(0, 6), 'event:june-plenum']) {
      for (const filter of filters) {
        await bothPages(async (store, page) => [await store.timeline(owner, filter, page)]);
      }
    }
    expect(await both((store) => store.timeline('person:nobody', {}, { first: 1 }))).toMatchObject({ items: [] });
    expect((await both((store) => store.timeline(null, { entries: [] }, { first: 1 }))).items).toEqual([]);
  });

  it('to searches by name', async () => {
    for (const query of [
      'Kim Il Sung',
      'kim ir sen',
      'Chou En-lai',
      'Pyonyang',
      'central committee',
      'june plenum',
      '???',
      'AND OR NOT (',
    ]) {
      await both((store) => store.search(query, null, 20));
      await both((store) => store.search(query, ['PERSON', 'EVENT'], 3));
    }
  });

  describe('to walks', () => {
    const filters: readonly TraversalFilter[] = [
      {},
      { types: ['MET_WITH', 'INFORMED', 'MEMBER_OF'] },
      { types: ['AUTHORED'] },
      { kinds: ['PERSON'] },
      { modality: ['ASSERTED'] },
      { minConfidence: 0.75, from: '1957-02', to: '1957-06' },
      { to: '1957-07-07' },
      { minConfidence: 0.8 },
      { toldBy: '1957-06', from: '1957' },
    ];

    it('around an entity', async () => {
      for (const filter of filters) {
        for (const center of entities.slice(0, 10)) {
          for (const [depth, limit, breadth] of [
            [1, 5, 200],
            [2, 12, 3],
            [4, 2_000, 2],
          ] as const) {
            const centers = depth === 2 ? [...new Set([center, ...entities.slice(0, 2)])] : [center];
            const { thinned = [] } = await both((store) =>
              store.neighbourhood({ centers, depth, filter, limit, breadth, edgeLimit: 4 * limit }),
            );
            const after = thinned.find(({ id }) => id === center)?.after ?? undefined;
            const behind = { centers: [center], depth, filter, limit, breadth, after, edgeLimit: 4 * limit };
            await both((store) => store.neighbourhood(behind));
          }
        }
      }
    });

    it('between two entities', async () => {
      const lengths = new Set<number | undefined>();
      for (const filter of filters) {
        for (const [index, from] of entities.entries()) {
          const to = entities[(index * 7 + 3) % entities.length] ?? from;
          const path = await both((store) => store.shortestPath(from, to, 6, filter));
          lengths.add(path?.relations.length);
        }
      }
      expect([...lengths]).toEqual(expect.arrayContaining([1, 2, 3, undefined]));
    });

    it('by several paths', async () => {
      for (const filter of filters) {
        for (const [index, from] of entities.entries()) {
          const to = entities[(index * 5 + 1) % entities.length] ?? from;
          const question = {
            from,
            to,
            filter,
            maxHops: 3,
            which: 'K_SHORTEST',
            avoid: entities.slice(3, 4),
            first: 9,
          } as const;
          const { after } = await both((store) => store.paths({ ...question, avoidHubsAbove: 12 }));
          await both((store) => store.paths({ ...question, after: after ?? undefined }));
        }
      }
    });

    it('among several entities', async () => {
      const some = entities.slice(2, 8);
      for (const filter of filters) {
        const isAny = await bothPages(async (store, page) => [await store.relationsBetween(some, filter, page)]);
        if (Object.keys(filter).length === 0) expect(isAny).toBe(true);
        for (const atLeast of [2, 4]) {
          const question = { entities: some, atLeast, filter };
          await bothPages(async (store, page) => [await store.sharedNeighbours(question, page)]);
        }
      }
    });

    it('in company', async () => {
      for (const filter of filters) {
        for (const some of [entities.slice(0, 20), ...entities.map((id) => [id])]) {
          await bothPages(async (store, page) => [await store.coPresence({ entities: some, filter }, page)]);
        }
      }
    });

    it('by patterns of steps', async () => {
      const places = [
        [{}, {}, {}],
        [{ entities: entities.slice(8, 12) }, {}, {}],
        [{ entities: entities.slice(8, 14) }, {}, { entities: entities.slice(0, 8) }],
        [{}, { kinds: ['PERSON', 'PLACE'] }, { entities: entities.slice(0, 8) }],
      ] as const;
      let answers = 0;
      for (const [index, { modality, minConfidence, from, to, toldBy }] of filters.entries()) {
        for (const [turn, place] of places.entries()) {
          const direction = (['OUT', 'IN', undefined] as const)[(index + turn) % 3];
          const steps = [
            { from: 0, types: ['SUPPORTED', 'INFORMED', 'MET_WITH'], direction },
            { from: direction === 'IN' ? 0 : 1, types: ['SUPPORTED', 'VISITED', 'CRITICIZED'] },
          ] as const;
          const question = { places: place, steps, filter: { modality, minConfidence, from, to, toldBy } };
          const isAny = await bothPages(async (store, page) => [await store.pattern(question, page)]);
          if (isAny) answers += 1;
        }
      }
      expect(answers).toBeGreaterThan(10);
    });

    it('over the whole store', async () => {
      for (const filter of filters) {
        for (const limit of [1, 8, 5_000]) await both((store) => store.network(filter, limit));
        for (const edges of [1, 20, 100]) await both((store) => store.network(filter, 5_000, edges));
      }
    });
  });

  it('after documents were deleted', async () => {
    for (const id of [...documentIds.slice(0, 15), 'document:none']) await both((store) => store.deleteDocument(id));
    await both((store) => store.stats());
    await both((store) => store.entityPages([null], {}, { first: 1_000 }));
    await both((store) => store.relationPages([null], {}, { first: 1_000 }));
    await both((store) => store.statementPages([null], {}, { first: 1_000 }));
    await both((store) => store.network({}, 5_000));
    for (const id of documentIds) await both((store) => store.deleteDocument(id));
    expect(await both((store) => store.stats())).toMatchObject({
      documents: 0,
      entities: 0,
      relations: 0,
      evidence: 0,
    });
  });
});
