import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BadArgumentError, UnknownEntityError } from '../../../src/errors.js';
import { kindOfId } from '../../../src/model/entity-id.js';
import { allowsRelation, type RelationType, relationTypes } from '../../../src/model/ontology.js';
import { settlePattern } from '../../../src/model/pattern.js';
import type { GraphStore, PageRequest, Subgraph } from '../../../src/store/graph-store.js';
import { type DocumentSpec, graphBatch, type RelationSpec } from '../graph-batch-fixture.js';
import { type CurrentStore, emptyStore } from '../graph-store.contract.js';
import { cutPage, PlainGraph } from '../plain-graph.js';
import { plainNeighbourhood, plainNetwork, plainPaths, plainPattern, plainShortestPath } from '../plain-walks.js';

const ids = [
  ...['person:a', 'person:b', 'person:c', 'person:d', 'organization:o', 'organization:p'],
  ...['place:q', 'event:e', 'event:f', 'group:g'],
];
const entity = fc.constantFrom(...ids);
/** Two spellings for each: one entity under both, and never like another, for then the store would link them. */
const spellings: Readonly<Record<string, readonly [string, string]>> = {
  'person:a': ['Kim Il Sung', 'Kim Ir Sen'],
  'person:b': ['Nam Il', 'Nam Ir'],
  'person:c': ['Pak Chong-ae', 'Pak Den Ai'],
  'person:d': ['Alexander Puzanov', 'Aleksandr Puzanov'],
  'organization:o': ['Union', 'Union of Miners'],
  'organization:p': ['League', 'League of Writers'],
  'place:q': ['Hamhung', 'Hamheung'],
  'event:e': ['June plenum', 'Plenum of June'],
  'event:f': ['Crisis', 'Crisis of the harvest'],
  'group:g': ['Partisans', 'Former partisans'],
};
const date = fc.constantFrom(null, '1956', '1957', '1957-06', '1957-07', '1957-07-08', '1957-07-09');
const types: readonly RelationType[] = [
  'MET_WITH',
  'INFORMED',
  'SUPPORTED',
  'MEMBER_OF',
  'PARTICIPATED_IN',
  'ORGANIZED',
  'AUTHORED',
];
const modality = fc.constantFrom('ASSERTED' as const, 'PLANNED' as const);
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

/** A relation that the ontology allows, made of any that was thrown; `null` where none can be. */
function allowed(thrown: RelationSpec): RelationSpec | null {
  if (thrown.type === 'AUTHORED')
    return kindOfId(thrown.source) === 'PERSON' ? { ...thrown, target: 'DOCUMENT' } : null;
  const [source, target] =
    relationTypes[thrown.type].symmetric && thrown.source > thrown.target
      ? [thrown.target, thrown.source]
      : [thrown.source, thrown.target];
  const [from, to] = [kindOfId(source), kindOfId(target)];
  return from && to && allowsRelation(thrown.type, from, to) ? { ...thrown, source, target } : null;
}

const relation: fc.Arbitrary<RelationSpec> = fc.record({
  type: fc.constantFrom(...types),
  source: entity,
  target: entity,
  modality,
  evidence: fc.array(date, { minLength: 1, maxLength: 3 }),
});

const documentSpec: fc.Arbitrary<DocumentSpec> = fc
  .record({
    key: fc.constantFrom('x', 'y', 'z'),
    date,
    authors: fc.uniqueArray(fc.constantFrom('person:a', 'person:b'), { maxLength: 1 }),
    entities: fc.uniqueArray(
      fc.record({
        id: entity,
        spelling: fc.constantFrom(0 as const, 1 as const),
        aliases: fc.uniqueArray(fc.constantFrom('the Comrade', 'the Same', 'Ким'), { maxLength: 2 }),
        candidates: fc.subarray(['person:x', 'person:y']),
        mentions: fc.array(fc.constantFrom('name' as const, 'pronoun' as const), { maxLength: 3 }),
      }),
      { selector: ({ id }) => id, maxLength: 4 },
    ),
    relations: fc.array(relation, { maxLength: 10 }),
    statements: fc.array(
      fc.record({
        speaker: entity,
        mode: fc.constantFrom('SAID' as const, 'ASKED' as const),
        addressees: fc.uniqueArray(entity, { maxLength: 2 }),
        about: fc.uniqueArray(entity, { maxLength: 2 }),
        date,
      }),
      { maxLength: 4 },
    ),
    eventDate: date,
  })
  .map(({ eventDate, entities, relations, ...spec }) => {
    const unique = new Map(
      relations.flatMap((thrown) => {
        const kept = allowed(thrown);
        return kept ? [[`${kept.type} ${kept.source} ${kept.target} ${kept.modality}`, kept] as const] : [];
      }),
    );
    const dated = entities.map(({ spelling, ...one }) => ({
      ...one,
      name: spellings[one.id]?.[spelling] ?? one.id,
      ...(one.id.startsWith('event:') && eventDate !== null ? { date: eventDate } : {}),
    }));
    return { ...spec, entities: dated, relations: [...unique.values()] };
  });

const step = fc.oneof(
  { weight: 4, arbitrary: documentSpec.map((spec) => ({ put: spec })) },
  { weight: 1, arbitrary: fc.constantFrom('x', 'y', 'z').map((key) => ({ delete: `document:${key}` })) },
);

const owner = fc.constantFrom(
  null,
  ...ids,
  'document:x',
  'document:y',
  'document:z',
  'person:nobody',
  'month:1957',
  'month:1957-07',
  'month:~',
);
const kinds = optional(fc.subarray(['PERSON' as const, 'ORGANIZATION' as const, 'EVENT' as const], { minLength: 1 }));
const somePage: fc.Arbitrary<PageRequest> = fc.oneof(
  fc.record({ first: fc.nat(4), after: optional(fc.constantFrom('1957', 'person:b', 'relation:m')) }),
  fc.record({ last: fc.nat(4), before: optional(fc.constantFrom('1957-07', 'person:c', 'relation:n')) }),
);
const dates = { from: optional(fc.constantFrom('1957', '1957-07')), to: optional(fc.constantFrom('1957', '1957-06')) };

const questions = fc.record({
  owners: fc.array(owner, { minLength: 1, maxLength: 4 }),
  page: somePage,
  entityFilter: fc.record({
    kinds,
    orderBy: optional(fc.constantFrom('ID' as const, 'MENTIONS' as const)),
    firstSeen: optional(fc.boolean()),
  }),
  relationFilter: fc.record({
    kinds,
    types: optional(fc.subarray([...types], { minLength: 1 })),
    direction: optional(fc.constantFrom('OUT' as const, 'IN' as const)),
    modality: optional(fc.constant(['ASSERTED' as const])),
    source: optional(entity),
    onlyHere: optional(fc.boolean()),
  }),
  statementFilter: fc.record({
    role: optional(fc.constantFrom('SPEAKER' as const, 'ADDRESSEE' as const, 'SUBJECT' as const)),
    speaker: optional(entity),
    subject: optional(entity),
    modes: optional(fc.constant(['SAID' as const])),
    ...dates,
  }),
  grouping: fc.constantFrom('SPEAKER' as const, 'ADDRESSEE' as const, 'SUBJECT' as const, 'MONTH' as const),
  timelineFilter: fc.record({
    entries: optional(fc.subarray(['EVENT' as const, 'STATEMENT' as const, 'DOCUMENT' as const])),
    ...dates,
  }),
  walkFilter: fc.record({
    toldBy: optional(fc.constantFrom('1957', '1957-07', '1957-07-08')),
    kinds,
    types: optional(fc.subarray([...types], { minLength: 2 })),
    modality: optional(fc.constant(['ASSERTED' as const])),
    ...dates,
  }),
  pattern: fc.record({
    start: optional(fc.uniqueArray(entity, { minLength: 1, maxLength: 2 })),
    steps: fc.array(
      fc.record({
        from: fc.nat(2),
        types: fc.subarray(
          [...types].filter((type) => type !== 'AUTHORED'),
          { minLength: 1 },
        ),
        direction: optional(fc.constantFrom('OUT' as const, 'IN' as const)),
        kinds,
        entities: optional(fc.uniqueArray(entity, { minLength: 1, maxLength: 3 })),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  }),
  ends: fc.tuple(entity, entity),
  depth: fc.integer({ min: 1, max: 3 }),
  breadth: fc.integer({ min: 1, max: 4 }),
  avoid: fc.subarray(['person:a', 'person:c', 'organization:o']),
  hub: optional(fc.integer({ min: 1, max: 4 })),
  limit: fc.integer({ min: 1, max: 8 }),
  edgeLimit: fc.integer({ min: 1, max: 6 }),
});
type Questions = typeof questions extends fc.Arbitrary<infer Q> ? Q : never;

const idsIn = ({
  entities,
  relations,
}: {
  entities: readonly { id: string }[];
  relations: readonly { id: string }[];
}) => ({
  entities: entities.map(({ id }) => id),
  relations: relations.map(({ id }) => id),
});

/** What a walk says it left out; where to go on is the contract's own business. */
const lacksOf = ({ thinned = [] }: Subgraph) =>
  thinned.map(({ id, neighbours, neighboursLeftOut, relationsLeftOut }) => ({
    ...{ id, neighbours, neighboursLeftOut, relationsLeftOut },
  }));

async function comparePattern(store: GraphStore, plain: PlainGraph, { pattern, walkFilter, page }: Questions) {
  const { modality, from, to, toldBy } = walkFilter;
  const question = {
    places: [{ entities: pattern.start }, ...pattern.steps.map(({ kinds: of, entities }) => ({ kinds: of, entities }))],
    steps: pattern.steps.map((one, index) => ({ ...one, from: Math.min(one.from, index) })),
    filter: { modality, from, to, toldBy },
  };
  const known = new Set(plain.entities().map(({ id }) => id));
  const isKnown = question.places.every(({ entities = [] }) => entities.every((id) => known.has(id)));
  const expected = plainPattern(plain, question);
  if ('fault' in settlePattern(question)) {
    expect(expected).toEqual([]);
    await expect(store.pattern(question, page)).rejects.toThrow(BadArgumentError);
  } else if (!isKnown) {
    await expect(store.pattern(question, page)).rejects.toThrow(UnknownEntityError);
  } else {
    const found = await store.pattern(question, page);
    const items = found.items.map(({ record, cursor }) => ({
      record: { entities: record.entities.map(({ id }) => id), hops: record.hops },
      cursor,
    }));
    const keyed = expected.map((record) => ({ record, cursor: record.entities.join('!') }));
    expect({ ...found, items }).toEqual(cutPage(keyed, page));
  }
}

async function compare(store: GraphStore, plain: PlainGraph, asked: Questions): Promise<void> {
  const { owners, page, entityFilter, relationFilter, statementFilter, timelineFilter, walkFilter, depth, limit } =
    asked;
  const all = { first: 1_000 };
  expect(await store.entityPages([null], {}, all)).toEqual([plain.entityPage(null, {}, all)]);
  expect(await store.relationPages([null], {}, all)).toEqual([plain.relationPage(null, {}, all)]);
  expect(await store.entityPages(owners, entityFilter, page)).toEqual(
    owners.map((one) => plain.entityPage(one, entityFilter, page)),
  );
  expect(await store.relationPages(owners, relationFilter, page)).toEqual(
    owners.map((one) => plain.relationPage(one, relationFilter, page)),
  );
  expect(await store.statementPages(owners, statementFilter, page)).toEqual(
    owners.map((one) => plain.statementPage(one, statementFilter, page)),
  );
  expect(await store.documentPages(owners, statementFilter, page)).toEqual(
    owners.map((one) => plain.documentPage(one, statementFilter, page)),
  );
  const groupFilter = { ...statementFilter, kinds: entityFilter.kinds };
  expect(await store.statementGroups(asked.grouping, groupFilter, page)).toEqual(
    plain.statementGroups(asked.grouping, groupFilter, page),
  );
  for (const one of owners) {
    expect(await store.timeline(one, timelineFilter, page)).toEqual(plain.timeline(one, timelineFilter, page));
  }
  for (const edgeLimit of [undefined, asked.edgeLimit]) {
    const { truncated, edgesTruncated, ...network } = await store.network(walkFilter, limit, edgeLimit);
    expect({ ...idsIn(network), truncated, edgesTruncated }).toEqual(plainNetwork(plain, walkFilter, limit, edgeLimit));
  }
  await comparePattern(store, plain, asked);
  const known = new Set(plain.entities().map(({ id }) => id));
  const [from, to] = asked.ends;
  if (!known.has(from) || !known.has(to)) return;
  const centers = [...new Set([from, to])].slice(0, limit);
  const walk = { centers, depth: depth + 1, filter: walkFilter, limit, breadth: asked.breadth };
  for (const edgeLimit of [undefined, asked.edgeLimit]) {
    const around = await store.neighbourhood({ ...walk, edgeLimit });
    const { edgesTruncated } = around;
    expect({ ...idsIn(around), edgesTruncated, thinned: lacksOf(around) }).toEqual(
      plainNeighbourhood(plain, { ...walk, edgeLimit }),
    );
    expect(around.truncated).toBe(around.thinned?.length !== 0);
  }
  const question = {
    ...{ from, to, maxHops: depth + 1, filter: walkFilter, which: 'K_SHORTEST' as const, first: asked.limit },
    avoid: asked.avoid,
    avoidHubsAbove: asked.hub,
  };
  const several = await store.paths(question);
  const expected = plainPaths(plain, question);
  expect(several.paths.map(({ entities }) => entities.map(({ id }) => id))).toEqual(expected.slice(0, asked.limit));
  if (several.after !== null) {
    const rest = await store.paths({ ...question, first: 20, after: several.after });
    expect(rest.paths.map(({ entities }) => entities.map(({ id }) => id))).toEqual(
      expected.slice(asked.limit, asked.limit + 20),
    );
  } else expect(expected.length).toBeLessThanOrEqual(asked.limit);
  const path = await store.shortestPath(from, to, depth + 1, walkFilter);
  expect(path && idsIn(path)).toEqual(plainShortestPath(plain, from, to, depth + 1, walkFilter));
}

export function behavesLikePlainGraph(current: CurrentStore, propertyRuns: number): void {
  it('answers like a plain graph after any sequence of documents put, replaced and deleted', async () => {
    const store = current();
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 6 }),
        fc.array(questions, { minLength: 1, maxLength: 4 }),
        async (steps, asked) => {
          await emptyStore(store);
          const plain = new PlainGraph();
          for (const one of steps) {
            if ('put' in one) {
              const batch = graphBatch(one.put);
              await store.putDocument(batch);
              plain.put(batch);
            } else {
              await store.deleteDocument(one.delete);
              plain.delete(one.delete);
            }
          }
          for (const question of asked) await compare(store, plain, question);
        },
      ),
      { numRuns: propertyRuns },
    );
  }, 600_000);
}
