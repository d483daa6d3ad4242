import type { GraphStore } from '../store/graph-store.js';
import type { Terminal } from './terminal.js';

/** Writes what a first load kept, of which nothing can be seen before. */
export function finishLoad(store: GraphStore, terminal: Terminal): Promise<void> {
  return store.finishLoad((documents) => terminal.progress(`writing the graph: ${documents} documents`));
}
