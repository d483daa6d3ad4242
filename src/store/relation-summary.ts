import type { PartialDate } from '../model/partial-date.js';
import type { RelationRecord } from '../model/records.js';

/** What one document says of a relation. */
export interface RelationSupport {
  readonly document: string;
  /** As this document spells it; spellings of one title fall together in the relation's identifier. */
  readonly title: string | null;
  /** Dates of its pieces of evidence there, one each; never empty. */
  readonly evidenceDates: readonly (PartialDate | null)[];
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * What all documents together say of one relation: its weight, its earliest date, and the spelling of its title
 * with the most evidence (then the first in code-point order). Depends on the set of supports, not on their order.
 */
export function summarizeRelation(
  identity: Omit<RelationRecord, 'date' | 'weight' | 'title'>,
  supports: readonly RelationSupport[],
): RelationRecord {
  const votes = new Map<string, number>();
  for (const { title, evidenceDates } of supports) {
    if (title !== null) votes.set(title, (votes.get(title) ?? 0) + evidenceDates.length);
  }
  const titles = [...votes].sort(([a, x], [b, y]) => y - x || byCodePoint(a, b));
  const dates = supports.flatMap(({ evidenceDates }) => evidenceDates.filter((date) => date !== null));
  return {
    id: identity.id,
    type: identity.type,
    source: identity.source,
    target: identity.target,
    title: titles[0]?.[0] ?? null,
    modality: identity.modality,
    date: dates.sort(byCodePoint)[0] ?? null,
    weight: supports.reduce((sum, { evidenceDates }) => sum + evidenceDates.length, 0),
  };
}
