import { ConfigurationError } from '../errors.js';
import type { GraphStore } from './graph-store.js';

/** Of a Neo4j server; SQLite has none. */
export interface StoreCredentials {
  readonly user: string;
  readonly password: string;
}

const neo4jSchemes = ['neo4j', 'neo4j+s', 'neo4j+ssc', 'bolt', 'bolt+s', 'bolt+ssc'];

/**
 * Opens the store that an address names. The back end is imported only then: whoever uses SQLite doesn't load the
 * Neo4j driver, and the other way round.
 *
 * @param url - `sqlite:PATH`, `sqlite::memory:`, `neo4j://HOST:PORT`, `bolt://HOST:PORT`, each of the last two also
 *   with `+s` (TLS) or `+ssc` (TLS with a certificate of one's own).
 */
export async function openStore(url: string, credentials?: StoreCredentials): Promise<GraphStore> {
  const [scheme = '', ...rest] = url.split(':');
  const path = rest.join(':');
  if (scheme === 'sqlite' && path !== '' && !path.startsWith('//')) {
    const { openSqliteStore } = await import('./sqlite/sqlite-store.js');
    return openSqliteStore(path);
  }
  if (neo4jSchemes.includes(scheme) && path.startsWith('//')) {
    if (!credentials) {
      throw new ConfigurationError('A Neo4j store needs a user and a password.', 'Set NEO4J_USER and NEO4J_PASSWORD.');
    }
    const { openNeo4jStore } = await import('./neo4j/neo4j-store.js');
    return openNeo4jStore(url, credentials);
  }
  throw new ConfigurationError(
    `There is no store with an address like ${JSON.stringify(scheme === '' ? url : `${scheme}:…`)}.`,
    'Use sqlite:PATH, as in sqlite:data/diplograph.db, sqlite::memory:, neo4j://HOST:7687 or bolt://HOST:7687.',
  );
}
