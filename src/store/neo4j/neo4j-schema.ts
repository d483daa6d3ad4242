import { StoreIncompatibleError } from '../../errors.js';
import { relationTypeNames } from '../../model/ontology.js';
import type { Neo4jConnection } from './neo4j-connection.js';

/** Full-text indexes, by what is asked of them. */
export const fullTextIndexes = {
  search: 'diplograph_search',
  documents: 'diplograph_documents',
  passages: 'diplograph_passages',
} as const;

const uniqueNodes = [
  ...['Entity', 'Document', 'Relation', 'Statement', 'Evidence', 'Mention', 'Text'],
  ...['Source', 'Identity', 'Match', 'Linking', 'LedgerEntry', 'LedgerSubject', 'DeletedDocument', 'AccessToken'],
] as const;

/** Keyset pages are read off these in order: owner first where there is one, then the sort key. */
const indexedProperties = [
  ['Entity', ['mentionsKey']],
  ['Entity', ['timelineKey']],
  ['Relation', ['source', 'id']],
  ['Relation', ['target', 'id']],
  ['Document', ['sortKey']],
  ['Document', ['timelineKey']],
  ['Statement', ['sortKey']],
  ['Statement', ['timelineKey']],
  ['Statement', ['document', 'sortKey']],
  ['Evidence', ['claim', 'sortKey']],
  ['Evidence', ['document', 'sortKey']],
  ['Mention', ['entity', 'sortKey']],
  ['Mention', ['document', 'sortKey']],
  ['Identity', ['entity']],
  ['NameKey', ['key']],
  ['Match', ['sortKey']],
  ['Match', ['state', 'sortKey']],
  ['LedgerEntry', ['changed']],
  ['Retracted', ['entry']],
  ['Retracted', ['relation']],
] as const;

/** Tokens come from `src/names` and hold only a–z and 0–9: the index must take them as they are. */
function fullText(name: string, labels: string, property: string): string {
  return `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (n:${labels}) ON EACH [n.${property}]
    OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace', \`fulltext.eventually_consistent\`: false}}`;
}

/** Name → statement that makes it. */
export const schemaRules: ReadonlyMap<string, string> = new Map([
  ...uniqueNodes.map((label): [string, string] => {
    const name = `diplograph_node_${label.toLowerCase()}_id`;
    return [name, `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`];
  }),
  ...relationTypeNames.map((type): [string, string] => {
    const name = `diplograph_relationship_${type.toLowerCase()}_id`;
    return [name, `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR ()-[r:${type}]-() REQUIRE r.id IS UNIQUE`];
  }),
  ...indexedProperties.map(([label, properties]): [string, string] => {
    const name = `diplograph_${label.toLowerCase()}_by_${properties.join('_').toLowerCase()}`;
    const columns = properties.map((property) => `n.${property}`).join(', ');
    return [name, `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (${columns})`];
  }),
  [fullTextIndexes.search, fullText(fullTextIndexes.search, 'Entity', 'searchTokens')],
  [fullTextIndexes.documents, fullText(fullTextIndexes.documents, 'Document', 'searchTokens')],
  [fullTextIndexes.passages, fullText(fullTextIndexes.passages, 'Statement|Evidence', 'passageTokens')],
]);

/**
 * Before the ledger, people's decisions were nodes of their own, which would be lost silently; and before entities were
 * counted, nothing told what a document adds to them.
 */
async function refuseOlderGraphs(connection: Neo4jConnection): Promise<void> {
  const older = await connection.read((run) =>
    run(
      `CALL { MATCH (d:Decision) RETURN d.id AS id LIMIT 1
         UNION MATCH (e:Entity) WITH e LIMIT 1 WHERE e.tally IS NULL RETURN e.id AS id }
       RETURN id`,
    ),
  );
  if (older.length === 0) return;
  throw new StoreIncompatibleError(
    `The store ${connection.address} holds a graph of an earlier version, which this program doesn't read.`,
    'Name an empty database, ingest the documents and decide again, or use the release that made the store.',
  );
}

/**
 * Makes the constraints and indexes that are missing; safe to run in several processes at once.
 *
 * @throws {StoreIncompatibleError} where an earlier version left what this one would not read.
 */
export async function ensureSchema(connection: Neo4jConnection): Promise<void> {
  await refuseOlderGraphs(connection);
  const present = await presentRules(connection);
  for (const [name, statement] of schemaRules) {
    if (!present.has(name)) await makeRule(connection, name, statement);
  }
  await connection.read((run) => run('CALL db.awaitIndexes(300)'));
}

async function presentRules(connection: Neo4jConnection): Promise<ReadonlySet<string>> {
  const rows = await connection.read((run) =>
    run<{ name: string }>('SHOW INDEXES YIELD name WHERE name STARTS WITH "diplograph_" RETURN name'),
  );
  return new Set(rows.map(({ name }) => name));
}

/** The server looks for a rule before it locks: of two processes that make one at once, one may be refused. */
async function makeRule(connection: Neo4jConnection, name: string, statement: string): Promise<void> {
  try {
    await connection.write((run) => run(statement));
  } catch (error) {
    if (!(await presentRules(connection)).has(name)) throw error;
  }
}
