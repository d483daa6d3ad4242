import { kindOfId } from '../../model/entity-id.js';
import type { EntityKind } from '../../model/ontology.js';
import { PairChanges } from '../pair-changes.js';
import type { RelationIdentity } from '../relation-tally.js';
import { sidesOf } from '../tie-weights.js';
import type { SqliteDatabase } from './sqlite-database.js';

const between = `SELECT total(weight) AS weight, count(*) AS relations FROM relation_end
  WHERE entity = :entity AND other = :other`;
const forget = 'DELETE FROM tie WHERE entity = :one AND other_kind = :kind AND weight = :weight AND other = :to';
const keep = 'INSERT INTO tie (entity, other_kind, weight, other, relations) VALUES (?, ?, ?, ?, ?)';
const count = `INSERT INTO tie_count (entity, other_kind, neighbours, relations, weight) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT DO UPDATE SET neighbours = neighbours + excluded.neighbours, relations = relations + excluded.relations,
    weight = weight + excluded.weight`;
const forgetCount = 'DELETE FROM tie_count WHERE entity = :entity AND other_kind = :kind AND weight = 0';
const weightOf = 'SELECT ifnull(sum(weight), 0) AS weight FROM tie_count WHERE entity = :entity';
const forgetRank = 'DELETE FROM entity_rank WHERE kind = :kind AND weight = :weight AND entity = :entity';
const rank = 'INSERT INTO entity_rank (kind, weight, entity) VALUES (?, ?, ?)';

/** What somebody has more than before: neighbours of a kind, relations to them, and what all relations to the kind weigh. */
interface Count {
  readonly entity: string;
  readonly kind: EntityKind;
  neighbours: number;
  relations: number;
  weight: number;
}

/** Each entity and kind is written once. */
class CountChanges {
  readonly #changes = new Map<string, Count>();

  of(entity: string, kind: EntityKind): Count {
    const key = `${kind} ${entity}`;
    const change = this.#changes.get(key) ?? { entity, kind, neighbours: 0, relations: 0, weight: 0 };
    this.#changes.set(key, change);
    return change;
  }

  write(database: SqliteDatabase): void {
    const heavier = new Map<string, number>();
    for (const { entity, kind, neighbours, relations, weight } of this.#changes.values()) {
      if (neighbours === 0 && relations === 0 && weight === 0) continue;
      database.insert(count, [entity, kind, neighbours, relations, weight]);
      if (weight < 0) database.run(forgetCount, { entity, kind });
      heavier.set(entity, (heavier.get(entity) ?? 0) + weight);
    }
    for (const [entity, change] of heavier) {
      if (change === 0) continue;
      const weight = database.first<{ weight: number }>(weightOf, { entity })?.weight ?? 0;
      const kind = kindOfId(entity) ?? '';
      if (weight > change) database.run(forgetRank, { kind, weight: weight - change, entity });
      if (weight > 0) database.insert(rank, [kind, weight, entity]);
    }
  }
}

/** The ties and weights that relations change while they are written; `write` brings the tables up to it. */
export class TieChanges {
  readonly #pairs = new PairChanges();
  readonly #counts = new CountChanges();

  /** @param weight - What its weight changes by. @param relations - 1 where it comes, -1 where it goes, else 0. */
  add(relation: Pick<RelationIdentity, 'source' | 'target'>, weight: number, relations: number): void {
    for (const { entity, otherKind } of sidesOf(relation)) this.#counts.of(entity, otherKind).weight += weight;
    this.#pairs.add(relation, weight, relations);
  }

  /** To be called when all relations are written: what joins two now, less what changed, is what joined them before. */
  write(database: SqliteDatabase): void {
    for (const { ends, ...change } of this.#pairs.changed()) {
      const [entity, other] = ends;
      const now = database.first<{ weight: number; relations: number }>(between, { entity, other });
      const { weight = 0, relations = 0 } = now ?? {};
      const before = { weight: weight - change.weight, relations: relations - change.relations };
      const neighbours = Number(relations > 0) - Number(before.relations > 0);
      for (const [one, to] of [ends, [other, entity] as const]) {
        const kind = kindOfId(to);
        if (kind === null) continue;
        const counted = this.#counts.of(one, kind);
        counted.neighbours += neighbours;
        counted.relations += change.relations;
        if (before.relations > 0) database.run(forget, { one, kind, weight: before.weight, to });
        if (relations > 0) database.insert(keep, [one, kind, weight, to, relations]);
      }
    }
    this.#counts.write(database);
  }
}

/** Sums up all relations of a store that has none of these rows yet. */
export function sumUpAllTies(database: SqliteDatabase): void {
  database.execute(`
    INSERT INTO tie (entity, other_kind, weight, other, relations)
      SELECT entity, other_kind, sum(weight), other, count(*) FROM relation_end
      WHERE other <> entity AND other_kind <> 'DOCUMENT' GROUP BY entity, other_kind, other ORDER BY 1, 2, 3 DESC, 4;
    INSERT INTO tie_count (entity, other_kind, neighbours, relations, weight)
      SELECT entity, other_kind, count(DISTINCT nullif(other, entity)), count(nullif(other, entity)), sum(weight) FROM relation_end
      WHERE other_kind <> 'DOCUMENT' GROUP BY entity, other_kind;
    INSERT INTO entity_rank (kind, weight, entity)
      SELECT e.kind, sum(c.weight) AS weight, c.entity FROM tie_count AS c CROSS JOIN entity AS e ON e.id = c.entity
      GROUP BY c.entity ORDER BY 1, 2 DESC, 3`);
}
