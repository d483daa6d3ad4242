import type { PassageTerm } from '../../src/search/passage-terms.js';
import { builder } from '../builder.js';
import { PassageTermKindEnum } from '../enums.js';
import { EntityRef } from '../references.js';

export const PassageTermType = builder.objectRef<PassageTerm>('PassageTerm').implement({
  description: 'Part of a query, and what it was taken for.',
  fields: (t) => ({
    kind: t.expose('kind', { type: PassageTermKindEnum, description: 'What it was taken for.' }),
    text: t.string({ description: 'As it was written.', resolve: ({ written }) => written }),
    entities: t.field({
      type: [EntityRef],
      description:
        'Of a name: whom it names. Passages in which they take part are found too, whatever they are called there.',
      resolve: (term) => (term.kind === 'NAME' ? [...term.entities] : []),
    }),
    isMisspelled: t.boolean({
      description: 'Of a word: that no passage has it, so that words were taken too which it may be misspelled for.',
      resolve: (term) => term.kind === 'WORD' && term.isUnknown,
    }),
  }),
});
