import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Libsql from 'libsql';
import { StoreIncompatibleError, StoreRefusedError } from '../../errors.js';
import { applicationId, schemaStatements, schemaVersion } from './database-schema.js';
import { SqliteDatabase, usualJournal, usualMemory } from './sqlite-database.js';

const inMemory = ':memory:';

function connect(path: string, address: string): Libsql.Database {
  try {
    if (path !== inMemory) mkdirSync(dirname(path), { recursive: true });
    return new Libsql(path);
  } catch (cause) {
    // libsql gives no code here, and it is one thing all the same: the path.
    throw new StoreRefusedError(
      `The store ${address} cannot be opened.`,
      'Name a file in a folder that can be made and written, as in sqlite:data/diplograph.db.',
      { cause },
    );
  }
}

function pragma(database: SqliteDatabase, name: string): number {
  const row = database.first<{ value: number }>(`SELECT ${name} AS value FROM pragma_${name}`);
  return row?.value ?? 0;
}

/** Makes the tables where there are none. Two processes may do so at once: the second finds them there. */
async function prepareSchema(database: SqliteDatabase, address: string): Promise<void> {
  const isOurs = (): boolean => {
    const id = pragma(database, 'application_id');
    const version = pragma(database, 'user_version');
    const { tables } = database.first<{ tables: number }>('SELECT count(*) AS tables FROM sqlite_schema') ?? {
      tables: 0,
    };
    if (id === 0 && version === 0 && tables === 0) return false;
    if (id !== applicationId) {
      throw new StoreRefusedError(
        `The store ${address} is a SQLite database of another program.`,
        'Name another file.',
      );
    }
    if (version !== schemaVersion) {
      throw new StoreIncompatibleError(
        `The store ${address} has version ${version} of the tables, and this program needs version ${schemaVersion}.`,
        'Name another file and ingest the documents again, or use the release that made the store.',
      );
    }
    return true;
  };
  if (isOurs()) return;
  await database.write(() => {
    if (isOurs()) return;
    database.execute(schemaStatements);
    database.execute(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}`);
  });
}

/** @param path - A file, which is made with its folder where it is missing, or `:memory:`. */
export async function openDatabase(path: string, address: string): Promise<SqliteDatabase> {
  const database = new SqliteDatabase(connect(path, address), address);
  try {
    // Short: it blocks the event loop. Writers wait in SqliteDatabase.write instead.
    database.execute('PRAGMA busy_timeout = 50');
    await database.whileBusy(
      () => database.execute(usualJournal),
      () => database.execute(`PRAGMA foreign_keys = ON; ${usualMemory}`),
    );
    await prepareSchema(database, address);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
