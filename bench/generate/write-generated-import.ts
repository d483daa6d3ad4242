import { mkdirSync } from 'node:fs';
import { writeInThreads } from '../../src/cli/write-import-files.js';
import { startThread } from '../../src/start-thread.js';
import type { ImportFiles } from '../../src/store/neo4j/import-files.js';
import type { Archive } from './generated-document.js';
import type { GeneratedImportInput } from './generated-import-thread.js';

const tellEvery = 50_000;
/** Sums of ten million relations are kept in memory. */
const resourceLimits = { maxOldGenerationSizeMb: 12_000 };

/** Writes an archive as files for neo4j-admin. */
export async function writeGeneratedImport(folder: string, archive: Archive): Promise<ImportFiles> {
  mkdirSync(folder, { recursive: true });
  const workerData: GeneratedImportInput = { archive, folder };
  const start = performance.now();
  let told = 0;
  const files = await writeInThreads(
    () => startThread(new URL('./generated-import-thread.js', import.meta.url), { workerData, resourceLimits }),
    (open) => open(),
    {
      folder,
      jobs: 2,
      stop: new AbortController().signal,
      told: (documents) => {
        if (documents < told + tellEvery) return;
        told = documents;
        console.log(`${documents} documents as files after ${((performance.now() - start) / 1_000).toFixed(0)} s`);
      },
    },
  );
  console.log(
    `${files.nodes} nodes and ${files.relationships} relationships as files after ${((performance.now() - start) / 1_000).toFixed(0)} s`,
  );
  return files;
}
