import { connection } from '../connection.js';
import {
  EntityConnection,
  EvidenceConnection,
  MentionConnection,
  RelationConnection,
  StatementConnection,
} from '../connection-types.js';
import { EntityOrderEnum } from '../enums.js';
import { exampled } from '../exampled.js';
import { kindsArg, relationArgs, statementArgs, statementFilter, traversalFilter } from '../filter-args.js';
import { PartialDateScalar } from '../partial-date-scalar.js';
import { recordCost } from '../query-cost.js';
import { askedRecords } from '../read-ahead.js';
import { reads } from '../reads.js';
import { DocumentRef, EntityRef, EvidenceRef, MentionRef, NodeRef, RelationRef, StatementRef } from '../references.js';
import { ArchivalReferenceType } from './archival-reference.js';
import { documentCitation, formatArg } from './citations.js';
import { CoverageType } from './coverage.js';
import { PublishedVolumeType } from './published-volume.js';

/** A text can be megabytes: it counts as much as this many records. */
const textCost = 10;

DocumentRef.implement({
  description: 'A document of an archive, and all that it says.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Readable and stable.' }),
    title: t.exposeString('title', { description: 'Its title, as the archive gives it.' }),
    date: t.expose('date', { type: PartialDateScalar, nullable: true, description: 'When it was written.' }),
    authors: t.field({
      type: [EntityRef],
      description: 'The persons who wrote it.',
      extensions: reads({ document: ['authors'] }),
      resolve: ({ authors }, _args, { loaders }) => authors.map((id) => loaders.entity(id)),
    }),
    archivalReference: t.expose('archivalReference', {
      type: ArchivalReferenceType,
      nullable: true,
      description: 'Where the archive keeps it.',
    }),
    publishedIn: t.expose('publishedIn', {
      type: PublishedVolumeType,
      nullable: true,
      description: 'The published volume that it was read in.',
    }),
    citation: t.exposeString('citation', { nullable: true, description: 'How the archive asks to be cited.' }),
    cite: t.string({
      description:
        'Ready to be cited, made of what is known of it; `cite` of its evidence, statements and mentions tells their places too.',
      args: { format: formatArg(t.arg) },
      complexity: recordCost,
      resolve: (document, { format }, { loaders }) => documentCitation(loaders, document, format),
    }),
    url: t.exposeString('url', { nullable: true, description: 'Where it can be read.' }),
    translator: t.exposeString('translator', { nullable: true, description: 'Who translated it.' }),
    originalLanguage: t.exposeString('originalLanguage', {
      nullable: true,
      description: 'The language in which it was written.',
    }),
    summary: t.exposeString('summary', {
      nullable: true,
      description: "The archive's summary. Nothing was taken from it: the document is what counts.",
    }),
    format: t.exposeString('format', { description: 'Name of the source format that read it.' }),
    contentHash: t.exposeString('contentHash', { description: 'SHA-256, in hexadecimal, of the text as received.' }),
    coverage: t.expose('coverage', { type: CoverageType, description: 'How much of it gave something.' }),
    text: t.string({
      description: 'The text as received; all positions count its UTF-16 code units.',
      complexity: { field: textCost, multiplier: 1 },
      extensions: reads({ document: ['id'] }),
      resolve: ({ id }, _args, { loaders }) => loaders.text(id),
    }),
    textLength: t.exposeInt('textLength', { description: 'Length of the text in UTF-16 code units.' }),
    entities: t.connection(
      {
        type: EntityRef,
        description: 'What it mentions.',
        args: {
          kinds: kindsArg(t.arg, 'Only entities of these kinds.'),
          orderBy: t.arg({ type: EntityOrderEnum, description: 'ID where left out.' }),
          firstSeen: t.arg.boolean({
            description: 'Only those that no earlier document mentions: what it added. Undated documents come last.',
          }),
        },
        extensions: reads({ document: ['id'] }),
        resolve: ({ id }, args, { loaders }, info) => {
          const orderBy = args.orderBy ?? 'ID';
          const filter = { kinds: args.kinds ?? undefined, orderBy, firstSeen: args.firstSeen ?? undefined };
          const order = orderBy === 'MENTIONS' ? 'entityByMentions' : 'entity';
          return connection(order, args, (page) => loaders.entities(id, filter, page, askedRecords(info)));
        },
      },
      EntityConnection,
    ),
    mentions: t.connection(
      {
        type: MentionRef,
        description: 'Where entities stand in it, in the order of the text.',
        args: { entity: t.arg.id({ description: exampled('Only mentions of this entity.', 'person:kim-il-sung') }) },
        extensions: reads({ document: ['id'] }),
        resolve: ({ id }, args, { loaders }, info) =>
          connection('mention', args, (page) =>
            loaders.mentions(id, { within: args.entity ?? undefined }, page, askedRecords(info)),
          ),
      },
      MentionConnection,
    ),
    relations: t.connection(
      {
        type: RelationRef,
        description: 'Relations that it supports.',
        args: {
          ...relationArgs(t.arg, 'Kinds of either end.'),
          onlyHere: t.arg.boolean({
            description: 'Only those that no other document supports: what would go with it.',
          }),
        },
        extensions: reads({ document: ['id'] }),
        resolve: ({ id }, args, { loaders }, info) => {
          const filter = { ...traversalFilter(args), onlyHere: args.onlyHere ?? undefined };
          return connection('relation', args, (page) => loaders.relations(id, filter, page, askedRecords(info)));
        },
      },
      RelationConnection,
    ),
    statements: t.connection(
      {
        type: StatementRef,
        description: 'Speech that it reports; by date, undated last.',
        args: statementArgs(t.arg),
        extensions: reads({ document: ['id'] }),
        resolve: ({ id }, args, { loaders }, info) => {
          const filter = statementFilter(args);
          return connection('statement', args, (page) => loaders.statements(id, filter, page, askedRecords(info)));
        },
      },
      StatementConnection,
    ),
    evidence: t.connection(
      {
        type: EvidenceRef,
        description: 'Its passages that support relations and statements.',
        extensions: reads({ document: ['id'] }),
        resolve: ({ id }, args, { loaders }, info) =>
          connection('evidence', args, (page) => loaders.evidence(id, null, page, askedRecords(info))),
      },
      EvidenceConnection,
    ),
  }),
});
