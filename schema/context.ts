import type { GraphStore } from '../src/store/graph-store.js';
import { createLoaders, type Loaders } from './loaders.js';

/** What resolvers see. One for each request: its loaders remember what they read. */
export interface SchemaContext {
  readonly store: GraphStore;
  readonly loaders: Loaders;
  /** Who may change something, and is named in the ledger; `null` for readers. */
  readonly editor: string | null;
}

export function createContext(store: GraphStore, editor: string | null = null): SchemaContext {
  return { store, loaders: createLoaders(store), editor };
}
