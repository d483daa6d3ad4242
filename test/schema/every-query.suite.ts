import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { graphql } from 'graphql';
import { createContext } from '../../schema/context.js';
import { limits } from '../../schema/limits.js';
import { schema } from '../../schema/schema.js';
import { relationTypeNames } from '../../src/model/ontology.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { post, startTestServer, type TestServer } from '../server/start-test-server.js';
import { type CountedStore, countCalls } from '../store/counting-store.js';
import { admin, type OpenStore } from './ask.js';
import { leastSelection } from './least-arguments.js';
import { fillQueriedArchive } from './queried-archive.js';
import { type QueryRow, queryRows } from './query-rows.js';

const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
const named = fields.map((field) => [field.name, field] as const);
/** These ask what the server is doing, and no store; what malice gets of them is tried here all the same. */
const ofTheServer: ReadonlySet<string> = new Set(['job', 'jobs']);
const adminToken = 'a-token-for-every-query';
/** More than there is of anything. */
const plenty = 50;

/** What each field of Query gives, what it costs the store, where it goes on, and what it gives to who means harm. */
export function everyQuery(open: OpenStore): void {
  let store: GraphStore;
  let counted: CountedStore;
  let server: TestServer;
  beforeAll(async () => {
    store = await open();
    await fillQueriedArchive(store);
    counted = countCalls(store);
    server = await startTestServer({ store: counted.store, adminToken });
  });
  afterAll(() => server.close());

  it('has a row here for each field of Query', () => {
    const ofTheArchive = fields.map(({ name }) => name).filter((name) => !ofTheServer.has(name));
    expect(Object.keys(queryRows).sort()).toEqual(ofTheArchive.sort());
  });

  describe.each(Object.entries(queryRows))('%s', (_name, row: QueryRow) => {
    async function ask(size: number, after?: string) {
      counted.reset();
      const source = `{ c: ${row.query(size, after)} }`;
      const { data, errors } = await graphql({ schema, source, contextValue: createContext(counted.store, admin) });
      expect(errors).toBeUndefined();
      return { answer: data?.c, records: row.records(data?.c), calls: counted.byMethod() };
    }

    it('gives what the archive holds', async () => {
      expect((await ask(plenty)).records).toEqual(row.answer);
    });

    it('asks the store as often for one as for many', async () => {
      expect((await ask(plenty)).calls).toEqual(row.calls);
      expect((await ask(1)).calls).toEqual(row.calls);
    });

    it('gives the rest when it is asked on from where it was cut', async () => {
      const { next } = row;
      if (next === undefined) return;
      const read: unknown[] = [];
      for (let after: string | null | undefined; after !== null; ) {
        const { answer, records } = await ask(1, after);
        read.push(...records);
        after = next(answer);
        expect(read.length).toBeLessThanOrEqual(row.answer.length);
      }
      expect(read).toEqual(row.answer);
    });
  });

  describe('with malice', () => {
    const send = (query: string) => post(server, { query }, { authorization: `Bearer ${adminToken}` });

    /** Refused before the store was asked. */
    async function refused(query: string, about: RegExp): Promise<void> {
      counted.reset();
      const { status, body } = await send(query);
      expect([status, body.data ?? null]).toEqual([expect.any(Number), null]);
      expect(body.errors?.map(({ message }) => message).join(' ')).toMatch(about);
      expect(counted.calls()).toBe(0);
    }

    it.each(named)('%s, fifty levels deep', async (_name, field) => {
      const deep = `${'{ nodes '.repeat(50)}{ id }${' }'.repeat(50)}`;
      await refused(
        `{ ${leastSelection(field).replace(/ \{ __typename \}$/, '')} ${deep} }`,
        /depth|must not have a selection/,
      );
    });

    it.each(named)('%s, ten thousand times by other names', async (_name, field) => {
      const aliases = Array.from({ length: 10_000 }, (_, index) => `a${index}: ${leastSelection(field)}`);
      await refused(`{ ${aliases.join(' ').slice(0, 900_000)} }`, /Token limit/);
    });

    it.each(named)('%s, thirty-one times by other names', async (_name, field) => {
      const aliases = Array.from({ length: 31 }, (_, index) => `a${index}: ${leastSelection(field)}`);
      await refused(`{ ${aliases.join(' ')} }`, /Aliases limit|Directives limit/);
    });

    it.each(named)('%s, in a megabyte of tokens', async (_name, field) => {
      const long = `{ ${leastSelection(field)} ${'__typename '.repeat(90_000)} }`;
      await refused(long.slice(0, 990_000), /Token limit/);
    });

    it.each(named)('%s, in fragments that go round', async (_name, field) => {
      await refused(
        `{ ...A } fragment A on Query { ${leastSelection(field)} ...B } fragment B on Query { ...A }`,
        /Cannot spread fragment/,
      );
    });

    it.each(named)('%s, in fragments that are a million fields written out', async (_name, field) => {
      const levels = Array.from(
        { length: 20 },
        (_, n) => `fragment F${n} on Query { ... on Query { ...F${n + 1} } ...F${n + 1} }`,
      );
      await refused(
        `{ ...F0 } ${levels.join(' ')} fragment F20 on Query { ${leastSelection(field)} }`,
        /fields; the most is|records; the most is/,
      );
    });

    const sized = named.filter(([, { args }]) => args.some(({ name }) => name === 'first' || name === 'limit'));
    it.each(sized)('%s, for a billion at once', async (name, field) => {
      const size = field.args.some((arg) => arg.name === 'limit') ? 'limit' : 'first';
      const least = leastSelection(field).replace(new RegExp(`\\b${size}: \\d+(, )?`), '');
      const billion = least.includes('(')
        ? least.replace('(', `(${size}: 1000000000, `).replace(', )', ')')
        : least.replace(name, `${name}(${size}: 1000000000)`);
      counted.reset();
      const { status, body } = await send(`{ ${billion} }`);
      expect([status, body.errors?.[0]?.extensions?.code]).toEqual([400, 'BAD_ARGUMENT']);
      expect(counted.calls()).toBe(0);
    });

    it('a pattern over everything, in as many steps as there may be, gives one page or a refusal', async () => {
      const anything = relationTypeNames.filter((name) => name !== 'AUTHORED').join(', ');
      for (const steps of [1, 2, 3]) {
        const asked = Array.from({ length: steps }, () => `{ types: [${anything}] }`).join(', ');
        const { body } = await send(
          `{ pattern(steps: [${asked}], first: ${limits.maxPageSize}) { nodes { entities { id } } } }`,
        );
        const { nodes } = (body.data?.pattern ?? { nodes: null }) as { nodes: unknown[] | null };
        if (nodes === null) expect(body.errors?.[0]?.extensions?.code).toBe('BAD_ARGUMENT');
        else
          expect([nodes.length > 0, nodes.length <= limits.maxPageSize, body.errors]).toEqual([true, true, undefined]);
      }
    });
  });
}
