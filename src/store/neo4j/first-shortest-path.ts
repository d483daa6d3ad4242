import type { EntityRecord, RelationRecord } from '../../model/records.js';
import type { GraphPath } from '../graph-walks.js';
import type { RunCypher } from './neo4j-connection.js';
import { entityMap, relationMap } from './node-records.js';

/** More paths of one length than this are not looked at one by one. */
const mostPaths = 10_000;

interface PathRow extends GraphPath {
  readonly paths: number;
  readonly entities: readonly EntityRecord[];
  readonly relations: readonly RelationRecord[];
}

/**
 * All shortest paths, parallel relations making paths of their own, and the first of them: lists are compared element by
 * element. The length is part of the text, since Cypher takes no parameter there.
 */
function statement(hops: string, maxHops: number): string {
  return `
    MATCH (a:Entity {id: $from}), (b:Entity {id: $to})
    MATCH p = allShortestPaths((a)-[:${hops}*..${maxHops}]-(b))
    WITH p LIMIT $most
    WITH min([n IN nodes(p) | n.id] + [r IN relationships(p) | r.id]) AS first, count(*) AS paths
    RETURN paths,
      COLLECT { UNWIND first AS id MATCH (n:Entity {id: id}) RETURN ${entityMap('n')} } AS entities,
      COLLECT { UNWIND first AS id MATCH (r:Relation {id: id}) RETURN ${relationMap('r')} } AS relations`;
}

/**
 * `TraversalReader.firstShortestPath`, by the server's own search, for relations of any kind between entities of any.
 *
 * Not for filters: with a condition on what a path goes through, the same search took ten times as long as reading hop by hop.
 *
 * @param hops - Types of relationships, as a pattern takes them.
 */
export async function firstShortestPath(
  run: RunCypher,
  hops: string,
  from: string,
  to: string,
  maxHops: number,
): Promise<GraphPath | null | undefined> {
  const most = mostPaths + 1;
  const [row] = await run<PathRow>(statement(hops, maxHops), { from, to, most });
  if (!row || row.paths === 0) return null;
  return row.paths === most ? undefined : { entities: row.entities, relations: row.relations };
}
