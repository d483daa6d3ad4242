import type { EntityKind } from '../../../src/model/ontology.js';
import type { TextRange } from '../../sources/source.js';
import type { EntityDraft } from './entity-draft.js';
import type { EntityRegistry } from './entity-registry.js';
import type { ReadUnit } from './reading.js';
import { entityOf } from './structural-relations.js';
import { distinct } from './talks.js';
import { type Term, withParts } from './unit.js';

const agentKinds: readonly EntityKind[] = ['PERSON', 'ORGANIZATION', 'PLACE', 'PUBLICATION', 'GROUP'];

export function isAgent(entity: EntityDraft | undefined): entity is EntityDraft {
  return entity !== undefined && agentKinds.includes(entity.kind);
}

/** Agents among some units; an event acts through the body that held it. */
export function agentsOf(units: readonly (ReadUnit | undefined)[], registry: EntityRegistry): EntityDraft[] {
  return distinct(
    units.flatMap((unit) => {
      if (unit?.entity === undefined) return [];
      if (unit.entity.kind !== 'EVENT') return isAgent(unit.entity) ? [unit.entity] : [];
      return holdersOf(unit.entity, registry);
    }),
  );
}

/** The bodies that held an event. */
export function holdersOf(event: EntityDraft, registry: EntityRegistry): EntityDraft[] {
  const named = event.terms.flatMap((term) =>
    term.parts.filter(({ role }) => role === 'body').flatMap(({ term: body }) => entityOf(body, registry) ?? []),
  );
  return distinct([...named, ...event.holders]);
}

/**
 * What a stretch of text is about: the entities in it, and those that stand inside their names where the kinds
 * differ (the CPSU CC in "June CPSU CC Plenum").
 */
export function subjectsOf(units: readonly ReadUnit[], registry: EntityRegistry): EntityDraft[] {
  return distinct(
    units.flatMap((unit) => {
      const { entity, term } = unit;
      // "the envoys in Prague": whoever they are, Prague is named.
      const named = term?.kind === 'OFFICE' ? withParts(term).flatMap((part) => namedIn(part, registry)) : [];
      if (entity === undefined) return named;
      if (named.length > 0) return [entity, ...named];
      // A bare adjective or a pronoun of the first person is about nobody.
      if (term?.rule === 'adjective') return [];
      const inner = term === undefined || term.mention === 'title' ? [] : withParts(term).slice(1);
      return [
        entity,
        ...inner.flatMap((part) =>
          part.kind === entity.kind || part.rule === 'adjective' ? [] : (entityOf(part, registry) ?? []),
        ),
      ];
    }),
  );
}

function namedIn(part: Term, registry: EntityRegistry): EntityDraft[] {
  const entity = part.rule === 'adjective' ? undefined : entityOf(part, registry);
  return entity === undefined ? [] : [entity];
}

export function rangeOf(units: readonly (ReadUnit | undefined)[]): TextRange {
  const present = units.filter((unit) => unit !== undefined);
  return { start: present[0]?.start ?? 0, end: present.at(-1)?.end ?? 0 };
}
