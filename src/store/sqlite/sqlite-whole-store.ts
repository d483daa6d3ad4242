import type { LinkedIdentity } from '../../linking/identity.js';
import type { Retracted } from '../../linking/ledger-tables.js';
import { linkedGraphs } from '../../linking/link-documents.js';
import { runNow } from '../../linking/steps.js';
import { EntityTally } from '../../model/entity-tally.js';
import type { EntityKind } from '../../model/ontology.js';
import { unpackSource } from '../source-batch.js';
import { fewRelations, mostRankedTies, type TieRanking } from '../tie-ranking.js';
import { type DocumentsPart, rangeOfPart, type WholeStore, type WrittenDocument } from '../whole-store.js';
import { openDatabase } from './open-database.js';
import { type LedgerRow, ledgerEntry, type RelationRow, relationRecord } from './rows.js';
import type { SqliteDatabase } from './sqlite-database.js';
import { linkedIdentity } from './sqlite-ledger-tables.js';
import { packedSources, type StoredMatchRow, sqliteLinkingTables, storedMatch } from './sqlite-linking-tables.js';

/** Documents in memory at once. */
const documentsAtOnce = 50;

function* documents(database: SqliteDatabase, part: DocumentsPart): Generator<WrittenDocument> {
  const tables = sqliteLinkingTables(database);
  const all = database.values('SELECT id FROM document ORDER BY id') as readonly (readonly [string])[];
  const { start, end } = rangeOfPart(part, all.length);
  for (let at = start; at < end; at += documentsAtOnce) {
    const some = all.slice(at, Math.min(at + documentsAtOnce, end)).map(([id]) => id);
    const kept = packedSources(database, some);
    const sources = kept.map(({ source }) => source);
    const graphs = runNow(linkedGraphs({ ...tables, sources: () => sources }, some));
    for (const [place, one] of kept.entries()) {
      const graph = graphs[place];
      if (graph !== undefined) yield { ...one, graph };
    }
  }
}

function* mapped<Row, T>(rows: Iterable<Row>, record: (row: Row) => T): Generator<T> {
  for (const row of rows) yield record(row);
}

/** Lets nobody write to a store while others open it: they all see it at one moment. @param path - As `openSqliteStore` takes it. */
export async function withoutWriters<T>(path: string, open: () => Promise<T>): Promise<T> {
  const database = await openDatabase(path, `sqlite:${path}`);
  try {
    return await database.whileBusy(() => database.execute('BEGIN IMMEDIATE'), open);
  } finally {
    database.close();
  }
}

/** @param path - As `openSqliteStore` takes it. A load that was cut off has to be finished before. */
export async function openSqliteWhole(path: string): Promise<WholeStore> {
  const database = await openDatabase(path, `sqlite:${path}`);
  // One moment, whatever others write meanwhile: that of the first read.
  database.execute('BEGIN');
  database.first('SELECT 1 FROM document LIMIT 1');
  const array = (json: string): string[] => JSON.parse(json) as string[];
  return {
    documents: (part) => documents(database, part),
    entities: () =>
      mapped(
        database.each<{ id: string; tally: string; givenName: string | null; weights: string }>(
          `SELECT t.entity AS id, t.tally, i.given_name AS givenName,
             (SELECT json_group_array(json_array(c.other_kind, c.weight)) FROM tie_count AS c WHERE c.entity = t.entity) AS weights
           FROM entity_tally AS t LEFT JOIN identity AS i ON i.id = t.entity ORDER BY t.entity`,
        ),
        ({ tally, weights, ...entity }) => ({
          ...entity,
          tally: EntityTally.read(tally),
          weights: new Map(JSON.parse(weights) as [EntityKind, number][]),
        }),
      ),
    relations: () =>
      mapped(database.each<RelationRow & { titles: string | null }>('SELECT * FROM relation ORDER BY id'), (row) => ({
        record: relationRecord(row),
        titles: row.titles,
      })),
    tieRankings: () =>
      mapped(
        database.each<Omit<TieRanking, 'ties'> & { ties: string }>(
          `SELECT c.entity, c.other_kind AS kind, c.neighbours, c.relations, (
             SELECT json_group_array(json_array(t.other, t.weight, t.relations)) FROM (
               SELECT other, weight, relations FROM tie WHERE entity = c.entity AND other_kind = c.other_kind
               ORDER BY weight DESC, other LIMIT ${mostRankedTies}) AS t) AS ties
           FROM tie_count AS c WHERE c.neighbours > 0 AND c.entity IN (
             SELECT entity FROM tie_count GROUP BY entity HAVING sum(relations) > ${fewRelations})
           ORDER BY c.entity, c.other_kind`,
        ),
        ({ ties, ...ranking }) => ({ ...ranking, ties: JSON.parse(ties) as TieRanking['ties'] }),
      ),
    identities: () =>
      mapped(
        database.each<LinkedIdentity & { spellings: string; keys: string }>(
          `SELECT ${linkedIdentity}, i.spellings,
             (SELECT json_group_array(k.key) FROM identity_key AS k WHERE k.identity = i.id) AS keys
           FROM identity AS i ORDER BY i.id`,
        ),
        ({ spellings, keys, ...identity }) => ({ ...identity, spellings: JSON.parse(spellings), keys: array(keys) }),
      ),
    nameKeys: () => mapped(database.each<{ key: string }>('SELECT DISTINCT key FROM identity_key'), ({ key }) => key),
    matches: () => mapped(database.each<StoredMatchRow>('SELECT * FROM name_match ORDER BY id'), storedMatch),
    ledger: () =>
      mapped(
        database.each<LedgerRow & { subjects: string }>(
          `SELECT l.*, (SELECT json_group_array(s.subject) FROM ledger_subject AS s WHERE s.entry = l.id) AS subjects
           FROM ledger_entry AS l ORDER BY l.id`,
        ),
        (row) => ({ entry: ledgerEntry(row), subjects: array(row.subjects) }),
      ),
    retracted: () =>
      database.each<Retracted>(
        'SELECT entry, relation, source, target FROM retracted_relation ORDER BY entry, relation',
      ),
    deletedDocuments: () =>
      mapped(
        database.each<{ batch: Buffer; text: string }>('SELECT batch, text FROM deleted_document ORDER BY document'),
        ({ batch, text }) => unpackSource(batch, text),
      ),
    close() {
      database.execute('COMMIT');
      database.close();
    },
  };
}
