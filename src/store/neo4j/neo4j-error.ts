import { Neo4jError } from 'neo4j-driver';
import { DiplographError, StoreRefusedError, StoreUnavailableError } from '../../errors.js';

const unreachable = new Set(['ServiceUnavailable', 'SessionExpired', 'Neo.TransientError.General.DatabaseUnavailable']);

/** The driver's own codes, for what a server says that doesn't speak Bolt: an HTTP server's port is the usual mistake. */
const notBolt = new Set(['N/A', 'ProtocolError']);

/** As {@link translateNeo4jError}, for the first words with a server, which may turn out to be none. */
export function translateHandshakeError(error: unknown, address: string): unknown {
  if (!(error instanceof Neo4jError && notBolt.has(error.code))) return translateNeo4jError(error, address);
  return new StoreUnavailableError(
    `What answers at ${address} is no Neo4j server, or not its Bolt port.`,
    'Name the port that Bolt listens on with DIPLOGRAPH_STORE; it is 7687 unless configured otherwise.',
    { cause: error },
  );
}

/**
 * Makes an error of the project of the driver's, known by its code. What is left as it is, is a defect of ours.
 *
 * @param address - Without user and password.
 * @see https://neo4j.com/docs/status-codes/5/errors/all-errors/
 */
export function translateNeo4jError(error: unknown, address: string): unknown {
  if (!(error instanceof Neo4jError)) return error;
  const { code } = error;
  const options = { cause: error };
  if (unreachable.has(code)) {
    return new StoreUnavailableError(
      `No Neo4j server answers at ${address}.`,
      'Start it, or name another address with DIPLOGRAPH_STORE; `docker compose up neo4j` starts one.',
      options,
    );
  }
  if (code.startsWith('Neo.ClientError.Security.')) {
    return new StoreRefusedError(
      `The Neo4j server at ${address} refuses the user or the password.`,
      'Set NEO4J_USER and NEO4J_PASSWORD to a user who may write and create constraints.',
      options,
    );
  }
  if (code.startsWith('Neo.TransientError.')) {
    return new StoreUnavailableError(
      `The Neo4j server at ${address} is too busy to finish a transaction.`,
      'Try again; run fewer writers at once, or give the server more memory, if it happens often.',
      options,
    );
  }
  if (code.startsWith('Neo.ClientError.Database.')) {
    return new StoreRefusedError(
      `The Neo4j server at ${address} has no database for this user.`,
      'Give the user a home database that is online.',
      options,
    );
  }
  if (code.startsWith('Neo.ClientError.Schema.')) {
    return new DiplographError(
      'STORE_INCOMPATIBLE',
      `The Neo4j database at ${address} holds data, constraints or indexes that Diplograph's don't go with.`,
      'Use a database that nothing else writes to.',
      options,
    );
  }
  return error;
}
