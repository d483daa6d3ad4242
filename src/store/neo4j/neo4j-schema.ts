import { setTimeout as pause } from 'node:timers/promises';
import { StoreIncompatibleError, StoreRefusedError } from '../../errors.js';
import { relationTypeNames } from '../../model/ontology.js';
import type { Neo4jConnection } from './neo4j-connection.js';
import { tieWeight } from './tie-weight.js';

/** How often a server that fills its indexes is asked whether it is ready. */
const lookEveryMs = 200;

/** Full-text indexes, by what is asked of them. */
export const fullTextIndexes = {
  names: 'diplograph_search',
  documents: 'diplograph_documents',
  passages: 'diplograph_passages',
} as const;

const uniqueNodes = [
  ...['Entity', 'Document', 'Relation', 'Statement', 'Evidence', 'Mention', 'Text'],
  ...['Source', 'Identity', 'Match', 'Linking', 'LedgerEntry', 'LedgerSubject', 'DeletedDocument'],
  ...['AccessToken', 'TieRanking'],
] as const;

type Rules = ReadonlyMap<string, string>;

/** A constraint is filled in the transaction that makes it: each stands alone, so that a process that ends loses one at most. */
const nodeConstraints = uniqueNodes.map((label): Rules => {
  const name = `diplograph_node_${label.toLowerCase()}_id`;
  return new Map([[name, `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`]]);
});

const relationshipConstraints: Rules = new Map(
  relationTypeNames.map((type): [string, string] => {
    const name = `diplograph_relationship_${type.toLowerCase()}_id`;
    return [name, `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR ()-[r:${type}]-() REQUIRE r.id IS UNIQUE`];
  }),
);

type IndexRule = readonly [name: string, statement: string];

/** Tokens come from `src/names` and hold only a–z and 0–9: the index must take them as they are. */
function fullTextIndex(name: string, labels: string, property: string): IndexRule {
  return [
    name,
    `CREATE FULLTEXT INDEX ${name} IF NOT EXISTS FOR (n:${labels}) ON EACH [n.${property}]
     OPTIONS {indexConfig: {\`fulltext.analyzer\`: 'whitespace', \`fulltext.eventually_consistent\`: false}}`,
  ];
}

function propertyIndex(label: string, ...properties: readonly string[]): IndexRule {
  const name = `diplograph_${label.toLowerCase()}_by_${properties.join('_').toLowerCase()}`;
  const columns = properties.map((property) => `n.${property}`).join(', ');
  return [name, `CREATE INDEX ${name} IF NOT EXISTS FOR (n:${label}) ON (${columns})`];
}

/**
 * What is made at once. Indexes of the same nodes are filled in one walk; while it fills them, the server takes up to three times their
 * room on the disk, so that those of other nodes wait, and the largest come while little is there. Keyset pages are read off them in order:
 * owner first where there is one, then the sort key.
 */
const rulesInTurn: readonly Rules[] = [
  new Map([
    propertyIndex('Statement', 'sortKey'),
    propertyIndex('Statement', 'document', 'sortKey'),
    propertyIndex('Evidence', 'claim', 'sortKey'),
    propertyIndex('Evidence', 'document', 'sortKey'),
    fullTextIndex(fullTextIndexes.passages, 'Statement|Evidence', 'passageTokens'),
  ]),
  new Map([propertyIndex('Mention', 'entity', 'sortKey'), propertyIndex('Mention', 'document', 'sortKey')]),
  new Map([
    propertyIndex('Entity', 'mentionsKey'),
    propertyIndex('Entity', 'timelineKey'),
    propertyIndex('Entity', 'kind', tieWeight),
    propertyIndex('Relation', 'source', 'id'),
    propertyIndex('Relation', 'target', 'id'),
    propertyIndex('Relation', 'source', 'target'),
    propertyIndex('TieRanking', 'entity'),
    propertyIndex('Document', 'sortKey'),
    propertyIndex('Identity', 'entity'),
    propertyIndex('NameKey', 'key'),
    propertyIndex('Match', 'sortKey'),
    propertyIndex('Match', 'state', 'sortKey'),
    propertyIndex('LedgerEntry', 'changed'),
    propertyIndex('Retracted', 'entry'),
    propertyIndex('Retracted', 'relation'),
    fullTextIndex(fullTextIndexes.names, 'Entity', 'searchTokens'),
    fullTextIndex(fullTextIndexes.documents, 'Document', 'searchTokens'),
  ]),
  ...nodeConstraints,
  relationshipConstraints,
];

/**
 * Before the ledger, people's decisions were nodes of their own, which would be lost silently; before entities were
 * counted, nothing told what a document adds to them, and before they were ranked, none would be among the strongest.
 */
async function refuseOlderGraphs(connection: Neo4jConnection): Promise<void> {
  const older = await connection.read((run) =>
    run(
      `CALL { MATCH (d:Decision) RETURN d.id AS id LIMIT 1
         UNION MATCH (e:Entity) WITH e LIMIT 1 WHERE e.tally IS NULL OR e.${tieWeight} IS NULL RETURN e.id AS id }
       RETURN id`,
    ),
  );
  if (older.length === 0) return;
  throw new StoreIncompatibleError(
    `The store ${connection.address} holds a graph of an earlier version, which this program doesn't read.`,
    'Name an empty database, ingest the documents and decide again, or use the release that made the store.',
  );
}

/** An index, or that of a constraint, as the server tells of it. */
interface MadeIndex {
  readonly name: string;
  readonly state: string;
  readonly failure: string;
}

/**
 * Makes the constraints and indexes that are missing, and waits until they are filled, which takes a large database minutes; safe to run
 * in several processes at once.
 *
 * @throws {StoreIncompatibleError} where an earlier version left what this one would not read.
 * @throws {StoreRefusedError} where the server couldn't make an index.
 */
export async function ensureSchema(connection: Neo4jConnection): Promise<void> {
  await refuseOlderGraphs(connection);
  let made = await madeIndexes(connection);
  for (const rules of rulesInTurn) {
    made = await makeMissing(connection, rules, made);
    while (areFilling(made, connection.address)) {
      await pause(lookEveryMs);
      made = await madeIndexes(connection);
    }
  }
}

function madeIndexes(connection: Neo4jConnection): Promise<readonly MadeIndex[]> {
  return connection.read((run) =>
    run<MadeIndex>(
      `SHOW INDEXES YIELD name, state, failureMessage WHERE name STARTS WITH "diplograph_"
       RETURN name, state, failureMessage AS failure`,
    ),
  );
}

/**
 * In one transaction. It looks for a rule before it locks: of two processes that
 * make one at once, one may be refused, and then makes what is still missing.
 *
 * @returns What there is then.
 */
async function makeMissing(
  connection: Neo4jConnection,
  rules: Rules,
  before: readonly MadeIndex[],
): Promise<readonly MadeIndex[]> {
  let made = before;
  let failed = Number.POSITIVE_INFINITY;
  for (;;) {
    const names = new Set(made.map(({ name }) => name));
    const missing = [...rules].filter(([name]) => !names.has(name));
    if (missing.length === 0) return made;
    try {
      await connection.write(async (run) => {
        for (const [, statement] of missing) await run(statement);
      });
    } catch (error) {
      if (missing.length >= failed) throw error;
      failed = missing.length;
    }
    made = await madeIndexes(connection);
  }
}

function areFilling(made: readonly MadeIndex[], address: string): boolean {
  const failed = made.find(({ state }) => state === 'FAILED');
  if (failed !== undefined) {
    throw new StoreRefusedError(
      `The Neo4j server at ${address} could not make the index ${failed.name}: ${failed.failure}`,
      `Take away what it complains of, drop the index with "DROP INDEX ${failed.name}", and try again.`,
    );
  }
  return made.some(({ state }) => state !== 'ONLINE');
}
