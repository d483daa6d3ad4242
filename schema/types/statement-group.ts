import { monthOf } from '../../src/model/statement-month.js';
import { connection } from '../connection.js';
import { StatementConnection } from '../connection-types.js';
import { PartialDateScalar } from '../partial-date-scalar.js';
import { askedRecords } from '../read-ahead.js';
import { EntityRef, StatementGroupRef, StatementRef } from '../references.js';

StatementGroupRef.implement({
  description: 'Statements that have a speaker, an addressee, a subject or a month in common.',
  fields: (t) => ({
    entity: t.field({
      type: EntityRef,
      nullable: true,
      description: 'The speaker, addressee or subject; null for a month.',
      resolve: ({ by, group }, _args, { loaders }) => (by === 'MONTH' ? null : loaders.entity(group.owner)),
    }),
    month: t.field({
      type: PartialDateScalar,
      nullable: true,
      description:
        'The month, or the year where no more is known; null for undated statements, and for a speaker, addressee or subject.',
      resolve: ({ by, group }) => (by === 'MONTH' ? monthOf(group.owner) : null),
    }),
    count: t.int({ description: 'How many statements there are.', resolve: ({ group }) => group.count }),
    firstDate: t.field({
      type: PartialDateScalar,
      nullable: true,
      description: 'The earliest of their dates.',
      resolve: ({ group }) => group.firstDate,
    }),
    lastDate: t.field({
      type: PartialDateScalar,
      nullable: true,
      description: 'The latest of their dates.',
      resolve: ({ group }) => group.lastDate,
    }),
    statements: t.connection(
      {
        type: StatementRef,
        description: 'The statements, by date, undated last; with the conditions that the groups were asked with.',
        resolve: ({ by, group, filter: { kinds: _, ...filter } }, args, { loaders }, info) => {
          const asked = { ...filter, role: by === 'MONTH' ? undefined : by };
          return connection('statement', args, (page) =>
            loaders.statements(group.owner, asked, page, askedRecords(info)),
          );
        },
      },
      StatementConnection,
    ),
  }),
});
