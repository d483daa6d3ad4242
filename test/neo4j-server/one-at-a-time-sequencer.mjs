import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

const tests = resolve(import.meta.dirname, '..');

/** Every file of the tests that a test file is made of: some only open a store, and leave the rest to a suite. */
function filesOf(path, files = new Map()) {
  if (files.has(path) || !path.startsWith(tests) || !existsSync(path)) return files;
  const source = readFileSync(path, 'utf8');
  files.set(path, source);
  for (const [, module] of source.matchAll(/ from '(\.[^']+)\.js'/g))
    filesOf(join(dirname(path), `${module}.ts`), files);
  return files;
}

/**
 * The largest test files go first, so that no worker is left with one when the others have ended.
 *
 * Where workers share a Neo4j server, the files that need it wait for each other: the largest of them goes first, the others
 * go last, when no file is left that could run while they wait.
 */
export default class OneAtATimeSequencer extends TestSequencer {
  /** @param {readonly { readonly path: string }[]} tests */
  sort(tests) {
    const files = new Map(tests.map(({ path }) => [path, filesOf(path)]));
    const size = ({ path }) => [...(files.get(path)?.values() ?? [])].reduce((sum, { length }) => sum + length, 0);
    const bySize = [...tests].sort((a, b) => size(b) - size(a) || a.path.localeCompare(b.path));
    if (!process.env.NEO4J_URL) return bySize;
    const needsDatabase = ({ path }) => files.get(path)?.get(path)?.includes('claimDatabase(') === true;
    const waiting = bySize.filter(needsDatabase);
    const first = waiting.splice(0, 1);
    return [...first, ...bySize.filter((test) => !needsDatabase(test)), ...waiting];
  }
}
