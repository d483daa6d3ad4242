import { type EntityKind, entityKindNames } from '../../model/ontology.js';
import type { TraversalFilter } from '../graph-walks.js';
import { firstTies, type WeighedTie } from '../tie-ranking.js';
import type { StrongTie, WeightedEntity } from '../traversal-reader.js';
import { list, listed } from './page-statement.js';
import type { SqliteDatabase } from './sqlite-database.js';

/** For an entity and a kind: how many neighbours, how many relations to them, and its first ties. */
type OfKind = readonly [entity: string, neighbours: number, relations: number, ties: string];

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
  const ties = kinds.map(([, , , json]) => JSON.parse(json) as WeighedTie[]);
  return firstTies(ties, take).map(([to, weight]) => ({ from, to, weight, neighbours, allRelations }));
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

/** Heads of a kind, with what all their relations weigh, and what those do that are asked for. */
function headsOf(kinds: readonly EntityKind[] | undefined): string {
  const weight =
    kinds === undefined
      ? 'r.weight'
      : `(SELECT ifnull(sum(c.weight), 0) FROM tie_count AS c WHERE c.entity = r.entity AND c.other_kind IN ${list('kinds')})`;
  return `SELECT r.entity AS id, r.weight AS total, ${weight} AS weight FROM entity_rank AS r
    WHERE r.kind = :kind ORDER BY r.weight DESC, r.entity LIMIT :take`;
}

/** `TraversalReader.strongestHeads`. */
export function strongestHeads(
  database: SqliteDatabase,
  kinds: readonly EntityKind[] | undefined,
  take: number,
  limit: number,
): { readonly found: readonly WeightedEntity[]; readonly unseen: number } {
  const sql = headsOf(kinds);
  let unseen = 0;
  const heads = (kinds ?? entityKindNames).flatMap((kind) => {
    const found = database.all<WeightedEntity & { readonly total: number }>(sql, { kind, take, kinds: listed(kinds) });
    if (found.length === take) unseen = Math.max(unseen, found.at(-1)?.total ?? 0);
    return found;
  });
  const found = heads
    .filter(({ weight }) => weight > 0)
    .map(({ id, weight }) => ({ id, weight }))
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  return { found: found.slice(0, limit), unseen };
}
