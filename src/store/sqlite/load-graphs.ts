import { linkedGraphs } from '../../linking/link-documents.js';
import type { LinkingTables } from '../../linking/linking-tables.js';
import { runNow } from '../../linking/steps.js';
import { EntityTally } from '../../model/entity-tally.js';
import type { GraphBatch } from '../../model/records.js';
import { supportsOf } from '../graph-changes.js';
import { type RelationIdentity, type RelationSupport, RelationTally } from '../relation-tally.js';
import { insertRows } from './insert-row.js';
import { unwrittenDocuments } from './kept-documents.js';
import { selected } from './rows.js';
import { type SqliteDatabase, sortMemory, writeMemory } from './sqlite-database.js';
import { sumUpAllTies } from './sum-up-ties.js';
import { insertTallied, type Tallied } from './summarize-entities.js';
import { insertEnds, insertRelation, kindsOfEnds } from './summarize-relations.js';
import { summed } from './summed.js';
import { TokenRows } from './token-rows.js';
import { withoutIndexes } from './without-indexes.js';
import {
  type ContributionRow,
  contribution,
  contributionColumns,
  insertClaims,
  insertParties,
} from './write-document.js';

const graphTables = ['document', 'contribution', 'entity', 'relation', 'relation_support', 'relation_end'];
const claimTables = ['statement', 'statement_party', 'mention', 'evidence'];

/** Entities that are written together. */
const entitiesAtOnce = 32;

/** What documents say of what others speak of, too: sorted in the end, so that each entity and each relation is met once. */
const toldTables = `
  CREATE TEMP TABLE told_contribution AS SELECT * FROM contribution LIMIT 0;
  -- titled is what a document says of a relation that has a title; of others its evidence says all.
  CREATE TEMP TABLE told_relation (
    id TEXT NOT NULL, type TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL, source_kind TEXT NOT NULL, target_kind TEXT NOT NULL,
    modality TEXT NOT NULL, titled TEXT
  ) STRICT`;

const toldValues = ['id', 'type', 'source', 'target', 'source_kind', 'target_kind', 'modality', 'titled'];

function noteRelations(database: SqliteDatabase, { relations, evidence }: GraphBatch): void {
  const titles = new Map(relations.flatMap(({ id, title }) => (title === null ? [] : [[id, title] as const])));
  const supports = titles.size === 0 ? null : supportsOf(evidence, titles);
  const rows = relations.map((relation) => {
    const { id, type, source, target, modality } = relation;
    const { source_kind, target_kind } = kindsOfEnds(relation);
    const support = supports?.get(id);
    return [id, type, source, target, source_kind, target_kind, modality, support ? JSON.stringify(support) : null];
  });
  insertRows(database, 'told_relation', {}, toldValues, rows);
}

function writeEntities(database: SqliteDatabase): void {
  database.execute('INSERT INTO contribution SELECT * FROM told_contribution ORDER BY entity, document_key');
  database.execute('DROP TABLE told_contribution');
  const said = summed(
    database.each<ContributionRow & { readonly given_name: string | null }>(
      `SELECT ${selected('c', contributionColumns)}, i.given_name
       FROM contribution AS c LEFT JOIN identity AS i ON i.id = c.entity ORDER BY c.entity`,
    ),
    ({ entity }) => entity,
    () => new EntityTally(),
    (tally, row) => tally.change([], [contribution(row)]),
  );
  let together: Tallied[] = [];
  const write = () => {
    insertTallied(database, together);
    together = [];
  };
  for (const { first, sum: tally } of said) {
    together.push({ id: first.entity, tally, givenName: first.given_name });
    if (together.length === entitiesAtOnce) write();
  }
  write();
}

/** Once evidence has its index: of relations without a title it is the sum. */
function writeRelations(database: SqliteDatabase): void {
  database.execute(`
    INSERT INTO relation (id, type, source, target, source_kind, target_kind, modality, date, weight)
    SELECT id, type, source, target, source_kind, target_kind, modality,
      (SELECT nullif(min(e.sort_date), '~') FROM evidence AS e WHERE e.claim = t.id),
      (SELECT count(*) FROM evidence AS e WHERE e.claim = t.id)
    FROM told_relation AS t WHERE titled IS NULL GROUP BY id`);
  const said = summed(
    database.each<RelationIdentity & { readonly titled: string }>(
      'SELECT id, type, source, target, modality, titled FROM told_relation WHERE titled IS NOT NULL ORDER BY id',
    ),
    ({ id }) => id,
    () => new RelationTally({ weight: 0, date: null, titles: null }),
    (tally, { titled }) => tally.change([], [JSON.parse(titled) as RelationSupport]),
  );
  for (const { first, sum: tally } of said) insertRelation(database, tally.summarize(first), tally.titles());
  database.execute('DROP TABLE told_relation');
  insertEnds(database, 'true');
}

/**
 * Writes the graphs of all kept documents into a store that has none, within a transaction: each row once, in the order of its table where
 * that can be, and the indexes in the end.
 *
 * @param told - Called with the number of documents that are written.
 */
export function loadGraphs(database: SqliteDatabase, tables: LinkingTables, told: (documents: number) => void): void {
  const tokens = new TokenRows();
  let written = 0;
  database.execute(toldTables);
  database.execute(writeMemory);
  withoutIndexes(database, graphTables, () => {
    withoutIndexes(database, claimTables, () => {
      for (const documents of unwrittenDocuments(database)) {
        for (const batch of runNow(linkedGraphs(tables, documents))) {
          insertClaims(database, batch, 'told_contribution', tokens);
          noteRelations(database, batch);
        }
        tokens.write(database);
        written += documents.length;
        told(written);
      }
      // What follows sorts all rows.
      database.execute(sortMemory);
      insertParties(database, 'true');
    });
    writeEntities(database);
    writeRelations(database);
  });
  sumUpAllTies(database);
}
