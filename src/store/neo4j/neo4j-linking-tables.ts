import type { LinkedIdentity } from '../../linking/identity.js';
import type { LinkingTables, StoredMatch } from '../../linking/linking-tables.js';
import type { Naming, Spelling } from '../../linking/name-changes.js';
import { sortKeys } from '../../model/sort-key.js';
import { packSourceAsText, unpackSource } from '../source-batch.js';
import { runForRows } from './insert-document.js';
import type { RunCypher } from './neo4j-connection.js';
import { neo4jLedgerTables } from './neo4j-ledger-tables.js';
import { identityMap, storedMatchMap } from './node-records.js';
import { removeDocument, writeDocuments } from './write-document.js';

/**
 * Held from the first step to the end of the transaction: what one document changes for others may reach further than
 * the entities it names, so writers take turns. Decision 0012.
 */
export async function lockLinking(run: RunCypher): Promise<void> {
  await run("MERGE (l:Linking {id: 'linking'}) SET l.locked = true REMOVE l.locked");
}

const saveSources = `
  UNWIND $rows AS row
  MERGE (s:Source {id: row.id}) SET s.batch = row.batch, s.fingerprint = row.fingerprint
  WITH s OPTIONAL MATCH (s)-[n:NAMES]->() DELETE n`;

const saveText = 'MERGE (t:Text {id: $id}) SET t.text = $text';

const saveNames = `
  UNWIND $rows AS row
  MATCH (s:Source {id: row.document})
  MERGE (i:Identity {id: row.identity})
  CREATE (s)-[:NAMES {kind: row.kind, name: row.name, authority: row.authority}]->(i)`;

/** Keys that an identity has no longer; a key that no identity has goes with it. */
const dropKeys = `
  UNWIND $rows AS row
  MATCH (:Identity {id: row.id})-[h:HAS_KEY]->(k) WHERE NOT k.key IN row.keys
  DELETE h
  WITH DISTINCT k WHERE NOT EXISTS { (k)<-[:HAS_KEY]-() }
  DELETE k`;

const saveIdentity = `
  UNWIND $rows AS row
  MERGE (i:Identity {id: row.id})
  SET i.kind = row.kind, i.name = row.name, i.authority = row.authority, i.spellings = row.spellings,
    i.entity = coalesce(i.entity, row.id)
  WITH i, row UNWIND row.keys AS key
  MERGE (k:NameKey {key: key})
  MERGE (i)-[:HAS_KEY]->(k)`;

/** With the keys that no other has. */
const deleteIdentities = `
  UNWIND $ids AS id
  MATCH (i:Identity {id: id})
  OPTIONAL MATCH (i)-[:HAS_KEY]->(k)
  WITH collect(DISTINCT i) AS identities, collect(DISTINCT k) AS keys
  FOREACH (i IN identities | DETACH DELETE i)
  WITH keys UNWIND keys AS k
  WITH k WHERE NOT EXISTS { (k)<-[:HAS_KEY]-() }
  DELETE k`;

const saveMatch = `
  UNWIND $rows AS row
  MATCH (left:Identity {id: row.left}), (right:Identity {id: row.right})
  MERGE (m:Match {id: row.id})
  SET m = row
  MERGE (m)-[:LEFT]->(left)
  MERGE (m)-[:RIGHT]->(right)`;

/** In the order of the rows. */
const countTogether = `
  UNWIND range(0, size($rows) - 1) AS index
  CALL (index) {
    MATCH (s:Source)-[:NAMES]->(:Identity {id: $rows[index].left})
    WHERE EXISTS { (s)-[:NAMES]->(:Identity {id: $rows[index].right}) }
    RETURN count(DISTINCT s) AS documents
  }
  RETURN index, documents ORDER BY index`;

/** Within a transaction that `lockLinking` began. */
export function neo4jLinkingTables(run: RunCypher) {
  const ids = async (cypher: string, parameters: Readonly<Record<string, unknown>>): Promise<readonly string[]> =>
    (await run<{ id: string }>(cypher, parameters)).map(({ id }) => id);
  const records = async <T>(cypher: string, parameters: Readonly<Record<string, unknown>>): Promise<readonly T[]> =>
    (await run<{ record: T }>(cypher, parameters)).map(({ record }) => record);
  return {
    ...neo4jLedgerTables(run),

    namesIn: (documents) =>
      run<Naming>(
        `UNWIND $ids AS id MATCH (:Source {id: id})-[n:NAMES]->(i)
         RETURN id AS document, i.id AS identity, n.kind AS kind, n.name AS name, n.authority AS authority`,
        { ids: documents },
      ),

    async saveSources(batches, names) {
      await runForRows(
        run,
        saveSources,
        batches.map((batch) => ({
          id: batch.document.id,
          fingerprint: batch.fingerprint,
          batch: packSourceAsText(batch),
        })),
      );
      // Texts are large: a statement takes one document's.
      for (const { document, text } of batches) await run(saveText, { id: document.id, text });
      await runForRows(run, saveNames, names);
    },

    async deleteSource(id) {
      await run('MATCH (s:Source {id: $id}) DETACH DELETE s', { id });
      await run('MATCH (t:Text {id: $id}) DETACH DELETE t', { id });
    },

    async sources(documents) {
      const rows = await run<{ batch: string; text: string }>(
        'UNWIND $ids AS id MATCH (s:Source {id: id}) MATCH (t:Text {id: id}) RETURN s.batch AS batch, t.text AS text',
        { ids: documents },
      );
      return rows.map(({ batch, text }) => unpackSource(batch, text));
    },

    documentsNaming: (identities) =>
      ids('UNWIND $ids AS id MATCH (s:Source)-[:NAMES]->(:Identity {id: id}) RETURN DISTINCT s.id AS id', {
        ids: identities,
      }),

    identities: (wanted) =>
      records<LinkedIdentity>(
        `UNWIND $ids AS id MATCH (i:Identity {id: id}) WHERE i.entity IS NOT NULL RETURN ${identityMap('i')} AS record`,
        { ids: wanted },
      ),

    identitiesWithKeys: (keys) =>
      records<LinkedIdentity>(
        `UNWIND $keys AS key MATCH (:NameKey {key: key})<-[:HAS_KEY]-(i)
         WITH DISTINCT i RETURN ${identityMap('i')} AS record`,
        { keys },
      ),

    async saveIdentities(identities) {
      const rows = identities.map(({ identity: { id, kind, name, authority }, keys, spellings }) => ({
        ...{ id, kind, name, authority, keys },
        spellings: JSON.stringify(spellings),
      }));
      await runForRows(run, dropKeys, rows);
      await runForRows(run, saveIdentity, rows);
    },

    async spellings(wanted) {
      const rows = await run<{ id: string; spellings: string }>(
        `UNWIND $ids AS id MATCH (i:Identity {id: id}) WHERE i.spellings IS NOT NULL
         RETURN id, i.spellings AS spellings`,
        { ids: wanted },
      );
      return rows.map(({ id, spellings }) => ({ id, spellings: JSON.parse(spellings) as Spelling[] }));
    },

    saveSpellings: (counted) =>
      runForRows(
        run,
        'UNWIND $rows AS row MATCH (i:Identity {id: row.id}) SET i.spellings = row.spellings',
        counted.map(({ id, spellings }) => ({ id, spellings: JSON.stringify(spellings) })),
      ),

    async deleteIdentities(gone) {
      await run('UNWIND $ids AS id MATCH (m:Match)-->(:Identity {id: id}) DETACH DELETE m', { ids: gone });
      await run(deleteIdentities, { ids: gone });
    },

    saveEntities: (links) =>
      runForRows(
        run,
        'UNWIND $rows AS row MATCH (i:Identity {id: row.id}) SET i.entity = row.entity, i.givenName = row.givenName',
        links,
      ),

    matchesOf: (identities) =>
      records<StoredMatch>(
        `UNWIND $ids AS id MATCH (m:Match)-->(:Identity {id: id}) WITH DISTINCT m RETURN ${storedMatchMap('m')} AS record`,
        { ids: identities },
      ),

    matchesAmong: (identities) =>
      records<StoredMatch>(
        `UNWIND $ids AS id MATCH (:Identity {id: id})<-[:LEFT]-(m:Match)
         WHERE m.verdict = 'SAME' AND m.right IN $ids RETURN ${storedMatchMap('m')} AS record`,
        { ids: identities },
      ),

    async deleteMatchesOf(identities) {
      await run('UNWIND $ids AS id MATCH (m:Match)-->(:Identity {id: id}) DETACH DELETE m', { ids: identities });
    },

    saveMatches: (matches) =>
      runForRows(
        run,
        saveMatch,
        matches.map((match) => ({ ...match, sortKey: sortKeys.match(match) })),
      ),

    async countTogether(pairs) {
      const rows = await run<{ documents: number }>(countTogether, { rows: pairs });
      return rows.map(({ documents }) => documents);
    },

    putGraphs: (batches) => writeDocuments(run, batches),
    deleteGraph: (document) => removeDocument(run, document),
  } satisfies LinkingTables;
}

/** The identities of each entity, in id order. */
export async function readIdentitiesOf(
  run: RunCypher,
  entities: readonly string[],
): Promise<readonly (readonly LinkedIdentity[])[]> {
  const rows = await run<{ record: LinkedIdentity }>(
    `UNWIND $ids AS id MATCH (i:Identity {entity: id}) WITH DISTINCT i ORDER BY i.id RETURN ${identityMap('i')} AS record`,
    { ids: entities },
  );
  return entities.map((entity) => rows.map(({ record }) => record).filter((record) => record.entity === entity));
}
