import { BadArgumentError } from '../../src/errors.js';
import type { EntityRecord } from '../../src/model/records.js';
import type { QueryFields } from '../builder.js';
import type { SchemaContext } from '../context.js';
import { exampled } from '../exampled.js';
import { reads } from '../reads.js';
import { EntityRef } from '../references.js';

/** Above what a part of a name or a similar one scores, below another order of words or another romanisation. */
const sameNameScore = 0.91;

async function entityById(id: string, { loaders }: SchemaContext): Promise<EntityRecord | null> {
  const node = await loaders.node(id);
  return node?.type === 'entity' ? node.record : null;
}

async function entityByName(name: string, { store, loaders }: SchemaContext): Promise<EntityRecord | null> {
  const [best] = await store.search(name, null, 1);
  if (best === undefined || best.score < sameNameScore) return null;
  loaders.seeEntities([best.entity]);
  return best.entity;
}

export const entity = (t: QueryFields) =>
  t.field({
    type: EntityRef,
    nullable: true,
    description:
      'One entity, by identifier or by name; null where there is none. A name that several bear gives the most mentioned; search gives them all.',
    args: {
      id: t.arg.id({ description: exampled('Identifier of the entity. Either this or name.', 'person:kim-il-sung') }),
      name: t.arg.string({
        description: exampled(
          'A name or alias in any romanisation, case and order of words. Either this or id.',
          'Kim Ir Sen',
        ),
      }),
    },
    extensions: reads({}),
    resolve: (_root, { id, name }, context) => {
      if (id != null && name == null) return entityById(id, context);
      if (name != null && id == null) return entityByName(name, context);
      throw new BadArgumentError('entity takes either id or name.', 'Give exactly one of the two.');
    },
  });
