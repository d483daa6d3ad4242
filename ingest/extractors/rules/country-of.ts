import type { AuthorityRecord } from '../../lexicon/authority-record.js';
import { isParty } from './coreference.js';
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

/** The party of the document that belongs to the country for which somebody speaks. */
export function partyOf(
  speaker: EntityDraft | null,
  entities: readonly EntityDraft[],
  recordOf: (id: string) => AuthorityRecord | undefined,
): EntityDraft | null {
  if (speaker === null) return null;
  const country = countryOf(speaker, recordOf);
  const own = entities.find(
    (entity) =>
      isParty(entity) &&
      !entity.key.includes('/') &&
      entity.authority !== undefined &&
      recordOf(entity.authority)?.within === country,
  );
  return own ?? null;
}
