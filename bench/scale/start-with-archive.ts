import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runNeo4jAdmin, type ServerSize } from '../../test/neo4j-server/start-neo4j-server.js';
import type { Report } from '../frame/report.js';
import { startNeo4j } from '../frame/start-neo4j.js';
import type { Archive } from '../generate/generated-document.js';
import { writeGeneratedImport } from '../generate/write-generated-import.js';

/** What is left of 24 GiB for the pages of a large archive's files. */
const largeServer: ServerSize = { java: ['-Xmx4g'], pageCacheMb: 6_000, transactionMinutes: 60 };

/** A server whose database was made of a generated archive by neo4j-admin; `null`, which is told, where there is no server. */
export function startWithArchive(archive: Archive, report: Report): ReturnType<typeof startNeo4j> {
  const prepare = async (home: string): Promise<void> => {
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
  };
  return startNeo4j(report, prepare, largeServer);
}
