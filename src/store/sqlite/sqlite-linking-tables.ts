import type { LinkedIdentity } from '../../linking/identity.js';
import type { LinkingTables, StoredMatch } from '../../linking/linking-tables.js';
import type { Naming, Spelling } from '../../linking/name-changes.js';
import type { GraphBatch, MatchRecord } from '../../model/records.js';
import { sortKeys } from '../../model/sort-key.js';
import { packSource, unpackSource } from '../source-batch.js';
import { insertRow, insertRows } from './insert-row.js';
import { list, listed } from './page-statement.js';
import { type MatchRow, matchRecord } from './rows.js';
import type { SqliteDatabase, Value } from './sqlite-database.js';
import { linkedIdentity, sqliteLedgerTables } from './sqlite-ledger-tables.js';
import { removeDocument, writeDocuments } from './write-document.js';

export interface StoredMatchRow extends MatchRow {
  readonly together: number;
}

export function storedMatch(row: StoredMatchRow): StoredMatch {
  return { ...matchRecord(row), together: row.together };
}

/** How many documents name both of two identities. @param left - An expression, as `right`. */
export function documentsNamingBoth(left: string, right: string): string {
  return `SELECT count(*) AS documents FROM identity_name AS l WHERE l.identity = ${left}
    AND EXISTS (SELECT 1 FROM identity_name AS r WHERE r.identity = ${right} AND r.document = l.document)`;
}

export const matchColumns = [
  ...['id', 'sort_key', 'kind', 'left_id', 'right_id', 'left_name', 'right_name'],
  ...['verdict', 'score', 'reason', 'state', 'together'],
];

export function matchValues(match: StoredMatch): readonly Value[] {
  const { id, kind, left, right, leftName, rightName, verdict, score, reason, state, together } = match;
  return [
    ...[id, sortKeys.match(match), kind, left, right, leftName, rightName],
    ...[verdict, score, reason, state, together],
  ];
}

/** Documents as they named their entities, packed and unpacked, in any order. */
export function packedSources(
  database: SqliteDatabase,
  documents: readonly string[],
): readonly { readonly packed: Buffer; readonly source: GraphBatch }[] {
  return database
    .all<{ packed: Buffer; text: string }>(
      `SELECT s.batch AS packed, t.text FROM document_source AS s JOIN document_text AS t ON t.document = s.document
       WHERE s.document IN ${list('ids')}`,
      { ids: listed(documents) },
    )
    .map(({ packed, text }) => ({ packed, source: unpackSource(packed, text) }));
}

/** Within a transaction. Everything is given at once. */
export function sqliteLinkingTables(database: SqliteDatabase) {
  const ids = (sql: string, values: readonly string[]) =>
    database.all<{ id: string }>(sql, { ids: listed(values) }).map(({ id }) => id);
  const deleteSource = (document: string): void => {
    database.run('DELETE FROM document_source WHERE document = :document', { document });
    database.run('DELETE FROM document_text WHERE document = :document', { document });
    database.run('DELETE FROM identity_name WHERE document = :document', { document });
  };
  return {
    ...sqliteLedgerTables(database),

    namesIn: (documents: readonly string[]) =>
      database.all<Naming>(
        `SELECT document, identity, kind, name, authority FROM identity_name WHERE document IN ${list('ids')}`,
        { ids: listed(documents) },
      ),

    saveSources(batches: readonly GraphBatch[], names: readonly Naming[]) {
      for (const batch of batches) {
        const { fingerprint, text } = batch;
        const document = batch.document.id;
        deleteSource(document);
        insertRow(database, 'document_source', { document, fingerprint, batch: packSource(batch) });
        insertRow(database, 'document_text', { document, text });
      }
      for (const { identity, document, kind, name, authority } of names) {
        insertRow(database, 'identity_name', { identity, document, kind, name, authority });
      }
    },

    deleteSource,

    sources: (documents: readonly string[]) => packedSources(database, documents).map(({ source }) => source),

    documentsNaming: (identities: readonly string[]) =>
      ids(`SELECT DISTINCT document AS id FROM identity_name WHERE identity IN ${list('ids')}`, identities),

    identities: (wanted: readonly string[]) =>
      database.all<LinkedIdentity>(`SELECT ${linkedIdentity} FROM identity AS i WHERE i.id IN ${list('ids')}`, {
        ids: listed(wanted),
      }),

    identitiesWithKeys: (keys: readonly string[]) =>
      database.all<LinkedIdentity>(
        `SELECT DISTINCT ${linkedIdentity} FROM identity_key AS k JOIN identity AS i ON i.id = k.identity
         WHERE k.key IN ${list('keys')}`,
        { keys: listed(keys) },
      ),

    saveIdentities(identities) {
      for (const { identity, keys, spellings } of identities) {
        const { id, kind, name, authority } = identity;
        database.run(
          `INSERT INTO identity (id, kind, name, authority, spellings, entity)
           VALUES (:id, :kind, :name, :authority, :spellings, :id)
           ON CONFLICT (id) DO UPDATE SET kind = :kind, name = :name, authority = :authority, spellings = :spellings`,
          { id, kind, name, authority, spellings: JSON.stringify(spellings) },
        );
        database.run('DELETE FROM identity_key WHERE identity = :id', { id });
        for (const key of keys) insertRow(database, 'identity_key', { key, identity: id });
      }
    },

    spellings: (wanted: readonly string[]) =>
      database
        .all<{ id: string; spellings: string }>(`SELECT id, spellings FROM identity WHERE id IN ${list('ids')}`, {
          ids: listed(wanted),
        })
        .map(({ id, spellings }) => ({ id, spellings: JSON.parse(spellings) as Spelling[] })),

    saveSpellings(counted) {
      for (const { id, spellings } of counted) {
        database.run('UPDATE identity SET spellings = :spellings WHERE id = :id', {
          id,
          spellings: JSON.stringify(spellings),
        });
      }
    },

    deleteIdentities(gone: readonly string[]) {
      database.run(`DELETE FROM identity WHERE id IN ${list('ids')}`, { ids: listed(gone) });
    },

    saveEntities(links) {
      for (const { id, entity, givenName } of links) {
        database.run('UPDATE identity SET entity = :entity, given_name = :givenName WHERE id = :id', {
          ...{ id, entity, givenName },
        });
      }
    },

    matchesOf: (identities: readonly string[]) =>
      database
        .all<StoredMatchRow>(
          `SELECT * FROM name_match WHERE left_id IN ${list('ids')}
           UNION SELECT * FROM name_match WHERE right_id IN ${list('ids')}`,
          { ids: listed(identities) },
        )
        .map(storedMatch),

    matchesAmong: (identities: readonly string[]) =>
      database
        .all<StoredMatchRow>(
          `SELECT * FROM name_match WHERE left_id IN ${list('ids')} AND right_id IN ${list('ids')} AND verdict = 'SAME'`,
          { ids: listed(identities) },
        )
        .map(storedMatch),

    deleteMatchesOf(identities: readonly string[]) {
      const parameters = { ids: listed(identities) };
      database.run(`DELETE FROM name_match WHERE left_id IN ${list('ids')}`, parameters);
      database.run(`DELETE FROM name_match WHERE right_id IN ${list('ids')}`, parameters);
    },

    saveMatches(matches: readonly StoredMatch[]) {
      database.run(`DELETE FROM name_match WHERE id IN ${list('ids')}`, { ids: listed(matches.map(({ id }) => id)) });
      insertRows(database, 'name_match', {}, matchColumns, matches.map(matchValues));
    },

    countTogether: (pairs: readonly Pick<MatchRecord, 'left' | 'right'>[]) =>
      pairs.map(({ left, right }) => {
        const both = database.first<{ documents: number }>(documentsNamingBoth(':left', ':right'), { left, right });
        return both?.documents ?? 0;
      }),

    putGraphs: (batches: readonly GraphBatch[]) => writeDocuments(database, batches),
    deleteGraph: (document: string) => removeDocument(database, document),
  } satisfies LinkingTables;
}

/** The identities of each entity, in id order. */
export function readIdentitiesOf(
  database: SqliteDatabase,
  entities: readonly string[],
): readonly (readonly LinkedIdentity[])[] {
  const rows = database.all<LinkedIdentity>(
    `SELECT ${linkedIdentity} FROM identity AS i WHERE i.entity IN ${list('ids')} ORDER BY i.id`,
    { ids: listed(entities) },
  );
  return entities.map((entity) => rows.filter((row) => row.entity === entity));
}
