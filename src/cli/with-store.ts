import type { Config } from '../config.js';
import type { GraphStore } from '../store/graph-store.js';
import { openStore } from '../store/open-store.js';

/** Closes the store whatever happens: Neo4j's driver would keep the process from ending. */
export async function withStore<T>(config: Config, use: (store: GraphStore) => Promise<T>): Promise<T> {
  const { neo4jUser: user, neo4jPassword: password } = config;
  const store = await openStore(config.store, password === undefined ? undefined : { user, password });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
