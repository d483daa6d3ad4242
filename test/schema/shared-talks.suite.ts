import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { GraphStore } from '../../src/store/graph-store.js';
import { countCalls } from '../store/counting-store.js';
import { type DocumentSpec, graphBatch } from '../store/graph-batch-fixture.js';
import { ask, fill, type OpenStore, refusal } from './ask.js';

const days = Array.from({ length: 12 }, (_, i) => `1957-07-${String(i + 1).padStart(2, '0')}`);

/** A journal of twelve talks of one day each, as `host` tells them, in so many statements each. */
function journal(key: string, speaker: string, statements: number): DocumentSpec {
  return {
    key,
    date: '1957-07-31',
    entities: days.map((date, i) => ({ id: `event:talk-${i}-in-${key}`, date })),
    relations: days.flatMap((date, i) =>
      ['person:puzanov', 'person:nam-il'].map((source) => ({
        ...{ type: 'PARTICIPATED_IN' as const, source, target: `event:talk-${i}-in-${key}`, evidence: [date] },
      })),
    ),
    statements: days.flatMap((date) =>
      Array.from({ length: statements }, () => ({ speaker, addressees: [], about: ['event:plenum'], date })),
    ),
  };
}

/** `sharedTalks`: what two documents say of one talk. */
export function sharedTalkQuestions(open: OpenStore): void {
  let store: GraphStore;
  beforeAll(async () => {
    const journals = [journal('soviet', 'person:nam-il', 3), journal('korean', 'person:puzanov', 1)];
    store = await fill(open, journals.map(graphBatch));
  });
  afterAll(() => store.close());

  const soviet = 'document: "document:soviet"';

  it('stand side by side, with what either says was said', async () => {
    const { sharedTalks } = await ask(
      store,
      `{ sharedTalks(${soviet}, other: "document:korean", first: 1) { pageInfo { hasNextPage } nodes { date participants { id }
        left { document { id } event { id } date participants { id } statementCount statements(first: 2) { nodes { speaker { id } } pageInfo { hasNextPage } } }
        right { document { title } statements { nodes { speaker { id } date evidence { nodes { quote } } } } } } } }`,
    );
    const both = [{ id: 'person:nam-il' }, { id: 'person:puzanov' }];
    const namIl = { speaker: { id: 'person:nam-il' } };
    expect(sharedTalks).toMatchObject({
      pageInfo: { hasNextPage: true },
      nodes: [
        {
          ...{ date: '1957-07-01', participants: both },
          left: {
            ...{ document: { id: 'document:soviet' }, event: { id: 'event:talk-0-in-soviet' }, date: '1957-07-01' },
            ...{ participants: both, statementCount: 3 },
            statements: { nodes: [namIl, namIl], pageInfo: { hasNextPage: true } },
          },
          right: {
            document: { title: 'Record korean' },
            statements: {
              nodes: [
                {
                  ...{ speaker: { id: 'person:puzanov' }, date: '1957-07-01' },
                  evidence: { nodes: [{ quote: 'Puzanov was heard.' }] },
                },
              ],
            },
          },
        },
      ],
    });
  });

  it('are found for one document, and go on where they were cut, talks as well as statements', async () => {
    const met: string[] = [];
    let after = '';
    for (let page = 0; page < 9; page += 1) {
      const { sharedTalks } = await ask(
        store,
        `{ sharedTalks(${soviet}, first: 5${after}) { nodes { date } pageInfo { hasNextPage endCursor } } }`,
      );
      met.push(...sharedTalks.nodes.map(({ date }: { date: string }) => date));
      if (!sharedTalks.pageInfo.hasNextPage) break;
      after = `, after: "${sharedTalks.pageInfo.endCursor}"`;
    }
    expect(met).toEqual(days);
    const statements = async (page: string) =>
      (
        await ask(
          store,
          `{ sharedTalks(${soviet}, first: 1) { nodes { left { statements(${page}) { nodes { id } pageInfo { endCursor } } } } } }`,
        )
      ).sharedTalks.nodes[0].left.statements;
    const all = await statements('first: 9');
    const first = await statements('first: 1');
    expect(await statements(`first: 9, after: "${first.pageInfo.endCursor}"`)).toMatchObject({
      nodes: all.nodes.slice(1),
    });
  });

  it('cost as many calls for one talk as for twelve', async () => {
    const counted = countCalls(store);
    const callsOf = async (first: number) => {
      counted.reset();
      const account =
        '{ document { title } event { name } participants { name } statements(first: 2) { nodes { speaker { name } evidence(first: 1) { nodes { quote } } } } }';
      await ask(
        counted.store,
        `{ sharedTalks(${soviet}, first: ${first}) { nodes { participants { name } left ${account} right ${account} } } }`,
      );
      return counted.byMethod();
    };
    const one = await callsOf(1);
    expect(one).toEqual({ accounts: 1, nodes: 1, evidencePages: 1 });
    expect(await callsOf(12)).toEqual(one);
  });

  it.each([`${soviet}, first: 1000000000`, `${soviet}, first: 0`, `${soviet}, after: "x"`])(
    'refuses %s',
    async (args) => {
      const counted = countCalls(store);
      expect((await refusal(counted.store, `{ sharedTalks(${args}) { nodes { date } } }`)).code).toBe('BAD_ARGUMENT');
      expect(counted.calls()).toBe(0);
    },
  );

  it.each([`${soviet}, other: "document:soviet"`, `${soviet}, other: "document:none"`, 'document: "person:nam-il"'])(
    'refuses %s',
    async (args) => {
      expect((await refusal(store, `{ sharedTalks(${args}) { nodes { date } } }`)).code).toBe('BAD_ARGUMENT');
    },
  );
}
