import type { Tie } from '../../model/sort-key.js';
import { isOfKindsAlone, type TraversalFilter } from '../graph-walks.js';
import { firstTies, mostRankedTies, type WeighedTie } from '../tie-ranking.js';
import type { StrongTie } from '../traversal-reader.js';
import type { RunCypher } from './neo4j-connection.js';
import { hops } from './relationship-types.js';
import { ofKinds, parameters, where } from './walk-conditions.js';

/** Comes before every tie. */
const beforeAll = { id: '', weight: Number.MAX_SAFE_INTEGER };

/** What `TraversalReader.strongestTies` is asked. */
interface TiesQuestion {
  readonly ids: readonly string[];
  readonly filter: TraversalFilter;
  readonly take: number;
  readonly beyond: Tie | null;
}

/** The strongest ties of one entity, or none where these are told by another row. */
interface TiesOf extends Omit<StrongTie, 'to' | 'weight'> {
  /** As lists that may be of one kind each, and are in order. */
  readonly first: readonly (readonly WeighedTie[])[];
}

/** To be read once and for all: to sort rows the server keeps all that led to them, hubs' ties among it. */
function summedUp(filter: TraversalFilter): string {
  return `
    MATCH (e:Entity {id: start})-[r:${hops}]-(other)
    ${where(filter, 'other <> e', ...ofKinds(filter, 'other.kind IN $kinds'))}
    WITH other, sum(r.weight) AS weight, count(r) AS relations
    WITH other.id AS to, weight, relations ORDER BY weight DESC, to
      WHERE weight < $weight OR (weight = $weight AND to > $id)
    WITH collect([to, weight]) AS ties, sum(relations) AS allRelations
    RETURN [ties[..$take]] AS first, size(ties) AS neighbours, allRelations`;
}

/** Off its rankings, of which only a hub has any. */
const readOff = `
    MATCH (k:TieRanking {entity: start}) WHERE k.kind IN $kinds
    CALL (k) {
      MATCH (k)-[t:RANKS]->(other) WITH other.id AS to, t.weight AS weight ORDER BY weight DESC, to LIMIT $take
      RETURN collect([to, weight]) AS ties
    }
    RETURN collect(ties) AS first, sum(k.neighbours) AS neighbours, sum(k.relations) AS allRelations`;

/** `TraversalReader.strongestTies`: those of a hub are read off its rankings, where nothing is asked of relations. */
export async function strongestTies(
  run: RunCypher,
  { ids, filter, take, beyond }: TiesQuestion,
): Promise<readonly StrongTie[]> {
  const isRanked = isOfKindsAlone(filter) && beyond === null && take <= mostRankedTies;
  const isOfNoHub = 'WITH start WHERE NOT EXISTS { MATCH (:TieRanking {entity: start}) }';
  const rows = await run<TiesOf>(
    `UNWIND $ids AS start
     CALL (start) { ${isRanked ? `${readOff} UNION ${isOfNoHub}` : ''} ${summedUp(filter)} }
     RETURN start AS from, first, neighbours, allRelations`,
    { ...parameters(filter), ids, take, ...(beyond ?? beforeAll) },
  );
  return rows.flatMap(({ first, ...counts }) =>
    firstTies(first, take).map(([to, weight]) => ({ ...counts, to, weight })),
  );
}
