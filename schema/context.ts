import type { GraphStore } from '../src/store/graph-store.js';
import { createLoaders, type Loaders } from './loaders.js';

/** What resolvers see. One for each request: its loaders remember what they read. */
export interface SchemaContext {
  readonly store: GraphStore;
  readonly loaders: Loaders;
}

export function createContext(store: GraphStore): SchemaContext {
  return { store, loaders: createLoaders(store) };
}
