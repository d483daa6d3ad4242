import type { LinkedIdentity } from '../src/linking/identity.js';
import type { AccessTokenRecord } from '../src/model/access-token.js';
import type { IngestJob } from '../src/model/ingest-job.js';
import type { LedgerEntry } from '../src/model/ledger.js';
import type { PatternStep } from '../src/model/pattern.js';
import type {
  DocumentRecord,
  EntityRecord,
  EvidenceRecord,
  MatchRecord,
  MentionRecord,
  RelationRecord,
  StatementRecord,
} from '../src/model/records.js';
import type { SharedTalk } from '../src/store/graph-accounts.js';
import type {
  StatementGroup,
  StatementGroupFilter,
  StatementGrouping,
  TimelineEntry,
} from '../src/store/graph-store.js';
import type { CoPresence, PatternChain, SharedNeighbour } from '../src/store/graph-walks.js';
import { builder } from './builder.js';

/**
 * The types that speak of one another, declared before any of them is described: so `schema/types/relation.ts` can
 * name entities and `schema/types/entity.ts` relations without importing each other.
 */
export const NodeRef = builder.nodeInterfaceRef();
export const EntityRef = builder.interfaceRef<EntityRecord>('Entity');
export const RelationRef = builder.objectRef<RelationRecord>('Relation');
export const StatementRef = builder.objectRef<StatementRecord>('Statement');
export const EvidenceRef = builder.objectRef<EvidenceRecord>('Evidence');
export const MentionRef = builder.objectRef<MentionRecord>('Mention');
export const DocumentRef = builder.objectRef<DocumentRecord>('Document');
export const TimelineEntryRef = builder.objectRef<TimelineEntry>('TimelineEntry');
export const IdentityRef = builder.objectRef<Pick<LinkedIdentity, 'id' | 'name' | 'entity'>>('Identity');
export const MatchRef = builder.objectRef<MatchRecord>('Match');
export const IngestJobRef = builder.objectRef<IngestJob>('IngestJob');
export const AccessTokenRef = builder.objectRef<AccessTokenRecord>('AccessToken');
export const LedgerEntryRef = builder.interfaceRef<LedgerEntry>('LedgerEntry');
export const MatchDecisionRef = builder.objectRef<LedgerEntry>('MatchDecision');
export const EntityMergeRef = builder.objectRef<LedgerEntry>('EntityMerge');
export const EntitySplitRef = builder.objectRef<LedgerEntry>('EntitySplit');
export const EntityRenameRef = builder.objectRef<LedgerEntry>('EntityRename');
export const RelationRetractionRef = builder.objectRef<LedgerEntry>('RelationRetraction');
export const DocumentDeletionRef = builder.objectRef<LedgerEntry>('DocumentDeletion');
/** Something that an entry of the ledger speaks of, with its name of then. */
export const EditedThingRef = builder.objectRef<LedgerEntry['names'][number]>('EditedThing');
export const CommonNeighbourRef = builder.objectRef<SharedNeighbour>('CommonNeighbour');
export const CoPresenceRef = builder.objectRef<CoPresence>('CoPresence');
/** A chain, with the steps that it was asked by. */
export const PatternChainRef = builder.objectRef<{
  readonly chain: PatternChain;
  readonly steps: readonly Pick<PatternStep, 'from'>[];
}>('PatternChain');
/** A group, with the question that it answers. */
export const StatementGroupRef = builder.objectRef<{
  readonly by: StatementGrouping;
  readonly group: StatementGroup;
  readonly filter: StatementGroupFilter;
}>('StatementGroup');
export const SharedTalkRef = builder.objectRef<SharedTalk>('SharedTalk');
