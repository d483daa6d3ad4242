import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { graphql } from 'graphql';
import { createContext } from '../../schema/context.js';
import { schema } from '../../schema/schema.js';
import { issueToken } from '../../src/access/issue-token.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open-store.js';
import { claimDatabase, claimTimeoutMs, type ExclusiveDatabase } from '../neo4j-server/exclusive-database.js';
import { describeWith, neo4jRequirement } from '../requirements.js';
import { graphBatch } from './graph-batch-fixture.js';

jest.setTimeout(300_000);

const operator = { name: 'operator', role: 'ADMIN' } as const;
const people = Array.from({ length: 10 }, (_, index) => `person:p${index}`);
/** Persons of whom the writer's documents say nothing, so that no count of theirs changes. */
const untouched = Array.from({ length: 8 }, (_, index) => `person:untouched-${index}`);
const hubs = ['person:hub', 'person:other-hub'] as const;
/** Each initial stands for two people, so that nobody is linked, and every pair stays to be reviewed. */
const surnames = ['Arnold', 'Bellamy', 'Carver', 'Dunstan'];
const alike = (given: string) =>
  surnames.map((surname) => ({
    id: `person:${given === 'J.' ? 'j' : given.toLowerCase()}-${surname.toLowerCase()}`,
    name: `${given} ${surname}`,
  }));
/** What is there throughout: enough for some pages of each connection, each of three documents. */
const staying = [0, 1, 2].map((number) =>
  graphBatch({
    key: `stays-${number * 3}`,
    date: `1957-07-${10 + number}`,
    entities: alike(['J.', 'John', 'Jane'][number] ?? ''),
    relations: [
      ...people.map(
        (person, index) =>
          ({ type: 'INFORMED', source: person, target: 'person:hub', evidence: [`1957-07-${10 + index}`] }) as const,
      ),
      ...[...people, ...untouched].flatMap((person) =>
        hubs.map((hub) => ({ type: 'MET_WITH', source: hub, target: person, evidence: ['1957-07-10'] }) as const),
      ),
    ],
    // Of different numbers, so that there is something to rank.
    statements: [...people, ...untouched.filter((_, index) => index % 3 >= number)].map((speaker) => ({
      speaker,
      addressees: ['person:hub'],
      about: ['person:p0'],
    })),
  }),
);

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query.
type Answer = any;

interface Paged {
  /** The query for a page, by its arguments, with a selection. */
  readonly query: (page: string, selection: string) => string;
  readonly node: string;
  readonly key: (node: Answer) => string;
}

const id = ({ id: own }: Answer): string => own;

function whole(field: string, given = '', node = 'id', key = id): Paged {
  return { query: (page, selection) => `{ c: ${field}(${given} ${page}) ${selection} }`, node, key };
}

function owned(owner: string, field: string, given = ''): Paged {
  return {
    query: (page, selection) => `{ o: ${owner} { c: ${field}(${given} ${page}) ${selection} } }`,
    node: 'id',
    key: id,
  };
}

const hub = 'entity(id: "person:hub")';
const document = 'document(id: "document:stays-0")';
const everybody = `["person:hub", ${people.map((person) => `"${person}"`).join(', ')}]`;

/** Connections of every type that pages by a key of what is stored. */
const connections: Readonly<Record<string, Paged>> = {
  entities: whole('entities'),
  relations: whole('relations'),
  statements: whole('statements'),
  documents: whole('documents'),
  timeline: whole('timeline', '', 'node { id }', ({ node }) => node.id),
  'relations between entities': whole('connectionsBetween', `entities: ${everybody}`),
  patterns: whole(
    'pattern',
    'start: { entities: ["person:hub"] }, steps: [{ types: [MET_WITH] }]',
    'entities { id }',
    ({ entities }) => entities.map(id).join(' '),
  ),
  "an entity's relations": owned(hub, 'relations'),
  "an entity's statements": owned(hub, 'statements', 'as: ADDRESSEE'),
  "an entity's mentions": owned(hub, 'mentions'),
  "an entity's documents": owned(hub, 'documents'),
  'whom somebody met': {
    query: (page, selection) => `{ o: ${hub} { ... on Person { c: met(${page}) ${selection} } } }`,
    node: 'id',
    key: id,
  },
  'passages, most of which miss a word': whole(
    'searchPassages',
    'query: "P1 said something"',
    'document { id } start missing { text }',
    (hit) => `${hit.document.id} ${hit.start} -${hit.missing.map(({ text }: Answer) => text).join(' ')}`,
  ),
  'matches to review': whole('matches', 'states: [OPEN]'),
  "a document's mentions": owned(document, 'mentions'),
  "a document's relations": owned(document, 'relations'),
  "a document's statements": owned(document, 'statements'),
  "a document's evidence": owned(document, 'evidence'),
};

/**
 * Connections ranked by counts, which documents change. What holds: whoever the writer's documents leave as they are is
 * met once, in the same order.
 */
const ranked: Readonly<Record<string, Paged>> = {
  'entities by mentions': whole('entities', 'kinds: [PERSON], orderBy: MENTIONS'),
  'statements by speaker': whole('statementGroups', 'by: SPEAKER', 'entity { id }', ({ entity }) => entity.id),
  'common neighbours': whole(
    'commonNeighbours',
    'entities: ["person:hub", "person:other-hub"]',
    'entity { id }',
    ({ entity }) => entity.id,
  ),
  'who was with somebody': whole('coPresence', 'entity: "person:hub"', 'left { id } right { id }', ({ left, right }) =>
    [left.id, right.id].join(' '),
  ),
};

/** Connections of which nothing ever goes, and to whose end the other writer adds. */
const growing: Readonly<Record<string, Paged>> = {
  ledger: whole('ledger'),
  tokens: whole('tokens', '', 'name', ({ name }) => name),
};
/** Pages behind all that stays: a growing connection has no end to read to. */
const pagesBehind = 3;

const all = { ...connections, ...ranked, ...growing };

/** What there is when paging begins. */
async function putStaying(store: GraphStore): Promise<void> {
  for (const batch of staying) await store.putDocument(batch);
  for (const [turn, entity] of untouched.entries()) {
    const change = { by: 'Ann Quill', at: '2026-01-01T00:00:00.000Z', note: null, expectedVersion: null };
    await store.edit({ action: 'RENAME', entity, name: `Somebody ${turn}` }, change);
    const token = { name: `Reader ${turn}`, role: 'READER', expiresAt: null, by: 'operator' } as const;
    // As if made long ago: identifiers begin with the time.
    await issueToken(store.tokens, token, Date.UTC(2026, 0, 1 + turn));
  }
}

/** Another process, which writes as long as it is let. */
class Writer {
  readonly #process: ChildProcess;
  #turns = 0;

  constructor(url: string, user: string, password: string) {
    const script = join(import.meta.dirname, 'write-and-delete.ts');
    this.#process = spawn(process.execPath, ['--import', 'tsx', script, url, user, password], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    createInterface({ input: this.#process.stdout as NodeJS.ReadableStream }).on('line', () => {
      this.#turns += 1;
    });
  }

  /** Waits until it has written some more, so that no page is read of the same store as the one before. */
  async writesMore(): Promise<void> {
    const before = this.#turns;
    while (this.#turns === before) {
      if (this.#process.exitCode !== null) throw new Error('The writer has ended.');
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  async end(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    const ended = once(this.#process, 'exit');
    this.#process.stdin?.end();
    await ended;
  }
}

function pagesBesideAWriter(
  start: () => Promise<{ store: GraphStore; writer: Writer }>,
  end: () => Promise<void>,
): void {
  let store: GraphStore;
  let writer: Writer;
  beforeAll(async () => {
    ({ store, writer } = await start());
  }, claimTimeoutMs);
  afterAll(async () => {
    await writer.end();
    await store.close();
    await end();
  });

  async function read({ query, node, key }: Paged, page: string, from = store) {
    const selection = `{ edges { cursor node { ${node} } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
    const { data, errors } = await graphql({
      schema,
      source: query(page, selection),
      contextValue: createContext(from, operator),
    });
    if (errors?.[0]) throw errors[0];
    const answer: Answer = data;
    const { edges, pageInfo } = answer.c ?? answer.o.c;
    return { keys: edges.map((edge: Answer) => key(edge.node)) as string[], pageInfo };
  }

  const staysOf = new Map<string, readonly string[]>();
  beforeAll(async () => {
    const alone = await openStore('sqlite::memory:');
    await putStaying(alone);
    for (const [name, connection] of Object.entries(all)) {
      staysOf.set(name, (await read(connection, 'first: 100', alone)).keys);
    }
    await alone.close();
  });

  const isPassing = (key: string): boolean => key.includes('passing');

  /**
   * Page by page, the store changed between any two: to the end and back, or, where there is none, to some pages behind
   * what stays and back.
   */
  async function readThere(
    connection: Paged,
    size: number,
    last: string | null,
  ): Promise<{ met: string[]; end: string }> {
    const met: string[] = [];
    let behind = 0;
    for (let after = ''; ; ) {
      const { keys, pageInfo } = await read(connection, `first: ${size}${after}`);
      met.push(...keys);
      if (last !== null && met.includes(last)) behind += 1;
      if (behind > pagesBehind) return { met, end: `, before: "${pageInfo.endCursor}"` };
      if (!pageInfo.hasNextPage) return { met, end: '' };
      after = `, after: "${pageInfo.endCursor}"`;
      await writer.writesMore();
    }
  }

  async function readBack(connection: Paged, size: number, end: string): Promise<string[]> {
    const met: string[] = [];
    for (let before = end; ; ) {
      const { keys, pageInfo } = await read(connection, `last: ${size}${before}`);
      met.unshift(...keys);
      if (!pageInfo.hasPreviousPage) return met;
      before = `, before: "${pageInfo.startCursor}"`;
      await writer.writesMore();
    }
  }

  it.each(Object.entries(all))('%s: to the end and back, all that stays is met once', async (name, connection) => {
    const [isRanked, grows] = [Object.hasOwn(ranked, name), Object.hasOwn(growing, name)];
    const stays = (staysOf.get(name) ?? []).filter((key) => !isRanked || key.includes('untouched'));
    expect(stays.length).toBeGreaterThan(2);
    const size = Math.max(2, Math.ceil(stays.length / 5));
    const { met: there, end } = await readThere(connection, size, grows ? (stays.at(-1) ?? null) : null);
    const back = await readBack(connection, size, end);
    for (const met of [there, back]) {
      expect(met.filter((key) => stays.includes(key))).toEqual(stays);
      const others = met.filter((key) => !stays.includes(key));
      if (grows) expect(new Set(others).size).toBe(others.length);
      else if (!isRanked) expect(others.every(isPassing)).toBe(true);
    }
  });
}

describe('paging while another process writes, on SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'diplograph-paging-'));
  pagesBesideAWriter(
    async () => {
      const url = `sqlite:${join(folder, 'graph.db')}`;
      const store = await openStore(url);
      await putStaying(store);
      return { store, writer: new Writer(url, '', '') };
    },
    async () => rmSync(folder, { recursive: true }),
  );
});

describeWith(neo4jRequirement(), 'paging while another process writes, on Neo4j', (access) => {
  let database: ExclusiveDatabase;
  pagesBesideAWriter(
    async () => {
      database = await claimDatabase(access);
      const store = await openStore(access.url, access);
      await putStaying(store);
      return { store, writer: new Writer(access.url, access.user, access.password) };
    },
    () => database.release(),
  );
});
