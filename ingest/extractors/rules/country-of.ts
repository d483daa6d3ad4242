import type { AuthorityRecord } from '../../lexicon/authority-record.js';
import type { EntityDraft } from './entity-draft.js';
import type { Term } from './unit.js';

/** Walks from a person, group, body or place to the country it belongs to. */
export function countryOf(entity: EntityDraft, recordOf: (id: string) => AuthorityRecord | undefined): string | null {
  const ids = [entity.authority, ...entity.terms.flatMap((term) => placesOf(term))];
  for (const start of ids) {
    let id = start;
    for (let steps = 0; id !== undefined && steps < 6; steps++) {
      const record = recordOf(id);
      if (record?.placeType === 'country') return record.id;
      id = record?.within;
    }
  }
  return null;
}

function placesOf(term: Term): string[] {
  return [
    ...(term.authority === undefined ? [] : [term.authority]),
    ...term.parts.flatMap((part) => placesOf(part.term)),
  ];
}
