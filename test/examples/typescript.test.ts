import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pino from 'pino';
import { startServer } from '../../src/server/server.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open-store.js';
import { ingestSamples } from '../ingest-samples.js';

const run = promisify(execFile);
const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

let store: GraphStore;
let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  store = await openStore('sqlite::memory:');
  await ingestSamples(store);
  const logger = pino({ level: 'silent' });
  server = await startServer({ store, host: '127.0.0.1', port: 0, logger, pages: path('dist/explorer') });
});
afterAll(async () => {
  await server.close();
  await store.close();
});

/** Runs a program of the example; its types are what `npm run check:client` checks. */
function program(name: string, args: readonly string[], url = server.url) {
  const env = { ...process.env, DIPLOGRAPH_URL: url };
  return run(
    process.execPath,
    [path('node_modules/tsx/dist/cli.mjs'), path(`examples/typescript/${name}.ts`), ...args],
    {
      env,
    },
  );
}

async function failure(args: readonly string[], url?: string): Promise<{ code: number; stderr: string }> {
  return program('whom-met', args, url).then(
    () => ({ code: 0, stderr: '' }),
    (error: { code: number; stderr: string }) => error,
  );
}

describe('the client in TypeScript', () => {
  it('tells everybody whom somebody met, over more than one page, with words and citations', async () => {
    const { stdout } = await program('whom-met', ['Nam Ir']);
    const question = { types: ['MET_WITH'], modality: ['ASSERTED'] } as const;
    const [page] = await store.relationPages(['person:nam-il'], question, { first: 100 });
    expect(page?.items.length).toBeGreaterThan(5);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('Nam Il (person:nam-il) met');
    expect(lines.filter((line) => line.startsWith('- '))).toHaveLength(page?.items.length ?? 0);
    const [passage] = await store.evidencePages([page?.items[0]?.record.id ?? ''], { first: 1 });
    expect(stdout).toContain(`“${passage?.items[0]?.record.quote.replaceAll(/\s+/g, ' ')}”`);
    expect(stdout).toMatch(/^ {4}\S.*\b19\d\d\b.*para\. \d+/m);
  });

  it('tells fewer where dates are given', async () => {
    const { stdout } = await program('whom-met', ['Kim Ir Sen', '1958', '1958']);
    expect(stdout).toMatch(/^ {2}1958.*: “/m);
    expect(stdout).not.toMatch(/^ {2}195[67].*: “/m);
  });

  it.each([
    ['nobody of that name', ['Xqz Wvut'], 1, /^NOBODY: /],
    ['a range that ends before it begins', ['Kim Ir Sen', '1958', '1956'], 70, /^BAD_ARGUMENT: .*earlier/],
  ])('goes by the code of an error: %s', async (_title, args, code, told) => {
    const failed = await failure(args);
    expect([failed.code, failed.stderr]).toEqual([code, expect.stringMatching(told)]);
  });

  it('says that nothing answers', async () => {
    const failed = await failure(['Kim Ir Sen'], 'http://127.0.0.1:1');
    expect([failed.code, failed.stderr]).toEqual([70, expect.stringMatching(/^UNREACHABLE: /)]);
  });

  it('hands the network to graphology', async () => {
    const { stdout } = await program('network', []);
    const { entities, relations } = await store.network({ kinds: ['PERSON'] }, 200);
    expect(stdout).toContain(`${entities.length} persons, ${relations.length} ties; whole\n`);
    expect(stdout).toMatch(/^0\.\d{3} {2}\S.*, tied to \d+$/m);
  });

  it('has an answer of which some parts come later, as it grows', async () => {
    const { stdout } = await program('network-in-parts', []);
    const { entities, relations } = await store.network({ kinds: ['PERSON'] }, 200);
    const [persons, ties] = [entities.length, relations.length];
    expect(persons).toBeGreaterThan(10);
    expect(stdout.trim().split('\n')).toEqual(
      [0, persons].map((placed) => `${persons} persons, ${ties} ties, ${placed} placed`),
    );
  });

  it('takes the releases that this repository is checked with', () => {
    const read = (file: string) =>
      JSON.parse(readFileSync(path(file), 'utf8')) as Record<string, Record<string, string>>;
    const root = read('package.json');
    const own = read('examples/typescript/package.json');
    const wanted = { ...own.dependencies, ...own.devDependencies };
    expect(Object.keys(wanted)).toContain('gql.tada');
    expect({ ...root.dependencies, ...root.devDependencies }).toMatchObject(wanted);
  });
});
