import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { Neo4jAccess } from '../requirements.js';

export interface Neo4jServer extends Neo4jAccess {
  readonly stop: () => Promise<void>;
}

/** Java or Maven is not there, too old, or can't fetch the server's jars. */
export class Neo4jServerMissing extends Error {}

const here = import.meta.dirname;
const jarsRoot = join(here, '..', '..', '.neo4j');
const firstJava = 17;

/** How much of the machine a server may take. */
export interface ServerSize {
  readonly java: readonly string[];
  readonly pageCacheMb: number;
  readonly transactionMinutes: number;
  /** Whether a statement is planned once more for lists of each order of magnitude, which is what a server does. */
  readonly plansBySize: boolean;
}

/**
 * A server that lives for a minute: quick to start and to plan, not quick in the long run. By itself the first compiler alone has
 * 48 MB for its code, less than all the statements of the tests need: what was compiled would be dropped for what comes.
 */
export const smallServer: ServerSize = {
  java: ['-Xmx512m', '-XX:TieredStopAtLevel=1', '-XX:ReservedCodeCacheSize=128m', '-XX:+UseSerialGC', '-Xshare:auto'],
  pageCacheMb: 64,
  transactionMinutes: 1,
  plansBySize: false,
};
const downloadTimeoutMs = 10 * 60_000;
const startTimeoutMs = 120_000;
const run = promisify(execFile);

async function requireJava(): Promise<void> {
  const { stderr } = await run('java', ['-version']).catch(() => {
    throw new Neo4jServerMissing('there is no java on the PATH');
  });
  const major = Number(/version "(\d+)/.exec(stderr)?.[1] ?? 0);
  if (major < firstJava) throw new Neo4jServerMissing(`java is version ${major}, Neo4j needs ${firstJava}`);
}

function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Fetches the jars once (123 MB); renamed in the end, so that a folder which exists is complete. */
async function serverJars(): Promise<string> {
  const pom = join(here, 'pom.xml');
  const version = /<artifactId>neo4j<\/artifactId>\s*<version>([^<]+)</.exec(readFileSync(pom, 'utf8'))?.[1];
  const folder = join(jarsRoot, `neo4j-${version}`);
  if (exists(folder)) return folder;
  mkdirSync(jarsRoot, { recursive: true });
  const partial = mkdtempSync(join(jarsRoot, 'partial-'));
  process.stderr.write(`Fetching the jars of Neo4j ${version} with Maven, once.\n`);
  const goal = ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', '-DincludeScope=runtime'];
  try {
    await run('mvn', [...goal, `-DoutputDirectory=${partial}`], { timeout: downloadTimeoutMs });
    renameSync(partial, folder);
  } catch (cause) {
    rmSync(partial, { recursive: true, force: true });
    if (exists(folder)) return folder;
    throw new Neo4jServerMissing('Maven is not there or could not fetch the jars of Neo4j', { cause });
  }
  return folder;
}

/** The first line on standard output, which is the address. */
async function addressOf(java: ChildProcess): Promise<string> {
  if (!java.stdout || !java.stderr) throw new Error('The server was started without pipes.');
  let complaints = '';
  java.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    complaints += chunk;
  });
  const signal = AbortSignal.timeout(startTimeoutMs);
  const line = once(createInterface({ input: java.stdout }), 'line', { signal }) as Promise<[string]>;
  const exit = once(java, 'exit', { signal }).then(([code]) => {
    throw new Error(`The Neo4j server stopped with exit code ${code} before it was ready.\n${complaints}`);
  });
  const [address] = await Promise.race([line, exit]);
  exit.catch(() => undefined);
  return address;
}

/** Runs neo4j-admin, which is among the server's jars, for the server whose home this is. @returns What it prints. */
export async function runNeo4jAdmin(
  home: string,
  command: readonly string[],
  cwd: string,
  { java, pageCacheMb }: ServerSize = smallServer,
): Promise<string> {
  const jars = await serverJars();
  mkdirSync(join(home, 'conf'), { recursive: true });
  writeFileSync(join(home, 'conf', 'neo4j.conf'), `server.memory.pagecache.size=${pageCacheMb}m\n`);
  const environment = { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') };
  const options = [...java, '-cp', join(jars, '*'), 'org.neo4j.cli.AdminTool', ...command];
  const { stdout } = await run('java', options, { env: environment, cwd, maxBuffer: 2 ** 24 });
  return stdout;
}

/**
 * Starts a real Neo4j Community server from its Maven artifacts; ready after about ten seconds.
 *
 * The data lies in a temporary folder, which `stop` removes. The server stops too when this process ends.
 *
 * @param prepare - Given that folder, the server's home, before it starts.
 */
export async function startNeo4jServer(
  prepare?: (home: string) => Promise<void>,
  { java: javaOptions, pageCacheMb, transactionMinutes, plansBySize }: ServerSize = smallServer,
): Promise<Neo4jServer> {
  await requireJava();
  const jars = await serverJars();
  const data = mkdtempSync(join(tmpdir(), 'diplograph-neo4j-'));
  await prepare?.(data);
  const password = randomBytes(12).toString('hex');
  const settings = [pageCacheMb, transactionMinutes, plansBySize].map(String);
  const server = [join(here, 'NeoServer.java'), data, ...settings];
  const java = spawn('java', [...javaOptions, '-cp', join(jars, '*'), ...server], {
    env: { ...process.env, NEO4J_PASSWORD: password },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const stop = async () => {
    if (java.exitCode === null && java.signalCode === null) {
      const stopped = once(java, 'exit');
      java.stdin.end();
      await stopped;
    }
    rmSync(data, { recursive: true, force: true });
  };
  try {
    return { url: await addressOf(java), user: 'neo4j', password, stop };
  } catch (error) {
    java.kill('SIGKILL');
    await stop();
    throw error;
  }
}
