import { Agent, createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { QuestionName, RawQuestions, Subjects } from './questions.js';

const oneConnection = new Agent({ keepAlive: true, maxSockets: 1 });

/** The bytes of an answer; all sides are asked by this one client, over connections that are kept open. */
export function post(url: string, body: string, agent = oneConnection): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const asked = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString()));
      response.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

async function answered(raw: RawQuestions, question: QuestionName, subjects: Subjects): Promise<string> {
  try {
    return JSON.stringify({ data: await raw[question](subjects) });
  } catch (error) {
    return JSON.stringify({ errors: [{ message: `${question}: ${error}` }] });
  }
}

export interface BareServer {
  readonly url: string;
  close(): void;
}

/** A bare HTTP server: a body with the name of a question in, its answer as JSON out. */
export async function serveRaw(raw: RawQuestions, subjects: Subjects): Promise<BareServer> {
  return serve((body) => answered(raw, (JSON.parse(body) as { question: QuestionName }).question, subjects));
}

/** Answers each request's body by a function, as JSON. */
export async function serve(answer: (body: string) => string | Promise<string>): Promise<BareServer> {
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    const respond = async (): Promise<void> => {
      const body = await answer(Buffer.concat(chunks).toString());
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
      response.end(body);
    };
    incoming.on('end', () => void respond());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Milliseconds below which this part of all lie. */
export function percentile(milliseconds: readonly number[], part: number): number {
  const sorted = [...milliseconds].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

const warmUps = 30;
const rounds = 200;
/** No more than this for one question; slow ones get fewer rounds. */
const mostMs = 8_000;

/** Times of several ways to ask the same, turn by turn, each round beginning with the next. */
export async function interleaved(
  ways: readonly (() => Promise<unknown>)[],
  longestMs = mostMs,
): Promise<readonly (readonly number[])[]> {
  const taken = ways.map((): number[] => []);
  const start = performance.now();
  for (let round = -warmUps; round < rounds; round += 1) {
    if (round > 20 && performance.now() - start > longestMs) break;
    for (const [offset] of ways.entries()) {
      const index = (offset + round + warmUps) % ways.length;
      const from = performance.now();
      await ways[index]?.();
      if (round >= 0) taken[index]?.push(performance.now() - from);
    }
  }
  return taken;
}

const connections = 8;
const turns = 12;
const turnMs = 1_000;

/** What one way answers to eight clients at once, each of which asks again as soon as it is answered. */
export interface Throughput {
  readonly perSecond: number;
  readonly p95: number;
}

/** Throughputs of several ways to ask the same, a second each, turn by turn; each round begins with the next. */
export async function throughputs(
  ways: readonly ((agent: Agent) => Promise<unknown>)[],
): Promise<readonly Throughput[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const taken = ways.map((): number[] => []);
  const spent = ways.map(() => 0);
  for (let turn = -1; turn < turns; turn += 1) {
    for (const [offset] of ways.entries()) {
      const index = (offset + turn + 1) % ways.length;
      const start = performance.now();
      const ask = async (): Promise<void> => {
        while (performance.now() - start < turnMs) {
          const from = performance.now();
          await ways[index]?.(agent);
          if (turn >= 0) taken[index]?.push(performance.now() - from);
        }
      };
      await Promise.all(Array.from({ length: connections }, ask));
      if (turn >= 0) spent[index] = (spent[index] ?? 0) + performance.now() - start;
    }
  }
  agent.destroy();
  return taken.map((times, index) => ({
    perSecond: (times.length / (spent[index] ?? Number.NaN)) * 1_000,
    p95: percentile(times, 0.95),
  }));
}
