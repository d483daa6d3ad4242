import type { FieldMap } from '@pothos/core';
import { type EntityKind, entityKinds } from '../../src/model/ontology.js';
import type { EntityRecord } from '../../src/model/records.js';
import { builder, type FieldsOf } from '../builder.js';
import { EntityRef, NodeRef } from '../references.js';

/**
 * The GraphQL type of one kind of entity: what every entity has, and what is its own.
 *
 * `id` stands here although Entity has it too, because an object takes it over from Node, where the Relay plugin has
 * it throw.
 */
export function entityObject(kind: EntityKind, ownFields: (t: FieldsOf<EntityRecord>) => FieldMap) {
  const { typeName, description } = entityKinds[kind];
  return builder.objectRef<EntityRecord>(typeName).implement({
    description,
    interfaces: [EntityRef, NodeRef],
    fields: (t) => ({
      id: t.exposeID('id', { description: 'Readable and stable.' }),
      ...ownFields(t),
    }),
  });
}
