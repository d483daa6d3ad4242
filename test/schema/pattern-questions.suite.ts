import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { GraphStore } from '../../src/store/graph-store.js';
import { countCalls } from '../store/counting-store.js';
import { graphBatch, type RelationSpec } from '../store/graph-batch-fixture.js';
import { ask, fill, type OpenStore, refusal } from './ask.js';

const envoys = Array.from({ length: 30 }, (_, i) => `person:envoy-${String(i).padStart(2, '0')}`);

/** Thirty envoys whom one minister asked; all represent one country, every third supported the plan. */
const telegram = graphBatch({
  key: 'telegram',
  date: '1957-07-08',
  relations: envoys.flatMap((envoy, i): readonly RelationSpec[] => [
    { type: 'ASKED', source: 'person:nam-il', target: envoy },
    ...(i === 0 ? ([{ type: 'INFORMED', source: 'person:nam-il', target: envoy }] as const) : []),
    { type: 'REPRESENTS', source: envoy, target: 'place:ussr' },
    ...(i % 3 === 0 ? ([{ type: 'SUPPORTED', source: envoy, target: 'agreement:plan' }] as const) : []),
  ]),
});

/** `pattern`: who stands in a chain of typed steps. */
export function patternQuestions(open: OpenStore): void {
  let store: GraphStore;
  beforeAll(async () => {
    store = await fill(open, [telegram]);
  });
  afterAll(() => store.close());

  const toUssr = '{ types: [REPRESENTS], to: { entities: ["place:ussr"] } }';
  const whoAsked = `{ types: [ASKED] }, ${toUssr}, { types: [SUPPORTED], from: 1, to: { kinds: [AGREEMENT] } }`;

  it('tells who asked somebody who represents a country to support a plan, hop by hop with the words', async () => {
    const { pattern } = await ask(
      store,
      `{ pattern(steps: [${whoAsked}], first: 2) { nodes { entities { id } hops { from { id } to { id } relationCount
        relations { type evidence { nodes { quote } } } } } pageInfo { hasNextPage } } }`,
    );
    expect(pattern.pageInfo.hasNextPage).toBe(true);
    expect(pattern.nodes[1].entities).toEqual([
      ...[{ id: 'person:nam-il' }, { id: 'person:envoy-03' }, { id: 'place:ussr' }, { id: 'agreement:plan' }],
    ]);
    const hop = (from: string, type: string, to: string, quote: string) => ({
      ...{ from: { id: from }, to: { id: to }, relationCount: 1 },
      relations: [{ type, evidence: { nodes: [{ quote }] } }],
    });
    expect(pattern.nodes[1].hops).toEqual([
      hop('person:nam-il', 'ASKED', 'person:envoy-03', 'Nam Il ASKED Envoy 03.'),
      hop('person:envoy-03', 'REPRESENTS', 'place:ussr', 'Envoy 03 REPRESENTS Ussr.'),
      hop('person:envoy-03', 'SUPPORTED', 'agreement:plan', 'Envoy 03 SUPPORTED Plan.'),
    ]);
  });

  it('gives several relations of one hop, as many as asked for', async () => {
    const { pattern } = await ask(
      store,
      `{ pattern(start: { entities: ["${envoys[0]}"] }, steps: [{ types: [ASKED, INFORMED], direction: IN }]) {
        nodes { hops { relationCount relations(first: 1) { type } } } } }`,
    );
    expect(pattern.nodes).toEqual([{ hops: [{ relationCount: 2, relations: [{ type: 'ASKED' }] }] }]);
  });

  it('goes on where it was cut, and back', async () => {
    const seconds = async (page: string) => {
      const query = `{ pattern(steps: [${whoAsked}], ${page}) { edges { cursor node { entities { id } } } pageInfo { hasNextPage endCursor } } }`;
      const { edges, pageInfo } = (await ask(store, query)).pattern;
      return {
        ids: edges.map((edge: { node: { entities: { id: string }[] } }) => edge.node.entities[1]?.id),
        pageInfo,
      };
    };
    const all = envoys.filter((_, i) => i % 3 === 0);
    const first = await seconds('first: 4');
    expect(first).toMatchObject({ ids: all.slice(0, 4), pageInfo: { hasNextPage: true } });
    expect(await seconds(`first: 50, after: "${first.pageInfo.endCursor}"`)).toMatchObject({
      ...{ ids: all.slice(4), pageInfo: { hasNextPage: false } },
    });
    expect((await seconds(`last: 2, before: "${first.pageInfo.endCursor}"`)).ids).toEqual(all.slice(1, 3));
  });

  it('is restricted by period, confidence and modality', async () => {
    const count = async (args: string) =>
      (await ask(store, `{ pattern(steps: [${whoAsked}], ${args}) { nodes { entities { id } } } }`)).pattern.nodes
        .length;
    expect(await count('since: "1957-07", until: "1957"')).toBe(10);
    expect(await count('until: "1957-06"')).toBe(0);
    expect(await count('minConfidence: 0.9')).toBe(0);
    expect(await count('modality: [PLANNED]')).toBe(0);
  });

  it('costs one call, however many chains, and what shows them two', async () => {
    const counted = countCalls(store);
    const callsOf = async (first: number) => {
      counted.reset();
      await ask(
        counted.store,
        `{ pattern(steps: [{ types: [ASKED] }, ${toUssr}], first: ${first}) {
          nodes { entities { name } hops { from { name } relations { source { name } evidence(first: 1) { nodes { quote } } } } } } }`,
      );
      return counted.byMethod();
    };
    expect(await callsOf(1)).toEqual({ pattern: 1, nodes: 1, evidencePages: 1 });
    expect(await callsOf(30)).toEqual(await callsOf(1));
  });

  it.each([
    'steps: []',
    `steps: [${'{ types: [MET_WITH] } '.repeat(6)}]`,
    `steps: [${'{ types: [MET_WITH] } '.repeat(2_000)}]`,
    'steps: [{ types: [] }]',
    'steps: [{ types: [AUTHORED] }]',
    'steps: [{ types: [MET_WITH], from: 1 }]',
    'steps: [{ types: [MET_WITH], to: { kinds: [PLACE] } }]',
    'steps: [{ types: [ORGANIZED], direction: IN, to: { kinds: [EVENT] } }]',
    'steps: [{ types: [ASKED] }, { types: [PART_OF], to: { kinds: [PERSON] } }]',
    'start: { entities: ["event:e"] }, steps: [{ types: [ASKED] }]',
    'start: { entities: [] }, steps: [{ types: [ASKED] }]',
    `start: { entities: [${'"person:a",'.repeat(10_000)}] }, steps: [{ types: [ASKED] }]`,
    'steps: [{ types: [ASKED] }], first: 1000000000',
    'steps: [{ types: [ASKED] }], after: "x"',
    'steps: [{ types: [ASKED] }], minConfidence: 7',
    'steps: [{ types: [ASKED] }], since: "1958", until: "1957"',
  ])('refuses %.70s', async (args) => {
    const counted = countCalls(store);
    const query = `{ pattern(${args}) { pageInfo { hasNextPage } } }`;
    expect((await refusal(counted.store, query)).code).toBe('BAD_ARGUMENT');
    expect(counted.calls()).toBe(0);
  });

  it('refuses an entity that there is not', async () => {
    const query =
      '{ pattern(start: { entities: ["person:nobody"] }, steps: [{ types: [ASKED] }]) { nodes { entities { id } } } }';
    expect((await refusal(store, query)).code).toBe('UNKNOWN_ENTITY');
  });
}
