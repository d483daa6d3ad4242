import { BadArgumentError } from '../errors.js';
import { csv } from './csv.js';
import { cytoscape } from './cytoscape.js';
import type { ExportFormat } from './export-format.js';
import { gexf } from './gexf.js';
import { graphml } from './graphml.js';
import { jsonld } from './jsonld.js';

/** A new format is a file of this folder and a line here. */
export const exportFormats: readonly ExportFormat[] = [gexf, graphml, csv, cytoscape, jsonld];

/** @throws {BadArgumentError} when there is none of this name. */
export function exportFormat(name: string): ExportFormat {
  const format = exportFormats.find((candidate) => candidate.name === name);
  if (format !== undefined) return format;
  throw new BadArgumentError(
    'There is no such export format.',
    `Choose from ${exportFormats.map((known) => known.name).join(', ')}.`,
  );
}
