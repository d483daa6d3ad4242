import type { GraphBatch, MatchRecord } from '../model/records.js';
import { type Identity, type IdentityName, identityOf, type LinkedIdentity } from './identity.js';
import type { LinkingTables } from './linking-tables.js';
import { matchIdentities, matchKeys } from './match-identities.js';
import { relinkBatch, withoutRelations } from './relink-batch.js';
import { type Settled, settle } from './settle.js';
import { pairKey } from './settle-identities.js';
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

/** A document's graph between the entities that its identities belong to. */
function* linkBatch(tables: LinkingTables, batch: GraphBatch): Work<GraphBatch> {
  const ids = batch.entities.map(({ entity }) => entity);
  return relinkBatch(batch, new Map((yield* step(tables.identities(ids))).map(({ id, entity }) => [id, entity])));
}

/** Writes a document's linked graph, without what people retracted. @returns Whether it was there. */
function* putGraph(tables: LinkingTables, linked: GraphBatch): Work<boolean> {
  const relations = linked.relations.map(({ id }) => id);
  const retracted = relations.length === 0 ? [] : yield* step(tables.retractedAmong(relations));
  return yield* step(tables.putGraph(withoutRelations(linked, new Set(retracted))));
}

/** Writes the documents whose graph is another now. @param but - One that is written already, or gone. */
export function* rewriteDocuments(
  tables: LinkingTables,
  { moved, renamed, relations }: Settled,
  but: string | null = null,
): Work<void> {
  const naming = new Set(moved.length === 0 ? [] : yield* step(tables.documentsNaming(moved)));
  const telling = relations.length === 0 ? [] : yield* step(tables.documentsNamingBoth(relations));
  const changed = new Set(relations.map(({ relation }) => relation));
  // One at a time: an entity that a thousand documents name must not bring them all into memory.
  for (const document of [...new Set([...naming, ...telling])].sort()) {
    if (document === but) continue;
    for (const batch of yield* step(tables.sources([document]))) {
      const linked = yield* linkBatch(tables, batch);
      if (naming.has(document) || linked.relations.some(({ id }) => changed.has(id))) yield* putGraph(tables, linked);
    }
  }
  if (renamed.length > 0) yield* step(tables.summarize(renamed));
}

/**
 * Puts a document in place of what it was, and links it and what it touches. One that people deleted stays out of the
 * graph: what it says now is kept for the day on which the deletion is undone.
 */
export function* putLinked(tables: LinkingTables, batch: GraphBatch): Work<'added' | 'replaced' | 'kept-out'> {
  const { id } = batch.document;
  if (yield* step(tables.isDeleted(id))) {
    yield* step(tables.keepDeleted(batch));
    return 'kept-out';
  }
  const before = yield* step(tables.identitiesIn(id));
  const names = batch.entities.map(({ entity, kind, name, authority }) => ({
    identity: entity,
    kind,
    name,
    authority,
  }));
  yield* step(tables.saveSource(batch, names));
  const touched = [...new Set([...before, ...names.map(({ identity }) => identity)])];
  const settled = yield* settle(tables, yield* renewIdentities(tables, touched));
  const wasThere = yield* putGraph(tables, yield* linkBatch(tables, batch));
  yield* rewriteDocuments(tables, settled, id);
  return wasThere ? 'replaced' : 'added';
}

/** Takes a document away for good, and links anew what it held together or apart. @returns Whether it was there. */
export function* deleteLinked(tables: LinkingTables, document: string): Work<boolean> {
  const before = yield* step(tables.identitiesIn(document));
  const wasThere = yield* step(tables.deleteGraph(document));
  yield* step(tables.deleteSource(document));
  yield* step(tables.dropDeleted(document));
  yield* rewriteDocuments(tables, yield* settle(tables, yield* renewIdentities(tables, before)), document);
  return wasThere;
}
