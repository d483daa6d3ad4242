import { entityKindNames, entityKinds, relationTypeNames } from '../../model/ontology.js';
import type { StoreStats } from '../graph-store.js';
import type { RunCypher } from './neo4j-connection.js';

const kindLabels = entityKindNames.map((kind) => entityKinds[kind].typeName);
const labels = ['Document', 'Entity', 'Statement', 'Mention', 'Evidence', ...kindLabels];

/** Each branch is answered from Neo4j's count store, without a look at the graph. */
const countEverything = [
  ...labels.map((label) => `MATCH (n:${label}) RETURN '${label}' AS name, count(n) AS count`),
  ...relationTypeNames.map((type) => `MATCH ()-[r:${type}]->() RETURN '${type}' AS name, count(r) AS count`),
].join('\nUNION ALL\n');

export async function readStats(run: RunCypher): Promise<StoreStats> {
  const rows = await run<{ name: string; count: number }>(countEverything);
  const counts = new Map(rows.map(({ name, count }) => [name, count]));
  const count = (name: string): number => counts.get(name) ?? 0;
  const relationsByType = relationTypeNames.map((type) => ({ type, count: count(type) }));
  return {
    documents: count('Document'),
    entities: count('Entity'),
    relations: relationsByType.reduce((sum, type) => sum + type.count, 0),
    statements: count('Statement'),
    mentions: count('Mention'),
    evidence: count('Evidence'),
    entitiesByKind: entityKindNames.map((kind) => ({ kind, count: count(entityKinds[kind].typeName) })),
    relationsByType,
  };
}
