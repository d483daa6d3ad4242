import { BadArgumentError, DiplographError, UnknownEntityError } from '../errors.js';
import type { DecisionRecord, DecisionVerdict, GraphBatch, MatchRecord } from '../model/records.js';
import { type Identity, type IdentityName, identityOf, type LinkedIdentity } from './identity.js';
import type { LinkingTables } from './linking-tables.js';
import { matchIdentities, matchKeys } from './match-identities.js';
import { relinkBatch } from './relink-batch.js';
import { contradiction, pairKey, settleIdentities } from './settle-identities.js';
import { step, type Work } from './steps.js';

function isEqual(a: Identity, b: Identity): boolean {
  return a.kind === b.kind && a.name === b.name && a.authority === b.authority;
}

function matchOf(a: Identity, b: Identity): MatchRecord | null {
  const found = matchIdentities(a, b);
  if (found === null) return null;
  const [left, right] = a.id < b.id ? [a, b] : [b, a];
  return {
    id: `match:${left.id}/${right.id}`,
    kind: left.kind,
    left: left.id,
    right: right.id,
    leftName: left.name,
    rightName: right.name,
    ...found,
    state: 'OPEN',
  };
}

/**
 * Brings what is known of these identities up to what documents now call them.
 *
 * @returns These, and those that were alike to one which changed or went.
 */
function* renewIdentities(tables: LinkingTables, ids: readonly string[]): Work<readonly string[]> {
  const names = new Map<string, [IdentityName, ...IdentityName[]]>();
  for (const name of yield* step(tables.namesOf(ids))) {
    const others = names.get(name.identity);
    if (others) others.push(name);
    else names.set(name.identity, [name]);
  }
  const stored = new Map((yield* step(tables.identities(ids))).map((identity) => [identity.id, identity]));
  const gone = ids.filter((id) => stored.has(id) && !names.has(id));
  const renewed = [...names.values()].map(identityOf).filter((identity) => {
    const before = stored.get(identity.id);
    return before === undefined || !isEqual(before, identity);
  });
  const changed = [...gone, ...renewed.map(({ id }) => id)];
  const lost = changed.length === 0 ? [] : yield* step(tables.matchesOf(changed));
  const touched = [...new Set([...ids, ...lost.flatMap(({ left, right }) => [left, right])])];
  if (gone.length > 0) yield* step(tables.deleteIdentities(gone));
  if (renewed.length === 0) return touched;
  const keyed = renewed.map((identity) => ({ identity, keys: matchKeys(identity) }));
  yield* step(tables.deleteMatchesOf(renewed.map(({ id }) => id)));
  yield* step(tables.saveIdentities(keyed));
  const keys = [...new Set(keyed.flatMap((one) => one.keys))];
  if (keys.length === 0) return touched;
  const candidates = new Map<string, Set<LinkedIdentity>>();
  for (const candidate of yield* step(tables.identitiesWithKeys(keys))) {
    for (const key of matchKeys(candidate)) {
      const others = candidates.get(key) ?? new Set();
      candidates.set(key, others.add(candidate));
    }
  }
  const matches = new Map<string, MatchRecord>();
  for (const one of keyed) {
    for (const other of new Set(one.keys.flatMap((key) => [...(candidates.get(key) ?? [])]))) {
      const pair = pairKey(one.identity.id, other.id);
      if (matches.has(pair)) continue;
      const match = matchOf(one.identity, other);
      if (match !== null) matches.set(pair, match);
    }
  }
  if (matches.size > 0) yield* step(tables.saveMatches([...matches.values()]));
  return touched;
}

/** All that is tied to these by likeness or decision, however far. */
function* regionAround(tables: LinkingTables, ids: readonly string[]) {
  const matches = new Map<string, MatchRecord>();
  const decisions = new Map<string, DecisionRecord>();
  const seen = new Set(ids);
  let front = [...seen];
  while (front.length > 0) {
    const next = new Set<string>();
    for (const match of yield* step(tables.matchesOf(front))) {
      matches.set(match.id, match);
      if (match.verdict === 'SAME') next.add(match.left).add(match.right);
    }
    for (const decision of yield* step(tables.decisionsOf(front))) {
      decisions.set(decision.id, decision);
      next.add(decision.left).add(decision.right);
    }
    front = [...next].filter((id) => !seen.has(id));
    for (const id of front) seen.add(id);
  }
  return { ids: [...seen], matches: [...matches.values()], decisions: [...decisions.values()] };
}

/** Settles anew what bears on these identities. @returns Those that now belong to another entity. */
function* settle(tables: LinkingTables, ids: readonly string[]): Work<readonly string[]> {
  const region = yield* regionAround(tables, ids);
  const identities = yield* step(tables.identities(region.ids));
  const tied = new Set([...region.matches, ...region.decisions].flatMap(({ left, right }) => [left, right]));
  const several = identities.map(({ id }) => id).filter((id) => tied.has(id));
  const together = several.length > 1 ? yield* step(tables.together(several)) : [];
  const entities = settleIdentities({ ...region, identities, together });
  const moved = identities.filter(({ id, entity }) => entities.get(id) !== entity);
  if (moved.length > 0) {
    yield* step(tables.saveEntities(moved.map(({ id }) => ({ id, entity: entities.get(id) ?? id }))));
  }

  // A match reaches out of the region where the names are only possibly the same.
  const outside = new Set(region.matches.flatMap(({ left, right }) => [left, right]).filter((id) => !entities.has(id)));
  const others = outside.size === 0 ? [] : yield* step(tables.identities([...outside]));
  const entityOf = new Map([...others.map(({ id, entity }) => [id, entity] as const), ...entities]);
  const decided = new Set(region.decisions.map(({ left, right }) => pairKey(left, right)));
  const restated = region.matches.flatMap((match) => {
    const isLinked = entityOf.get(match.left) === entityOf.get(match.right);
    const state = decided.has(pairKey(match.left, match.right)) ? 'DECIDED' : isLinked ? 'LINKED' : 'OPEN';
    return state === match.state ? [] : [{ ...match, state } as const];
  });
  if (restated.length > 0) yield* step(tables.saveMatches(restated));
  return moved.map(({ id }) => id);
}

function* writeGraphs(tables: LinkingTables, batches: readonly GraphBatch[]): Work<void> {
  const ids = [...new Set(batches.flatMap(({ entities }) => entities.map(({ entity }) => entity)))];
  const entityOf = new Map((yield* step(tables.identities(ids))).map(({ id, entity }) => [id, entity]));
  for (const batch of batches) yield* step(tables.putGraph(relinkBatch(batch, entityOf)));
}

/** Writes the documents that name identities which went to another entity. */
function* relinkDocuments(tables: LinkingTables, moved: readonly string[], but: string | null): Work<void> {
  if (moved.length === 0) return;
  const documents = (yield* step(tables.documentsNaming(moved))).filter((id) => id !== but);
  // One at a time: an entity that a thousand documents name must not bring them all into memory.
  for (const document of [...documents].sort()) yield* writeGraphs(tables, yield* step(tables.sources([document])));
}

/** Puts a document in place of what it was, and links it and what it touches. @returns Whether it was there. */
export function* putLinked(tables: LinkingTables, batch: GraphBatch): Work<boolean> {
  const { id } = batch.document;
  const before = yield* step(tables.identitiesIn(id));
  const names = batch.entities.map(({ entity, kind, name, authority }) => ({
    identity: entity,
    kind,
    name,
    authority,
  }));
  yield* step(tables.saveSource(batch, names));
  const touched = [...new Set([...before, ...names.map(({ identity }) => identity)])];
  const moved = yield* settle(tables, yield* renewIdentities(tables, touched));
  const entityOf = new Map(
    (yield* step(tables.identities(names.map(({ identity }) => identity)))).map((one) => [one.id, one.entity]),
  );
  const wasThere = yield* step(tables.putGraph(relinkBatch(batch, entityOf)));
  yield* relinkDocuments(tables, moved, id);
  return wasThere;
}

/** Takes a document away, and links anew what it held together or apart. @returns Whether it was there. */
export function* deleteLinked(tables: LinkingTables, document: string): Work<boolean> {
  const before = yield* step(tables.identitiesIn(document));
  const wasThere = yield* step(tables.deleteGraph(document));
  yield* step(tables.deleteSource(document));
  const moved = yield* settle(tables, yield* renewIdentities(tables, before));
  yield* relinkDocuments(tables, moved, document);
  return wasThere;
}

export interface NewDecision {
  readonly verdict: DecisionVerdict;
  /** Identities, or entities: one is the identity that gave it its identifier. */
  readonly left: string;
  readonly right: string;
  readonly by: string;
  readonly at: string;
  readonly note: string | null;
}

function nextDecisionId(last: string | null): string {
  const number = last === null ? 0 : Number(last.slice(last.indexOf(':') + 1));
  return `decision:${String(number + 1).padStart(8, '0')}`;
}

/**
 * Keeps a person's word on two identities, in place of an earlier word on the same two, and links accordingly.
 *
 * @throws {UnknownEntityError}
 * @throws {BadArgumentError} for one identity twice, or two of different kinds.
 * @throws {DiplographError} CONFLICT, where earlier decisions say the contrary.
 */
export function* decideLinked(tables: LinkingTables, wanted: NewDecision): Work<DecisionRecord> {
  const [left = '', right = ''] = [wanted.left, wanted.right].sort();
  if (left === right) throw new BadArgumentError(`${left} is named twice.`, 'Name two entities.');
  const found = new Map((yield* step(tables.identities([left, right]))).map((one) => [one.id, one]));
  for (const id of [left, right]) if (!found.has(id)) throw new UnknownEntityError(id);
  if (found.get(left)?.kind !== found.get(right)?.kind) {
    throw new BadArgumentError(`${left} and ${right} are of different kinds.`, 'Decide on two of one kind.');
  }
  const region = yield* regionAround(tables, [left, right]);
  const isSamePair = (one: DecisionRecord) => one.left === left && one.right === right;
  const held = region.decisions.filter((one) => !isSamePair(one));
  const against = contradiction([...held, { left, right, verdict: wanted.verdict }]);
  if (against !== null) {
    throw new DiplographError(
      'CONFLICT',
      `To call ${left} and ${right} ${wanted.verdict} contradicts earlier decisions on ${against.left} and ${against.right}.`,
      'Read the decisions, and undo the one that is wrong first.',
    );
  }
  for (const earlier of region.decisions.filter(isSamePair)) {
    yield* step(tables.saveDecision({ ...earlier, undoneBy: wanted.by, undoneAt: wanted.at }));
  }
  const id = nextDecisionId(yield* step(tables.lastDecision()));
  const { verdict, by, at, note } = wanted;
  const decision: DecisionRecord = { id, verdict, left, right, by, at, note, undoneBy: null, undoneAt: null };
  yield* step(tables.saveDecision(decision));
  yield* relinkDocuments(tables, yield* settle(tables, [left, right]), null);
  return decision;
}

/**
 * Takes a decision back; it stays to be read.
 *
 * @throws {BadArgumentError} where there is none of this name, or it is undone already.
 */
export function* undoLinked(tables: LinkingTables, id: string, by: string, at: string): Work<DecisionRecord> {
  const decision = yield* step(tables.decision(id));
  if (decision === null) throw new BadArgumentError(`There is no decision ${id}.`, 'Take its id from the list.');
  if (decision.undoneAt !== null) throw new BadArgumentError(`${id} is undone already.`, 'Decide anew.');
  const undone = { ...decision, undoneBy: by, undoneAt: at };
  yield* step(tables.saveDecision(undone));
  yield* relinkDocuments(tables, yield* settle(tables, [decision.left, decision.right]), null);
  return undone;
}
