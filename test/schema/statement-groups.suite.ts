import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { GraphStore } from '../../src/store/graph-store.js';
import { countCalls } from '../store/counting-store.js';
import { graphBatch } from '../store/graph-batch-fixture.js';
import { ask, fill, type OpenStore, refusal } from './ask.js';

const months = ['1956-12', '1957-01', '1957-02', '1957-03', '1957-04', '1957-05'];
const speakers = Array.from({ length: 12 }, (_, i) => `person:s${String(i).padStart(2, '0')}`);

/** Twelve speakers; the first speaks once, the next twice and so on, of the plenum and in turn of each other. */
const protocol = graphBatch({
  key: 'protocol',
  date: '1957-05-20',
  statements: speakers.flatMap((speaker, i) =>
    Array.from({ length: i + 1 }, (_, n) => ({
      speaker,
      addressees: ['person:chairman'],
      about: ['event:plenum', speakers[(i + 1) % speakers.length] ?? speaker],
      date: i === 3 ? null : `${months[n % months.length]}-0${1 + (i % 9)}`,
    })),
  ),
});

/** `statementGroups`: statements counted by speaker, addressee, subject and month. */
export function statementGroupQuestions(open: OpenStore): void {
  let store: GraphStore;
  beforeAll(async () => {
    store = await fill(open, [protocol]);
  });
  afterAll(() => store.close());

  const groups = async (args: string, fields: string) =>
    (await ask(store, `{ statementGroups(${args}) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }`))
      .statementGroups;

  it('are counted by speaker, each with its statements', async () => {
    const { nodes, pageInfo } = await groups(
      'by: SPEAKER, first: 2',
      'entity { id } month count firstDate lastDate statements(first: 1) { nodes { speaker { id } date } pageInfo { hasNextPage } }',
    );
    expect(pageInfo.hasNextPage).toBe(true);
    expect(nodes[0]).toEqual({
      ...{ entity: { id: 'person:s11' }, month: null, count: 12, firstDate: '1956-12-03', lastDate: '1957-05-03' },
      statements: { nodes: [{ speaker: { id: 'person:s11' }, date: '1956-12-03' }], pageInfo: { hasNextPage: true } },
    });
  });

  it('are counted by month, the undated last', async () => {
    const { nodes } = await groups(
      'by: MONTH, speaker: "person:s03"',
      'entity { id } month count statements { nodes { date } }',
    );
    expect(nodes).toEqual([
      { entity: null, month: null, count: 4, statements: { nodes: Array(4).fill({ date: null }) } },
    ]);
    const ofFive = await groups(
      'by: MONTH, speaker: "person:s05", from: "1957-03"',
      'month count statements { nodes { date } }',
    );
    expect(ofFive.nodes.map(({ month }: { month: string }) => month)).toEqual(['1957-03', '1957-04', '1957-05']);
    expect(ofFive.nodes[0]).toEqual({ month: '1957-03', count: 1, statements: { nodes: [{ date: '1957-03-06' }] } });
  });

  it('are counted by subject and addressee, of the kinds asked for', async () => {
    const count = Array.from(speakers, (_, i) => i + 1).reduce((sum, n) => sum + n, 0);
    expect((await groups('by: SUBJECT, kinds: [EVENT]', 'entity { id } count')).nodes).toEqual([
      { entity: { id: 'event:plenum' }, count },
    ]);
    expect((await groups('by: ADDRESSEE', 'entity { id } count')).nodes).toEqual([
      { entity: { id: 'person:chairman' }, count },
    ]);
  });

  it('go on where they were cut', async () => {
    const met: string[] = [];
    let after = '';
    for (let page = 0; page < 9; page += 1) {
      const { nodes, pageInfo } = await groups(`by: SPEAKER, first: 5${after}`, 'entity { id }');
      met.push(...nodes.map(({ entity }: { entity: { id: string } }) => entity.id));
      if (!pageInfo.hasNextPage) break;
      after = `, after: "${pageInfo.endCursor}"`;
    }
    expect(met).toEqual([...speakers].reverse());
  });

  it.each(['SPEAKER', 'SUBJECT', 'MONTH'])('by %s cost as many calls for one group as for all', async (by) => {
    const counted = countCalls(store);
    const callsOf = async (first: number) => {
      counted.reset();
      await ask(
        counted.store,
        `{ statementGroups(by: ${by}, first: ${first}) { nodes { entity { name } statements(first: 2) { nodes { quote evidence { nodes { quote } } } } } } }`,
      );
      return counted.byMethod();
    };
    const one = await callsOf(1);
    expect(one).toEqual({
      statementGroups: 1,
      statementPages: 1,
      evidencePages: 1,
      ...(by === 'MONTH' ? {} : { nodes: 1 }),
    });
    expect(await callsOf(13)).toEqual(one);
  });

  it.each([
    'by: SPEAKER, first: 1000000000',
    'by: SPEAKER, first: 0',
    'by: SPEAKER, from: "1958", to: "1957"',
    `by: MONTH, after: "${Buffer.from('statementGroup|000000001!person:a').toString('base64url')}"`,
    'by: SPEAKER, after: "x"',
  ])('refuses %s', async (args) => {
    const counted = countCalls(store);
    const query = `{ statementGroups(${args}) { nodes { count } } }`;
    expect((await refusal(counted.store, query)).code).toBe('BAD_ARGUMENT');
    expect(counted.calls()).toBe(0);
  });

  it('of all statements of all groups at once are too many', async () => {
    const query = `{ statementGroups(by: MONTH, first: 100) { nodes { statements(first: 100) { nodes { evidence(first: 100) { nodes { quote } } } } } } }`;
    expect((await refusal(store, query)).message).toMatch(/may bring \d+ records/);
  });
}
