import { kindOfId } from '../../model/entity-id.js';
import type { RelationRecord } from '../../model/records.js';
import type { TraversalFilter } from '../graph-walks.js';
import type { PageWindow } from '../page-from-rows.js';
import { firstPairs, type ShownRelations, type TiedPair } from '../shown-relations.js';
import { mostRankedTies } from '../tie-ranking.js';
import { pairOf } from '../tie-weights.js';
import type { RunCypher } from './neo4j-connection.js';
import type { Stored } from './node-records.js';
import { hops } from './relationship-types.js';
import { parameters, where } from './walk-conditions.js';

const allOfThem = 'MATCH (e:Entity) WHERE e.id IN $ids WITH collect(e) AS all';

/** Lists of relations as statements return them. */
interface RelationLists {
  readonly values: readonly (readonly unknown[])[];
}

function inIdOrder(rows: readonly RelationLists[], relation: Stored<RelationRecord>): readonly RelationRecord[] {
  return rows
    .flatMap(({ values }) => values.map((each) => relation.record(each)))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What `TraversalReader.relationsAmong` is asked. */
interface RelationsQuestion {
  readonly ids: readonly string[];
  readonly filter: TraversalFilter;
  readonly window: PageWindow | undefined;
}

/** `TraversalReader.relationsAmong`. @param relation - How relations are returned. */
export async function relationsAmong(
  run: RunCypher,
  { ids, filter, window }: RelationsQuestion,
  relation: Stored<RelationRecord>,
): Promise<readonly RelationRecord[]> {
  const isBackward = window?.direction === 'backward';
  const beyond = window === undefined ? [] : [`r.id ${isBackward ? '<' : '>'} $beyond`];
  const among = `MATCH (a)-[r:${hops}]->(b) ${where(filter, 'b IN all', ...beyond)}`;
  // Nodes are compared, not their identifiers, which would have to be read. Where all relations are wanted, they come as one list for each entity,
  // and are sorted here: seven thousand take the server longer to sort than to find.
  const rows = await run<RelationLists>(
    `${allOfThem} UNWIND all AS a
     ${
       window === undefined
         ? `RETURN COLLECT { ${among} RETURN ${relation.returned('r')} } AS values`
         : `${among} WITH r ORDER BY r.id ${isBackward ? 'DESC' : ''} LIMIT $take RETURN collect(${relation.returned('r')}) AS values`
     }`,
    {
      ...parameters(filter),
      ...relation.parameters,
      ids,
      ...(window && { beyond: window.beyond ?? (isBackward ? '~' : ''), take: window.take }),
    },
  );
  return inIdOrder(rows, relation);
}

/** For each hub, what its heaviest tie weighs at most that its rankings don't know. */
const unseenOfHubs = `
  UNWIND $ids AS id
  MATCH (k:TieRanking {entity: id}) WHERE k.kind IN $kinds
  RETURN id, max(CASE WHEN k.neighbours > $mostRankedTies THEN k.least ELSE 0 END) AS unseen`;

const heavyTiesOfHubs = `
  ${allOfThem}
  UNWIND $hubs AS hub
  MATCH (k:TieRanking {entity: hub})-[t:RANKS]->(other) WHERE t.weight > $unseen AND other IN all
  RETURN hub AS one, collect([other.id, t.weight, t.relations]) AS ties`;
const heavyTiesOfOthers = `
  ${allOfThem}
  UNWIND $others AS id
  MATCH (e:Entity {id: id})
  CALL (e, all) {
    MATCH (e)-[r:${hops}]-(other) WHERE other <> e AND other IN all
    WITH other, sum(r.weight) AS weight, count(r) AS relations WHERE weight > $unseen
    RETURN collect([other.id, weight, relations]) AS ties
  }
  RETURN id AS one, ties`;

interface TiesAmong {
  readonly one: string;
  readonly ties: readonly (readonly [to: string, weight: number, relations: number])[];
}

/** In either direction, each once. */
function pairsOf(rows: readonly TiesAmong[]): readonly TiedPair[] {
  const pairs = new Map<string, TiedPair>();
  for (const { one, ties } of rows) {
    for (const [other, weight, relations] of ties) {
      const [from, to] = pairOf({ source: one, target: other });
      pairs.set(`${from} ${to}`, { from, to, weight, relations });
    }
  }
  return [...pairs.values()];
}

/**
 * `TraversalReader.strongestRelationsAmong` where nothing is asked of relations. The ties of hubs are read off their rankings, those of all others
 * summed up; a pair that isn't found is of two hubs neither of which ranks the other.
 *
 * @param relation - How relations are returned.
 */
export async function strongestRelationsAmong(
  run: RunCypher,
  ids: readonly string[],
  limit: number,
  relation: Stored<RelationRecord>,
): Promise<ShownRelations | undefined> {
  const kinds = [...new Set(ids.map(kindOfId))];
  const hubs = await run<{ id: string; unseen: number }>(unseenOfHubs, { ids, kinds, mostRankedTies });
  if (hubs.length === 0) return undefined;
  // Both ends have to have left it out: the second of them tells.
  const [, unseen = 0] = hubs.map((hub) => hub.unseen).sort((a, b) => b - a);
  const ofHubs = new Set(hubs.map(({ id }) => id));
  const [hubTies, otherTies] = await Promise.all([
    run<TiesAmong>(heavyTiesOfHubs, { ids, hubs: [...ofHubs], unseen }),
    run<TiesAmong>(heavyTiesOfOthers, { ids, others: ids.filter((id) => !ofHubs.has(id)), unseen }),
  ]);
  const pairs = pairsOf([...hubTies, ...otherTies]);
  const first = firstPairs(pairs, limit);
  const isCut = first.length < pairs.length;
  if (!isCut && unseen > 0) return undefined;
  // Those of an entity to itself are there whatever the others weigh.
  const ends = [
    ...ids.map((id) => [id, id] as const),
    ...first.flatMap(({ from, to }) => [[from, to] as const, [to, from] as const]),
  ];
  const rows = await run<RelationLists>(
    `UNWIND $ends AS ends
     MATCH (r:Relation {source: ends[0], target: ends[1]})
     WITH ends[0] AS source, ${relation.returned('r')} AS value
     RETURN collect(value) AS values, source`,
    { ...relation.parameters, ends },
  );
  return { relations: inIdOrder(rows, relation), truncated: isCut };
}
