import { request } from 'node:http';
import pino from 'pino';
import { startServer } from '../src/server/server.js';
import { openStore } from '../src/store/open-store.js';
import { archive } from './api/archive.js';
import { percentile } from './api/measure.js';
import { subjectsOf } from './api/questions.js';
import type { Report, Row } from './frame/report.js';

const rounds = 9;
const drawn = 'nodes { id label kind } edges { id source target type weight }';

/** A question with its later part; `size` differs from round to round, so that no layout is found again. */
const questions: Readonly<Record<string, (defer: string, size: number) => string>> = {
  'a person, then what is told of it': (defer) => `query ($person: ID!) { entity(id: $person) { id name kind description
    ... ${defer} { relations(first: 50) { nodes { label evidence(first: 2) { nodes { quote } } } } }
    ... ${defer} { statements(first: 50) { nodes { quote document { title } } } }
    ... ${defer} { documents(first: 50) { nodes { title } } } } }`,
  'a document, then its text': (defer) => `query ($document: ID!) { document(id: $document) { title date
    mentions(first: 100) { nodes { start end } } ... ${defer} { text coverage { sentences skipped { reason } } } } }`,
  'a neighbourhood of 500, then its passages': (
    defer,
  ) => `query ($person: ID!) { neighbourhood(center: $person, depth: 2, limit: 500) {
    ${drawn} ... ${defer} { edges { relation { evidence(first: 1) { nodes { quote } } } } } } }`,
  'a network of 300, then places and communities': (defer, size) =>
    `{ network(limit: ${300 + size}) { ${drawn} ... ${defer} { nodes { x y community betweenness } } } }`,
};

interface Timed {
  readonly firstMs: number;
  readonly endMs: number;
  readonly bytes: number;
}

function ask(url: string, query: string, variables: Record<string, unknown>): Promise<Timed> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const headers = { 'content-type': 'application/json', accept: 'multipart/mixed, application/json' };
    const asked = request(`${url}/graphql`, { method: 'POST', headers }, (response) => {
      let text = '';
      let firstMs = Number.NaN;
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString();
        if (Number.isNaN(firstMs) && text.includes('"data"')) firstMs = performance.now() - from;
      });
      response.on('end', () => {
        if (text.includes('"errors"')) reject(new Error(text.slice(0, 500)));
        else resolve({ firstMs, endMs: performance.now() - from, bytes: text.length });
      });
    });
    asked.on('error', reject);
    asked.end(JSON.stringify({ query, variables }));
  });
}

/** How soon an answer begins and ends, whole and with a part that comes later, turn by turn. */
export async function benchDefer(report: Report): Promise<void> {
  const { name, file } = await archive();
  const store = await openStore(`sqlite:${file}`);
  const { person } = await subjectsOf(store);
  const [page] = await store.documentPages([null], {}, { first: 100 });
  const longest = page?.items.map(({ record }) => record).sort((a, b) => b.textLength - a.textLength)[0];
  const variables = { person, document: longest?.id };
  const logger = pino({ level: 'silent' });
  const server = await startServer({ store, host: '127.0.0.1', port: 0, logger, pages: '.' });
  const rows: Row[] = [];
  for (const [question, write] of Object.entries(questions)) {
    const whole: Timed[] = [];
    const parts: Timed[] = [];
    for (let round = -2; round < rounds; round += 1) {
      const one = await ask(server.url, write('', 2 * (round + 2)), variables);
      const other = await ask(server.url, write('@defer', 2 * (round + 2) + 1), variables);
      if (round < 0) continue;
      whole.push(one);
      parts.push(other);
    }
    const median = (times: readonly Timed[], what: keyof Timed) =>
      percentile(
        times.map((each) => each[what]),
        0.5,
      );
    const more = (median(parts, 'bytes') / median(whole, 'bytes') - 1) * 100;
    const ms = (times: readonly Timed[], what: 'firstMs' | 'endMs') => Number(median(times, what).toFixed(1));
    rows.push({
      question,
      whole: ms(whole, 'endMs'),
      'first part': ms(parts, 'firstMs'),
      'last part': ms(parts, 'endMs'),
      'bytes more, %': Math.round(more),
    });
  }
  report.table(rows, `Median milliseconds on SQLite with ${name}`);
  await server.close();
  await store.close();
}
