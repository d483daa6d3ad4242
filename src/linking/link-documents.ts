import type { GraphBatch } from '../model/records.js';
import { countTogether } from './count-together.js';
import type { LinkingTables } from './linking-tables.js';
import { type Naming, nameChanges } from './name-changes.js';
import { relinkBatch, withoutRelations } from './relink-batch.js';
import { renewIdentities } from './renew-identities.js';
import { type Settled, settle } from './settle.js';
import { step, type Work } from './steps.js';

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

/** Writes documents' linked graphs, without what people retracted. @returns For each whether it was there. */
function* putGraphs(tables: LinkingTables, linked: readonly GraphBatch[]): Work<readonly boolean[]> {
  const relations = new Set(linked.flatMap((batch) => batch.relations.map(({ id }) => id)));
  const retracted = new Set(relations.size === 0 ? [] : yield* step(tables.retractedAmong([...relations])));
  return yield* step(tables.putGraphs(linked.map((batch) => withoutRelations(batch, retracted))));
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
    if (naming.has(document) || linked.relations.some(({ id }) => changed.has(id))) yield* putGraphs(tables, [linked]);
  }
  if (renamed.length > 0) yield* step(tables.summarize(renamed));
}

/**
 * Puts documents in place of what they were, and links them and what they touch. One that people deleted stays out of the
 * graph: what it says now is kept for the day on which the deletion is undone.
 *
 * @param batches - Of a document each.
 */
export function* putLinked(
  tables: LinkingTables,
  batches: readonly GraphBatch[],
): Work<readonly ('added' | 'replaced' | 'kept-out')[]> {
  const deleted = new Set(yield* step(tables.deletedAmong(batches.map(({ document }) => document.id))));
  const stays = batches.filter(({ document }) => !deleted.has(document.id));
  for (const batch of batches) if (deleted.has(batch.document.id)) yield* step(tables.keepDeleted(batch));
  if (stays.length === 0) return batches.map(() => 'kept-out');
  const documents = stays.map(({ document }) => document.id);
  const before = yield* step(tables.namesIn(documents));
  const after = stays.flatMap(({ document, entities }) =>
    entities.map(
      ({ entity, kind, name, authority }): Naming => ({
        document: document.id,
        identity: entity,
        kind,
        name,
        authority,
      }),
    ),
  );
  yield* step(tables.saveSources(stays, after));
  const settled = yield* relink(tables, before, after);
  const wasThere = yield* putGraphs(tables, yield* linkBatches(tables, stays));
  yield* rewriteDocuments(tables, settled, new Set(documents));
  const replaced = new Set(documents.filter((_, index) => wasThere[index]));
  return batches.map(({ document: { id } }) =>
    deleted.has(id) ? 'kept-out' : replaced.has(id) ? 'replaced' : 'added',
  );
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
