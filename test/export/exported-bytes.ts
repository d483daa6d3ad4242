import { type ExportArguments, exportFilter } from '../../src/export/export-filter.js';
import { exportedGraph } from '../../src/export/exported-graph.js';
import { exportFormat } from '../../src/export/formats.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { collect } from '../collect.js';

/** The whole file in memory, as only a test may have it. */
export async function exportedBytes(store: GraphStore, format: string, given: ExportArguments = {}): Promise<Buffer> {
  const chunks = await collect(exportFormat(format).write(exportedGraph(store, exportFilter(given))));
  return Buffer.concat(chunks.map((chunk) => Buffer.from(chunk as Uint8Array)));
}
