import type { LinkedIdentity } from '../../linking/identity.js';
import type { LedgerTables, Retracted } from '../../linking/ledger-tables.js';
import { packSourceAsText, unpackSource } from '../source-batch.js';
import { runForRows } from './insert-document.js';
import type { RunCypher } from './neo4j-connection.js';
import { fromLedgerRow, identityMap, type LedgerRow, ledgerMap, toLedgerRow } from './node-records.js';
import { readRelations } from './read-records.js';
import { renameEntities } from './summarize.js';

const saveEntry = `
  MERGE (l:LedgerEntry {id: $row.id})
  SET l = $row
  WITH l UNWIND $subjects AS subject
  MERGE (s:LedgerSubject {id: subject})
  MERGE (l)-[:CONCERNS]->(s)`;

const heldEntries = `
  UNWIND $ids AS id
  MATCH (:LedgerSubject {id: id})<-[:CONCERNS]-(l) WHERE l.undone IS NULL
  WITH DISTINCT l RETURN ${ledgerMap('l')} AS record`;

const changesSince = `
  UNWIND $ids AS id
  MATCH (:LedgerSubject {id: id})<-[:CONCERNS]-(l) WHERE l.changed > $version
  WITH DISTINCT l ORDER BY l.id RETURN ${ledgerMap('l')} AS record`;

const documentsNamingBoth = `
  UNWIND $rows AS row
  CALL (row) {
    MATCH (:Identity {entity: row.source})<-[:NAMES]-(s:Source)
    WITH DISTINCT s, row WHERE EXISTS { (s)-[:NAMES]->(:Identity {entity: row.target}) }
    RETURN s
    UNION
    MATCH (s:Source {id: row.target}) RETURN s
  }
  RETURN DISTINCT s.id AS id`;

export async function readLedgerVersion(run: RunCypher): Promise<number> {
  const [last] = await run<{ version: number | null }>(
    'MATCH (l:LedgerEntry) WHERE l.changed > 0 RETURN l.changed AS version ORDER BY version DESC LIMIT 1',
  );
  return last?.version ?? 0;
}

/** Within a transaction that `lockLinking` began. */
export function neo4jLedgerTables(run: RunCypher) {
  const ids = async (cypher: string, parameters: Readonly<Record<string, unknown>>): Promise<readonly string[]> =>
    (await run<{ id: string }>(cypher, parameters)).map(({ id }) => id);
  const entries = async (cypher: string, parameters: Readonly<Record<string, unknown>>) =>
    (await run<{ record: LedgerRow }>(cypher, parameters)).map(({ record }) => fromLedgerRow(record));
  return {
    ledgerVersion: () => readLedgerVersion(run),

    async entry(id) {
      const [entry = null] = await entries(`MATCH (l:LedgerEntry {id: $id}) RETURN ${ledgerMap('l')} AS record`, {
        id,
      });
      return entry;
    },

    heldEntries: (identities) => entries(heldEntries, { ids: identities }),
    changesSince: (version, subjects) => entries(changesSince, { version, ids: subjects }),

    async saveEntry(entry, subjects) {
      await run(saveEntry, { row: toLedgerRow(entry), subjects });
    },

    retractedBy: (wanted) =>
      run<Retracted>(
        `UNWIND $ids AS entry MATCH (r:Retracted {entry: entry})
         RETURN entry, r.relation AS relation, r.source AS source, r.target AS target`,
        { ids: wanted },
      ),

    retractedAmong: (relations) =>
      ids('UNWIND $ids AS id MATCH (r:Retracted {relation: id}) RETURN DISTINCT id', { ids: relations }),

    async saveRetracted(wanted, retracted) {
      await run('UNWIND $ids AS entry MATCH (r:Retracted {entry: entry}) DELETE r', { ids: wanted });
      await runForRows(run, 'UNWIND $rows AS row CREATE (r:Retracted) SET r = row', retracted);
    },

    identitiesOfEntities: async (entities) =>
      (
        await run<{ record: LinkedIdentity }>(
          `UNWIND $ids AS id MATCH (i:Identity {entity: id})
           WITH DISTINCT i ORDER BY i.id RETURN ${identityMap('i')} AS record`,
          { ids: entities },
        )
      ).map(({ record }) => record),

    entityNames: (entities) =>
      run<{ id: string; name: string }>('UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN id, e.name AS name', {
        ids: entities,
      }),

    relation: async (id) => (await readRelations(run, [id]))[0] ?? null,

    documentsNamingBoth: (relations) => ids(documentsNamingBoth, { rows: relations }),

    summarize: (entities) => renameEntities(run, entities),

    async keepDeleted(batch) {
      const { id } = batch.document;
      await run('MERGE (d:DeletedDocument {id: $id}) SET d.batch = $batch, d.text = $text', {
        ...{ id, batch: packSourceAsText(batch), text: batch.text },
      });
    },

    deletedAmong: (documents) =>
      ids('UNWIND $ids AS id MATCH (d:DeletedDocument {id: id}) RETURN id', { ids: documents }),

    async deletedDocument(id) {
      const [kept] = await run<{ batch: string; text: string }>(
        'MATCH (d:DeletedDocument {id: $id}) RETURN d.batch AS batch, d.text AS text',
        { id },
      );
      return kept ? unpackSource(kept.batch, kept.text) : null;
    },

    async dropDeleted(id) {
      await run('MATCH (d:DeletedDocument {id: $id}) DELETE d', { id });
    },
  } satisfies LedgerTables;
}
