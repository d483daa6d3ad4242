import type { RelationRecord } from '../../model/records.js';
import type { TraversalFilter } from '../graph-walks.js';
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
import { readEntities, readRelations } from './read-records.js';
import { type RelationRow, relationColumns, relationRecord, selected } from './rows.js';
import type { Parameters, SqliteDatabase } from './sqlite-database.js';

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

/** A front goes in as one JSON array: 1 ms for three hops, where recursive SQL takes up to 900. */
export function sqliteTraversalReader(database: SqliteDatabase): TraversalReader {
  return {
    entities: async (ids) => readEntities(database, ids),

    neighbours: async (ids, filter) =>
      database.all<EntityMet>(
        `SELECT w.other AS id, min(f.key) AS via
         FROM json_each(:ids) AS f CROSS JOIN relation_end AS w ON w.entity = f.value
         WHERE ${conditions(filter)} ${filter.kinds === undefined ? '' : `AND w.other_kind IN ${list('kinds')}`}
         GROUP BY w.other`,
        { ...parameters(filter), ids: listed(ids) },
      ),

    strongestTies: async (ids, filter, take, beyond) =>
      database.all<StrongTie>(
        `SELECT "from", "to", weight, neighbours, allRelations FROM (
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
         WHERE rank <= :take ORDER BY "from", rank`,
        { ...parameters(filter), ids: listed(ids), take, id: beyond?.id ?? null, weight: beyond?.weight ?? null },
      ),

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
          ? 'relation AS r CROSS JOIN relation_end AS w ON w.relation = r.id'
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
        `SELECT w.entity AS id, count(*) AS degree
         FROM json_each(:ids) AS f CROSS JOIN relation_end AS w ON w.entity = f.value
         WHERE w.other <> w.entity AND ${conditions(filter)} GROUP BY w.entity`,
        { ...parameters(filter), ids: listed(ids) },
      ),

    links: async (from, to, filter) =>
      database.all<EntityPair>(
        `SELECT DISTINCT w.other AS "from", w.entity AS "to"
         FROM json_each(:to) AS f CROSS JOIN relation_end AS w ON w.entity = f.value
         WHERE w.other IN ${list('from')} AND ${conditions(filter)}`,
        { ...parameters(filter), from: listed(from), to: listed(to) },
      ),

    relationsAmong: async (ids, filter, window): Promise<readonly RelationRecord[]> => {
      const [compare, order] = window?.direction === 'backward' ? ['<', 'DESC'] : ['>', 'ASC'];
      const rows = database.all<RelationRow>(
        `SELECT ${selected('r', relationColumns)} FROM relation AS r WHERE r.id IN (
           SELECT w.relation FROM json_each(:ids) AS f CROSS JOIN relation_end AS w ON w.entity = f.value
           WHERE w.other IN ${list('ids')} AND ${conditions(filter)}
             AND (w.role = 'OUT' OR (w.role = 'BOTH' AND w.entity <= w.other))
             AND (:beyond IS NULL OR w.relation ${compare} :beyond)
           ORDER BY w.relation ${order} LIMIT :take)
         ORDER BY r.id`,
        { ...parameters(filter), ids: listed(ids), beyond: window?.beyond ?? null, take: window?.take ?? -1 },
      );
      return rows.map(relationRecord);
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

    relations: async (ids) => readRelations(database, ids),

    strongest: async (filter, limit) =>
      database.all<WeightedEntity>(
        `SELECT w.entity AS id, sum(w.weight) AS weight FROM relation_end AS w
         WHERE ${conditions(filter)}
           ${filter.kinds === undefined ? '' : `AND w.kind IN ${list('kinds')} AND w.other_kind IN ${list('kinds')}`}
         GROUP BY w.entity ORDER BY weight DESC, id LIMIT :limit`,
        { ...parameters(filter), limit },
      ),
  };
}
