import neo4j from 'neo4j-driver';

/**
 * JavaScript values to Neo4j's. Whole numbers become 64-bit integers, since the driver would make floats of them;
 * a property that is a float by nature (confidence) says `toFloat` in its statement, or 1 would become an integer.
 */
export function toNeo4j(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(toNeo4j);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toNeo4j(inner)]));
  }
  return value ?? null;
}

/** Neo4j's values to JavaScript's. Statements return lists, maps and scalars, never whole nodes. */
export function fromNeo4j(value: unknown): unknown {
  if (neo4j.isInt(value)) {
    if (!neo4j.integer.inSafeRange(value)) throw new RangeError('The store holds an integer beyond 2^53.');
    return value.toNumber();
  }
  if (Array.isArray(value)) return value.map(fromNeo4j);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fromNeo4j(inner)]));
  }
  return value;
}
