import { entityKinds } from '../../src/model/ontology.js';
import { connection } from '../connection.js';
import { DocumentConnection, MentionConnection, RelationConnection, StatementConnection } from '../connection-types.js';
import { EntityKindEnum, RelationDirectionEnum, StatementRoleEnum } from '../enums.js';
import { exampled } from '../exampled.js';
import { rangeArgs, relationArgs, statementArgs, statementFilter, traversalFilter } from '../filter-args.js';
import { checkedRange, PartialDateScalar } from '../partial-date-scalar.js';
import { askedRecords } from '../read-ahead.js';
import { reads } from '../reads.js';
import { DocumentRef, EntityRef, IdentityRef, MentionRef, NodeRef, RelationRef, StatementRef } from '../references.js';

EntityRef.implement({
  description: 'Somebody or something that documents speak of: what all of them together say.',
  interfaces: [NodeRef],
  resolveType: ({ kind }) => entityKinds[kind].typeName,
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Readable and stable.' }),
    name: t.exposeString('name', { description: 'The usual full form of the name.' }),
    kind: t.expose('kind', { type: EntityKindEnum, description: 'What it is.' }),
    aliases: t.exposeStringList('aliases', { description: 'Every other form under which documents name it.' }),
    description: t.exposeString('description', { nullable: true, description: 'One line on it, where one is known.' }),
    authority: t.exposeString('authority', {
      nullable: true,
      description: 'Identifier of the authority record that it is linked to.',
    }),
    candidates: t.exposeStringList('candidates', {
      description: 'Identifiers of the records that its name could stand for, where nothing tells which.',
    }),
    identities: t.field({
      type: [IdentityRef],
      description: 'The identities that are linked to it, itself among them: each name that its documents use for it.',
      extensions: reads({ entity: ['id'] }),
      resolve: ({ id }, _args, { loaders }) => loaders.identities(id),
    }),
    mentionCount: t.exposeInt('mentionCount', { description: 'How often all documents together mention it.' }),
    firstDate: t.expose('firstDate', {
      type: PartialDateScalar,
      nullable: true,
      description: 'Date of the earliest document that mentions it.',
    }),
    lastDate: t.expose('lastDate', {
      type: PartialDateScalar,
      nullable: true,
      description: 'Date of the latest document that mentions it.',
    }),
    relations: t.connection(
      {
        type: RelationRef,
        description: 'Its relations, at either end.',
        args: {
          ...relationArgs(t.arg, 'Kinds of the other end.'),
          direction: t.arg({ type: RelationDirectionEnum, description: 'Both directions where left out.' }),
        },
        extensions: reads({ entity: ['id'] }),
        resolve: ({ id }, args, { loaders }, info) => {
          const filter = { ...traversalFilter(args), direction: args.direction ?? undefined };
          return connection('relation', args, (page) => loaders.relations(id, filter, page, askedRecords(info)));
        },
      },
      RelationConnection,
    ),
    statements: t.connection(
      {
        type: StatementRef,
        description: 'What it said, was told, or is spoken of in; by date, undated last.',
        args: {
          as: t.arg({ type: StatementRoleEnum, description: 'Its part in the statement; any part where left out.' }),
          ...statementArgs(t.arg),
        },
        extensions: reads({ entity: ['id'] }),
        resolve: ({ id }, args, { loaders }, info) => {
          const filter = { role: args.as ?? undefined, ...statementFilter(args) };
          return connection('statement', args, (page) => loaders.statements(id, filter, page, askedRecords(info)));
        },
      },
      StatementConnection,
    ),
    mentions: t.connection(
      {
        type: MentionRef,
        description: 'Where it stands in texts, in the order of documents and texts.',
        args: { document: t.arg.id({ description: exampled('Only in this document.', 'document:example-900105') }) },
        extensions: reads({ entity: ['id'] }),
        resolve: ({ id }, args, { loaders }, info) =>
          connection('mention', args, (page) =>
            loaders.mentions(id, { within: args.document ?? undefined }, page, askedRecords(info)),
          ),
      },
      MentionConnection,
    ),
    documents: t.connection(
      {
        type: DocumentRef,
        description: 'Documents that mention it; by date, undated last.',
        args: rangeArgs(t.arg),
        extensions: reads({ entity: ['id'] }),
        resolve: ({ id }, args, { loaders }, info) => {
          const filter = checkedRange(args.from, args.to);
          return connection('document', args, (page) => loaders.documents(id, filter, page, askedRecords(info)));
        },
      },
      DocumentConnection,
    ),
  }),
});
