import type { GraphBatch } from '../../model/records.js';
import { sortKeys } from '../../model/sort-key.js';
import { type BatchTokens, batchTokens } from '../../search/batch-tokens.js';
import { coveredDays } from '../date-window.js';
import type { RunCypher } from './neo4j-connection.js';
import { toDocumentRow } from './node-records.js';

/** Rows of one statement: few enough for the server's memory, many enough that round trips don't count. */
const rowsAtOnce = 2_000;

/** Runs a statement that begins with `UNWIND $rows AS row` for all rows. */
export async function runForRows(
  run: RunCypher,
  cypher: string,
  rows: readonly unknown[],
  parameters: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    await run(cypher, { ...parameters, rows: rows.slice(start, start + rowsAtOnce) });
  }
}

const insertDocumentNodes = `
  UNWIND $rows AS row
  MATCH (d:Document {id: row.id})
  MATCH (t:Text {id: row.id})
  SET d = row
  MERGE (d)-[:HAS_TEXT]->(t)`;

const insertContributions = `
  UNWIND $rows AS row
  MATCH (d:Document {id: row.document})
  MATCH (e:Entity {id: row.entity})
  CREATE (d)-[m:MENTIONS]->(e)
  SET m = row.properties`;

const insertStatements = `
  UNWIND $rows AS row
  MATCH (d:Document {id: row.document})
  CREATE (s:Statement) SET s = row
  CREATE (s)-[:STANDS_IN]->(d)
  WITH s, row
  CALL (s, row) {
    MATCH (e:Entity {id: row.speaker}) CREATE (s)-[:SPOKEN_BY]->(e)
  }
  CALL (s, row) {
    UNWIND row.addressees AS id WITH DISTINCT s, id MATCH (e:Entity {id: id}) CREATE (s)-[:ADDRESSED_TO]->(e)
  }
  CALL (s, row) {
    UNWIND row.about AS id WITH DISTINCT s, id MATCH (e:Entity {id: id}) CREATE (s)-[:ABOUT]->(e)
  }
  CALL (s, row) {
    UNWIND row.reportedBy AS id WITH DISTINCT s, id MATCH (e:Entity {id: id}) CREATE (s)-[:REPORTED_BY]->(e)
  }`;

const insertMentions = `
  UNWIND $rows AS row
  MATCH (d:Document {id: row.document})
  MATCH (e:Entity {id: row.entity})
  CREATE (m:Mention) SET m = row
  CREATE (m)-[:STANDS_IN]->(d)
  CREATE (m)-[:REFERS_TO]->(e)`;

const insertEvidence = `
  UNWIND $rows AS row
  MATCH (d:Document {id: row.document})
  CREATE (x:Evidence) SET x = row, x.confidence = toFloat(row.confidence)
  CREATE (x)-[:STANDS_IN]->(d)
  WITH x
  OPTIONAL MATCH (s:Statement {id: x.claim})
  OPTIONAL MATCH (r:Relation {id: x.claim})
  WITH x, coalesce(s, r) AS claim
  CREATE (x)-[:SUPPORTS]->(claim)`;

const insertRelations = 'UNWIND $rows AS id MERGE (:Relation {id: id})';

export function documentRow(batch: GraphBatch, { document: searchTokens }: BatchTokens) {
  const { document } = batch;
  return {
    ...toDocumentRow(document),
    ...coveredDays(document.date),
    sortKey: sortKeys.document(document),
    fingerprint: batch.fingerprint,
    searchTokens,
  };
}

export function contributionRows({ document, entities }: GraphBatch) {
  return entities.map(({ entity, kind: _, ...properties }) => ({ document: document.id, entity, properties }));
}

export function passageRows(batch: GraphBatch, { claims: tokens }: BatchTokens) {
  const titles = new Map(batch.relations.map(({ id, title }) => [id, title]));
  return {
    statements: batch.statements.map((statement) => ({
      ...statement,
      passageTokens: tokens.get(statement.id) ?? null,
      ...coveredDays(statement.date),
      sortKey: sortKeys.statement(statement),
    })),
    evidence: batch.evidence.map((passage) => ({
      ...passage,
      // Of a statement's there are none: its own words are found.
      passageTokens: tokens.get(passage.id) ?? null,
      sortKey: sortKeys.evidence(passage),
      // How this document spells the relation's title; the relation itself has the commonest spelling.
      claimTitle: titles.get(passage.claim) ?? null,
    })),
  };
}

/** Puts what documents say into the store; their entities are there and locked, their old claims are gone. */
export async function insertDocuments(run: RunCypher, batches: readonly GraphBatch[]): Promise<void> {
  const indexed = batches.map((batch) => ({ batch, tokens: batchTokens(batch) }));
  const documents = indexed.map(({ batch, tokens }) => documentRow(batch, tokens));
  await runForRows(run, insertDocumentNodes, documents);
  await runForRows(run, insertContributions, batches.flatMap(contributionRows));
  const passages = indexed.map(({ batch, tokens }) => passageRows(batch, tokens));
  const statements = passages.flatMap((own) => own.statements);
  await runForRows(run, insertStatements, statements);
  const mentions = batches.flatMap((batch) => batch.mentions);
  await runForRows(
    run,
    insertMentions,
    mentions.map((mention) => ({ ...mention, sortKey: sortKeys.mention(mention) })),
  );
  // Relationships and all properties follow from the evidence: see `summarizeRelations`.
  const relations = new Set(batches.flatMap((batch) => batch.relations.map(({ id }) => id)));
  await runForRows(run, insertRelations, [...relations].sort());
  const evidence = passages.flatMap((own) => own.evidence);
  await runForRows(run, insertEvidence, evidence);
}
