import type { RelationRecord } from '../../model/records.js';
import { briefFields, fieldsRead, type Reading } from '../brief-records.js';
import type { PageWindow } from '../page-from-rows.js';
import { firstPairs, type ShownRelations, type TiedPair } from '../shown-relations.js';
import { list, listed } from './page-statement.js';
import { briefFieldsOrAll, jsonObject } from './read-fields.js';
import { isSource, relationOfEnd } from './relation-of-end.js';
import type { SqliteDatabase } from './sqlite-database.js';

function isBrief(reading: Reading): boolean {
  return fieldsRead('relation', reading) !== null;
}

/** What is read of `w`, an end of a relation: brief records are made of it alone. */
function ofEnd(reading: Reading): string {
  const read = isBrief(reading) ? briefFields.relation : (['id'] as const);
  return read.map((field) => `${relationOfEnd[field]} AS ${field}`).join(', ');
}

/** Relations as one JSON. @param found - Statement that gives `ofEnd` of them. */
function asJson(found: string, reading: Reading, order: 'ASC' | 'DESC'): string {
  const from = isBrief(reading)
    ? `${found} ORDER BY id ${order}`
    : `SELECT r.* FROM (${found}) AS n CROSS JOIN relation AS r ON r.id = n.id ORDER BY r.id ${order}`;
  return `SELECT json_group_array(${jsonObject(briefFieldsOrAll('relation', reading), ({ column }) => column)}) FROM (${from})`;
}

/**
 * Relations with both ends among `:ids`. An entity with more than `:many` relations is a hub: between two of those relations are looked for.
 *
 * @param conditions - On `w`.
 */
export function relationsAmong(conditions: string, reading: Reading, window?: PageWindow): string {
  const [compare, order] = window?.direction === 'backward' ? (['<', 'DESC'] as const) : (['>', 'ASC'] as const);
  const found = ofEnd(reading);
  const nearest = `SELECT * FROM (
      SELECT ${found} FROM json_each(:ids) AS f CROSS JOIN relation_end AS w ON w.entity = f.value
      WHERE f.value NOT IN hub AND +w.other IN ${list('ids')} AND ${conditions}
        AND (${isSource} OR w.other IN hub)
      UNION ALL
      SELECT ${found} FROM hub AS g CROSS JOIN hub AS h
      CROSS JOIN relation_end AS w INDEXED BY relation_end_by_other ON w.entity = g.id AND w.other = h.id
      WHERE ${conditions} AND ${isSource})
    ${window?.beyond == null ? '' : `WHERE id ${compare} :beyond`}
    ${window === undefined ? '' : `ORDER BY id ${order} LIMIT :take`}`;
  return `WITH hub AS MATERIALIZED (
      SELECT c.entity AS id FROM json_each(:ids) AS f CROSS JOIN tie_count AS c ON c.entity = f.value
      GROUP BY c.entity HAVING sum(c.relations) > :many)
    ${asJson(`SELECT * FROM (${nearest})`, reading, order)}`;
}

/** Ties of all that are asked for, to members or not, by what they weigh: at most `weight / :least` of them weigh so much. */
const sums = `SELECT ifnull(sum(c.weight), 0) AS weight, ifnull(sum(c.relations), 0) AS relations
  FROM json_each(:ids) AS f CROSS JOIN json_each(:kinds) AS k CROSS JOIN tie_count AS c ON c.entity = f.value AND c.other_kind = k.value`;
const heavyPairs = `SELECT t.entity AS "from", t.other AS "to", t.weight, t.relations
  FROM json_each(:ids) AS f CROSS JOIN json_each(:kinds) AS k
  CROSS JOIN tie AS t ON t.entity = f.value AND t.other_kind = k.value AND t.weight >= :least AND t.weight < :below
  WHERE t.other > t.entity AND t.other IN ${list('ids')}`;

/** Ties that may be looked at, for one relation that may be shown: at first, and in all. */
const tiesAtFirst = 2;
const mostTies = 64;

/**
 * The most strongly tied pairs among entities, from the heaviest down until their relations are more than `limit` or there are no more;
 * `null` where too many ties to others would have to be looked at.
 */
function strongestPairs(
  database: SqliteDatabase,
  ids: readonly string[],
  kinds: readonly string[],
  limit: number,
): readonly TiedPair[] | null {
  const parameters = { ids: listed(ids), kinds: listed(kinds) };
  const all = database.first<{ weight: number; relations: number }>(sums, parameters);
  const { weight, relations } = all ?? { weight: 0, relations: 0 };
  // Each relation among them counts at both ends.
  if (relations <= 2 * limit) return null;
  const pairs: TiedPair[] = [];
  let found = 0;
  let below = Number.MAX_SAFE_INTEGER;
  let least = Math.max(1, Math.ceil(weight / (tiesAtFirst * limit)));
  while (weight / least <= mostTies * limit) {
    for (const pair of database.all<TiedPair>(heavyPairs, { ...parameters, least, below })) {
      pairs.push(pair);
      found += pair.relations;
    }
    if (found > limit || least === 1) return pairs;
    below = least;
    least = Math.ceil(least / 2);
  }
  return null;
}

/** `TraversalReader.strongestRelationsAmong` where nothing is asked of relations. @param kinds - Those of the entities. */
export function strongestRelationsAmong(
  database: SqliteDatabase,
  ids: readonly string[],
  kinds: readonly string[],
  limit: number,
  reading: Reading,
): ShownRelations | undefined {
  const pairs = strongestPairs(database, ids, kinds, limit);
  if (pairs === null) return undefined;
  const first = firstPairs(pairs, limit);
  // Those of an entity to itself are there whatever the others weigh.
  const others = new Map(ids.map((id) => [id, [id]]));
  for (const { from, to } of first) others.get(from)?.push(to);
  const found = `SELECT ${ofEnd(reading)} FROM json_each(:others) AS f CROSS JOIN json_each(f.value) AS o
    CROSS JOIN relation_end AS w INDEXED BY relation_end_by_other ON w.entity = f.key AND w.other = o.value`;
  return {
    relations: database.json<RelationRecord[]>(asJson(found, reading, 'ASC'), {
      others: JSON.stringify(Object.fromEntries(others)),
    }),
    truncated: first.length < pairs.length,
  };
}
