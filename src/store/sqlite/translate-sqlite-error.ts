import Libsql from 'libsql';
import { type DiplographError, StoreRefusedError, StoreUnavailableError } from '../../errors.js';

interface Translation {
  readonly Class: new (message: string, cure: string, options: { cause: unknown }) => DiplographError;
  /** Completes "The store ADDRESS …". */
  readonly says: string;
  readonly cure: string;
}

const busy: Translation = {
  Class: StoreUnavailableError,
  says: 'is being written by another process',
  cure: 'Wait until it has finished, then try again.',
};
const noDatabase: Translation = {
  Class: StoreRefusedError,
  says: 'is no SQLite database, or a damaged one',
  cure: 'Name another file, or move this one away and ingest the documents again.',
};
const notWritable: Translation = {
  Class: StoreRefusedError,
  says: 'cannot be written',
  cure: 'Give the user who runs Diplograph the right to write the file and its folder, or name another file.',
};

/** By the code's beginning: SQLite refines its codes (SQLITE_BUSY_RECOVERY). @see https://sqlite.org/rescode.html */
const translations: readonly (readonly [code: string, translation: Translation])[] = [
  ['SQLITE_BUSY', busy],
  ['SQLITE_LOCKED', busy],
  ['SQLITE_NOTADB', noDatabase],
  ['SQLITE_CORRUPT', noDatabase],
  ['SQLITE_READONLY', notWritable],
  ['SQLITE_CANTOPEN', notWritable],
  ['SQLITE_PERM', notWritable],
  [
    'SQLITE_FULL',
    { Class: StoreUnavailableError, says: 'has no room left on its disk', cure: 'Free some room, then try again.' },
  ],
  [
    'SQLITE_IOERR',
    { Class: StoreUnavailableError, says: 'has a disk that fails', cure: 'Look at the disk, then try again.' },
  ],
];

/** @returns The error to throw: one of ours where the store is to blame, else the one given, a defect of ours. */
export function translateSqliteError(error: unknown, address: string): unknown {
  if (!(error instanceof Libsql.SqliteError)) return error;
  const { code } = error as unknown as { code: string };
  const [, translation] = translations.find(([beginning]) => code.startsWith(beginning)) ?? [];
  if (!translation) return error;
  return new translation.Class(`The store ${address} ${translation.says}.`, translation.cure, { cause: error });
}
