import { isDeepStrictEqual } from 'node:util';
import Libsql from 'libsql';
import pino from 'pino';
import { startServer } from '../src/server/server.js';
import type { GraphStore } from '../src/store/graph-store.js';
import { openStore } from '../src/store/open-store.js';
import { type Archive, archive, load } from './api/archive.js';
import { interleaved, percentile, post, serveRaw, throughputs } from './api/measure.js';
import { serveNeo4jGraphql, statementsByLibrary } from './api/neo4j-graphql.js';
import { compareNetworkAnswer } from './api/network-answer.js';
import { nested, type QuestionName, questions, type RawQuestions, type Subjects, subjectsOf } from './api/questions.js';
import { openRawCypher } from './api/raw-cypher.js';
import { rawSql } from './api/raw-sql.js';
import type { Report, Row } from './frame/report.js';
import { startNeo4j } from './frame/start-neo4j.js';

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

async function row(store: string, name: QuestionName, { api, raw }: Sides, report: Report): Promise<Row> {
  if (!isDeepStrictEqual(dataOf(await api()), dataOf(await raw()))) throw new Error(`The answers differ: ${name}`);
  const bytes = (await api()).length;
  // The raw side stands there twice: how far it is from itself tells how far to trust the ratio.
  const [asked = [], bare = [], again = []] = await interleaved([api, raw, raw]);
  const ms = (times: readonly number[], part: number) => Number(percentile(times, part).toFixed(2));
  const ratio = (times: readonly number[], part: number) =>
    Number((percentile(times, part) / percentile(bare, part)).toFixed(2));
  report.ratio(`${name}, ${store}, of raw`, ratio(asked, 0.5), { tolerance: 0.25 });
  return {
    question: name,
    kB: Number((bytes / 1_000).toFixed(1)),
    ...{ p50: ms(asked, 0.5), p95: ms(asked, 0.95), 'raw p50': ms(bare, 0.5), 'raw p95': ms(bare, 0.95) },
    ...{ 'ratio p50': ratio(asked, 0.5), 'ratio p95': ratio(asked, 0.95) },
    'raw beside itself': `${ratio(again, 0.5)}, ${ratio(again, 0.95)}`,
  };
}

/** What one question is asked of: an address, and the body that asks it there. */
type Asked = readonly [name: string, url: string, body: string];

async function compareThroughput(question: string, ways: readonly Asked[], report: Report): Promise<void> {
  const [first, ...others] = await throughputs(
    ways.map(
      ([, url, body]) =>
        (agent) =>
          post(url, body, agent),
    ),
  );
  const rows = [first, ...others]
    .flatMap((each) => each ?? [])
    .map(({ perSecond, p95 }, index): Row => {
      const way = ways[index]?.[0] ?? '';
      const beside = perSecond / (first?.perSecond ?? Number.NaN);
      if (index > 0) {
        report.ratio(`requests of the API beside ${way}, ${question}`, 1 / beside, {
          better: 'higher',
          tolerance: 0.25,
        });
      }
      return {
        'asked of': way,
        'requests a second': Number(perSecond.toFixed(1)),
        'p95, ms': Math.round(p95),
        'requests beside the API': Number(beside.toFixed(2)),
        'p95 beside the API': Number((p95 / (first?.p95 ?? Number.NaN)).toFixed(2)),
      };
    });
  report.table(rows, `${question}, 8 connections, a second each, turn by turn`);
}

async function compare(
  title: string,
  store: GraphStore,
  raw: RawQuestions,
  subjects: Subjects,
  report: Report,
  library?: { readonly url: string },
): Promise<void> {
  const logger = pino({ level: 'silent' });
  const api = await startServer({ store, host: '127.0.0.1', port: 0, logger, pages: 'dist/explorer' });
  const bare = await serveRaw(raw, subjects);
  const rows: Row[] = [];
  try {
    for (const name of Object.keys(questions) as QuestionName[]) {
      const graphql = JSON.stringify({ query: questions[name], variables: subjects });
      const asked = JSON.stringify({ question: name });
      const sides = { api: () => post(`${api.url}/graphql`, graphql), raw: () => post(bare.url, asked) };
      rows.push(await row(title, name, sides, report));
    }
    report.table(rows, `${title}: milliseconds over HTTP, the raw question behind a bare server beside it`);
    for (const name of nested) {
      const byLibrary: Asked | false = library !== undefined &&
        name === '50 persons, 8 statements, 2 passages' && [
          '@neo4j/graphql',
          library.url,
          JSON.stringify({ query: statementsByLibrary }),
        ];
      const ways: Asked[] = [
        ['the API', `${api.url}/graphql`, JSON.stringify({ query: questions[name] })],
        ['the raw question', bare.url, JSON.stringify({ question: name })],
        ...(byLibrary ? [byLibrary] : []),
      ];
      await compareThroughput(`${title}, ${name}`, ways, report);
    }
  } finally {
    bare.close();
    await api.close();
  }
}

async function onSqlite({ name, file }: Archive, report: Report): Promise<Subjects> {
  const store = await openStore(`sqlite:${file}`);
  const database = new Libsql(file);
  try {
    const subjects = await subjectsOf(store);
    await compare(`SQLite, ${name}`, store, rawSql(database), subjects, report);
    return subjects;
  } finally {
    database.close();
    await store.close();
  }
}

async function onNeo4j({ name, batches }: Archive, subjects: Subjects, report: Report): Promise<void> {
  const server = await startNeo4j(report);
  if (server === null) return;
  try {
    const store = await openStore(server.url, server);
    const raw = openRawCypher(server);
    try {
      await load(store, batches());
      const library = await serveNeo4jGraphql(server);
      await compare(`Neo4j, ${name}`, store, raw.questions, subjects, report, library);
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
export async function benchApi(report: Report): Promise<void> {
  await compareNetworkAnswer(report);
  const kept = await archive();
  await onNeo4j(kept, await onSqlite(kept, report), report);
}
