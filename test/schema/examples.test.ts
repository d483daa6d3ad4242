import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLNamedType,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  parseValue,
  valueFromAST,
} from 'graphql';
import { schema } from '../../schema/schema.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open-store.js';
import { ingestSamples } from '../ingest-samples.js';
import { ask } from './ask.js';

type Input = GraphQLArgument | GraphQLInputField;

/** What `exampled` (schema/exampled.ts) put behind a description, as GraphQL writes it. */
function exampleIn(description: string | null | undefined): string | null {
  return /Example: (.+)\.$/.exec(description ?? '')?.[1] ?? null;
}

/** Values that nobody can guess. A number of records, a switch and a value of an enum need no example. */
const needExamples: ReadonlySet<string> = new Set(['ID', 'String', 'Float', 'PartialDate']);
/** Cursors are taken from an answer, and mean nothing without it. */
const cursors: ReadonlySet<string> = new Set(['after', 'before']);
/** Made when something is done, so that the samples have none: the form is tried. */
const madeLater = /^(?:job|token|edit):[0-9a-f]+$/;

function inputsOf(type: GraphQLNamedType): (readonly [string, Input])[] {
  const named = (inputs: readonly Input[], path: string) =>
    inputs.map((input) => [`${path}${input.name}`, input] as const);
  if (isInputObjectType(type)) return named(Object.values(type.getFields()), `${type.name}.`);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap(({ name, args }) => named(args, `${type.name}.${name}.`));
}

const all = Object.values(schema.getTypeMap())
  .filter(({ name }) => !name.startsWith('__'))
  .flatMap(inputsOf)
  .filter(([, { name, type }]) => needExamples.has(getNamedType(type).name) && !cursors.has(name));
/** Each example once, where it first stands. */
const examples = [
  ...new Map(all.map(([path, input]) => [`${input.type} ${input.description}`, [path, input] as const])).values(),
];

function exampleOf(question: string, argument: string): string | null {
  return exampleIn(
    schema
      .getQueryType()
      ?.getFields()
      [question]?.args.find(({ name }) => name === argument)?.description,
  );
}

describe('the examples of the schema', () => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await openStore('sqlite::memory:');
    await ingestSamples(store);
  });
  afterAll(() => store.close());

  it('are there for every identifier, text, date and part that can be sent', () => {
    expect(all.filter(([, { description }]) => exampleIn(description) === null).map(([path]) => path)).toEqual([]);
    expect(examples.length).toBeGreaterThan(40);
  });

  it('are there for every scalar of our own', () => {
    const own = Object.values(schema.getTypeMap()).filter((type) => isScalarType(type) && !isSpecifiedScalarType(type));
    expect(own.map(({ name }) => name)).toEqual(['PartialDate']);
    expect(own.filter(({ description }) => !/"[^"]+"/.test(description ?? ''))).toEqual([]);
  });

  it.each(examples)('%s can be sent as it is', (_path, { type, description }) => {
    const example = parseValue(exampleIn(description) ?? '');
    expect(valueFromAST(example, type)).toBeDefined();
    const inner = isNonNullType(type) ? type.ofType : type;
    expect(Array.isArray(valueFromAST(example, type))).toBe(isListType(inner));
  });

  const identified = examples.filter(([, { type }]) => getNamedType(type).name === 'ID');
  it.each(identified)('%s is an identifier of the samples', async (_path, { type, description }) => {
    const ids = [valueFromAST(parseValue(exampleIn(description) ?? ''), type) as string | string[]].flat();
    const stored = ids.filter((id) => !madeLater.test(id));
    const nodes = await store.nodes(stored);
    const identities = await ask(store, '{ matches(first: 100) { nodes { left { id } right { id } } } }');
    const named = identities.matches.nodes.flatMap((match: { left: { id: string }; right: { id: string } }) => [
      match.left.id,
      match.right.id,
    ]);
    expect(stored.filter((id, index) => nodes[index] === null && !named.includes(id))).toEqual([]);
  });

  it.each([
    ['search', 'query', '{ hits: search(query: EXAMPLE) { entity { id } } }'],
    ['entity', 'name', '{ entity(name: EXAMPLE) { hits: aliases } }'],
    ['suggest', 'prefix', '{ suggest(prefix: EXAMPLE) { hits: entities { entity { id } } } }'],
    ['searchPassages', 'query', '{ searchPassages(query: EXAMPLE) { hits: nodes { quote } } }'],
    ['searchDocuments', 'query', '{ searchDocuments(query: EXAMPLE) { hits: nodes { document { id } } } }'],
  ])('%s finds something by its example', async (question, argument, query) => {
    const example = exampleOf(question, argument);
    const answer = await ask(store, query.replace('EXAMPLE', example ?? ''));
    expect((answer.hits ?? answer[question].hits).length).toBeGreaterThan(0);
  });

  it('finds what filters are exampled with: each leaves something', async () => {
    const found = await ask(
      store,
      `{ source: relations(source: ${exampleOf('relations', 'source')}, first: 1) { nodes { id } }
         target: relations(target: ${exampleOf('relations', 'target')}, first: 1) { nodes { id } }
         author: documents(author: ${exampleOf('documents', 'author')}, first: 1) { nodes { id } }
         speaker: statements(speaker: ${exampleOf('statements', 'speaker')}, first: 1) { nodes { id } }
         addressee: statements(addressee: ${exampleOf('statements', 'addressee')}, first: 1) { nodes { id } }
         subject: statements(subject: ${exampleOf('statements', 'subject')}, first: 1) { nodes { id } }
         range: statements(from: ${exampleOf('statements', 'from')}, to: ${exampleOf('statements', 'to')}, first: 1) { nodes { id } }
         told: relations(since: ${exampleOf('relations', 'since')}, until: ${exampleOf('relations', 'until')}, asOf: ${exampleOf('relations', 'asOf')},
           minConfidence: ${exampleOf('relations', 'minConfidence')}, first: 1) { nodes { id } }
         matches(identity: ${exampleOf('matches', 'identity')}, first: 1) { nodes { id } } }`,
    );
    expect(Object.entries(found).filter(([, page]) => (page as { nodes: unknown[] }).nodes.length === 0)).toEqual([]);
  });
});
