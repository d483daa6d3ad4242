import { sortKeys } from '../../src/model/sort-key.js';
import type { Account } from '../../src/store/graph-accounts.js';
import { pageOfAll } from '../../src/store/page-of-all.js';
import { builder } from '../builder.js';
import { connection } from '../connection.js';
import { StatementConnection } from '../connection-types.js';
import { PartialDateScalar } from '../partial-date-scalar.js';
import { recordCost } from '../query-cost.js';
import { DocumentRef, EntityRef, SharedTalkRef, StatementRef } from '../references.js';
import { knownDocument } from './known-document.js';

const AccountType = builder.objectRef<Account>('Account').implement({
  description: 'A talk as one document tells it.',
  fields: (t) => ({
    document: t.field({
      type: DocumentRef,
      description: 'The document.',
      resolve: ({ document }, _args, { loaders }, info) => knownDocument(loaders, document, info),
    }),
    event: t.field({
      type: EntityRef,
      nullable: true,
      description: 'The event that stands for the talk; null where the document tells only that they met.',
      resolve: ({ event }, _args, { loaders }) => (event === null ? null : loaders.entity(event)),
    }),
    date: t.expose('date', { type: PartialDateScalar, nullable: true, description: 'When it was, by this account.' }),
    participants: t.field({
      type: [EntityRef],
      description: 'Who took part, by this account; in the order of their identifiers.',
      resolve: ({ participants }, _args, { loaders }) => participants.map((id) => loaders.entity(id)),
    }),
    statementCount: t.int({
      description: 'How many statements there are.',
      resolve: ({ statements }) => statements.length,
    }),
    statements: t.connection(
      {
        type: StatementRef,
        description:
          'What was said there by this account, by date: statements of these days by a participant, or passed on by one, to nobody else.',
        resolve: ({ statements }, args) =>
          connection('statement', args, async (page) => pageOfAll(statements, sortKeys.statement, page)),
      },
      StatementConnection,
    ),
  }),
});

SharedTalkRef.implement({
  description: 'A talk that two documents tell.',
  fields: (t) => ({
    date: t.expose('date', {
      type: PartialDateScalar,
      nullable: true,
      description: 'As the document asked for dates it, or else the other.',
    }),
    participants: t.field({
      type: [EntityRef],
      description: 'Who took part by both accounts; in the order of their identifiers.',
      resolve: ({ participants }, _args, { loaders }) => participants.map((id) => loaders.entity(id)),
    }),
    left: t.expose('left', {
      type: AccountType,
      description: 'The account of the document asked for.',
      complexity: recordCost,
    }),
    right: t.expose('right', { type: AccountType, description: 'The account of the other.', complexity: recordCost }),
  }),
});
