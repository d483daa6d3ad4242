import type { GraphBatch } from '../../model/records.js';
import { insertDocument } from './insert-document.js';
import type { RunCypher } from './neo4j-connection.js';
import { type DocumentClaims, summarizeEntities, summarizeRelations } from './summarize.js';

/**
 * The write lock of a node is held from its first change to the end of the transaction. Every writer locks its
 * document first, then all entities that the document names or named, in order of their identifiers: two writers
 * never wait for each other in a circle, and whoever sums up an entity or a relation sees all that others say of it.
 */
const lockDocument = `
  MERGE (d:Document {id: $id}) SET d.locked = true REMOVE d.locked
  RETURN d.fingerprint AS fingerprint`;
const lockEntities = `
  UNWIND $ids AS id
  MERGE (e:Entity {id: id}) SET e.locked = true REMOVE e.locked`;

const fingerprintOf = 'MATCH (d:Document {id: $id}) RETURN d.fingerprint AS fingerprint';

/** What the document supports now. */
async function claimsOf(run: RunCypher, id: string): Promise<DocumentClaims> {
  const entities = await run<{ id: string }>('MATCH (:Document {id: $id})-[:MENTIONS]->(e) RETURN e.id AS id', { id });
  const relations = await run<{ id: string }>(
    `MATCH (x:Evidence {document: $id}) WHERE x.claim STARTS WITH 'relation:' RETURN DISTINCT x.claim AS id`,
    { id },
  );
  return { entities: entities.map((row) => row.id), relations: relations.map((row) => row.id) };
}

async function clearDocument(run: RunCypher, id: string): Promise<void> {
  for (const label of ['Evidence', 'Mention', 'Statement'] as const) {
    await run(`MATCH (n:${label} {document: $id}) DETACH DELETE n`, { id });
  }
  await run('MATCH (:Document {id: $id})-[m:MENTIONS]->() DELETE m', { id });
}

function sortedUnion(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])].sort();
}

/** Writes the linked graph of a document in place of what it was. @returns Whether it was there. */
export async function writeDocument(run: RunCypher, batch: GraphBatch): Promise<boolean> {
  const { id } = batch.document;
  const [locked] = await run<{ fingerprint: string | null }>(lockDocument, { id });
  const wasThere = locked?.fingerprint != null;
  const before: DocumentClaims = wasThere ? await claimsOf(run, id) : { entities: [], relations: [] };
  const entities = sortedUnion(
    before.entities,
    batch.entities.map(({ entity }) => entity),
  );
  await run(lockEntities, { ids: entities });
  if (wasThere) await clearDocument(run, id);
  await insertDocument(run, batch);
  const now = batch.relations.map((relation) => relation.id);
  await summarizeRelations(run, sortedUnion(before.relations, now), batch.relations);
  await summarizeEntities(run, entities);
  return wasThere;
}

/** Takes away a document and what only it supported. @returns whether there was one. */
export async function removeDocument(run: RunCypher, id: string): Promise<boolean> {
  const known = await run(fingerprintOf, { id });
  if (known.length === 0) return false;
  const [locked] = await run<{ fingerprint: string | null }>(lockDocument, { id });
  const { entities, relations } = await claimsOf(run, id);
  await run(lockEntities, { ids: [...entities].sort() });
  await clearDocument(run, id);
  await summarizeRelations(run, relations, []);
  await run('MATCH (d:Document {id: $id}) OPTIONAL MATCH (d)-[:HAS_TEXT]->(t) DETACH DELETE d, t', { id });
  await summarizeEntities(run, entities);
  // Without one, another writer deleted it while this one waited for the lock, which then made an empty document.
  return locked?.fingerprint != null;
}
