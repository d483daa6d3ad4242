import type { IngestJobs } from '../src/jobs/ingest-jobs.js';
import type { Caller } from '../src/model/access-token.js';
import type { GraphStore } from '../src/store/graph-store.js';
import { createLoaders, type Loaders } from './loaders.js';

/** What resolvers see. One for each request: its loaders remember what they read. */
export interface SchemaContext {
  readonly store: GraphStore;
  readonly loaders: Loaders;
  /** Who asks, as the token says that was sent; `null` without one. */
  readonly caller: Caller | null;
  /** What takes documents in; `null` where nothing does. */
  readonly jobs: IngestJobs | null;
  /** Whether the query's cost was looked at before it runs: the schema itself then needn't. */
  isMeasured?: boolean;
}

export function createContext(
  store: GraphStore,
  caller: Caller | null = null,
  jobs: IngestJobs | null = null,
): SchemaContext {
  return { store, loaders: createLoaders(store), caller, jobs };
}
