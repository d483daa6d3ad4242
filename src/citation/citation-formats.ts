import type { DocumentRecord } from '../model/records.js';
import { bibtex } from './bibtex.js';
import { chicago } from './chicago.js';
import { type CitedItem, citedItem } from './cited-item.js';
import type { CitedPassage } from './cited-passage.js';
import { ris } from './ris.js';

export type CitationFormat = 'CHICAGO' | 'BIBTEX' | 'RIS' | 'CSL_JSON';

/** A new format is a file of this folder and a line here. */
const formats: Readonly<Record<CitationFormat, (item: CitedItem, passage?: CitedPassage) => string>> = {
  CHICAGO: chicago,
  BIBTEX: bibtex,
  RIS: ris,
  CSL_JSON: (item) => JSON.stringify([item], null, 2),
};

/**
 * A document, or a passage of it, in a form that papers print or reference managers read. Made of what is known alone.
 *
 * @param authors - Names of the persons that wrote it, in their order.
 */
export function citation(
  format: CitationFormat,
  document: DocumentRecord,
  authors: readonly string[],
  passage?: CitedPassage,
): string {
  return formats[format](citedItem(document, authors, passage), passage);
}
