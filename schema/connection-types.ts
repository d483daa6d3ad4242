import { builder } from './builder.js';
import {
  AccessTokenRef,
  CommonNeighbourRef,
  CoPresenceRef,
  DocumentRef,
  EntityRef,
  EvidenceRef,
  IngestJobRef,
  LedgerEntryRef,
  MatchRef,
  MentionRef,
  PatternChainRef,
  RelationRef,
  SharedTalkRef,
  StatementGroupRef,
  StatementRef,
  TimelineEntryRef,
} from './references.js';

/** One connection type for each record type, whatever field it is read through. */
const described = (plural: string, name: string) => ({
  connection: { name: `${name}Connection`, description: `A page of ${plural}.` },
  edge: { name: `${name}Edge`, description: `One of a page of ${plural}.` },
});

const entities = described('entities', 'Entity');
export const EntityConnection = builder.connectionObject({ type: EntityRef, ...entities.connection }, entities.edge);

const relations = described('relations', 'Relation');
export const RelationConnection = builder.connectionObject(
  { type: RelationRef, ...relations.connection },
  relations.edge,
);

const statements = described('statements', 'Statement');
export const StatementConnection = builder.connectionObject(
  { type: StatementRef, ...statements.connection },
  statements.edge,
);

const evidence = described('pieces of evidence', 'Evidence');
export const EvidenceConnection = builder.connectionObject(
  { type: EvidenceRef, ...evidence.connection },
  evidence.edge,
);

const mentions = described('mentions', 'Mention');
export const MentionConnection = builder.connectionObject({ type: MentionRef, ...mentions.connection }, mentions.edge);

const documents = described('documents', 'Document');
export const DocumentConnection = builder.connectionObject(
  { type: DocumentRef, ...documents.connection },
  documents.edge,
);

const timeline = described('entries of a timeline, in order of their dates', 'TimelineEntry');
export const TimelineConnection = builder.connectionObject(
  { type: TimelineEntryRef, ...timeline.connection, name: 'TimelineConnection' },
  { ...timeline.edge, name: 'TimelineEdge' },
);

const matches = described('pairs of names that are alike', 'Match');
export const MatchConnection = builder.connectionObject({ type: MatchRef, ...matches.connection }, matches.edge);

const ledger = described('entries of the ledger', 'LedgerEntry');
export const LedgerConnection = builder.connectionObject(
  { type: LedgerEntryRef, ...ledger.connection, name: 'LedgerConnection' },
  { ...ledger.edge, name: 'LedgerEdge' },
);

const jobs = described('jobs', 'IngestJob');
export const IngestJobConnection = builder.connectionObject({ type: IngestJobRef, ...jobs.connection }, jobs.edge);

const tokens = described('tokens', 'AccessToken');
export const AccessTokenConnection = builder.connectionObject(
  { type: AccessTokenRef, ...tokens.connection },
  tokens.edge,
);

const neighbours = described('common neighbours, ranked', 'CommonNeighbour');
export const CommonNeighbourConnection = builder.connectionObject(
  { type: CommonNeighbourRef, ...neighbours.connection },
  neighbours.edge,
);

const presence = described('pairs that were together, most often first', 'CoPresence');
export const CoPresenceConnection = builder.connectionObject(
  { type: CoPresenceRef, ...presence.connection },
  presence.edge,
);

const chains = described('chains that stand in a pattern', 'PatternChain');
export const PatternChainConnection = builder.connectionObject(
  { type: PatternChainRef, ...chains.connection },
  chains.edge,
);

const groups = described('groups of statements, counted', 'StatementGroup');
export const StatementGroupConnection = builder.connectionObject(
  { type: StatementGroupRef, ...groups.connection },
  groups.edge,
);

const talks = described('talks that two documents tell', 'SharedTalk');
export const SharedTalkConnection = builder.connectionObject({ type: SharedTalkRef, ...talks.connection }, talks.edge);
