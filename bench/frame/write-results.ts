import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import type { Comparison } from './baseline.js';
import type { Report } from './report.js';

/** What was measured, on what, and how it compares: a file that programs read. */
export function writeResults(folder: string, benchmark: string, report: Report, ratios: readonly Comparison[]): string {
  const [cpu] = cpus();
  const machine = {
    node: process.version,
    processor: cpu?.model ?? 'unknown',
    cores: cpus().length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
  };
  const { tables, notes } = report;
  const results = { benchmark, measuredAt: new Date().toISOString(), machine, tables, ratios, notes };
  const file = join(folder, `${benchmark}.json`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`);
  return file;
}
