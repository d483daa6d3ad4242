import { parentPort } from 'node:worker_threads';
import { DiplographError, type ErrorMessage, toErrorMessage } from '../errors.js';
import { type ImportPart, type WrittenFile, writeImportPart } from '../store/neo4j/import-files.js';
import type { WholeStore } from '../store/whole-store.js';

export type FromImportThread =
  /** The store is open: what will be written of it is decided. */
  | { readonly type: 'open' }
  | { readonly type: 'told'; readonly documents: number }
  | { readonly type: 'written'; readonly files: readonly WrittenFile[] }
  /** An error thrown on purpose. */
  | { readonly type: 'refused'; readonly error: ErrorMessage };

const documentsATurn = 200;

function send(message: FromImportThread): void {
  parentPort?.postMessage(message);
}

function write(store: WholeStore, folder: string, part: ImportPart): FromImportThread {
  let documents = 0;
  try {
    const files = writeImportPart(store, folder, part, () => {
      documents += 1;
      if (documents % documentsATurn === 0) send({ type: 'told', documents: documentsATurn });
    });
    send({ type: 'told', documents: documents % documentsATurn });
    return { type: 'written', files };
  } catch (error) {
    if (!(error instanceof DiplographError)) throw error;
    return { type: 'refused', error: toErrorMessage(error) };
  }
}

/** The whole life of a thread that writes files for neo4j-admin: it is sent parts and sends back what it wrote. */
export function writePartsOf(store: WholeStore, folder: string): void {
  parentPort?.on('message', (part: ImportPart) => send(write(store, folder, part)));
  send({ type: 'open' });
}
