import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getOperationAST, graphql, isInterfaceType, isObjectType, parse } from 'graphql';
import { briefTypes } from '../../schema/brief-types.js';
import { createContext } from '../../schema/context.js';
import { schema } from '../../schema/schema.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open-store.js';
import { ask, fill } from './ask.js';
import { embassyJournal } from './embassy-journal.js';
import { leastSelection } from './least-arguments.js';

/** Where objects of these types are met. */
const metAt: Readonly<Record<string, (selection: string) => string>> = {
  Entity: (selection) => `{ entities(first: 20) { nodes { ${selection} } } }`,
  Person: (selection) => `{ entities(first: 20) { nodes { ... on Person { ${selection} } } } }`,
  Event: (selection) => `{ entities(first: 20) { nodes { ... on Event { ${selection} } } } }`,
  Place: (selection) => `{ entities(first: 20) { nodes { ... on Place { ${selection} } } } }`,
  Relation: (selection) => `{ relations(first: 20) { nodes { ${selection} } } }`,
  Statement: (selection) => `{ statements(first: 20) { nodes { ${selection} } } }`,
  Evidence: (selection) => `{ relations(first: 20) { nodes { evidence(first: 2) { nodes { ${selection} } } } } }`,
  Mention: (selection) => `{ documents(first: 20) { nodes { mentions(first: 5) { nodes { ${selection} } } } } }`,
  Document: (selection) => `{ documents(first: 20) { nodes { ${selection} } } }`,
  NetworkNode: (selection) => `{ network { nodes { ${selection} } } }`,
  NetworkEdge: (selection) => `{ network { edges { ${selection} } } }`,
  Network: (selection) => `{ network { ${selection} } }`,
  Path: (selection) => `{ path(from: "person:kim-il-sung", to: "person:nam-il") { ${selection} } }`,
  RelatedEntityEdge: (selection) =>
    `{ entities(first: 20) { nodes { ... on Person { met { edges { ${selection} } } } } } }`,
};

const questions = Object.entries(metAt).flatMap(([name, met]) => {
  const type = schema.getType(name);
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  return fields.map((field) => [`${name}.${field.name}`, met(leastSelection(field))] as const);
});

const briefTypesOf = (query: string): readonly string[] => {
  const document = parse(query);
  const operation = getOperationAST(document);
  return operation ? [...briefTypes(schema, document, operation)] : [];
};

describe('records that are read for a question', () => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await fill(() => openStore('sqlite::memory:'), embassyJournal);
  });
  afterAll(() => store.close());

  it.each(questions)('have what %s reads', async (_field, source) => {
    const whole = await graphql({ schema, source, contextValue: createContext(store) });
    expect(whole.errors).toBeUndefined();
    // `ask` reads briefly, and fails where something is looked for that wasn't read.
    expect(await ask(store, source)).toEqual(JSON.parse(JSON.stringify(whole.data)));
  });

  it('are brief where no more is asked for, of each type by itself', () => {
    const all = ['document', 'entity', 'evidence', 'relation', 'statement'];
    const relations = (selection: string) => briefTypesOf(`{ relations { nodes { ${selection} } } }`).toSorted();
    expect(relations('id type source { name } target { id } evidence { nodes { quote document { title } } }')).toEqual(
      all,
    );
    expect(relations('id modality source { name }')).toEqual(all.filter((type) => type !== 'relation'));
    const inFragments = `{ relations { nodes { source { ...named } } } } fragment named on Entity { ... on Person { aliases } }`;
    expect(briefTypesOf(inFragments).toSorted()).toEqual(all.filter((type) => type !== 'entity'));
  });

  it('are whole where a field is asked for that does not say what it reads', () => {
    expect(briefTypesOf('{ relations { nodes { id evidence { nodes { cite } } } } }')).toEqual([]);
    expect(briefTypesOf('{ entities { nodes { name } } searchPassages(query: "talk") { totalCount } }')).toEqual([]);
  });
});
