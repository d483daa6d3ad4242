import type { TraversalFilter } from '../graph-walks.js';
import type { StrongTie } from '../traversal-reader.js';
import { list, listed } from './page-statement.js';
import type { SqliteDatabase } from './sqlite-database.js';

/** For an entity and a kind: how many neighbours, how many relations to them, and its first ties. */
type OfKind = readonly [entity: string, neighbours: number, relations: number, ties: string];
type Tie = readonly [other: string, weight: number];

function byTie([a, x]: Tie, [b, y]: Tie): number {
  return y - x || (a < b ? -1 : 1);
}

/** Ties stand ranked for each kind: of each as many are read as are asked for, and the strongest of these are taken here. */
function statement({ kinds }: TraversalFilter): string {
  return `SELECT c.entity, c.neighbours, c.relations, (
      SELECT json_group_array(json_array(t.other, t.weight)) FROM (
        SELECT other, weight FROM tie WHERE entity = c.entity AND other_kind = c.other_kind
        ORDER BY weight DESC, other LIMIT :take) AS t)
    FROM json_each(:ids) AS f CROSS JOIN tie_count AS c ON c.entity = f.value
    ${kinds === undefined ? '' : `WHERE c.other_kind IN ${list('kinds')}`} ORDER BY c.entity`;
}

function strongest(from: string, kinds: readonly OfKind[], take: number): readonly StrongTie[] {
  let [neighbours, allRelations] = [0, 0];
  for (const [, met, relations] of kinds) {
    neighbours += met;
    allRelations += relations;
  }
  const ties = kinds.flatMap(([, , , json]) => JSON.parse(json) as Tie[]);
  const first = kinds.length === 1 ? ties : ties.sort(byTie).slice(0, take);
  return first.map(([to, weight]) => ({ from, to, weight, neighbours, allRelations }));
}

/** The strongest ties of each entity where nothing is asked of relations. */
export function rankedTies(
  database: SqliteDatabase,
  ids: readonly string[],
  filter: TraversalFilter,
  take: number,
): readonly StrongTie[] {
  const rows = database.values(statement(filter), { ids: listed(ids), kinds: listed(filter.kinds), take });
  const ofEntities = new Map<string, OfKind[]>();
  for (const row of rows as readonly OfKind[]) {
    const known = ofEntities.get(row[0]);
    if (known) known.push(row);
    else ofEntities.set(row[0], [row]);
  }
  return [...ofEntities].flatMap(([from, kinds]) => strongest(from, kinds, take));
}
