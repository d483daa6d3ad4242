import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNeo4jAdmin, type ServerSize } from '../../test/neo4j-server/start-neo4j-server.js';
import type { Report } from '../frame/report.js';
import { startNeo4j } from '../frame/start-neo4j.js';
import type { Archive } from '../generate/generated-document.js';
import { writeGeneratedImport } from '../generate/write-generated-import.js';

/** What is left of 24 GiB for the pages of a large archive's files. */
const largeServer: ServerSize = { java: ['-Xmx4g'], pageCacheMb: 12_000, transactionMinutes: 60, plansBySize: true };

const root = join(import.meta.dirname, '..', '..');
const sourcesOfRows = [
  ...[
    'import-schema.ts',
    'import-table.ts',
    'import-numbers.ts',
    'import-files.ts',
    'insert-document.ts',
    'summarize.ts',
  ].map((file) => join('src', 'store', 'neo4j', file)),
  join('bench', 'generate', 'generated-document.ts'),
  join('bench', 'generate', 'generated-whole-store.ts'),
  join('src', 'store', 'tie-ranking.ts'),
];

/** What an import depends on beside the archive. */
function version(): string {
  const read = createHash('sha256');
  for (const file of sourcesOfRows) read.update(readFileSync(join(root, file)));
  return read.digest('hex').slice(0, 8);
}

async function importArchive(home: string, archive: Archive): Promise<void> {
  const files = mkdtempSync(join(tmpdir(), 'diplograph-bench-import-'));
  try {
    const { command } = await writeGeneratedImport(files, archive);
    const start = performance.now();
    const printed = await runNeo4jAdmin(home, command, files, largeServer);
    if (!printed.includes('IMPORT DONE')) throw new Error(`neo4j-admin did not import the files:\n${printed}`);
    console.log(`imported after ${((performance.now() - start) / 1_000).toFixed(0)} s`);
  } finally {
    rmSync(files, { recursive: true, force: true });
  }
}

/** The data of a server into which an archive was imported; made once, and renamed in the end, so that a folder that exists is complete. */
async function dataOf(archive: Archive): Promise<string> {
  const { seed, documents } = archive;
  const kept = join(tmpdir(), 'diplograph-bench', `neo4j-${documents}-${seed}-${version()}`);
  if (!existsSync(kept)) {
    const partial = `${kept}.${process.pid}`;
    mkdirSync(partial, { recursive: true });
    await importArchive(partial, archive);
    renameSync(partial, kept);
  }
  return join(kept, 'data');
}

/** A server whose database was made of a generated archive by neo4j-admin; `null`, which is told, where there is no server. */
export function startWithArchive(archive: Archive, report: Report): ReturnType<typeof startNeo4j> {
  return startNeo4j(report, async (home) => symlinkSync(await dataOf(archive), join(home, 'data')), largeServer);
}
