import { relationId } from '../model/entity-id.js';
import { identitiesOfEdit, type LedgerEntry, nameGivenBy, verdictsOf } from '../model/ledger.js';
import { relationTypes } from '../model/ontology.js';
import type { RelationEnds, Retracted } from './ledger-tables.js';
import type { LinkingTables, StoredMatch } from './linking-tables.js';
import { pairKey, settleIdentities } from './settle-identities.js';
import { step, type Work } from './steps.js';

/** What documents and decisions now say otherwise than before. */
export interface Settled {
  /** Identities that belong to another entity. */
  readonly moved: readonly string[];
  /** Entities that show another name. */
  readonly renamed: readonly string[];
  /** Relations that people keep out of the graph, or no longer. */
  readonly relations: readonly RelationEnds[];
}

interface Region {
  readonly ids: readonly string[];
  readonly matches: readonly StoredMatch[];
  /** In the order in which they were made. */
  readonly entries: readonly LedgerEntry[];
}

/** All that is tied to these by likeness or by people, however far. */
export function* regionAround(tables: LinkingTables, ids: readonly string[]): Work<Region> {
  const matches = new Map<string, StoredMatch>();
  const entries = new Map<string, LedgerEntry>();
  const seen = new Set(ids);
  let front = [...seen];
  while (front.length > 0) {
    const next = new Set<string>();
    for (const match of yield* step(tables.matchesOf(front))) {
      matches.set(match.id, match);
      if (match.verdict === 'SAME') next.add(match.left).add(match.right);
    }
    for (const entry of yield* step(tables.heldEntries(front))) {
      entries.set(entry.id, entry);
      for (const id of identitiesOfEdit(entry.edit)) next.add(id);
    }
    front = [...next].filter((id) => !seen.has(id));
    for (const id of front) seen.add(id);
  }
  return {
    ids: [...seen],
    matches: [...matches.values()],
    entries: [...entries.values()].sort((a, b) => a.version - b.version),
  };
}

/** The relations that an entry keeps out: all between whom its identities belong to. */
function retractedRelations({ edit }: LedgerEntry, entityOf: ReadonlyMap<string, string>): readonly RelationEnds[] {
  if (edit.action !== 'RETRACT') return [];
  const { type, title, modality, told } = edit;
  const relations = told.map((ends): RelationEnds => {
    const linked = [entityOf.get(ends.source) ?? ends.source, entityOf.get(ends.target) ?? ends.target] as const;
    const [source, target] = relationTypes[type].symmetric && linked[0] > linked[1] ? [linked[1], linked[0]] : linked;
    return { relation: relationId(type, source, target, title, modality), source, target };
  });
  return [...new Map(relations.map((one) => [one.relation, one])).values()];
}

function* settleRetractions(
  tables: LinkingTables,
  held: readonly LedgerEntry[],
  undone: string | null,
  entityOf: ReadonlyMap<string, string>,
): Work<readonly RelationEnds[]> {
  const entries = held.filter(({ edit }) => edit.action === 'RETRACT');
  const ids = [...entries.map(({ id }) => id), ...(undone === null ? [] : [undone])];
  if (ids.length === 0) return [];
  const before = yield* step(tables.retractedBy(ids));
  const now = entries.flatMap((entry) =>
    retractedRelations(entry, entityOf).map((ends): Retracted => ({ entry: entry.id, ...ends })),
  );
  const among = (all: readonly Retracted[]) => {
    const known = new Set(all.map(({ entry, relation }) => `${entry} ${relation}`));
    return ({ entry, relation }: Retracted) => known.has(`${entry} ${relation}`);
  };
  const [isNow, wasBefore] = [among(now), among(before)];
  const changed = [...before.filter((one) => !isNow(one)), ...now.filter((one) => !wasBefore(one))];
  if (changed.length === 0) return [];
  const touched = new Set(changed.map(({ entry }) => entry));
  yield* step(
    tables.saveRetracted(
      [...touched],
      now.filter(({ entry }) => touched.has(entry)),
    ),
  );
  return [...new Map(changed.map((one) => [one.relation, one])).values()];
}

function* settleMatches(
  tables: LinkingTables,
  { matches, entries }: Region,
  settled: ReadonlyMap<string, string>,
): Work<void> {
  // A match reaches out of the region where the names are only possibly the same.
  const outside = new Set(matches.flatMap(({ left, right }) => [left, right]).filter((id) => !settled.has(id)));
  const others = outside.size === 0 ? [] : yield* step(tables.identities([...outside]));
  const entityOf = new Map([...others.map(({ id, entity }) => [id, entity] as const), ...settled]);
  const decided = new Set(
    entries.flatMap(({ edit }) => verdictsOf(edit).map(({ left, right }) => pairKey(left, right))),
  );
  const restated = matches.flatMap((match) => {
    const isLinked = entityOf.get(match.left) === entityOf.get(match.right);
    const state = decided.has(pairKey(match.left, match.right)) ? 'DECIDED' : isLinked ? 'LINKED' : 'OPEN';
    return state === match.state ? [] : [{ ...match, state } as const];
  });
  if (restated.length > 0) yield* step(tables.saveMatches(restated));
}

/**
 * Settles anew what bears on these identities.
 *
 * @param undone - An entry that holds no longer.
 */
export function* settle(tables: LinkingTables, ids: readonly string[], undone: string | null = null): Work<Settled> {
  const region = yield* regionAround(tables, ids);
  const identities = yield* step(tables.identities(region.ids));
  const edits = region.entries.map(({ edit }) => edit);
  const verdicts = edits.flatMap(verdictsOf);
  const chosen = edits.flatMap((edit) => (edit.action === 'MERGE' && edit.into !== null ? [edit.into] : []));
  const entityOf = settleIdentities({ identities, matches: region.matches, verdicts, chosen });

  const names = new Map<string, string>();
  for (const given of edits.map(nameGivenBy)) {
    if (given !== null) names.set(entityOf.get(given.identity) ?? given.identity, given.name);
  }
  const links = identities.map((before) => {
    const entity = entityOf.get(before.id) ?? before.id;
    return { before, id: before.id, entity, givenName: entity === before.id ? (names.get(entity) ?? null) : null };
  });
  const changed = links.filter(
    ({ before, entity, givenName }) => before.entity !== entity || before.givenName !== givenName,
  );
  if (changed.length > 0) {
    yield* step(tables.saveEntities(changed.map(({ id, entity, givenName }) => ({ id, entity, givenName }))));
  }
  const relations = yield* settleRetractions(tables, region.entries, undone, entityOf);
  yield* settleMatches(tables, region, entityOf);
  return {
    moved: changed.filter(({ before, entity }) => before.entity !== entity).map(({ id }) => id),
    renamed: changed
      .filter(({ before, id, entity, givenName }) => entity === id && before.givenName !== givenName)
      .map(({ id }) => id),
    relations,
  };
}
