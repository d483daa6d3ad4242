import { linkedGraphs } from '../../linking/link-documents.js';
import type { LinkingTables } from '../../linking/linking-tables.js';
import { runNow } from '../../linking/steps.js';
import { EntityTally } from '../../model/entity-tally.js';
import type { GraphBatch } from '../../model/records.js';
import { supportsOf } from '../graph-changes.js';
import { type RelationIdentity, type RelationSupport, RelationTally } from '../relation-tally.js';
import { insertRow } from './insert-row.js';
import { unwrittenDocuments } from './kept-documents.js';
import type { SqliteDatabase } from './sqlite-database.js';
import { sumUpAllTies } from './sum-up-ties.js';
import { insertTallied } from './summarize-entities.js';
import { insertRelation } from './summarize-relations.js';
import { summed } from './summed.js';
import { withoutIndexes } from './without-indexes.js';
import { type ContributionRow, contribution, insertGraph } from './write-document.js';

const graphTables = ['document', 'contribution', 'entity', 'relation', 'relation_support', 'relation_end'];
const claimTables = ['statement', 'statement_party', 'mention', 'evidence'];

/** What a document says of relations, kept until all say it: sorted then, so that each relation is met once. */
function noteRelations(database: SqliteDatabase, { relations, evidence }: GraphBatch): void {
  const supports = supportsOf(evidence, new Map(relations.map(({ id, title }) => [id, title])));
  for (const { id, type, source, target, modality } of relations) {
    insertRow(database, 'told_relation', {
      id,
      type,
      source,
      target,
      modality,
      told: JSON.stringify(supports.get(id)),
    });
  }
}

function writeEntities(database: SqliteDatabase): void {
  const said = summed(
    database.each<ContributionRow & { readonly given_name: string | null }>(
      'SELECT c.*, i.given_name FROM contribution AS c LEFT JOIN identity AS i ON i.id = c.entity ORDER BY c.entity',
    ),
    ({ entity }) => entity,
    () => new EntityTally(),
    (tally, row) => tally.change([], [contribution(row)]),
  );
  for (const { first, sum: tally } of said) insertTallied(database, first.entity, tally, first.given_name);
}

function writeRelations(database: SqliteDatabase): void {
  const said = summed(
    database.each<RelationIdentity & { readonly told: string }>('SELECT * FROM told_relation ORDER BY id'),
    ({ id }) => id,
    () => new RelationTally({ weight: 0, date: null, titles: null }),
    (tally, { told }) => tally.change([], [JSON.parse(told) as RelationSupport]),
  );
  for (const { first, sum: tally } of said) insertRelation(database, tally.summarize(first), tally.titles());
}

/**
 * Writes the graphs of all kept documents into a store that has none, within a transaction: each row once, in the order of its table where
 * that can be, and the indexes in the end.
 *
 * @param told - Called with the number of documents that are written.
 */
export function loadGraphs(database: SqliteDatabase, tables: LinkingTables, told: (documents: number) => void): void {
  let written = 0;
  database.execute(`CREATE TEMP TABLE told_relation (
    id TEXT NOT NULL, type TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL, modality TEXT NOT NULL, told TEXT NOT NULL
  ) STRICT`);
  withoutIndexes(database, [...graphTables, ...claimTables], () => {
    for (const documents of unwrittenDocuments(database)) {
      for (const batch of runNow(linkedGraphs(tables, documents))) {
        insertGraph(database, batch);
        noteRelations(database, batch);
      }
      written += documents.length;
      told(written);
    }
    writeEntities(database);
    writeRelations(database);
  });
  sumUpAllTies(database);
  database.execute('DROP TABLE told_relation');
}
