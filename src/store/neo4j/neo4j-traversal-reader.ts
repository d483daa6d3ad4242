import { entityKindNames } from '../../model/ontology.js';
import { fieldsOfWalks, readsAll } from '../brief-records.js';
import { isOfKindsAlone } from '../graph-walks.js';
import type {
  EntityDegree,
  EntityLink,
  EntityMet,
  EntityPair,
  SharedTie,
  TraversalReader,
  WeightedEntity,
} from '../traversal-reader.js';
import { evidenceParameters, toldIn } from './evident.js';
import { firstShortestPath } from './first-shortest-path.js';
import type { RunCypher } from './neo4j-connection.js';
import { stored } from './node-records.js';
import { readEntities, readRelations } from './read-records.js';
import { readStats } from './read-stats.js';
import { relationsAmong, strongestRelationsAmong } from './relations-among.js';
import { hops, symmetricTypes } from './relationship-types.js';
import { strongestTies } from './strongest-ties.js';
import { tieWeight } from './tie-weight.js';
import { ofKinds, parameters, where } from './walk-conditions.js';

/** Up to here, looking for each pair between its two ends is cheaper than to walk all ties of one end. */
const fewPairs = 1_000;
const eachPair = `
  MATCH (f:Entity) WHERE f.id IN $from WITH collect(f) AS fs
  MATCH (t:Entity) WHERE t.id IN $to UNWIND fs AS f
  MATCH (f)-[r:${hops}]-(t)`;
const fromEachEnd = `
  UNWIND $to AS end MATCH (t:Entity {id: end})-[r:${hops}]-(f:Entity) WHERE f.id IN $from WITH f, r, t`;

/** Each step of a walk is a statement of its own; a later one is never answered by a member of a cluster that knows less. */
export function neo4jTraversalReader(run: RunCypher, reading = readsAll): TraversalReader {
  const relation = stored('relation', fieldsOfWalks('relation', reading));
  return {
    entities: (ids) => readEntities(run, ids, reading),

    unknown: async (ids) => {
      const rows = await run<{ id: string }>(
        'UNWIND $ids AS id WITH id WHERE NOT EXISTS { (:Entity {id: id}) } RETURN id',
        { ids },
      );
      return rows.map(({ id }) => id);
    },

    neighbours: (ids, filter) =>
      run<EntityMet>(
        `UNWIND range(0, size($ids) - 1) AS place
         MATCH (:Entity {id: $ids[place]})-[r:${hops}]-(other)
         ${where(filter, ...ofKinds(filter, 'other.kind IN $kinds'))}
         RETURN other.id AS id, min(place) AS via`,
        { ...parameters(filter), ids },
      ),

    firstShortestPath: (question) => firstShortestPath(run, question),

    strongestTies: (ids, filter, take, beyond) => strongestTies(run, { ids, filter, take, beyond }),

    ties: (ids, filter, always, limit) =>
      run<EntityLink>(
        `UNWIND $ids AS start
         MATCH (e:Entity {id: start})-[r:${hops}]-(other)
         ${where(filter, 'other <> e', ...ofKinds(filter, '(other.kind IN $kinds OR other.id IN $always)'))}
         RETURN start AS from, other.id AS to, r.id AS relation LIMIT $limit`,
        { ...parameters(filter), ids, always, limit },
      ),

    steps: (ids, { types, direction, filter, kinds, otherKinds }, limit) => {
      // What is turned round and what isn't is told by parameters: one text for each direction would be planned anew.
      const isWalked = `(r.type IN $symmetricTypes OR $direction = '' OR (r.source = start.id) = ($direction = 'OUT'))`;
      const match =
        ids === null
          ? `MATCH (start:Entity)-[r:${hops}]-(other)`
          : `UNWIND $ids AS id MATCH (start:Entity {id: id})-[r:${hops}]-(other)`;
      return run<EntityLink>(
        `${match} ${where({ ...filter, types }, 'start <> other', 'start.kind IN $kinds', 'other.kind IN $otherKinds', isWalked)}
         RETURN start.id AS from, other.id AS to, r.id AS relation LIMIT $limit`,
        {
          ...parameters({ ...filter, types, kinds }),
          otherKinds,
          symmetricTypes,
          direction: direction ?? '',
          limit,
          ...(ids === null ? {} : { ids }),
        },
      );
    },

    relationCounts: async () => (await readStats(run)).relationsByType,

    degrees: (ids, filter) =>
      run<EntityDegree>(
        `UNWIND $ids AS start
         MATCH (e:Entity {id: start})-[r:${hops}]-(other)
         ${where(filter, 'other <> e')}
         RETURN start AS id, count(r) AS degree`,
        { ...parameters(filter), ids },
      ),

    links: (from, to, filter) =>
      run<EntityPair>(
        `${from.length * to.length <= fewPairs ? eachPair : fromEachEnd} ${where(filter)}
         RETURN DISTINCT f.id AS from, t.id AS to`,
        { ...parameters(filter), from, to },
      ),

    relationsAmong: (ids, filter, window) => relationsAmong(run, { ids, filter, window }, relation),

    strongestRelationsAmong: async (ids, filter, limit) =>
      isOfKindsAlone(filter) ? strongestRelationsAmong(run, ids, limit, relation) : undefined,

    evidenceDates: (relations, { minConfidence, toldBy }, limit) =>
      run<{ relation: string; date: string | null }>(
        `UNWIND $relations AS relation
         MATCH (x:Evidence {claim: relation}) WHERE x.sortKey >= '' AND x.confidence >= $minConfidence ${toldIn(toldBy)}
         RETURN DISTINCT relation, x.date AS date LIMIT $limit`,
        { ...evidenceParameters({ minConfidence, toldBy }), relations, limit },
      ),

    sharedNeighbours: (ids, filter, atLeast) =>
      run<SharedTie>(
        `UNWIND $ids AS start
         MATCH (:Entity {id: start})-[r:${hops}]-(other)
         ${where(filter, 'NOT other.id IN $ids', ...ofKinds(filter, 'other.kind IN $kinds'))}
         WITH other.id AS id, sum(r.weight) AS weight, count(DISTINCT start) AS tiedTo WHERE tiedTo >= $atLeast
         RETURN id, weight, tiedTo`,
        { ...parameters(filter), ids, atLeast },
      ),

    relations: (ids) => readRelations(run, ids, reading),

    strongest: (filter, limit) =>
      run<WeightedEntity>(
        `MATCH (a:Entity)-[r:${hops}]->(b)
         ${where(filter, ...ofKinds(filter, 'a.kind IN $kinds AND b.kind IN $kinds'))}
         UNWIND CASE WHEN a = b THEN [a] ELSE [a, b] END AS e
         WITH e, sum(r.weight) AS weight ORDER BY weight DESC, e.id LIMIT $limit
         RETURN e.id AS id, weight`,
        { ...parameters(filter), limit },
      ),

    strongestHeads: async (kinds, take, limit) => {
      const weight =
        kinds === undefined
          ? `e.${tieWeight}`
          : 'reduce(sum = 0, other IN $kinds | sum + coalesce(e[$tieWeight + other], 0))';
      const [row] = await run<{ found: readonly WeightedEntity[]; unseen: number }>(
        `UNWIND $kinds AS kind
         CALL (kind) {
           MATCH (e:Entity {kind: kind}) WHERE e.${tieWeight} > 0
           WITH e ORDER BY e.${tieWeight} DESC, e.id LIMIT $take RETURN collect(e) AS heads
         }
         WITH collect(heads) AS all, max(CASE size(heads) WHEN $take THEN heads[-1].${tieWeight} ELSE 0 END) AS unseen
         RETURN unseen, COLLECT {
           UNWIND all AS heads UNWIND heads AS e WITH e, ${weight} AS weight WHERE weight > 0
           WITH e.id AS id, weight ORDER BY weight DESC, id LIMIT $limit RETURN {id: id, weight: weight}
         } AS found`,
        { kinds: kinds ?? entityKindNames, tieWeight, take, limit },
      );
      return row ?? { found: [], unseen: 0 };
    },
  };
}
