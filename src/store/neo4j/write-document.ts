import type { DatedContribution } from '../../model/entity-tally.js';
import type { GraphBatch } from '../../model/records.js';
import { type DocumentClaims, GraphChanges, supportsOf } from '../graph-changes.js';
import type { WeightChanges } from '../tie-weights.js';
import { insertDocuments, runForRows } from './insert-document.js';
import type { RunCypher } from './neo4j-connection.js';
import { contributionMap } from './node-records.js';
import { rankTies } from './rank-ties.js';
import { summarizeEntities, summarizeRelations } from './summarize.js';

/**
 * The write lock of a node is held from its first change to the end of the transaction. Every writer locks its
 * documents first, then all entities that they name or named, each in order of their identifiers: two writers
 * never wait for each other in a circle, and whoever sums up an entity or a relation sees all that others say of it.
 */
const lockDocuments = `
  UNWIND $ids AS id
  MERGE (d:Document {id: id}) SET d.locked = true REMOVE d.locked
  RETURN id, d.fingerprint IS NOT NULL AS isStored`;
const lockEntities = `
  UNWIND $rows AS id
  MERGE (e:Entity {id: id}) SET e.locked = true REMOVE e.locked`;

const contributionsOf = `
  MATCH (d:Document {id: $id})-[m:MENTIONS]->(e)
  RETURN e.id AS entity, e.kind AS kind, ${contributionMap('m')} AS said, d.date AS documentDate`;

const evidenceOf = `
  MATCH (x:Evidence {document: $id}) WHERE x.sortKey >= '' AND x.claim STARTS WITH 'relation:'
  RETURN x.claim AS claim, x.date AS date, x.claimTitle AS title`;

async function claimsOf(run: RunCypher, id: string): Promise<DocumentClaims> {
  type Row = Pick<DatedContribution, 'entity' | 'kind' | 'documentDate'> & {
    readonly said: Omit<DatedContribution, 'entity' | 'kind' | 'documentDate'>;
  };
  const contributions = await run<Row>(contributionsOf, { id });
  const evidence = await run<{ claim: string; date: string | null; title: string | null }>(evidenceOf, { id });
  return {
    contributions: contributions.map(({ said, ...row }) => ({ ...said, ...row })),
    supports: supportsOf(evidence, new Map(evidence.map(({ claim, title }) => [claim, title]))),
  };
}

async function clearDocument(run: RunCypher, id: string): Promise<void> {
  for (const label of ['Evidence', 'Mention', 'Statement'] as const) {
    await run(`MATCH (n:${label} {document: $id}) WHERE n.sortKey >= '' DETACH DELETE n`, { id });
  }
  await run('MATCH (:Document {id: $id})-[m:MENTIONS]->() DELETE m', { id });
}

/** @returns What is left to do with entities. */
async function summarizeTies(run: RunCypher, changes: GraphChanges): Promise<WeightChanges> {
  const { weights, pairs } = await summarizeRelations(run, changes);
  await rankTies(run, pairs.changed());
  return weights;
}

/** Writes the linked graphs of documents in place of what they were. */
export async function writeDocuments(run: RunCypher, batches: readonly GraphBatch[]): Promise<void> {
  const ids = batches.map(({ document }) => document.id);
  const locked = await run<{ id: string; isStored: boolean }>(lockDocuments, { ids: [...ids].sort() });
  const stored = new Set(locked.filter(({ isStored }) => isStored).map(({ id }) => id));
  const changes = new GraphChanges();
  for (const id of stored) changes.remove(await claimsOf(run, id));
  for (const batch of batches) changes.add(batch);
  await runForRows(run, lockEntities, [...changes.entities.keys()].sort());
  for (const id of stored) await clearDocument(run, id);
  await insertDocuments(run, batches);
  await summarizeEntities(run, changes, await summarizeTies(run, changes));
}

/** Takes away a document and what only it supported. @returns whether there was one. */
export async function removeDocument(run: RunCypher, id: string): Promise<boolean> {
  const known = await run('MATCH (d:Document {id: $id}) RETURN d.id AS id', { id });
  if (known.length === 0) return false;
  const [locked] = await run<{ isStored: boolean }>(lockDocuments, { ids: [id] });
  const changes = new GraphChanges();
  changes.remove(await claimsOf(run, id));
  await runForRows(run, lockEntities, [...changes.entities.keys()].sort());
  await clearDocument(run, id);
  const weights = await summarizeTies(run, changes);
  await run('MATCH (d:Document {id: $id}) DETACH DELETE d', { id });
  await summarizeEntities(run, changes, weights);
  // Without one, another writer deleted it while this one waited for the lock, which then made an empty document.
  return locked?.isStored === true;
}
