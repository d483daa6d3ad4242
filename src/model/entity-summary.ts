import type { PartialDate } from './partial-date.js';
import type { EntityContribution, EntityRecord } from './records.js';

/** A contribution with the date of the document that made it. */
export interface DatedContribution extends EntityContribution {
  readonly documentDate: PartialDate | null;
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The value that most mentions speak for; ties go to the longer, then to the first in code-point order. */
function favourite(votes: ReadonlyMap<string, number>): string | null {
  const ranked = [...votes].sort(([a, x], [b, y]) => y - x || b.length - a.length || byCodePoint(a, b));
  return ranked[0]?.[0] ?? null;
}

function vote(
  contributions: readonly DatedContribution[],
  field: 'name' | 'description' | 'authority' | 'coordinates' | 'date' | 'endDate' | 'duration',
): string | null {
  const votes = new Map<string, number>();
  for (const contribution of contributions) {
    const value = contribution[field];
    if (value !== null) votes.set(value, (votes.get(value) ?? 0) + contribution.mentionCount);
  }
  return favourite(votes);
}

/**
 * What all documents together say of one entity.
 *
 * The answer depends on the set of contributions alone, not on their order, so that documents may be
 * ingested in any order and both stores agree.
 *
 * @param contributions - All of one entity; at least one.
 * @param givenName - The name that people gave it; that of the documents is an alias then.
 */
export function summarizeEntity(
  contributions: readonly [DatedContribution, ...DatedContribution[]],
  givenName: string | null = null,
): EntityRecord {
  const [first] = contributions;
  const name = givenName ?? vote(contributions, 'name') ?? first.name;
  const surfaces = new Set(contributions.flatMap((contribution) => [contribution.name, ...contribution.aliases]));
  surfaces.delete(name);
  const dates = contributions
    .flatMap(({ documentDate }) => (documentDate === null ? [] : [documentDate]))
    .sort(byCodePoint);
  const authority = vote(contributions, 'authority');
  const candidates = authority === null ? contributions.flatMap((contribution) => contribution.candidates) : [];
  return {
    id: first.entity,
    kind: first.kind,
    name,
    aliases: [...surfaces].sort(byCodePoint),
    description: vote(contributions, 'description'),
    authority,
    candidates: [...new Set(candidates)].sort(byCodePoint),
    coordinates: vote(contributions, 'coordinates'),
    mentionCount: contributions.reduce((sum, contribution) => sum + contribution.mentionCount, 0),
    firstDate: dates[0] ?? null,
    lastDate: dates.at(-1) ?? null,
    date: vote(contributions, 'date'),
    endDate: vote(contributions, 'endDate'),
    duration: vote(contributions, 'duration'),
  };
}
