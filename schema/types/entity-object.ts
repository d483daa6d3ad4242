import type { FieldMap } from '@pothos/core';
import { type EntityKind, entityKinds } from '../../src/model/ontology.js';
import type { EntityRecord } from '../../src/model/records.js';
import { builder, type FieldsOf } from '../builder.js';
import { EntityRef, NodeRef } from '../references.js';

/** The GraphQL type of one kind of entity: what every entity has, and what is its own. */
export function entityObject(kind: EntityKind, ownFields: (t: FieldsOf<EntityRecord>) => FieldMap) {
  const { typeName, description } = entityKinds[kind];
  return builder.objectRef<EntityRecord>(typeName).implement({
    description,
    interfaces: [EntityRef, NodeRef],
    fields: ownFields,
  });
}
