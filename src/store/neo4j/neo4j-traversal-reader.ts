import type { RelationType } from '../../model/ontology.js';
import { relationTypeNames } from '../../model/ontology.js';
import type { RelationRecord } from '../../model/records.js';
import type { TraversalFilter } from '../graph-store.js';
import type { EntityLink, TraversalReader, WeightedEntity } from '../traversal-reader.js';
import type { RunCypher } from './neo4j-connection.js';
import { relationMap } from './node-records.js';
import { readEntities, readRelations } from './read-records.js';
import { relationPattern } from './relationship-types.js';

/** AUTHORED, whose target is a document, is no hop. */
const isHop = (type: RelationType): boolean => type !== 'AUTHORED';

function pattern(filter: TraversalFilter): string {
  return relationPattern((filter.types ?? relationTypeNames).filter(isHop));
}

function where(filter: TraversalFilter, ...others: readonly (string | false)[]): string {
  const conditions = [
    filter.types !== undefined && 'r.type IN $types',
    filter.modality !== undefined && 'r.modality IN $modality',
    ...others,
  ].filter((condition) => condition !== false);
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

/** Reads within one transaction, so that all steps of a walk are answered by the same member of a cluster. */
export function neo4jTraversalReader(run: RunCypher): TraversalReader {
  return {
    entities: (ids) => readEntities(run, ids),

    neighbours: (ids, filter, always) =>
      run<WeightedEntity>(
        `UNWIND $ids AS start
         MATCH (:Entity {id: start})-[r:${pattern(filter)}]-(other:Entity)
         ${where(filter, filter.kinds !== undefined && '(other.kind IN $kinds OR other.id IN $always)')}
         RETURN other.id AS id, sum(r.weight) AS weight`,
        { ...filter, ids, always },
      ),

    links: (from, to, filter) =>
      run<EntityLink>(
        `UNWIND $to AS end
         MATCH (t:Entity {id: end})-[r:${pattern(filter)}]-(f:Entity)
         ${where(filter, 'f.id IN $from')}
         RETURN f.id AS from, t.id AS to, min(r.id) AS relation`,
        { ...filter, from, to },
      ),

    relationsAmong: async (ids, filter): Promise<readonly RelationRecord[]> => {
      const rows = await run<{ relation: RelationRecord }>(
        `UNWIND $ids AS start
         MATCH (:Entity {id: start})-[r:${pattern(filter)}]->(other:Entity)
         ${where(filter, 'other.id IN $ids')}
         RETURN ${relationMap('r')} AS relation ORDER BY r.id`,
        { ...filter, ids },
      );
      return rows.map(({ relation }) => relation);
    },

    relations: (ids) => readRelations(run, ids),

    strongest: (filter, limit) =>
      run<WeightedEntity>(
        `MATCH (a:Entity)-[r:${pattern(filter)}]->(b:Entity)
         ${where(filter, filter.kinds !== undefined && 'a.kind IN $kinds AND b.kind IN $kinds')}
         UNWIND CASE WHEN a = b THEN [a] ELSE [a, b] END AS e
         WITH e, sum(r.weight) AS weight ORDER BY weight DESC, e.id LIMIT $limit
         RETURN e.id AS id, weight`,
        { ...filter, limit },
      ),
  };
}
