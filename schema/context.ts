import type { Caller } from '../src/model/access-token.js';
import type { GraphStore } from '../src/store/graph-store.js';
import { createLoaders, type Loaders } from './loaders.js';

/** What resolvers see. One for each request: its loaders remember what they read. */
export interface SchemaContext {
  readonly store: GraphStore;
  readonly loaders: Loaders;
  /** Who asks, as the token says that was sent; `null` without one. */
  readonly caller: Caller | null;
}

export function createContext(store: GraphStore, caller: Caller | null = null): SchemaContext {
  return { store, loaders: createLoaders(store), caller };
}
