import { kindOfId } from '../../model/entity-id.js';
import type { RelationIdentity } from '../relation-tally.js';
import type { SqliteDatabase } from './sqlite-database.js';

/** What a change adds to the relations that join two entities. */
interface TieChange {
  readonly entity: string;
  readonly other: string;
  weight: number;
  relations: number;
}

const between = `SELECT total(weight) AS weight, count(*) AS relations FROM relation_end
  WHERE entity = :entity AND other = :other`;
const forget = 'DELETE FROM tie WHERE entity = :entity AND other_kind = :kind AND weight = :weight AND other = :other';
const keep = 'INSERT INTO tie (entity, other_kind, weight, other) VALUES (:entity, :kind, :weight, :other)';
const count = `INSERT INTO tie_count (entity, other_kind, neighbours, relations) VALUES (:entity, :kind, :neighbours, :relations)
  ON CONFLICT DO UPDATE SET neighbours = neighbours + :neighbours, relations = relations + :relations`;
const forgetCount = 'DELETE FROM tie_count WHERE entity = :entity AND other_kind = :kind AND neighbours = 0';

/** The ties that relations change while they are written; `write` brings the tables up to it. */
export class TieChanges {
  readonly #changes = new Map<string, TieChange>();

  /** @param weight - What its weight changes by. @param relations - 1 where it comes, -1 where it goes, else 0. */
  add({ source, target }: Pick<RelationIdentity, 'source' | 'target'>, weight: number, relations: number): void {
    if (source === target || kindOfId(target) === null) return;
    for (const [entity, other] of [
      [source, target],
      [target, source],
    ] as const) {
      const change = this.#changes.get(`${entity} ${other}`) ?? { entity, other, weight: 0, relations: 0 };
      change.weight += weight;
      change.relations += relations;
      this.#changes.set(`${entity} ${other}`, change);
    }
  }

  /** To be called when all relations are written: what joins two now, less what changed, is what joined them before. */
  write(database: SqliteDatabase): void {
    for (const { entity, other, ...change } of this.#changes.values()) {
      if (change.weight === 0 && change.relations === 0) continue;
      const tie = { entity, other, kind: kindOfId(other) };
      const now = database.first<{ weight: number; relations: number }>(between, { entity, other });
      const { weight = 0, relations = 0 } = now ?? {};
      const before = { weight: weight - change.weight, relations: relations - change.relations };
      if (before.weight !== weight) {
        if (before.relations > 0) database.run(forget, { ...tie, weight: before.weight });
        if (relations > 0) database.run(keep, { ...tie, weight });
      }
      const neighbours = Number(relations > 0) - Number(before.relations > 0);
      if (change.relations === 0) continue;
      database.run(count, { entity, kind: tie.kind, neighbours, relations: change.relations });
      if (neighbours < 0) database.run(forgetCount, { entity, kind: tie.kind });
    }
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
