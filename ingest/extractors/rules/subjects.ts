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
  const found = new Set<EntityDraft>();
  for (const unit of units) {
    if (unit?.entity === undefined) continue;
    if (unit.entity.kind === 'EVENT') for (const holder of holdersOf(unit.entity, registry)) found.add(holder);
    else if (isAgent(unit.entity)) found.add(unit.entity);
  }
  return [...found];
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
  const found = new Set<EntityDraft>();
  for (const { entity, term } of units) {
    // "the envoys in Prague": whoever they are, Prague is named.
    const named = term?.kind === 'OFFICE' ? withParts(term).flatMap((part) => namedIn(part, registry) ?? []) : [];
    // A bare adjective or a pronoun of the first person is about nobody.
    if (entity !== undefined && (named.length > 0 || term?.rule !== 'adjective')) found.add(entity);
    for (const each of named) found.add(each);
    if (entity === undefined || named.length > 0 || term === undefined || term.parts.length === 0) continue;
    if (term.rule === 'adjective' || term.mention === 'title') continue;
    for (const part of withParts(term).slice(1)) {
      const inner = part.kind === entity.kind ? undefined : namedIn(part, registry);
      if (inner !== undefined) found.add(inner);
    }
  }
  return [...found];
}

function namedIn(part: Term, registry: EntityRegistry): EntityDraft | undefined {
  return part.rule === 'adjective' ? undefined : entityOf(part, registry);
}

export function rangeOf(units: readonly (ReadUnit | undefined)[]): TextRange {
  const present = units.filter((unit) => unit !== undefined);
  return { start: present[0]?.start ?? 0, end: present.at(-1)?.end ?? 0 };
}
