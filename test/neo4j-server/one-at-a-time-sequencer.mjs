import { readFileSync } from 'node:fs';
import TestSequencer from '@jest/test-sequencer';

/**
 * Test files that need Neo4j and share a server wait for each other. As many as there are servers go first, the largest of
 * them, so that the servers are busy from the beginning; the others go last, when no file is left that could run
 * while they wait.
 */
export default class OneAtATimeSequencer extends TestSequencer {
  /** @param {{ readonly globalConfig: { readonly maxWorkers: number } }} options */
  constructor(options) {
    super(options);
    this.servers = process.env.NEO4J_URL ? 1 : options.globalConfig.maxWorkers;
  }

  /** @param {readonly { readonly path: string }[]} tests */
  sort(tests) {
    const source = new Map(tests.map(({ path }) => [path, readFileSync(path, 'utf8')]));
    const needsDatabase = ({ path }) => source.get(path)?.includes('claimDatabase(') === true;
    const bySize = [...tests].sort(
      (a, b) => (source.get(b.path)?.length ?? 0) - (source.get(a.path)?.length ?? 0) || a.path.localeCompare(b.path),
    );
    const waiting = bySize.filter(needsDatabase);
    const first = waiting.splice(0, this.servers);
    return [...first, ...bySize.filter((test) => !needsDatabase(test)), ...waiting];
  }
}
