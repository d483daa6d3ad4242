import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { type GraphQLNamedType, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';
import { printedSchema } from '../../schema/printed-schema.js';
import { schema } from '../../schema/schema.js';
import { entityKindNames, entityKinds, relationTypeNames } from '../../src/model/ontology.js';

type Described = [path: string, description: string | null | undefined];

/** What GraphiQL shows: each type, field, argument and value by its path, with its description. */
function described(type: GraphQLNamedType): Described[] {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const inputs = isInputObjectType(type) ? Object.values(type.getFields()) : [];
  const values = isEnumType(type) ? type.getValues() : [];
  return [
    [type.name, type.description],
    ...[...fields, ...inputs, ...values].map((part): Described => [`${type.name}.${part.name}`, part.description]),
    ...fields.flatMap(({ name, args }) =>
      args.map((arg): Described => [`${type.name}.${name}(${arg.name})`, arg.description]),
    ),
  ];
}

describe('the schema', () => {
  it('is the one that is committed; npm run schema:print writes it anew', async () => {
    expect(await readFile('schema/schema.graphql', 'utf8')).toBe(printedSchema());
  });

  it('says of everything what it is', () => {
    const own = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
    const silent = own.flatMap(described).filter(([, description]) => !description);
    expect(own.length).toBeGreaterThan(40);
    expect(silent).toEqual([]);
  });

  it('takes kinds and types from the ontology', () => {
    const values = (name: string) => {
      const type = schema.getType(name);
      return isEnumType(type) ? type.getValues().map((value) => value.name) : [];
    };
    expect(values('EntityKind').sort()).toEqual([...entityKindNames].sort());
    expect(values('RelationType').sort()).toEqual([...relationTypeNames].sort());
    const entity = schema.getType('Entity');
    const kinds = isInterfaceType(entity) ? schema.getPossibleTypes(entity).map(({ name }) => name) : [];
    expect(kinds.sort()).toEqual(entityKindNames.map((kind) => entityKinds[kind].typeName).sort());
  });
});
