import { type RelationType, relationTypeNames, relationTypes } from '../../model/ontology.js';

/**
 * Relationship types beside those of the ontology, all drawn from what tells to what is told:
 *
 *     (:Document)-[:MENTIONS]->(:Entity)       what the document says of the entity: an `EntityContribution`
 *     (:Document)-[:HAS_TEXT]->(:Text)         the text as received, apart since it is large
 *     (:Mention|Statement|Evidence)-[:STANDS_IN]->(:Document)
 *     (:Mention)-[:REFERS_TO]->(:Entity)
 *     (:Statement)-[:SPOKEN_BY|ADDRESSED_TO|ABOUT|REPORTED_BY]->(:Entity)
 *     (:Evidence)-[:SUPPORTS]->(:Statement|Relation)
 *     (:TieRanking)-[:RANKS]->(:Entity)        see `rank-ties.ts`
 *
 * A relationship can't be the end of another, so each relation is kept a second time as a node with the label Relation
 * and the same properties: what its evidence points to, and what is found by identifier, which no index over all
 * types of relationships does. A statement over one pattern a type takes the server two seconds to plan.
 */
export const statementRoles = { SPEAKER: 'SPOKEN_BY', ADDRESSEE: 'ADDRESSED_TO', SUBJECT: 'ABOUT' } as const;

/** The types asked for as a pattern takes them, "HOLDS_POSITION|REPRESENTS"; all of the ontology where none is. */
export function relationPattern(types?: readonly RelationType[]): string {
  const wanted = relationTypeNames.filter((type) => types?.includes(type) ?? true);
  return (wanted.length > 0 ? wanted : relationTypeNames).join('|');
}

/** AUTHORED, whose target is a document, is no hop: all others lead from entities to entities. */
export const hopTypes = relationTypeNames.filter((type) => type !== 'AUTHORED');

/** As a pattern takes them. */
export const hops = relationPattern(hopTypes);

export const symmetricTypes = relationTypeNames.filter((type) => relationTypes[type].symmetric);

const typeBySlug = new Map(relationTypeNames.map((type) => [type.toLowerCase().replaceAll('_', '-'), type]));

/** The type that a relation's identifier names: `relation:met-with/…` → MET_WITH; `null` where it names none. */
export function typeOfRelationId(id: string): RelationType | null {
  return typeBySlug.get(id.slice(id.indexOf(':') + 1).split('/', 1)[0] ?? '') ?? null;
}

/** Groups rows by relation type, for statements with static types, which alone use the unique indexes. */
export function groupByType<T>(rows: readonly T[], typeOf: (row: T) => RelationType): Map<RelationType, T[]> {
  const groups = new Map<RelationType, T[]>();
  for (const row of rows) {
    const group = groups.get(typeOf(row));
    if (group) group.push(row);
    else groups.set(typeOf(row), [row]);
  }
  return groups;
}
