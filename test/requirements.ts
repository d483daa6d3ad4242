import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, it } from '@jest/globals';

/**
 * What some tests need besides Node.js. Where it is missing they are skipped aloud, with a line that says how to
 * have them; with `CI=true` a skip is a failure, but for texts that may be missing.
 */
export interface Requirement<T> {
  /** What is needed, as the subject of a sentence: "A Neo4j server". */
  readonly name: string;
  /** What the tests get; `null` where it is missing. */
  readonly value: T | null;
  /** Why it is missing. */
  readonly reason: string;
  /** How to have it, as a sentence. */
  readonly cure: string;
  /** Whether it may be missing in CI too: texts that aren't ours to give. */
  readonly mayBeMissing?: boolean;
}

export interface Neo4jAccess {
  readonly url: string;
  readonly user: string;
  readonly password: string;
}

/** The server that `NEO4J_URL` names: the user's own; or that of this worker, which Jest's global set-up has started. */
export function neo4jRequirement(): Requirement<Neo4jAccess> {
  const { NEO4J_URL, NEO4J_USER, NEO4J_PASSWORD, JEST_WORKER_ID = '1' } = process.env;
  const { DIPLOGRAPH_TEST_NEO4J_SERVERS, DIPLOGRAPH_TEST_NEO4J_MISSING } = process.env;
  const started = JSON.parse(DIPLOGRAPH_TEST_NEO4J_SERVERS ?? '[]') as readonly Neo4jAccess[];
  const own = started[(Number(JEST_WORKER_ID) - 1) % Math.max(started.length, 1)] ?? null;
  return {
    name: 'A Neo4j server',
    value: NEO4J_URL ? { url: NEO4J_URL, user: NEO4J_USER ?? 'neo4j', password: NEO4J_PASSWORD ?? '' } : own,
    reason: DIPLOGRAPH_TEST_NEO4J_MISSING ?? 'NEO4J_URL is not set',
    cure: 'Install Java 17 and Maven, or set NEO4J_URL, NEO4J_USER and NEO4J_PASSWORD to an empty database for tests.',
  };
}

const chromiumPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Path of the browser's executable: `CHROMIUM_PATH`, else where Linux distributions put it. */
export function chromiumRequirement(): Requirement<string> {
  const { CHROMIUM_PATH } = process.env;
  const paths = CHROMIUM_PATH ? [CHROMIUM_PATH] : chromiumPaths;
  return {
    name: 'Chromium',
    value: paths.find((path) => existsSync(path)) ?? null,
    reason: `there is no ${paths.join(', ')}`,
    cure: 'Install the Debian package chromium, or set CHROMIUM_PATH to the executable.',
  };
}

/** A Python that has a package: `PYTHON`, else `python3`. @param requirements - The file that lists it, for pip. */
function pythonRequirement(name: string, requirements: string): Requirement<string> {
  const python = process.env.PYTHON || 'python3';
  const { status, error } = spawnSync(python, ['-c', `import ${name}`], { stdio: 'ignore' });
  return {
    name,
    value: status === 0 ? python : null,
    reason: error ? `there is no ${python}` : `${python} can't import it`,
    cure: `Install what ${requirements} lists with pip, or set PYTHON to a Python that has it.`,
  };
}

export function networkxRequirement(): Requirement<string> {
  return pythonRequirement('networkx', 'test/export/requirements.txt');
}

export function clairvoyanceRequirement(): Requirement<string> {
  return pythonRequirement('clairvoyance', 'test/server/requirements.txt');
}

export function curlRequirement(): Requirement<string> {
  const { status } = spawnSync('curl', ['--version'], { stdio: 'ignore' });
  return {
    name: 'curl',
    value: status === 0 ? 'curl' : null,
    reason: 'there is no curl',
    cure: 'Install the Debian package curl.',
  };
}

/** A `describe` whose tests run where the requirement is met. */
export function describeWith<T>(requirement: Requirement<T>, title: string, body: (value: T) => void): void {
  const { name, value, reason, cure, mayBeMissing = false } = requirement;
  if (value !== null) {
    describe(title, () => body(value));
    return;
  }
  const line = `${name} is missing (${reason}): the tests of "${title}" are skipped. ${cure}`;
  if (process.env.CI === 'true' && !mayBeMissing) {
    describe(title, () => {
      it('has what it needs, since with CI=true nothing may be skipped', () => {
        throw new Error(line);
      });
    });
    return;
  }
  process.stderr.write(`SKIPPED: ${line}\n`);
  describe.skip(title, () => {
    it(`needs ${name}`, () => {
      throw new Error(line);
    });
  });
}
