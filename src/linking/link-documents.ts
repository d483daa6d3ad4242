import type { GraphBatch } from '../model/records.js';
import { countTogether } from './count-together.js';
import type { LinkingTables } from './linking-tables.js';
import { type Naming, nameChanges } from './name-changes.js';
import { relinkBatch, withoutRelations } from './relink-batch.js';
import { renewIdentities } from './renew-identities.js';
import { type Settled, settle } from './settle.js';
import { step, type Work } from './steps.js';

function namesOf({ document, entities }: GraphBatch): readonly Naming[] {
  return entities.map(({ entity, kind, name, authority }) => ({
    document: document.id,
    identity: entity,
    kind,
    name,
    authority,
  }));
}

const nothingSettled: Settled = { moved: [], renamed: [], relations: [] };

/** Links anew what documents held together or apart, once they are kept as they are now, or gone. */
function* relink(tables: LinkingTables, before: readonly Naming[], after: readonly Naming[]): Work<Settled> {
  const { unsettled, rematched } = yield* renewIdentities(tables, nameChanges(before, after));
  const toldApart = yield* countTogether(tables, before, after, rematched);
  const seeds = new Set([...unsettled, ...toldApart]);
  return seeds.size === 0 ? nothingSettled : yield* settle(tables, [...seeds]);
}

/** Documents' graphs between the entities that their identities belong to. */
function* linkBatches(tables: LinkingTables, batches: readonly GraphBatch[]): Work<readonly GraphBatch[]> {
  const ids = new Set(batches.flatMap(({ entities }) => entities.map(({ entity }) => entity)));
  const entityOf = new Map((yield* step(tables.identities([...ids]))).map(({ id, entity }) => [id, entity]));
  return batches.map((batch) => relinkBatch(batch, entityOf));
}

/** Linked graphs without what people retracted. */
function* unretracted(tables: LinkingTables, linked: readonly GraphBatch[]): Work<readonly GraphBatch[]> {
  const relations = new Set(linked.flatMap((batch) => batch.relations.map(({ id }) => id)));
  const retracted = new Set(relations.size === 0 ? [] : yield* step(tables.retractedAmong([...relations])));
  return linked.map((batch) => withoutRelations(batch, retracted));
}

/** The graphs of kept documents as they are to be written, in any order. */
export function* linkedGraphs(tables: LinkingTables, documents: readonly string[]): Work<readonly GraphBatch[]> {
  return yield* unretracted(tables, yield* linkBatches(tables, yield* step(tables.sources(documents))));
}

/** Writes the documents whose graph is another now. @param but - Those that are written already, or gone. */
export function* rewriteDocuments(
  tables: LinkingTables,
  { moved, renamed, relations }: Settled,
  but: ReadonlySet<string> = new Set(),
): Work<void> {
  const naming = new Set(moved.length === 0 ? [] : yield* step(tables.documentsNaming(moved)));
  const telling = relations.length === 0 ? [] : yield* step(tables.documentsNamingBoth(relations));
  const changed = new Set(relations.map(({ relation }) => relation));
  // One at a time: an entity that a thousand documents name must not bring them all into memory.
  for (const document of [...new Set([...naming, ...telling])].sort()) {
    if (but.has(document)) continue;
    const [linked] = yield* linkBatches(tables, yield* step(tables.sources([document])));
    if (linked === undefined) continue;
    if (naming.has(document) || linked.relations.some(({ id }) => changed.has(id))) {
      yield* step(tables.putGraphs(yield* unretracted(tables, [linked])));
    }
  }
  if (renamed.length > 0) yield* step(tables.summarize(renamed));
}

/** Links names of documents that had none yet; the documents are not written anew. */
export function* linkNames(tables: LinkingTables, names: readonly Naming[]): Work<void> {
  yield* relink(tables, [], names);
}

/** Those that stay in the graph. One that people deleted is kept for the day on which the deletion is undone. */
function* keepDeletedOut(tables: LinkingTables, batches: readonly GraphBatch[]): Work<Pick<Kept, 'stays' | 'keptOut'>> {
  const keptOut = new Set(yield* step(tables.deletedAmong(batches.map(({ document }) => document.id))));
  for (const batch of batches) if (keptOut.has(batch.document.id)) yield* step(tables.keepDeleted(batch));
  return { stays: batches.filter(({ document }) => !keptOut.has(document.id)), keptOut };
}

/** What became of documents that were kept. */
interface Kept {
  /** Those of the graph. */
  readonly stays: readonly GraphBatch[];
  readonly keptOut: ReadonlySet<string>;
  readonly settled: Settled;
}

/** Keeps documents as they named their entities, and links what they name to what others name. */
function* keep(tables: LinkingTables, { stays, keptOut }: Pick<Kept, 'stays' | 'keptOut'>): Work<Kept> {
  if (stays.length === 0) return { stays, keptOut, settled: nothingSettled };
  const before = yield* step(tables.namesIn(stays.map(({ document }) => document.id)));
  const after = stays.flatMap(namesOf);
  yield* step(tables.saveSources(stays, after));
  return { stays, keptOut, settled: yield* relink(tables, before, after) };
}

/**
 * Puts documents in place of what they were, and links them and what they touch.
 *
 * @param batches - Of a document each.
 * @returns Those that people deleted, which stay out of the graph.
 */
export function* putLinked(tables: LinkingTables, batches: readonly GraphBatch[]): Work<ReadonlySet<string>> {
  const { stays, keptOut, settled } = yield* keep(tables, yield* keepDeletedOut(tables, batches));
  if (stays.length === 0) return keptOut;
  yield* step(tables.putGraphs(yield* unretracted(tables, yield* linkBatches(tables, stays))));
  yield* rewriteDocuments(tables, settled, new Set(stays.map(({ document }) => document.id)));
  return keptOut;
}

/**
 * The same, but for the graphs, which are left to be written by `linkedGraphs` once all documents are kept: none of them is written
 * twice because a later one changed what its names are linked to.
 *
 * Only while no graph is written.
 */
export function* keepLinked(tables: LinkingTables, batches: readonly GraphBatch[]): Work<ReadonlySet<string>> {
  return (yield* keep(tables, yield* keepDeletedOut(tables, batches))).keptOut;
}

/**
 * The same for a back end that links all names at once when the graphs are written: documents of which no name is linked yet are kept
 * without a look at their names.
 */
export function* keepUnlinked(tables: LinkingTables, batches: readonly GraphBatch[]): Work<ReadonlySet<string>> {
  const { stays, keptOut } = yield* keepDeletedOut(tables, batches);
  const linked = new Set(
    (yield* step(tables.namesIn(stays.map(({ document }) => document.id)))).map(({ document }) => document),
  );
  const isLinked = ({ document }: GraphBatch) => linked.has(document.id);
  if (linked.size > 0) yield* keep(tables, { stays: stays.filter(isLinked), keptOut });
  yield* step(
    tables.saveSources(
      stays.filter((batch) => !isLinked(batch)),
      [],
    ),
  );
  return keptOut;
}

/** Takes a document away for good, and links anew what it held together or apart. @returns Whether it was there. */
export function* deleteLinked(tables: LinkingTables, document: string): Work<boolean> {
  const before = yield* step(tables.namesIn([document]));
  const wasThere = yield* step(tables.deleteGraph(document));
  yield* step(tables.deleteSource(document));
  yield* step(tables.dropDeleted(document));
  yield* rewriteDocuments(tables, yield* relink(tables, before, []), new Set([document]));
  return wasThere;
}
