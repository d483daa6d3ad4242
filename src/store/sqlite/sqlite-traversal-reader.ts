import { kindOfId } from '../../model/entity-id.js';
import type { RelationRecord } from '../../model/records.js';
import { readsAll } from '../brief-records.js';
import { isOfKindsAlone, type TraversalFilter } from '../graph-walks.js';
import type {
  EntityDegree,
  EntityLink,
  EntityMet,
  EntityPair,
  SharedTie,
  StrongTie,
  TraversalReader,
  WeightedEntity,
} from '../traversal-reader.js';
import { evidenceParameters, isEvident, passes } from './evident.js';
import { list, listed } from './page-statement.js';
import { rankedTies, strongestHeads } from './ranked-ties.js';
import { readEntities, readRelations } from './read-records.js';
import { relationsAmong, strongestRelationsAmong } from './relations-among.js';
import type { Parameters, SqliteDatabase } from './sqlite-database.js';

/** How many relations of an entity are walked along in the time that a look for one pair takes, about. */
const relationsForALook = 4;

/** Conditions on `w`, a row of relation_end. */
function conditions(filter: TraversalFilter): string {
  const evident = isEvident('w.relation', filter);
  return [
    "w.other_kind <> 'DOCUMENT'",
    ...(filter.types === undefined ? [] : [`w.type IN ${list('types')}`]),
    ...(filter.modality === undefined ? [] : [`w.modality IN ${list('modality')}`]),
    ...(evident === false ? [] : [evident]),
  ].join(' AND ');
}

function parameters(filter: TraversalFilter): Parameters {
  return {
    types: listed(filter.types),
    modality: listed(filter.modality),
    kinds: listed(filter.kinds),
    ...evidenceParameters(filter),
  };
}

/** A walk from entities to those that they are tied to; by the ties themselves where nothing is asked of relations. */
function walked(filter: TraversalFilter): { readonly table: 'tie' | 'relation_end'; readonly conditions: string } {
  return isOfKindsAlone(filter)
    ? { table: 'tie', conditions: 'TRUE' }
    : { table: 'relation_end', conditions: conditions(filter) };
}

/** The strongest ties where the filter decides what they weigh: all are summed up and sorted. */
function sortedTies(filter: TraversalFilter): string {
  return `SELECT "from", "to", weight, neighbours, allRelations FROM (
      SELECT t."from", t."to", t.weight,
        row_number() OVER (PARTITION BY t."from" ORDER BY t.weight DESC, t."to") AS rank,
        count(*) OVER (PARTITION BY t."from") AS neighbours,
        sum(t.relations) OVER (PARTITION BY t."from") AS allRelations
      FROM (
        SELECT w.entity AS "from", w.other AS "to", sum(w.weight) AS weight, count(*) AS relations
        FROM json_each(:ids) AS f CROSS JOIN relation_end AS w ON w.entity = f.value
        WHERE w.other <> w.entity AND ${conditions(filter)}
          ${filter.kinds === undefined ? '' : `AND w.other_kind IN ${list('kinds')}`}
        GROUP BY w.entity, w.other) AS t
      WHERE :id IS NULL OR t.weight < :weight OR (t.weight = :weight AND t."to" > :id))
    WHERE rank <= :take ORDER BY "from", rank`;
}

/** A front goes in as one JSON array: 1 ms for three hops, where recursive SQL takes up to 900. */
export function sqliteTraversalReader(database: SqliteDatabase, reading = readsAll): TraversalReader {
  return {
    entities: async (ids) => readEntities(database, ids, reading),

    unknown: async (ids) =>
      database
        .all<{ id: string }>(
          `SELECT f.value AS id FROM json_each(:ids) AS f WHERE NOT EXISTS (SELECT 1 FROM entity AS e WHERE e.id = f.value)`,
          { ids: listed(ids) },
        )
        .map(({ id }) => id),

    neighbours: async (ids, filter) => {
      const { table, conditions } = walked(filter);
      return database.all<EntityMet>(
        `SELECT w.other AS id, min(f.key) AS via
         FROM json_each(:ids) AS f CROSS JOIN ${table} AS w ON w.entity = f.value
         WHERE ${conditions} ${filter.kinds === undefined ? '' : `AND w.other_kind IN ${list('kinds')}`}
         GROUP BY w.other`,
        { ...parameters(filter), ids: listed(ids) },
      );
    },

    strongestTies: async (ids, filter, take, beyond) =>
      beyond === null && isOfKindsAlone(filter)
        ? rankedTies(database, ids, filter, take)
        : database.all<StrongTie>(sortedTies(filter), {
            ...parameters(filter),
            ids: listed(ids),
            take,
            id: beyond?.id ?? null,
            weight: beyond?.weight ?? null,
          }),

    ties: async (ids, filter, always, limit) =>
      database.all<EntityLink>(
        `SELECT w.entity AS "from", w.other AS "to", w.relation
         FROM json_each(:ids) AS f CROSS JOIN relation_end AS w ON w.entity = f.value
         WHERE w.other <> w.entity AND ${conditions(filter)}
           ${filter.kinds === undefined ? '' : `AND (w.other_kind IN ${list('kinds')} OR w.other IN ${list('always')})`}
         LIMIT :limit`,
        { ...parameters(filter), ids: listed(ids), always: listed(always), limit },
      ),

    steps: async (ids, { types, direction, filter, kinds, otherKinds }, limit) => {
      const start =
        ids === null
          ? 'relation AS r CROSS JOIN relation_end AS w ON w.entity IN (r.source, r.target) AND w.relation = r.id'
          : 'json_each(:ids) AS f CROSS JOIN relation_end AS w ON w.entity = f.value';
      return database.all<EntityLink>(
        `SELECT w.entity AS "from", w.other AS "to", w.relation FROM ${start}
         WHERE ${ids === null ? `r.type IN ${list('types')} AND` : ''} w.other <> w.entity
           AND ${conditions({ ...filter, types })} ${direction === undefined ? '' : `AND w.role IN (:direction, 'BOTH')`}
           AND w.kind IN ${list('kinds')} AND w.other_kind IN ${list('otherKinds')}
         LIMIT :limit`,
        {
          ...parameters({ ...filter, types, kinds }),
          ids: listed(ids ?? []),
          otherKinds: listed(otherKinds),
          direction: direction ?? null,
          limit,
        },
      );
    },

    relationCounts: async () => database.all('SELECT type, count(*) AS count FROM relation GROUP BY type'),

    degrees: async (ids, filter) =>
      database.all<EntityDegree>(
        isOfKindsAlone(filter)
          ? `SELECT c.entity AS id, sum(c.relations) AS degree
             FROM json_each(:ids) AS f CROSS JOIN tie_count AS c ON c.entity = f.value
             WHERE c.relations > 0 GROUP BY c.entity`
          : `SELECT w.entity AS id, count(*) AS degree
             FROM json_each(:ids) AS f CROSS JOIN relation_end AS w ON w.entity = f.value
             WHERE w.other <> w.entity AND ${conditions(filter)} GROUP BY w.entity`,
        { ...parameters(filter), ids: listed(ids) },
      ),

    links: async (from, to, filter) => {
      const { table, conditions: ofWalk } = walked(filter);
      const [ends, others, near, far] =
        from.length < to.length ? ([from, to, 'from', 'to'] as const) : ([to, from, 'to', 'from'] as const);
      // Without a word on the index SQLite walks all relations of a hub once for each of the others.
      return database.all<EntityPair>(
        `WITH end AS MATERIALIZED (
           SELECT f.value AS id, ifnull(sum(c.relations), 0) > :many AS is_hub
           FROM json_each(:ends) AS f LEFT JOIN tie_count AS c ON c.entity = f.value GROUP BY f.value)
         SELECT w.entity AS "${near}", w.other AS "${far}" FROM end AS e CROSS JOIN ${table} AS w ON w.entity = e.id
         WHERE NOT e.is_hub AND +w.other IN ${list('others')} AND ${ofWalk}
         UNION
         SELECT w.entity, w.other FROM end AS e CROSS JOIN json_each(:others) AS g
         CROSS JOIN relation_end AS w INDEXED BY relation_end_by_other ON w.entity = e.id AND w.other = g.value
         WHERE e.is_hub AND ${conditions(filter)}`,
        {
          ...parameters(filter),
          ends: listed(ends),
          others: listed(others),
          many: relationsForALook * others.length,
        },
      );
    },

    relationsAmong: async (ids, filter, window): Promise<readonly RelationRecord[]> => {
      const records = database.json<RelationRecord[]>(relationsAmong(conditions(filter), reading, window), {
        ...parameters(filter),
        ids: listed(ids),
        many: relationsForALook * ids.length,
        beyond: window?.beyond ?? null,
        take: window?.take ?? -1,
      });
      return window?.direction === 'backward' ? records.reverse() : records;
    },

    strongestRelationsAmong: async (ids, filter, limit) => {
      if (!isOfKindsAlone(filter)) return undefined;
      const kinds = new Set(ids.flatMap((id) => kindOfId(id) ?? []));
      return strongestRelationsAmong(database, ids, [...kinds], limit, reading);
    },

    evidenceDates: async (relations, { minConfidence, toldBy }, limit) =>
      database.all<{ relation: string; date: string | null }>(
        `SELECT DISTINCT x.claim AS relation, x.date
         FROM json_each(:ids) AS f CROSS JOIN evidence AS x ON x.claim = f.value
         WHERE ${passes('x', { minConfidence, toldBy })} LIMIT :limit`,
        { ...evidenceParameters({ minConfidence, toldBy }), ids: listed(relations), limit },
      ),

    sharedNeighbours: async (ids, filter, atLeast) =>
      database.all<SharedTie>(
        `SELECT w.other AS id, sum(w.weight) AS weight, count(DISTINCT w.entity) AS tiedTo
         FROM json_each(:ids) AS f CROSS JOIN relation_end AS w ON w.entity = f.value
         WHERE w.other NOT IN ${list('ids')} AND ${conditions(filter)}
           ${filter.kinds === undefined ? '' : `AND w.other_kind IN ${list('kinds')}`}
         GROUP BY w.other HAVING count(DISTINCT w.entity) >= :atLeast`,
        { ...parameters(filter), ids: listed(ids), atLeast },
      ),

    relations: async (ids) => readRelations(database, ids, reading),

    strongest: async (filter, limit) =>
      database.all<WeightedEntity>(
        `SELECT w.entity AS id, sum(w.weight) AS weight FROM relation_end AS w
         WHERE ${conditions(filter)}
           ${filter.kinds === undefined ? '' : `AND w.kind IN ${list('kinds')} AND w.other_kind IN ${list('kinds')}`}
         GROUP BY w.entity ORDER BY weight DESC, id LIMIT :limit`,
        { ...parameters(filter), limit },
      ),

    strongestHeads: async (kinds, take, limit) => strongestHeads(database, kinds, take, limit),
  };
}
