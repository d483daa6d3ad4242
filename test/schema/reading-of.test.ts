import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getOperationAST, graphql, isInterfaceType, isObjectType, parse } from 'graphql';
import { createContext } from '../../schema/context.js';
import { readingOf } from '../../schema/reading-of.js';
import { schema } from '../../schema/schema.js';
import { type Reading, type RecordType, readsAll } from '../../src/store/brief-records.js';
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

const reading = (query: string): Reading => {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('No operation.');
  return readingOf(schema, document, operation);
};
const fieldsOf = (query: string, type: RecordType): readonly string[] =>
  [...(reading(query).fields.get(type) ?? ['all'])].toSorted();

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

  it('are what is asked for, of each type by itself', () => {
    const relations = (selection: string) => `{ relations { nodes { ${selection} } } }`;
    const nested = relations(
      'type source { name } target { id } evidence { nodes { quote start document { title } } }',
    );
    expect(fieldsOf(nested, 'relation')).toEqual(['id', 'source', 'target', 'type']);
    expect(fieldsOf(nested, 'entity')).toEqual(['id', 'kind', 'name']);
    expect(fieldsOf(nested, 'evidence')).toEqual(['document', 'quote', 'start']);
    expect(fieldsOf(nested, 'document')).toEqual(['id', 'title']);
    expect(fieldsOf(nested, 'statement')).toEqual(['id']);
    const inFragments = `{ relations { nodes { source { ...named } } } } fragment named on Entity { ... on Person { aliases } }`;
    expect(fieldsOf(inFragments, 'entity')).toEqual(['aliases', 'id', 'kind']);
  });

  it('are all where a field is asked for that does not say what it reads', () => {
    expect(reading('{ relations { nodes { id evidence { nodes { cite } } } } }')).toEqual(readsAll);
    expect(reading('{ entities { nodes { name } } searchPassages(query: "talk") { totalCount } }')).toEqual(readsAll);
  });

  it('have cursors and ends where these are asked for', () => {
    const read = (selection: string) => {
      const { cursors, more } = reading(`{ relations { nodes { id } ${selection} } }`);
      return [cursors, more];
    };
    expect(read('')).toEqual([false, false]);
    expect(read('edges { cursor }')).toEqual([true, false]);
    expect(read('pageInfo { endCursor }')).toEqual([true, false]);
    expect(read('pageInfo { ... on PageInfo { hasNextPage } }')).toEqual([false, true]);
  });
});
