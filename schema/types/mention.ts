import { MentionKindEnum } from '../enums.js';
import { reads } from '../reads.js';
import { EntityRef, MentionRef, NodeRef } from '../references.js';
import { passageFields } from './passage-fields.js';

MentionRef.implement({
  description: 'A place in a text where an entity stands.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Follows from the document, the place and the entity.' }),
    entity: t.field({
      type: EntityRef,
      description: 'What is mentioned.',
      extensions: reads({ mention: ['entity'] }),
      resolve: ({ entity }, _args, { loaders }) => loaders.entity(entity),
    }),
    text: t.exposeString('text', { description: 'The words of the document.' }),
    kind: t.expose('kind', { type: MentionKindEnum, description: 'How the text names it.' }),
    ...passageFields(t, 'mention'),
  }),
});
