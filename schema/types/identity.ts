import { EntityRef, IdentityRef } from '../references.js';

IdentityRef.implement({
  description:
    'An entity as documents name it, before they are linked: every document that uses the name means the same identity. One or more of them are an entity.',
  fields: (t) => ({
    id: t.exposeID('id', {
      description: 'What decideMatch takes. As an identifier of an entity it leads to the entity.',
    }),
    name: t.exposeString('name', { description: 'The name that documents give it.' }),
    entity: t.field({
      type: EntityRef,
      description: 'The entity that it belongs to now.',
      resolve: ({ entity }, _args, { loaders }) => loaders.entity(entity),
    }),
  }),
});
