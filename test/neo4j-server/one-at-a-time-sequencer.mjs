import { readFileSync } from 'node:fs';
import TestSequencer from '@jest/test-sequencer';

/**
 * Test files that need the only Neo4j database wait for each other. The largest goes first, so that the server is busy
 * from the beginning; the others go last, when no file is left that could run while they wait.
 */
export default class OneAtATimeSequencer extends TestSequencer {
  /** @param {readonly { readonly path: string }[]} tests */
  sort(tests) {
    const source = new Map(tests.map(({ path }) => [path, readFileSync(path, 'utf8')]));
    const needsDatabase = ({ path }) => source.get(path)?.includes('claimDatabase(') === true;
    const bySize = [...tests].sort(
      (a, b) => (source.get(b.path)?.length ?? 0) - (source.get(a.path)?.length ?? 0) || a.path.localeCompare(b.path),
    );
    const [first, ...waiting] = bySize.filter(needsDatabase);
    return [...(first === undefined ? [] : [first]), ...bySize.filter((test) => !needsDatabase(test)), ...waiting];
  }
}
