import { type GraphPath, isOfKindsAlone, type TraversalFilter } from '../graph-walks.js';
import type { PathQuestion } from '../traversal-reader.js';
import type { RunCypher } from './neo4j-connection.js';
import { entityMap, relationMap } from './node-records.js';
import { hops } from './relationship-types.js';

/** More paths of one length than this are not looked at one by one. */
const mostPaths = 10_000;

interface PathRow extends GraphPath {
  readonly paths: number;
}

/**
 * All shortest paths, parallel relations making paths of their own, and the first of them: lists are compared element by
 * element. Identifiers are read once for all paths through the same entities, and those of relations for the first of these alone.
 * Whether the two are tied themselves is asked first: the server looks at the one of fewer ties for that, where its search walks all ties of a hub.
 * The length is part of the text, since Cypher takes no parameter there.
 */
function statement(maxHops: number, { kinds }: TraversalFilter): string {
  const isOfKinds =
    kinds === undefined ? '' : 'WHERE all(n IN nodes(p) WHERE n.kind IN $kinds OR n.id IN [$from, $to])';
  return `
    MATCH (a:Entity {id: $from}), (b:Entity {id: $to})
    CALL (a, b) { MATCH (a)-[r:${hops}]-(b) RETURN collect(r) AS direct }
    CALL (a, b, direct) {
      WITH a, b, direct WHERE direct <> []
      RETURN [a, b] AS through, [r IN direct | [r]] AS parallel
    UNION
      WITH a, b, direct WHERE direct = []
      MATCH p = allShortestPaths((a)-[:${hops}*..${maxHops}]-(b)) ${isOfKinds}
      WITH p LIMIT $most
      RETURN nodes(p) AS through, collect(relationships(p)) AS parallel
    }
    WITH through, parallel, [n IN through[1..-1] | n.id] AS between ORDER BY between
    WITH collect(through)[0] AS first, collect(parallel)[0] AS parallel, sum(size(parallel)) AS paths
    RETURN paths, [n IN first | ${entityMap('n')}] AS entities,
      COLLECT {
        UNWIND parallel AS ties
        WITH ties, [r IN ties | r.id] AS ids ORDER BY ids LIMIT 1
        UNWIND ties AS r RETURN ${relationMap('r')}
      } AS relations`;
}

/**
 * `TraversalReader.firstShortestPath`, by the server's own search, where nothing is asked of relations: with a condition on
 * their properties it took ten times as long as without, and longer than to read hop by hop.
 */
export async function firstShortestPath(
  run: RunCypher,
  { from, to, maxHops, filter }: PathQuestion,
): Promise<GraphPath | null | undefined> {
  if (!isOfKindsAlone(filter)) return undefined;
  const most = mostPaths + 1;
  const parameters = { from, to, most, ...(filter.kinds && { kinds: filter.kinds }) };
  const [row] = await run<PathRow>(statement(maxHops, filter), parameters);
  if (!row || row.paths === 0) return null;
  return row.paths === most ? undefined : { entities: row.entities, relations: row.relations };
}
