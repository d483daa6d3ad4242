import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { GraphStore } from '../../src/store/graph-store.js';
import { type CountedStore, countCalls } from '../store/counting-store.js';
import { graphBatch } from '../store/graph-batch-fixture.js';
import { ask, fill, type OpenStore } from './ask.js';

const padded = (i: number) => String(i).padStart(2, '0');

/** Sixty persons; each met five others of its own and each of these is spoken of three times. */
const documents = Array.from({ length: 60 }, (_, i) => {
  const others = Array.from({ length: 5 }, (_other, j) => `person:q${padded(i)}-${j}`);
  return graphBatch({
    key: `d${padded(i)}`,
    date: '1957',
    relations: others.map((target) => ({ type: 'MET_WITH', source: `person:p${padded(i)}`, target })),
    statements: others.flatMap((subject, j) =>
      ['a', 'b', 'c'].map((name) => ({ speaker: `group:speakers-${padded(i)}-${j}-${name}`, about: [subject] })),
    ),
  });
});

const threeLevels = (first: number) => `{
  entities(kinds: [PERSON], first: ${first}) { edges { node { id
    relations(first: 5) { edges { node { type
      source { name }
      target { ... on Entity { name
        statements(first: 3, as: SUBJECT) { edges { node { quote
          speaker { name } about { name } document { title }
          evidence(first: 2) { edges { node { quote } } } } } } } }
      evidence(first: 2) { edges { node { quote document { title date } context(characters: 20) { before after } } } } } } } } } } }`;

/** The number of store calls of a query, whatever the number of records. */
export function batching(open: OpenStore): void {
  let opened: GraphStore;
  let counted: CountedStore;
  beforeAll(async () => {
    opened = await fill(open, documents);
    counted = countCalls(opened);
  });
  afterAll(() => opened.close());

  async function callsOf(query: string) {
    counted.reset();
    const answer = await ask(counted.store, query);
    return { answer, byMethod: counted.byMethod() };
  }

  it('a query of three levels costs nine calls over five entities and nine over fifty', async () => {
    const five = await callsOf(threeLevels(5));
    const fifty = await callsOf(threeLevels(50));
    const relations = fifty.answer.entities.edges.flatMap(
      (edge: { node: { relations: { edges: unknown[] } } }) => edge.node.relations.edges,
    );
    expect(relations).toHaveLength(250);
    expect(relations[249].node.target.statements.edges).toHaveLength(3);
    expect(relations[249].node.evidence.edges).toHaveLength(1);
    expect(five.byMethod).toEqual({
      entityPages: 1,
      relationPages: 1,
      // Targets; documents of the relations' evidence; speakers and documents of statements.
      nodes: 3,
      statementPages: 1,
      evidencePages: 2,
      documentTexts: 1,
    });
    expect(fifty.byMethod).toEqual(five.byMethod);
  });

  it('what a kind has of its own is batched as well', async () => {
    const query = (first: number) =>
      `{ entities(kinds: [PERSON], first: ${first}) { nodes { ... on Person { met(first: 5) { nodes { name documents(first: 1) { nodes { title } } } } } } } }`;
    const five = await callsOf(query(5));
    expect(five.byMethod).toEqual({ entityPages: 1, relationPages: 1, nodes: 1, documentPages: 1 });
    expect((await callsOf(query(50))).byMethod).toEqual(five.byMethod);
  });

  it('several records asked by identifier cost one call', async () => {
    const { byMethod } = await callsOf(
      '{ a: node(id: "person:p00") { id } b: entity(id: "person:p01") { id } nodes(ids: ["person:p02", "document:d03"]) { id } document(id: "document:d04") { id } }',
    );
    expect(byMethod).toEqual({ nodes: 1 });
  });

  it('nodes of related entities are not read where only the relations are asked for', async () => {
    const { byMethod } = await callsOf(
      '{ entities(kinds: [PERSON], first: 5) { nodes { ... on Person { met { edges { relation { weight } } } } } } }',
    );
    expect(byMethod).toEqual({ entityPages: 1, relationPages: 1 });
  });

  it("a network's entities and ends are not read again", async () => {
    const { byMethod } = await callsOf(
      '{ network { nodes { entity { name } } edges { relation { source { name } target { id } } } } }',
    );
    expect(byMethod).toEqual({ network: 1 });
  });

  it('a neighbourhood costs one call, however broad, and what it thinned none', async () => {
    const query = (limit: number) =>
      `{ neighbourhood(centers: ["person:p00", "person:p01"], depth: 4, limit: ${limit}, breadth: 2) {
        nodes { entity { name } } edges { relation { source { name } } } thinned { entity { name } after } } }`;
    const { answer, byMethod } = await callsOf(query(3));
    expect(answer.neighbourhood.thinned).toHaveLength(2);
    expect(byMethod).toEqual({ neighbourhood: 1 });
    expect((await callsOf(query(500))).byMethod).toEqual(byMethod);
  });

  it('paths cost one call, however many, and their passages one more', async () => {
    const query = (first: number) =>
      `{ paths(from: "person:p00", to: "person:q00-1", which: K_SHORTEST, first: ${first}) {
        paths { entities { name } relations { label evidence(first: 1) { nodes { quote } } } } } }`;
    const { byMethod } = await callsOf(query(1));
    expect(byMethod).toEqual({ paths: 1, evidencePages: 1 });
    expect((await callsOf(query(20))).byMethod).toEqual(byMethod);
  });

  it('relations and neighbours of many entities cost one call, and what hangs on them one more each', async () => {
    const ids = (count: number) => Array.from({ length: count }, (_, i) => `"person:p${padded(i)}"`).join(' ');
    const query = (count: number) => `{
      connectionsBetween(entities: [${ids(count)} "person:q00-1"]) { nodes { label evidence(first: 1) { nodes { quote } } } }
      commonNeighbours(entities: [${ids(Math.min(count, 20))}]) { nodes { entity { name } } } }`;
    const { byMethod } = await callsOf(query(2));
    expect(byMethod).toEqual({ relationsBetween: 1, sharedNeighbours: 1, evidencePages: 1 });
    expect((await callsOf(query(50))).byMethod).toEqual(byMethod);
  });

  it('who was with whom costs one call, and what shows it two', async () => {
    const query = (
      first: number,
    ) => `{ coPresence(entity: "person:p00", first: ${first}) { nodes { left { name } right { name }
      events { id } meetings { id ... on Relation { evidence(first: 1) { nodes { quote } } } } } } }`;
    const { byMethod } = await callsOf(query(1));
    expect(byMethod).toEqual({ coPresence: 1, nodes: 1, evidencePages: 1 });
    expect((await callsOf(query(5))).byMethod).toEqual(byMethod);
  });

  it('citations of many passages cost a call for their documents, their authors and their texts', async () => {
    const query = (first: number) =>
      `{ relations(types: [MET_WITH], first: ${first}) { nodes { evidence(first: 5) { nodes { cite(format: RIS) } } } } }`;
    const { byMethod } = await callsOf(query(5));
    expect(byMethod).toEqual({ relationPages: 1, evidencePages: 1, nodes: 1, documentTexts: 1 });
    expect((await callsOf(query(50))).byMethod).toEqual(byMethod);
  });

  it('a request remembers nothing of another', async () => {
    const query = '{ entity(id: "person:p00") { name } }';
    await callsOf(query);
    expect((await callsOf(query)).byMethod).toEqual({ nodes: 1 });
  });
}
