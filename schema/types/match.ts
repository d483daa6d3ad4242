import type { MatchRecord } from '../../src/model/records.js';
import { EntityKindEnum, MatchStateEnum, NameVerdictEnum } from '../enums.js';
import type { Loaders } from '../loaders.js';
import { IdentityRef, MatchRef } from '../references.js';

/** An identity's own identifier leads to the entity that it is linked to. */
async function identity(loaders: Loaders, id: string, name: string) {
  const { id: entity } = await loaders.entity(id);
  return { id, name, entity };
}

MatchRef.implement({
  description: 'Two identities whose names are alike, why, and what came of it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Made of the two.' }),
    kind: t.expose('kind', { type: EntityKindEnum, description: 'What both are.' }),
    left: t.field({
      type: IdentityRef,
      description: 'The one whose identifier comes first.',
      resolve: ({ left, leftName }: MatchRecord, _args, { loaders }) => identity(loaders, left, leftName),
    }),
    right: t.field({
      type: IdentityRef,
      description: 'The other.',
      resolve: ({ right, rightName }: MatchRecord, _args, { loaders }) => identity(loaders, right, rightName),
    }),
    verdict: t.expose('verdict', { type: NameVerdictEnum, description: 'What the names say.' }),
    score: t.exposeFloat('score', { description: 'How alike they are, above 0 to 1.' }),
    reason: t.exposeString('reason', { description: 'Why.' }),
    state: t.expose('state', { type: MatchStateEnum, description: 'What came of it.' }),
  }),
});
