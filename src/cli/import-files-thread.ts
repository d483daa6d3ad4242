import { workerData } from 'node:worker_threads';
import { openSqliteWhole } from '../store/sqlite/sqlite-whole-store.js';
import { writePartsOf } from './import-parts.js';

export interface ImportThreadInput {
  /** Of the SQLite store. */
  readonly path: string;
  readonly folder: string;
}

const { path, folder } = workerData as ImportThreadInput;
writePartsOf(await openSqliteWhole(path), folder);
