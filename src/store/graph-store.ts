import type { LinkedIdentity } from '../linking/identity.js';
import type { Change, EditAction, LedgerEntry, WantedEdit } from '../model/ledger.js';
import type { EntityKind, Modality, RelationType, StatementMode } from '../model/ontology.js';
import type { PartialDate } from '../model/partial-date.js';
import type {
  DocumentRecord,
  EntityRecord,
  EvidenceRecord,
  GraphBatch,
  MatchRecord,
  MatchState,
  MentionRecord,
  NodeRecord,
  RelationRecord,
  StatementRecord,
} from '../model/records.js';
import type { AccessTokens } from './access-tokens.js';
import type { Reading } from './brief-records.js';
import type { GraphAccounts } from './graph-accounts.js';
import type { GraphSearch } from './graph-search.js';
import type { EvidenceFilter, GraphWalks, ThinnedEntity } from './graph-walks.js';

/**
 * The contract between Diplograph and what keeps its graph. Both back ends give the same answers in the same
 * order; `test/store/graph-store.contract.ts` holds them to it.
 *
 * Reads come in batches: a method takes the owners whose pages are wanted and gives one page for each,
 * in the order asked, in a number of database round trips that doesn't depend on how many there are.
 * `null` as an owner stands for the whole store. Walks from entity to entity are in `graph-walks.ts`, documents beside
 * each other in `graph-accounts.ts`, what is found by its words in `graph-search.ts`.
 */
export interface GraphStore extends GraphWalks, GraphAccounts, GraphSearch {
  /** Address without user or password, for messages. */
  readonly address: string;

  /** Who may read or change over the network. Apart from the graph: no document and no decision speaks of them. */
  readonly tokens: AccessTokens;

  /**
   * The same store for one question: when the signal aborts, reads under way reject with its reason, nothing more is
   * read, and a database server drops what it is doing for them. A change that was begun is finished. And a server that
   * falls silent is given up within a second.
   */
  stoppedBy(signal: AbortSignal): GraphStore;

  /**
   * The same store for one question: records that come by their identifiers, in pages or of walks may lack what it doesn't read,
   * and pages their cursors and whether there are more.
   */
  briefly(reading: Reading): GraphStore;

  /**
   * Writes documents in one transaction, each in place of all that it said before and of nothing else, and links their
   * identities to those of other documents (`src/linking`). What is stored depends on the set of documents and
   * decisions alone, not on the order in which they came, nor on which came together.
   *
   * Entities and relations that no document supports any longer go away; those that others support are
   * summed up anew. A batch with the fingerprint that the store already has for the document changes nothing. One of a
   * document that people deleted is kept, and is out of the graph until the deletion is undone. Of several of one
   * document the last stays.
   *
   * @throws {InvalidGraphError} when a claim or mention names an entity that the batch lacks, or a claim
   *   has no evidence; nothing is written then.
   */
  putDocuments(batches: readonly GraphBatch[]): Promise<readonly PutOutcome[]>;

  /**
   * The quickest road for many documents into an empty store: keeps them like `putDocuments`, and leaves their graphs, and where that is
   * quicker their links, to `finishLoad`, so that none is written twice. Where some document's graph is written already, it is `putDocuments`.
   *
   * A document that is kept has its fingerprint, and nothing else of it can be read yet.
   */
  keepDocuments(batches: readonly GraphBatch[]): Promise<readonly PutOutcome[]>;

  /**
   * Writes the graphs of all documents that are kept and not in the graph; whoever kept them. The store is then the same as if
   * each had been put by `putDocument`. Nothing is lost or doubled where it is cut off: what it hasn't written is kept.
   *
   * @param told - Called now and then with the number of documents that are written.
   */
  finishLoad(told?: (documents: number) => void): Promise<void>;

  /** One document, as `putDocuments` does it. */
  putDocument(batch: GraphBatch): Promise<PutOutcome>;

  /**
   * Takes away a document and exactly what only it supported, for good and without an entry of the ledger: what people
   * delete is `edit`. @returns whether there was one.
   */
  deleteDocument(id: string): Promise<boolean>;

  /** Fingerprints of stored documents, `null` for those that aren't there; in the order asked. */
  fingerprints(documentIds: readonly string[]): Promise<readonly (string | null)[]>;

  /**
   * Records of any type by identifier, `null` for unknown ones; in the order asked. The identifier of an identity
   * that is linked to another gives their entity.
   */
  nodes(ids: readonly string[]): Promise<readonly (NodeRecord | null)[]>;

  /** Texts as received, `null` for unknown documents; in the order asked. Apart from `nodes`: texts are large. */
  documentTexts(documentIds: readonly string[]): Promise<readonly (string | null)[]>;

  /** @param owners - Document identifiers (what they mention), or `null`. */
  entityPages(owners: Owners, filter: EntityFilter, page: PageRequest): Promise<Pages<EntityRecord>>;

  /** @param owners - Entity identifiers (at either end), document identifiers (what they support), or `null`. */
  relationPages(owners: Owners, filter: RelationFilter, page: PageRequest): Promise<Pages<RelationRecord>>;

  /**
   * @param owners - Entity identifiers (in `filter.role`), document identifiers, months as `statementGroups` names
   *   them, or `null`.
   */
  statementPages(owners: Owners, filter: StatementFilter, page: PageRequest): Promise<Pages<StatementRecord>>;

  /**
   * Statements counted by one of their parties, most first, or by month, earliest first and undated last. One about
   * three entities is counted with each, one about none with nobody; one of which only the year is known is of no month.
   */
  statementGroups(
    by: StatementGrouping,
    filter: StatementGroupFilter,
    page: PageRequest,
  ): Promise<Page<StatementGroup>>;

  /** @param owners - Entity or document identifiers. */
  mentionPages(owners: Owners, filter: MentionFilter, page: PageRequest): Promise<Pages<MentionRecord>>;

  /** @param owners - Relation, statement or document identifiers. */
  evidencePages(owners: Owners, page: PageRequest): Promise<Pages<EvidenceRecord>>;

  /** @param owners - Entity identifiers (documents that mention them), or `null`. */
  documentPages(owners: Owners, filter: DocumentFilter, page: PageRequest): Promise<Pages<DocumentRecord>>;

  /**
   * Dated events, statements and documents in order of their dates.
   *
   * @param owner - An entity (events it took part in or organized, or itself; statements in which it is
   *   speaker, addressee or subject; documents that mention it), or `null`.
   */
  timeline(owner: string | null, filter: TimelineFilter, page: PageRequest): Promise<Page<TimelineEntry>>;

  /**
   * Entities by name or alias, tolerant of spelling, diacritics, word order and romanisation.
   *
   * Ranked by `rankName` of `src/names`, then by mentions, then by identifier. Where more than 1,000 share a token with the
   * query (`searchTokens`), those with all its words or all their sounds are ranked, the most mentioned 1,000 of each, and those that share its rarest tokens.
   *
   * @param limit - 1 to 100.
   */
  search(query: string, kinds: readonly EntityKind[] | null, limit: number): Promise<readonly SearchHit[]>;

  /** The identities that are linked to each of these entities, in id order. */
  identitiesOf(entities: readonly string[]): Promise<readonly (readonly LinkedIdentity[])[]>;

  /** Pairs of identities whose names are alike: likeliest first. */
  matches(filter: MatchFilter, page: PageRequest): Promise<Page<MatchRecord>>;

  /** What people changed, in the order in which they did; what is undone too. */
  ledger(filter: LedgerFilter, page: PageRequest): Promise<Page<LedgerEntry>>;

  /** How often the ledger was changed, by an entry or an undoing: what `Change.expectedVersion` is compared with. */
  ledgerVersion(): Promise<number>;

  /**
   * Keeps an edit as an entry of the ledger and changes the graph accordingly, in one transaction. A new word on a pair
   * of identities takes the place of an earlier one on the same pair.
   *
   * @throws {UnknownEntityError} when the store has no such identity.
   * @throws {DiplographError} UNKNOWN_ENTITY, when it has no such relation or document; CONFLICT, when entries that
   *   hold say the contrary (it names them), or when others changed since `expectedVersion` what the edit is about.
   * @throws {BadArgumentError} for what can't be edited so: two kinds in one merge, all identities split off, no name.
   */
  edit(wanted: WantedEdit, change: Change): Promise<LedgerEntry>;

  /**
   * Takes an entry back as a whole, as if it had never been made; it stays to be read.
   *
   * @throws {BadArgumentError} when there is none.
   * @throws {DiplographError} CONFLICT, when it is undone already, or others changed since `expectedVersion` what it is
   *   about.
   */
  undo(entry: string, change: Change): Promise<LedgerEntry>;

  stats(): Promise<StoreStats>;

  /** Resolves when the store answers a trivial question. @throws {StoreUnavailableError} when it doesn't. */
  ping(): Promise<void>;

  close(): Promise<void>;
}

export type PutOutcome = 'added' | 'replaced' | 'unchanged' | 'kept-out';

export type Owners = readonly (string | null)[];

/**
 * Keyset paging. Forward with `first` and `after`, backward with `last` and `before`; pages are in
 * ascending order of the sort key either way.
 */
export type PageRequest =
  | {
      readonly first: number;
      readonly after?: string | undefined;
      readonly last?: undefined;
      readonly before?: undefined;
    }
  | {
      readonly last: number;
      readonly before?: string | undefined;
      readonly first?: undefined;
      readonly after?: undefined;
    };

export interface Page<T> {
  readonly items: readonly PageItem<T>[];
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
}

export interface PageItem<T> {
  readonly record: T;
  /** The sort key, as `src/model/sort-key.ts` makes it; what `after` and `before` take. */
  readonly cursor: string;
}

/** One page for each owner, in the order of the owners; an unknown owner has an empty page. */
export type Pages<T> = readonly Page<T>[];

export interface EntityFilter {
  readonly kinds?: readonly EntityKind[] | undefined;
  readonly orderBy?: 'ID' | 'MENTIONS' | undefined;
  /** Of a document: only those that no document before it mentions, in the order of documents. Ignored for the whole store. */
  readonly firstSeen?: boolean | undefined;
}

export interface RelationFilter extends EvidenceFilter {
  readonly types?: readonly RelationType[] | undefined;
  /** Seen from the owner: OUT where it is the source. Symmetric relations are both. Ignored without an entity as owner. */
  readonly direction?: 'OUT' | 'IN' | undefined;
  /** Kinds of the other end; without an entity as owner, of either end. */
  readonly kinds?: readonly EntityKind[] | undefined;
  readonly modality?: readonly Modality[] | undefined;
  readonly source?: string | undefined;
  readonly target?: string | undefined;
  /** Of a document: only those that no other document supports. Ignored without a document as owner. */
  readonly onlyHere?: boolean | undefined;
}

export type StatementRole = 'SPEAKER' | 'ADDRESSEE' | 'SUBJECT';

export interface StatementFilter {
  /** Role of an entity that owns the page; any of the three where unset. */
  readonly role?: StatementRole | undefined;
  readonly speaker?: string | undefined;
  readonly addressee?: string | undefined;
  readonly subject?: string | undefined;
  readonly modes?: readonly StatementMode[] | undefined;
  /** Inclusive; a partial date counts from its first day (`from`) and to its last (`to`). Undated records don't match. */
  readonly from?: PartialDate | undefined;
  readonly to?: PartialDate | undefined;
}

export type StatementGrouping = StatementRole | 'MONTH';

export interface StatementGroupFilter extends Omit<StatementFilter, 'role'> {
  /** Kinds of the entities that statements are counted by; ignored for months. */
  readonly kinds?: readonly EntityKind[] | undefined;
}

export interface StatementGroup {
  /** Owner of the statements for `statementPages`: an entity in the role counted by, or a month (`statement-month.ts`). */
  readonly owner: string;
  readonly count: number;
  /** First and last of the dates as they are written: "1957" comes before "1957-07". */
  readonly firstDate: PartialDate | null;
  readonly lastDate: PartialDate | null;
}

export interface MentionFilter {
  /** Restricts an entity's mentions to one document, or a document's to one entity. */
  readonly within?: string | undefined;
}

export interface DocumentFilter {
  readonly from?: PartialDate | undefined;
  readonly to?: PartialDate | undefined;
  /** Entity that wrote it. */
  readonly author?: string | undefined;
}

export interface TimelineFilter {
  readonly from?: PartialDate | undefined;
  readonly to?: PartialDate | undefined;
  readonly entries?: readonly TimelineEntryType[] | undefined;
}

export interface MatchFilter {
  readonly states?: readonly MatchState[] | undefined;
  readonly kinds?: readonly EntityKind[] | undefined;
  /** An identity at either end. */
  readonly identity?: string | undefined;
}

export interface LedgerFilter {
  /** An entity (with all its identities), an identity, a document, or a relation as it was when it was retracted. */
  readonly about?: string | undefined;
  readonly actions?: readonly EditAction[] | undefined;
  /** Who made the entry. */
  readonly by?: string | undefined;
  /** Only those that hold (`false`), or only those that were undone (`true`). */
  readonly undone?: boolean | undefined;
}

export type TimelineEntryType = 'EVENT' | 'STATEMENT' | 'DOCUMENT';

export interface TimelineEntry {
  readonly type: TimelineEntryType;
  readonly date: PartialDate;
  /** Identifier of the event, statement or document. */
  readonly id: string;
}

export interface SearchHit {
  readonly entity: EntityRecord;
  /** The name or alias that matched best. */
  readonly matched: string;
  /** 0 to 1. */
  readonly score: number;
}

export interface Subgraph {
  /** `neighbourhood`: the centres first, then hop by hop. `network`: greatest weighted degree first. */
  readonly entities: readonly EntityRecord[];
  /** In id order. AUTHORED, whose target is no entity, is never among them. */
  readonly relations: readonly RelationRecord[];
  /** Whether `limit`, `breadth` or, of what was walked from, `edgeLimit` cut something off. */
  readonly truncated: boolean;
  /** Whether `edgeLimit` cut off relations between the entities. */
  readonly edgesTruncated: boolean;
  /** `neighbourhood`: entities walked from of which not all neighbours are there; those that lack most first. */
  readonly thinned?: readonly ThinnedEntity[];
}

export interface StoreStats {
  readonly documents: number;
  readonly entities: number;
  readonly relations: number;
  readonly statements: number;
  readonly mentions: number;
  readonly evidence: number;
  /** Every kind and type, with 0 where there is none; in the order of the ontology. */
  readonly entitiesByKind: readonly { readonly kind: EntityKind; readonly count: number }[];
  readonly relationsByType: readonly { readonly type: RelationType; readonly count: number }[];
}
