import { entityKindNames, relationTypeNames } from '../../model/ontology.js';
import type { StoreStats } from '../graph-store.js';
import type { SqliteDatabase } from './sqlite-database.js';

interface CountRow {
  readonly name: string;
  readonly count: number;
}

export function readStats(database: SqliteDatabase): StoreStats {
  const counts = (sql: string): ReadonlyMap<string, number> =>
    new Map(database.all<CountRow>(sql).map(({ name, count }) => [name, count]));
  const total = (table: string): number =>
    database.first<{ count: number }>(`SELECT count(*) AS count FROM ${table}`)?.count ?? 0;
  const kinds = counts('SELECT kind AS name, count(*) AS count FROM entity GROUP BY kind');
  const types = counts('SELECT type AS name, count(*) AS count FROM relation GROUP BY type');
  return {
    documents: total('document'),
    entities: total('entity'),
    relations: total('relation'),
    statements: total('statement'),
    mentions: total('mention'),
    evidence: total('evidence'),
    entitiesByKind: entityKindNames.map((kind) => ({ kind, count: kinds.get(kind) ?? 0 })),
    relationsByType: relationTypeNames.map((type) => ({ type, count: types.get(type) ?? 0 })),
  };
}
