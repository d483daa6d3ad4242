import { isDeepStrictEqual } from 'node:util';
import Libsql from 'libsql';
import pino from 'pino';
import { startServer } from '../src/server/server.js';
import type { GraphStore } from '../src/store/graph-store.js';
import { openStore } from '../src/store/open-store.js';
import { Neo4jServerMissing, startNeo4jServer } from '../test/neo4j-server/start-neo4j-server.js';
import { type Archive, archive, load } from './api/archive.js';
import { interleaved, percentile, post, serveRaw, throughputs } from './api/measure.js';
import { serveNeo4jGraphql, statementsByLibrary } from './api/neo4j-graphql.js';
import { compareNetworkAnswer } from './api/network-answer.js';
import { nested, type QuestionName, questions, type RawQuestions, type Subjects, subjectsOf } from './api/questions.js';
import { openRawCypher } from './api/raw-cypher.js';
import { rawSql } from './api/raw-sql.js';

/** The two sides of one question, behind HTTP servers of this process. */
interface Sides {
  readonly api: () => Promise<string>;
  readonly raw: () => Promise<string>;
}

function dataOf(answer: string): unknown {
  const { data, errors } = JSON.parse(answer) as { data: unknown; errors?: readonly { readonly message: string }[] };
  if (errors?.[0]) throw new Error(errors[0].message);
  return data;
}

async function row(name: QuestionName, { api, raw }: Sides): Promise<string> {
  if (!isDeepStrictEqual(dataOf(await api()), dataOf(await raw()))) throw new Error(`The answers differ: ${name}`);
  const bytes = (await api()).length;
  // The raw side stands there twice: how far it is from itself tells how far to trust the ratio.
  const [asked = [], bare = [], again = []] = await interleaved([api, raw, raw]);
  const ms = (times: readonly number[], part: number) => percentile(times, part).toFixed(2);
  const ratio = (times: readonly number[], part: number) =>
    (percentile(times, part) / percentile(bare, part)).toFixed(2);
  return `| ${[
    name,
    (bytes / 1_000).toFixed(1),
    ...[ms(asked, 0.5), ms(asked, 0.95), ms(bare, 0.5), ms(bare, 0.95)],
    ...[ratio(asked, 0.5), ratio(asked, 0.95)],
    `${ratio(again, 0.5)}, ${ratio(again, 0.95)}`,
  ].join(' | ')} |`;
}

/** What one question is asked of: an address, and the body that asks it there. */
type Asked = readonly [name: string, url: string, body: string];

async function compareThroughput(question: string, ways: readonly Asked[]): Promise<void> {
  console.log(`\n${question}, 8 connections, a second each, turn by turn\n`);
  console.log('| asked of | requests a second | p95 ms | requests beside the API | p95 beside the API |');
  console.log('| :-- | --: | --: | --: | --: |');
  const [first, ...others] = await throughputs(
    ways.map(
      ([, url, body]) =>
        (agent) =>
          post(url, body, agent),
    ),
  );
  for (const [index, { perSecond, p95 }] of [first, ...others].flatMap((each) => each ?? []).entries()) {
    const beside = [perSecond / (first?.perSecond ?? Number.NaN), p95 / (first?.p95 ?? Number.NaN)];
    const cells = [perSecond.toFixed(1), p95.toFixed(0), ...beside.map((ratio) => ratio.toFixed(2))];
    console.log(`| ${[ways[index]?.[0], ...cells].join(' | ')} |`);
  }
}

async function compare(
  title: string,
  store: GraphStore,
  raw: RawQuestions,
  subjects: Subjects,
  library?: { readonly url: string },
): Promise<void> {
  const logger = pino({ level: 'silent' });
  const api = await startServer({ store, host: '127.0.0.1', port: 0, logger, pages: 'dist/explorer' });
  const bare = await serveRaw(raw, subjects);
  console.log(`\n${title}: milliseconds over HTTP, the raw question behind a bare server beside it\n`);
  console.log('| question | kB | p50 | p95 | raw p50 | raw p95 | ratio p50 | ratio p95 | raw beside itself |');
  console.log('| :-- | --: | --: | --: | --: | --: | --: | --: | --: |');
  try {
    for (const name of Object.keys(questions) as QuestionName[]) {
      const graphql = JSON.stringify({ query: questions[name], variables: subjects });
      const asked = JSON.stringify({ question: name });
      console.log(
        await row(name, { api: () => post(`${api.url}/graphql`, graphql), raw: () => post(bare.url, asked) }),
      );
    }
    for (const name of nested) {
      const byLibrary: Asked | false = library !== undefined &&
        name === '50 persons, 8 statements, 2 passages' && [
          '@neo4j/graphql',
          library.url,
          JSON.stringify({ query: statementsByLibrary }),
        ];
      await compareThroughput(`${title}, ${name}`, [
        ['the API', `${api.url}/graphql`, JSON.stringify({ query: questions[name] })],
        ['the raw question', bare.url, JSON.stringify({ question: name })],
        ...(byLibrary ? [byLibrary] : []),
      ]);
    }
  } finally {
    bare.close();
    await api.close();
  }
}

async function onSqlite({ name, file }: Archive): Promise<Subjects> {
  const store = await openStore(`sqlite:${file}`);
  const database = new Libsql(file);
  try {
    const subjects = await subjectsOf(store);
    await compare(`SQLite, ${name}`, store, rawSql(database), subjects);
    return subjects;
  } finally {
    database.close();
    await store.close();
  }
}

async function onNeo4j({ name, batches }: Archive, subjects: Subjects): Promise<void> {
  const server = await startNeo4jServer().catch((error: unknown) => {
    if (!(error instanceof Neo4jServerMissing)) throw error;
    console.log(`Neo4j is skipped: ${error.message}.`);
    return null;
  });
  if (server === null) return;
  try {
    const store = await openStore(server.url, server);
    const raw = openRawCypher(server);
    try {
      await load(store, batches());
      const library = await serveNeo4jGraphql(server);
      await compare(`Neo4j, ${name}`, store, raw.questions, subjects, library);
      library.close();
    } finally {
      await raw.close();
      await store.close();
    }
  } finally {
    await server.stop();
  }
}

/** Typical questions to the API beside the same asked of its database directly, and of a library, on both stores. */
export async function benchApi(): Promise<void> {
  await compareNetworkAnswer();
  const kept = await archive();
  await onNeo4j(kept, await onSqlite(kept));
}
