import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  type GraphQLOutputType,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { fieldExamples } from '../../schema/field-examples.js';
import { schema } from '../../schema/schema.js';
import { isPartialDate } from '../../src/model/partial-date.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open-store.js';
import { ingestSamples } from '../ingest-samples.js';
import { everythingOf, valuesByField } from './answers-of-samples.js';
import { ask, change } from './ask.js';

/** What somebody can't guess from the name of a field and its type. */
const needExamples: ReadonlySet<string> = new Set(['ID', 'String', 'Float', 'PartialDate']);
/** Taken from an answer, they mean nothing without it. */
const cursors: ReadonlySet<string> = new Set([
  'cursor',
  'startCursor',
  'endCursor',
  'Paths.after',
  'ThinnedEntity.after',
]);
/** Stretches of documents, and whole ones. */
const longTexts: ReadonlySet<string> = new Set([
  'Document.text',
  'TextContext.before',
  'TextContext.after',
  'TextContext.text',
]);

const asked: readonly (readonly [question: string, below: string])[] = [
  ['documents(first: 20)', 'nodes archivalReference coverage skipped'],
  ['documents(first: 20)', 'nodes mentions'],
  ['entities(first: 100, orderBy: MENTIONS)', 'nodes coordinates identities'],
  ['statements(first: 40)', 'nodes evidence'],
  ['relations(first: 100)', 'nodes evidence'],
  ['timeline(first: 100)', 'nodes'],
  ['matches(first: 20)', 'nodes left right'],
  ['search(query: "Kim Ir Sen")', ''],
  ['suggest(prefix: "kim")', 'entities parts'],
  ['searchPassages(query: "Kim Ir Sen plenum")', 'nodes highlights facets dates counts'],
  ['searchDocuments(query: "letter Tito")', 'nodes terms'],
  ['statementGroups(by: SPEAKER)', 'nodes'],
  ['statementGroups(by: MONTH)', 'nodes'],
  ['network(limit: 40)', 'nodes edges'],
  ['coPresence(entity: "person:kim-il-sung")', 'nodes'],
];

/** What the samples have none of, and no work of an editor brings: that it is of its type is all that is tried. */
const notThere =
  /^(?:PublishedVolume|Ingest(?:Job|Report)|JobError|ModelReading|DroppedProposals|SkippedText|SharedTalk|Account)\.|^Entity\.(?:candidates|description)$|^Event\.endDate$|^CreatedToken\.secret$/;
/** What an editor's work gives: of the form of the example, as numbers and times are never the same. */
const madeByWork = /^(?:AccessToken|LedgerEntry|EditedThing|EntityMerge|EntityRename|RelationRetraction)\./;

const formOf = (value: unknown): string => JSON.stringify(value).replace(/[0-9a-f]{8,}|\d/g, '0');

/** A number is exampled with as many digits as a reader wants. */
function isSame(example: unknown, value: unknown): boolean {
  if (typeof example !== 'number' || typeof value !== 'number')
    return JSON.stringify(example) === JSON.stringify(value);
  const digits = String(example).split('.')[1]?.length ?? 0;
  return value.toFixed(digits) === example.toFixed(digits);
}

const fields = Object.values(schema.getTypeMap()).flatMap((type) =>
  type.name.startsWith('__') || !(isObjectType(type) || isInterfaceType(type))
    ? []
    : Object.values(type.getFields()).map((field) => ({ type, field, path: `${type.name}.${field.name}` })),
);

/** The fields of an example: of an interface those of its types. */
const pathsOf = (example: string): readonly string[] =>
  fields
    .filter(({ type, field, path }) =>
      [path, ...type.getInterfaces().map(({ name }) => `${name}.${field.name}`)].includes(example),
    )
    .map(({ path }) => path);

function isOfType(example: unknown, type: GraphQLOutputType): boolean {
  if (isNonNullType(type)) return isOfType(example, type.ofType);
  if (isListType(type)) return Array.isArray(example) && example.every((one) => isOfType(one, type.ofType));
  const { name } = getNamedType(type);
  if (name === 'Float') return typeof example === 'number';
  return typeof example === 'string' && (name !== 'PartialDate' || isPartialDate(example));
}

describe('the examples of what is answered', () => {
  let store: GraphStore;
  let values: ReadonlyMap<string, readonly unknown[]>;
  beforeAll(async () => {
    store = await openStore('sqlite::memory:');
    await ingestSamples(store);
    const found = new Map<string, unknown[]>();
    for (const [question, below] of asked)
      valuesByField(await ask(store, everythingOf(question, below.split(' '))), found);
    values = found;
  });
  afterAll(() => store.close());

  it('are there for every identifier, text, number with a fraction and date', () => {
    const lacking = fields.filter(
      ({ field, path }) =>
        needExamples.has(getNamedType(field.type).name) &&
        ![field.name, path].some((one) => cursors.has(one)) &&
        !longTexts.has(path) &&
        !/ Example: .+\.$/.test(field.description ?? ''),
    );
    expect(lacking.map(({ path }) => path)).toEqual([]);
    expect(Object.keys(fieldExamples).filter((example) => pathsOf(example).length === 0)).toEqual([]);
  });

  it.each(Object.entries(fieldExamples))('of %s is of its type: %j', (path, example) => {
    const types = fields.filter((one) => pathsOf(path).includes(one.path)).map(({ field }) => field.type);
    expect(types.filter((type) => !isOfType(example, type))).toEqual([]);
  });

  const answered = Object.entries(fieldExamples).filter(([path]) => !notThere.test(path) && !madeByWork.test(path));
  it.each(answered)('of %s is in an answer that the samples give: %j', (path, example) => {
    const found = pathsOf(path).flatMap((one) => values.get(one) ?? []);
    expect(
      found.some((value) => isSame(example, value)) ? [] : [...new Set(found.map((one) => JSON.stringify(one)))],
    ).toEqual([]);
  });

  it('of what editors do have the form of what they did', async () => {
    const sent = (path: string): string => JSON.stringify(fieldExamples[path]);
    const entry = async (edit: string): Promise<string> =>
      JSON.stringify((await change(store, `mutation { edit: ${edit} { id } }`)).edit.id);
    const note = `note: ${sent('LedgerEntry.note')}`;
    const renamed = await entry(
      `renameEntity(entity: ${sent('EditedThing.id')}, name: ${sent('EntityRename.newName')}, ${note})`,
    );
    await entry(`undo(entry: ${renamed}, note: ${sent('LedgerEntry.undoneNote')})`);
    const [first, second] = ['"person:choe-chang-ik"', '"person:tsoi-chang-ik"'];
    await entry(`mergeEntities(entities: [${first}, ${second}], into: ${first})`);
    await entry(`retractRelation(relation: ${sent('RelationRetraction.relation')})`);
    const { made } = await change(
      store,
      `mutation { made: createToken(name: "Ann Quill", role: EDITOR, expiresAt: ${sent('AccessToken.expiresAt')}) { token { id } } }`,
    );
    await store.tokens.noteUse(made.token.id, String(fieldExamples['AccessToken.lastUsedOn']));
    await change(store, `mutation { revokeToken(id: "${made.token.id}") { id } }`);

    const found = new Map<string, unknown[]>();
    const below = ['nodes', 'concerns', 'entity', 'entities', 'identities', 'into'];
    for (const question of ['tokens(first: 10)', 'ledger(first: 10)']) {
      valuesByField(await change(store, everythingOf(question, below)), found);
    }
    const untrue = Object.entries(fieldExamples).filter(([path, example]) => {
      const forms = pathsOf(path)
        .flatMap((one) => found.get(one) ?? [])
        .map(formOf);
      return madeByWork.test(path) && !forms.includes(formOf(example));
    });
    expect(untrue).toEqual([]);
  });
});
