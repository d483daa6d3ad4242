import { loadPaths, type Paths } from './api/load-paths.js';
import { remember } from './remember.js';
import type { RelationFilter } from './route.js';

/** The same paths for the panel that lists them and the picture that shows them. */
export function findPaths(from: string, to: string, filter: RelationFilter): Promise<Paths> {
  return remember(JSON.stringify(['paths', from, to, filter]), (signal) => loadPaths({ from, to }, filter, signal));
}
