import type { putLinked } from '../linking/link-documents.js';
import type { LinkingTables } from '../linking/linking-tables.js';
import type { Work } from '../linking/steps.js';
import type { GraphBatch } from '../model/records.js';
import type { PutOutcome } from './graph-store.js';

/** The batches from an index on up to the first of a document that came before it. */
function distinctFrom(batches: readonly GraphBatch[], start: number): readonly GraphBatch[] {
  const documents = new Set<string>();
  let end = start;
  for (const { document } of batches.slice(start)) {
    if (documents.has(document.id)) break;
    documents.add(document.id);
    end += 1;
  }
  return batches.slice(start, end);
}

/** Within a transaction. @param stored - Fingerprints of what the store has of each batch's document. */
export function* putChanged(
  put: typeof putLinked,
  tables: LinkingTables,
  batches: readonly GraphBatch[],
  stored: readonly (string | null)[],
): Work<readonly PutOutcome[]> {
  const known = new Map(batches.map(({ document }, index) => [document.id, stored[index] ?? null]));
  const outcomes: PutOutcome[] = [];
  while (outcomes.length < batches.length) {
    const distinct = distinctFrom(batches, outcomes.length);
    const changed = distinct.filter(({ document, fingerprint }) => known.get(document.id) !== fingerprint);
    const keptOut = changed.length === 0 ? new Set() : yield* put(tables, changed);
    for (const { document, fingerprint } of distinct) {
      const before = known.get(document.id) ?? null;
      known.set(document.id, fingerprint);
      if (before === fingerprint) outcomes.push('unchanged');
      else if (keptOut.has(document.id)) outcomes.push('kept-out');
      else outcomes.push(before === null ? 'added' : 'replaced');
    }
  }
  return outcomes;
}
