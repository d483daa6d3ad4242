import { linkedGraphs } from '../../linking/link-documents.js';
import type { LinkingTables } from '../../linking/linking-tables.js';
import { runNow } from '../../linking/steps.js';
import { EntityTally } from '../../model/entity-tally.js';
import type { GraphBatch } from '../../model/records.js';
import { supportsOf } from '../graph-changes.js';
import { type RelationIdentity, type RelationSupport, RelationTally } from '../relation-tally.js';
import { insertRow } from './insert-row.js';
import type { SqliteDatabase } from './sqlite-database.js';
import { sumUpAllTies } from './sum-up-ties.js';
import { insertTallied } from './summarize-entities.js';
import { insertRelation } from './summarize-relations.js';
import { type ContributionRow, contribution, insertGraph } from './write-document.js';

/** Documents in memory at once. */
const documentsAtOnce = 50;

const graphTables = ['document', 'contribution', 'entity', 'relation', 'relation_support', 'relation_end'];
const claimTables = ['statement', 'statement_party', 'mention', 'evidence'];

/** Kept documents whose graphs are not written, in order of their identifiers; no more than these are in memory. */
export function* unwrittenDocuments(database: SqliteDatabase, atOnce = documentsAtOnce): Generator<readonly string[]> {
  for (let after = ''; ; ) {
    const rows = database.all<{ id: string }>(
      `SELECT s.document AS id FROM document_source AS s
       WHERE s.document > :after AND NOT EXISTS (SELECT 1 FROM document AS d WHERE d.id = s.document)
       ORDER BY s.document LIMIT :atOnce`,
      { after, atOnce },
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows.map(({ id }) => id);
    after = last.id;
  }
}

/** An index is built quicker of all its rows, sorted, than row by row. */
function withoutIndexes(database: SqliteDatabase, work: () => void): void {
  const tables = [...graphTables, ...claimTables].map((table) => `'${table}'`).join(', ');
  const indexes = database.all<{ name: string; sql: string }>(
    `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (${tables}) ORDER BY rootpage`,
  );
  for (const { name } of indexes) database.execute(`DROP INDEX ${name}`);
  work();
  for (const { sql } of indexes) database.execute(sql);
}

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

/** Adds up rows that follow one another with the same key, as they are taken: a thousand of one need not fit into memory. */
function* summed<Row, Sum>(
  rows: Iterable<Row>,
  key: (row: Row) => string,
  start: () => Sum,
  add: (sum: Sum, row: Row) => void,
): Generator<{ readonly first: Row; readonly sum: Sum }> {
  let current: { first: Row; sum: Sum } | null = null;
  for (const row of rows) {
    if (current === null || key(current.first) !== key(row)) {
      if (current !== null) yield current;
      current = { first: row, sum: start() };
    }
    add(current.sum, row);
  }
  if (current !== null) yield current;
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
  withoutIndexes(database, () => {
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
