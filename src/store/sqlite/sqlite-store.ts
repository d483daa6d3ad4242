import { editGraph, undoEdit } from '../../linking/edit-graph.js';
import { deleteLinked, putLinked } from '../../linking/link-documents.js';
import type { LinkingTables } from '../../linking/linking-tables.js';
import { runNow, type Work } from '../../linking/steps.js';
import type { Change, WantedEdit } from '../../model/ledger.js';
import type { EntityKind } from '../../model/ontology.js';
import type { GraphBatch } from '../../model/records.js';
import type { AccessTokens } from '../access-tokens.js';
import { accounts } from '../accounts.js';
import { coPresence } from '../co-presence.js';
import type { AccountsQuestion } from '../graph-accounts.js';
import type { PassageQuestion } from '../graph-search.js';
import type {
  DocumentFilter,
  EntityFilter,
  GraphStore,
  LedgerFilter,
  MatchFilter,
  MentionFilter,
  Owners,
  PageRequest,
  PutOutcome,
  RelationFilter,
  StatementFilter,
  StatementGroupFilter,
  StatementGrouping,
  TimelineFilter,
} from '../graph-store.js';
import type {
  CoPresenceQuestion,
  NeighbourhoodQuestion,
  PathsQuestion,
  PatternQuestion,
  SharedNeighboursQuestion,
  TraversalFilter,
} from '../graph-walks.js';
import { neighbourhood } from '../neighbourhood.js';
import { network } from '../network.js';
import { pageFromRows } from '../page-from-rows.js';
import { passageFacets } from '../passage-facets.js';
import { paths } from '../paths.js';
import { pattern } from '../pattern.js';
import { relationsBetween } from '../relations-between.js';
import { searchPassages } from '../search-passages.js';
import { sharedNeighbours } from '../shared-neighbours.js';
import { shortestPath } from '../shortest-path.js';
import { suggestDocuments, suggestEntities } from '../suggest.js';
import { validateBatch } from '../validate-batch.js';
import { openDatabase } from './open-database.js';
import {
  documentSource,
  entitySource,
  evidenceSource,
  ledgerSource,
  matchSource,
  mentionSource,
  relationSource,
  statementSource,
} from './page-sources.js';
import { readPages } from './read-pages.js';
import { readDocumentColumn, readNodes } from './read-records.js';
import { readStatementGroups } from './read-statement-groups.js';
import { readStats } from './read-stats.js';
import { readTimeline } from './read-timeline.js';
import { searchNames } from './search-names.js';
import { sqliteAccessTokens } from './sqlite-access-tokens.js';
import { sqliteAccountReader } from './sqlite-account-reader.js';
import type { SqliteDatabase } from './sqlite-database.js';
import { readLedgerVersion } from './sqlite-ledger-tables.js';
import { readIdentitiesOf, sqliteLinkingTables } from './sqlite-linking-tables.js';
import { sqliteSearchReader } from './sqlite-search-reader.js';
import { sqliteTraversalReader } from './sqlite-traversal-reader.js';

/**
 * The embedded store. libsql answers within the call, so the promises here are settled when they are given back;
 * all that waits is a writer for another process.
 */
class SqliteStore implements GraphStore {
  readonly address: string;
  readonly tokens: AccessTokens;
  readonly #database: SqliteDatabase;

  constructor(database: SqliteDatabase, address: string) {
    this.#database = database;
    this.address = address;
    this.tokens = sqliteAccessTokens(database);
  }

  async putDocument(batch: GraphBatch): Promise<PutOutcome> {
    validateBatch(batch);
    const isUnchanged = (): boolean => {
      const [stored] = readDocumentColumn(this.#database, 'fingerprint', [batch.document.id]);
      return stored === batch.fingerprint;
    };
    // Looked at twice: here without the lock, and with it, where another process may have been quicker.
    if (isUnchanged()) return 'unchanged';
    return this.#database.write(() => {
      if (isUnchanged()) return 'unchanged';
      return runNow(putLinked(sqliteLinkingTables(this.#database), batch));
    });
  }

  async deleteDocument(id: string) {
    return this.#link((tables) => deleteLinked(tables, id));
  }

  async edit(wanted: WantedEdit, change: Change) {
    return this.#link((tables) => editGraph(tables, wanted, change));
  }

  async undo(entry: string, change: Change) {
    return this.#link((tables) => undoEdit(tables, entry, change));
  }

  async matches(filter: MatchFilter, page: PageRequest) {
    return readPages(this.#database, matchSource(filter), [null], page)[0] ?? pageFromRows([], page);
  }

  async ledger(filter: LedgerFilter, page: PageRequest) {
    return readPages(this.#database, ledgerSource(filter), [null], page)[0] ?? pageFromRows([], page);
  }

  async ledgerVersion() {
    return readLedgerVersion(this.#database);
  }

  async identitiesOf(entities: readonly string[]) {
    return readIdentitiesOf(this.#database, entities);
  }

  async fingerprints(documentIds: readonly string[]) {
    return readDocumentColumn(this.#database, 'fingerprint', documentIds);
  }

  async nodes(ids: readonly string[]) {
    return readNodes(this.#database, ids);
  }

  async documentTexts(documentIds: readonly string[]) {
    return readDocumentColumn(this.#database, 'text', documentIds);
  }

  async entityPages(owners: Owners, filter: EntityFilter, page: PageRequest) {
    return readPages(this.#database, entitySource(filter), owners, page);
  }

  async relationPages(owners: Owners, filter: RelationFilter, page: PageRequest) {
    return readPages(this.#database, relationSource(filter), owners, page);
  }

  async statementPages(owners: Owners, filter: StatementFilter, page: PageRequest) {
    return readPages(this.#database, statementSource(filter), owners, page);
  }

  async statementGroups(by: StatementGrouping, filter: StatementGroupFilter, page: PageRequest) {
    return readStatementGroups(this.#database, by, filter, page);
  }

  async mentionPages(owners: Owners, filter: MentionFilter, page: PageRequest) {
    return readPages(this.#database, mentionSource(filter), owners, page);
  }

  async evidencePages(owners: Owners, page: PageRequest) {
    return readPages(this.#database, evidenceSource(), owners, page);
  }

  async documentPages(owners: Owners, filter: DocumentFilter, page: PageRequest) {
    return readPages(this.#database, documentSource(filter), owners, page);
  }

  async timeline(owner: string | null, filter: TimelineFilter, page: PageRequest) {
    return readTimeline(this.#database, owner, filter, page);
  }

  async search(query: string, kinds: readonly EntityKind[] | null, limit: number) {
    return searchNames(this.#database, query, kinds, limit);
  }

  async suggestEntities(typed: string, kinds: readonly EntityKind[] | null, limit: number) {
    return suggestEntities(sqliteSearchReader(this.#database), typed, kinds, limit);
  }

  async suggestDocuments(typed: string, limit: number) {
    return suggestDocuments(sqliteSearchReader(this.#database), typed, limit);
  }

  async searchPassages(question: PassageQuestion, page: PageRequest) {
    return searchPassages(sqliteSearchReader(this.#database), question, page);
  }

  async passageFacets(question: PassageQuestion) {
    return passageFacets(sqliteSearchReader(this.#database), question);
  }

  async neighbourhood(question: NeighbourhoodQuestion) {
    return neighbourhood(sqliteTraversalReader(this.#database), question);
  }

  async shortestPath(from: string, to: string, maxHops: number, filter: TraversalFilter) {
    return shortestPath(sqliteTraversalReader(this.#database), from, to, maxHops, filter);
  }

  async paths(question: PathsQuestion) {
    return paths(sqliteTraversalReader(this.#database), question);
  }

  async relationsBetween(entities: readonly string[], filter: TraversalFilter, page: PageRequest) {
    return relationsBetween(sqliteTraversalReader(this.#database), entities, filter, page);
  }

  async sharedNeighbours(question: SharedNeighboursQuestion, page: PageRequest) {
    return sharedNeighbours(sqliteTraversalReader(this.#database), question, page);
  }

  async coPresence(question: CoPresenceQuestion, page: PageRequest) {
    return coPresence(sqliteTraversalReader(this.#database), question, page);
  }

  async pattern(question: PatternQuestion, page: PageRequest) {
    return pattern(sqliteTraversalReader(this.#database), question, page);
  }

  async accounts(question: AccountsQuestion, page: PageRequest) {
    return accounts(sqliteAccountReader(this.#database), question, page);
  }

  async network(filter: TraversalFilter, limit: number) {
    return network(sqliteTraversalReader(this.#database), filter, limit);
  }

  async stats() {
    return this.#database.snapshot(() => readStats(this.#database));
  }

  async ping() {
    this.#database.first('SELECT 1');
  }

  async close() {
    this.#database.close();
  }

  #link<T>(work: (tables: LinkingTables) => Work<T>): Promise<T> {
    return this.#database.write(() => runNow(work(sqliteLinkingTables(this.#database))));
  }
}

/** @param path - A file, made with its folder where it is missing, or `:memory:`. */
export async function openSqliteStore(path: string): Promise<GraphStore> {
  const address = `sqlite:${path}`;
  return new SqliteStore(await openDatabase(path, address), address);
}
