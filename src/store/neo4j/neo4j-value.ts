import neo4j, { type Record as Neo4jRecord } from 'neo4j-driver';

/**
 * JavaScript values to Neo4j's. Whole numbers become 64-bit integers, since the driver would make floats of them;
 * a property that is a float by nature (confidence) says `toFloat` in its statement, or 1 would become an integer.
 */
export function toNeo4j(value: unknown): unknown {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(toNeo4j);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toNeo4j(inner)]));
  }
  return value ?? null;
}

/**
 * Looks at what the driver made of Neo4j's values; nothing is copied. With `disableLosslessIntegers` it gives numbers as
 * they are wanted, and Infinity for an integer that none is.
 *
 * @throws {RangeError} where there is one.
 */
export function checkNumbers(value: unknown): void {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('The store holds an integer beyond 2^53.');
  } else if (Array.isArray(value)) {
    for (const inner of value) checkNumbers(inner);
  } else if (typeof value === 'object' && value !== null) {
    for (const key in value) checkNumbers((value as Readonly<Record<string, unknown>>)[key]);
  }
}

/** What a statement returned, by the names that it gives. */
export function rowsOf<Row>(records: readonly Neo4jRecord[]): Row[] {
  return records.map((record) => {
    const row: Record<PropertyKey, unknown> = {};
    for (const [place, key] of record.keys.entries()) row[key] = record.get(place);
    checkNumbers(row);
    return row as Row;
  });
}
