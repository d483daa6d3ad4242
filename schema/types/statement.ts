import type { GraphQLResolveInfo } from 'graphql';
import { connection } from '../connection.js';
import { EvidenceConnection } from '../connection-types.js';
import { StatementModeEnum } from '../enums.js';
import type { Loaders } from '../loaders.js';
import { PartialDateScalar } from '../partial-date-scalar.js';
import { askedRecords } from '../read-ahead.js';
import { reads } from '../reads.js';
import { EntityRef, EvidenceRef, NodeRef, StatementRef } from '../references.js';
import { passageFields } from './passage-fields.js';

const each = (loaders: Loaders, ids: readonly string[], info: GraphQLResolveInfo) =>
  ids.map((id) => loaders.entity(id, info));

StatementRef.implement({
  description: 'Reported or quoted speech.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Follows from the document, the place, the speaker and the mode.' }),
    speaker: t.field({
      type: EntityRef,
      description: 'Who said it; in nested speech the innermost speaker.',
      extensions: reads({ statement: ['speaker'] }),
      resolve: ({ speaker }, _args, { loaders }, info) => loaders.entity(speaker, info),
    }),
    mode: t.expose('mode', { type: StatementModeEnum, description: 'How it was said.' }),
    addressees: t.field({
      type: [EntityRef],
      description: 'Who was told it.',
      extensions: reads({ statement: ['addressees'] }),
      resolve: ({ addressees }, _args, { loaders }, info) => each(loaders, addressees, info),
    }),
    about: t.field({
      type: [EntityRef],
      description: 'The entities named in it.',
      extensions: reads({ statement: ['about'] }),
      resolve: ({ about }, _args, { loaders }, info) => each(loaders, about, info),
    }),
    reportedBy: t.field({
      type: [EntityRef],
      description: 'Who told the author, nearest first, where the author did not hear it himself.',
      extensions: reads({ statement: ['reportedBy'] }),
      resolve: ({ reportedBy }, _args, { loaders }, info) => each(loaders, reportedBy, info),
    }),
    quote: t.exposeString('quote', { description: 'The words of the document.' }),
    ...passageFields(t, 'statement'),
    date: t.expose('date', {
      type: PartialDateScalar,
      nullable: true,
      description: 'The day of the entry or the event in which it was said.',
    }),
    evidence: t.connection(
      {
        type: EvidenceRef,
        description: 'The passages that support it.',
        extensions: reads({ statement: ['id'] }),
        resolve: ({ id }, args, { loaders }, info) =>
          connection('evidence', args, (page) => loaders.evidence(id, null, page, askedRecords(info))),
      },
      EvidenceConnection,
    ),
  }),
});
