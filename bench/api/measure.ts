import { Agent, createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { QuestionName, RawQuestions, Subjects } from './questions.js';

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** The bytes of an answer; both sides are asked by this one client, over a connection that is kept open. */
export function post(url: string, body: string): Promise<string> {
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

/** A bare HTTP server: a body with the name of a question in, its answer as JSON out. */
export async function serveRaw(raw: RawQuestions, subjects: Subjects): Promise<{ url: string; server: Server }> {
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { question } = JSON.parse(Buffer.concat(chunks).toString()) as { question: QuestionName };
      void answered(raw, question, subjects).then((body) => {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
        response.end(body);
      });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
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
export async function interleaved(ways: readonly (() => Promise<unknown>)[]): Promise<readonly (readonly number[])[]> {
  const taken = ways.map((): number[] => []);
  const start = performance.now();
  for (let round = -warmUps; round < rounds; round += 1) {
    if (round > 20 && performance.now() - start > mostMs) break;
    for (const [offset] of ways.entries()) {
      const index = (offset + round + warmUps) % ways.length;
      const from = performance.now();
      await ways[index]?.();
      if (round >= 0) taken[index]?.push(performance.now() - from);
    }
  }
  return taken;
}
