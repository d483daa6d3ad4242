import { kindOfId } from '../../model/entity-id.js';
import type { RelationIdentity } from '../relation-tally.js';
import type { SqliteDatabase } from './sqlite-database.js';

/** What a change adds to the relations that join two entities. */
interface TieChange {
  readonly ends: readonly [string, string];
  weight: number;
  relations: number;
}

const between = `SELECT total(weight) AS weight, count(*) AS relations FROM relation_end
  WHERE entity = :entity AND other = :other`;
const forget = 'DELETE FROM tie WHERE entity = :one AND other_kind = :kind AND weight = :weight AND other = :to';
const keep = 'INSERT INTO tie (entity, other_kind, weight, other) VALUES (?, ?, ?, ?)';
const count = `INSERT INTO tie_count (entity, other_kind, neighbours, relations) VALUES (?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET neighbours = neighbours + excluded.neighbours, relations = relations + excluded.relations`;
const forgetCount = 'DELETE FROM tie_count WHERE entity = :entity AND other_kind = :kind AND neighbours = 0';

/** How many neighbours of a kind, and relations to them, somebody has more than before; each entity and kind is written once. */
class CountChanges {
  readonly #changes = new Map<string, { entity: string; kind: string; neighbours: number; relations: number }>();

  add(entity: string, kind: string, neighbours: number, relations: number): void {
    const key = `${kind} ${entity}`;
    const change = this.#changes.get(key) ?? { entity, kind, neighbours: 0, relations: 0 };
    change.neighbours += neighbours;
    change.relations += relations;
    this.#changes.set(key, change);
  }

  write(database: SqliteDatabase): void {
    for (const { entity, kind, neighbours, relations } of this.#changes.values()) {
      if (neighbours === 0 && relations === 0) continue;
      database.insert(count, [entity, kind, neighbours, relations]);
      if (neighbours < 0) database.run(forgetCount, { entity, kind });
    }
  }
}

/** The ties that relations change while they are written; `write` brings the tables up to it. */
export class TieChanges {
  readonly #changes = new Map<string, TieChange>();

  /** @param weight - What its weight changes by. @param relations - 1 where it comes, -1 where it goes, else 0. */
  add({ source, target }: Pick<RelationIdentity, 'source' | 'target'>, weight: number, relations: number): void {
    if (source === target || kindOfId(target) === null) return;
    const ends = source < target ? ([source, target] as const) : ([target, source] as const);
    const key = ends.join(' ');
    const change = this.#changes.get(key) ?? { ends, weight: 0, relations: 0 };
    change.weight += weight;
    change.relations += relations;
    this.#changes.set(key, change);
  }

  /** To be called when all relations are written: what joins two now, less what changed, is what joined them before. */
  write(database: SqliteDatabase): void {
    const counts = new CountChanges();
    for (const { ends, ...change } of this.#changes.values()) {
      if (change.weight === 0 && change.relations === 0) continue;
      const [entity, other] = ends;
      const now = database.first<{ weight: number; relations: number }>(between, { entity, other });
      const { weight = 0, relations = 0 } = now ?? {};
      const before = { weight: weight - change.weight, relations: relations - change.relations };
      const neighbours = Number(relations > 0) - Number(before.relations > 0);
      for (const [one, to] of [ends, [other, entity] as const]) {
        const kind = kindOfId(to) ?? '';
        counts.add(one, kind, neighbours, change.relations);
        if (before.weight === weight) continue;
        if (before.relations > 0) database.run(forget, { one, kind, weight: before.weight, to });
        if (relations > 0) database.insert(keep, [one, kind, weight, to]);
      }
    }
    counts.write(database);
  }
}

/** Sums up all relations of a store that has none of these rows yet. */
export function sumUpAllTies(database: SqliteDatabase): void {
  database.execute(`
    INSERT INTO tie (entity, other_kind, weight, other)
      SELECT entity, other_kind, sum(weight), other FROM relation_end
      WHERE other <> entity AND other_kind <> 'DOCUMENT' GROUP BY entity, other_kind, other ORDER BY 1, 2, 3 DESC, 4;
    INSERT INTO tie_count (entity, other_kind, neighbours, relations)
      SELECT entity, other_kind, count(DISTINCT other), count(*) FROM relation_end
      WHERE other <> entity AND other_kind <> 'DOCUMENT' GROUP BY entity, other_kind`);
}
