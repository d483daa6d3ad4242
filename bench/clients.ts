import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openStore } from '../src/store/open-store.js';
import { generatedDocument } from '../test/cli/generated-archive.js';
import { type ServingProcess, serveCli } from '../test/cli/serve-cli.js';
import { type Archive, archive, load } from './api/archive.js';
import { percentile, post } from './api/measure.js';
import { type QuestionName, questions, type Subjects, subjectsOf } from './api/questions.js';
import type { Report } from './frame/report.js';
import { startNeo4j } from './frame/start-neo4j.js';

const adminToken = 'a-token-of-the-benchmark';
const sampleEveryMs = 1_000;

interface Settings {
  readonly clients: number;
  readonly seconds: number;
}

/** Milliseconds of each question, and what went wrong. */
interface Told {
  readonly taken: Map<QuestionName, number[]>;
  readonly errors: string[];
}

/** Resident memory of another process in bytes, as Linux tells it. */
function residentBytes(pid: number): number {
  const [, kB] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kB) * 1_024;
}

/** Seconds of the processor that another process has used, as Linux tells it: hundredths, whatever the machine. */
function processorSeconds(pid: number): number {
  // The name, in parentheses, may hold spaces.
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  const [user, system] = [Number(fields[11]), Number(fields[12])];
  return (user + system) / 100;
}

/** Each client asks one question after another, each of its own order, about persons of its own. */
async function askUntil(end: number, number: number, server: ServingProcess, subjects: Subjects, told: Told) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const names = Object.keys(questions) as QuestionName[];
  const { persons } = subjects;
  for (let turn = number; Date.now() < end; turn += 1) {
    const name = names[(turn * 7) % names.length] as QuestionName;
    const variables = { ...subjects, person: persons[(number + turn) % persons.length] };
    const from = performance.now();
    try {
      const { errors } = JSON.parse(
        await post(`${server.url}/graphql`, JSON.stringify({ query: questions[name], variables }), agent),
      ) as { errors?: readonly { readonly message: string }[] };
      if (errors?.[0]) told.errors.push(`${name}: ${errors[0].message}`);
      else (told.taken.get(name) ?? told.taken.set(name, []).get(name))?.push(performance.now() - from);
    } catch (error) {
      told.errors.push(`${name}: ${error}`);
    }
  }
  agent.destroy();
}

/** One who sends document after document, each when the one before is stored. @returns How many were. */
async function writeUntil(end: number, { url }: ServingProcess, told: Told): Promise<number> {
  const headers = { authorization: `Bearer ${adminToken}`, 'content-type': 'application/octet-stream' };
  let stored = 0;
  for (let number = 0; Date.now() < end; number += 1) {
    const body = `${generatedDocument(number)}\nLetter number ${number}.\n`;
    const sent = await fetch(`${url}/ingest?name=letter-${number}.txt`, { method: 'POST', headers, body });
    const { data, errors } = (await sent.json()) as {
      data?: { ingestDocument: { id: string } };
      errors?: readonly { readonly message: string }[];
    };
    if (data === undefined) {
      told.errors.push(`a document: ${errors?.[0]?.message}`);
      continue;
    }
    const { id } = data.ingestDocument;
    const query = `subscription { ingestProgress(job: "${id}") { state error { message } } }`;
    const followed = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query }),
    });
    const steps = await followed.text();
    if (steps.includes('"state":"DONE"')) stored += 1;
    else told.errors.push(`a document: ${steps.slice(-300)}`);
  }
  return stored;
}

function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

async function measure(
  title: string,
  server: ServingProcess,
  subjects: Subjects,
  { clients, seconds }: Settings,
  report: Report,
): Promise<void> {
  const warmUpEnd = Date.now() + 10_000;
  const ignored: Told = { taken: new Map(), errors: [] };
  await Promise.all(Array.from({ length: 4 }, (_, n) => askUntil(warmUpEnd, n, server, subjects, ignored)));

  const told: Told = { taken: new Map(), errors: [] };
  const resident: number[] = [];
  const sampling = setInterval(() => resident.push(residentBytes(server.pid)), sampleEveryMs);
  const end = Date.now() + seconds * 1_000;
  const usedBefore = processorSeconds(server.pid);
  const [stored] = await Promise.all([
    writeUntil(end, server, told),
    ...Array.from({ length: clients }, (_, number) => askUntil(end, number, server, subjects, told)),
  ]);
  clearInterval(sampling);
  const used = processorSeconds(server.pid) - usedBefore;

  const rows = [...told.taken].sort(([one], [other]) => (one < other ? -1 : 1));
  const all = rows.flatMap(([, taken]) => taken);
  report.table(
    [...rows, ['all', all] as const].map(([question, taken]) => ({
      question,
      answers: taken.length,
      'p50, ms': Math.round(median(taken)),
      'p95, ms': Math.round(percentile(taken, 0.95)),
      'p99, ms': Math.round(percentile(taken, 0.99)),
    })),
    `${title}, ${clients} clients for ${seconds} s`,
  );
  const third = Math.floor(resident.length / 3);
  const megabytes = (bytes: number) => Math.round(bytes / 1e6);
  const [early, late] = [median(resident.slice(third, 2 * third)), median(resident.slice(2 * third))];
  report.table(
    [
      {
        errors: told.errors.length,
        'documents stored': stored,
        'answers a second': Number((all.length / seconds).toFixed(1)),
        'processor ms an answer': Number(((used * 1_000) / all.length).toFixed(1)),
        'p99 / p50': Number((percentile(all, 0.99) / median(all)).toFixed(1)),
        'resident, second third, MB': megabytes(early),
        'last third, MB': megabytes(late),
        'most, MB': megabytes(Math.max(...resident)),
      },
    ],
    title,
  );
  for (const error of new Set(told.errors)) report.note(error);
  report.ratio(`p99 of p50 among ${clients} clients, ${title}`, percentile(all, 0.99) / median(all), {
    tolerance: 0.5,
  });
  report.ratio(`memory of the last third beside the second, ${title}`, late / early, { tolerance: 0.2 });
}

/** @param file - To which the writer adds. */
async function onSqlite(name: string, file: string, settings: Settings, report: Report): Promise<Subjects> {
  const address = `sqlite:${file}`;
  const store = await openStore(address);
  const subjects = await subjectsOf(store);
  await store.close();
  const server = await serveCli(['--store', address], { DIPLOGRAPH_ADMIN_TOKEN: adminToken });
  await measure(`SQLite, ${name}`, server, subjects, settings, report).finally(() => server.stop());
  return subjects;
}

async function onCopy({ name, file }: Archive, settings: Settings, report: Report): Promise<Subjects> {
  const folder = mkdtempSync(join(tmpdir(), 'diplograph-clients-'));
  try {
    const own = join(folder, 'store.db');
    copyFileSync(file, own);
    return await onSqlite(name, own, settings, report);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function onNeo4j({ name, batches }: Archive, subjects: Subjects, settings: Settings, report: Report) {
  const neo4j = await startNeo4j(report);
  if (neo4j === null) return;
  try {
    const store = await openStore(neo4j.url, neo4j);
    await load(store, batches());
    await store.close();
    const env = { NEO4J_USER: neo4j.user, NEO4J_PASSWORD: neo4j.password, DIPLOGRAPH_ADMIN_TOKEN: adminToken };
    const server = await serveCli(['--store', neo4j.url], env);
    await measure(`Neo4j, ${name}`, server, subjects, settings, report).finally(() => server.stop());
  } finally {
    await neo4j.stop();
  }
}

/**
 * Many clients that ask all at once, and one who writes, of the server as it was built (`npm run build`):
 * `npm run bench -- clients --clients 64 --seconds 120 --stores sqlite,neo4j`. With `--file store.db` of that store alone, to which the
 * documents are added.
 */
export async function benchClients(report: Report, args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      clients: { type: 'string', default: '64' },
      seconds: { type: 'string', default: '120' },
      stores: { type: 'string', default: 'sqlite,neo4j' },
      file: { type: 'string' },
    },
  });
  const settings = { clients: Number(values.clients), seconds: Number(values.seconds) };
  if (values.file !== undefined) {
    await onSqlite(values.file, values.file, settings, report);
    return;
  }
  const kept = await archive();
  const subjects = await onCopy(kept, settings, report);
  if (values.stores.includes('neo4j')) await onNeo4j(kept, subjects, settings, report);
}
