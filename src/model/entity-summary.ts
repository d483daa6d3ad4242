import { kindOfId } from './entity-id.js';
import type { EntityTally } from './entity-tally.js';
import type { EntityRecord } from './records.js';

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The value that most mentions speak for; ties go to the longer, then to the first in code-point order. */
function favourite(votes: readonly (readonly [value: string, mentions: number])[]): string | null {
  const ranked = [...votes].sort(([a, x], [b, y]) => y - x || b.length - a.length || byCodePoint(a, b));
  return ranked[0]?.[0] ?? null;
}

/**
 * What all documents together say of one entity.
 *
 * @param tally - Of one document at least.
 * @param givenName - The name that people gave it; that of the documents is an alias then.
 */
export function summarizeEntity(id: string, tally: EntityTally, givenName: string | null = null): EntityRecord {
  const kind = kindOfId(id);
  if (kind === null) throw new TypeError(`${id} is the identifier of no entity`);
  const said = (field: 'description' | 'authority' | 'coordinates' | 'date' | 'endDate' | 'duration') =>
    favourite(tally.voices(field));
  const values = (field: 'name' | 'alias' | 'candidate') => tally.voices(field).map(([value]) => value);
  const name = givenName ?? favourite(tally.voices('name')) ?? id;
  const surfaces = new Set([...values('name'), ...values('alias')]);
  surfaces.delete(name);
  const authority = said('authority');
  return {
    id,
    kind,
    name,
    aliases: [...surfaces].sort(byCodePoint),
    description: said('description'),
    authority,
    candidates: authority === null ? values('candidate').sort(byCodePoint) : [],
    coordinates: said('coordinates'),
    mentionCount: tally.mentions,
    firstDate: tally.firstDate,
    lastDate: tally.lastDate,
    date: said('date'),
    endDate: said('endDate'),
    duration: said('duration'),
  };
}
