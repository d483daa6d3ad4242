import type { GraphStore } from '../../src/store/graph-store.js';

/** Whom and what the questions are about: chosen of the archive by rank, never by name. */
export interface Subjects {
  /** The person mentioned most, and the one furthest from that among the next hundred. */
  readonly person: string;
  readonly other: string;
  readonly persons: readonly string[];
}

export async function subjectsOf(store: GraphStore): Promise<Subjects> {
  const [page] = await store.entityPages([null], { kinds: ['PERSON'], orderBy: 'MENTIONS' }, { first: 100 });
  const persons = page?.items.map(({ record }) => record.id) ?? [];
  const [person = '', ...others] = persons;
  let furthest = { other: others.at(-1) ?? person, hops: 0 };
  for (const other of others) {
    const path = await store.shortestPath(person, other, 4, { kinds: ['PERSON'] });
    if (path && path.relations.length > furthest.hops) furthest = { other, hops: path.relations.length };
  }
  return { person, other: furthest.other, persons };
}

const drawn = 'nodes { id label kind } edges { id source target type weight }';

/** Typical questions: GraphQL, and what of the subjects it is asked with. */
export const questions = {
  'an entity': 'query ($person: ID!) { entity(id: $person) { id name kind aliases description mentionCount } }',
  'its relations, 2 passages each': `query ($person: ID!) { entity(id: $person) { relations(first: 100) { nodes {
    id type source { id name } target { id ... on Entity { name } } evidence(first: 2) { nodes { quote start end } } } } } }`,
  '50 persons, 8 relations, 2 passages': `{ entities(kinds: [PERSON], orderBy: MENTIONS, first: 50) { nodes { id name
    relations(first: 8) { nodes { id type source { id name } target { id ... on Entity { name } }
      evidence(first: 2) { nodes { quote start end } } } } } } }`,
  '50 persons, 8 statements, 2 passages': `{ entities(kinds: [PERSON], orderBy: MENTIONS, first: 50) { nodes { id name
    statements(as: SPEAKER, first: 8) { nodes { id mode quote
      evidence(first: 2) { nodes { quote start end } } } } } } }`,
  'its statements': `query ($person: ID!) { statements(speaker: $person, first: 100) { nodes {
    date mode quote speaker { name } addressees { id name } document { title } } } }`,
  'its timeline': 'query ($person: ID!) { timeline(entity: $person, first: 100) { nodes { date type node { id } } } }',
  'neighbourhood, depth 1': `query ($person: ID!) { neighbourhood(center: $person, kinds: [PERSON], limit: 100) { ${drawn} } }`,
  'neighbourhood, depth 2, 500': `query ($person: ID!) { neighbourhood(center: $person, kinds: [PERSON], depth: 2, limit: 500) { ${drawn} } }`,
  'shortest path, 4 hops': `query ($person: ID!, $other: ID!) { path(from: $person, to: $other, maxHops: 4, kinds: [PERSON]) {
    length entities { id name } } }`,
  'relations among 100': `query ($persons: [ID!]!) { connectionsBetween(entities: $persons, first: 100) { nodes {
    id type weight source { id name } target { id ... on Entity { name } } } } }`,
  'network of 500': `{ network(limit: 500) { ${drawn} } }`,
} as const satisfies Readonly<Record<string, string>>;

export type QuestionName = keyof typeof questions;

/** The same questions asked of the database itself; each gives what GraphQL gives as `data`, key by key. */
export type RawQuestions = Readonly<Record<QuestionName, (subjects: Subjects) => unknown>>;

/** Of those, what asks three levels down; asked by many at once too. */
export const nested = [
  '50 persons, 8 relations, 2 passages',
  '50 persons, 8 statements, 2 passages',
] as const satisfies readonly QuestionName[];
