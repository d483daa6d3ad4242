import { workerData } from 'node:worker_threads';
import { writePartsOf } from '../../src/cli/import-parts.js';
import type { Archive } from './generated-document.js';
import { generatedWholeStore } from './generated-whole-store.js';

export interface GeneratedImportInput {
  readonly archive: Archive;
  readonly folder: string;
}

const { archive, folder } = workerData as GeneratedImportInput;
writePartsOf(generatedWholeStore(archive), folder);
