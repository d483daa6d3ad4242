import { editGraph, undoEdit } from '../../linking/edit-graph.js';
import { deleteLinked, keepUnlinked, linkedGraphs, putLinked } from '../../linking/link-documents.js';
import type { LinkingTables } from '../../linking/linking-tables.js';
import { runNow, type Work } from '../../linking/steps.js';
import type { Change, WantedEdit } from '../../model/ledger.js';
import type { EntityKind } from '../../model/ontology.js';
import type { GraphBatch } from '../../model/records.js';
import type { AccessTokens } from '../access-tokens.js';
import { accounts } from '../accounts.js';
import { type Reading, readsAll } from '../brief-records.js';
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
import { putChanged } from '../put-changed.js';
import { relationsBetween } from '../relations-between.js';
import { searchDocuments } from '../search-documents.js';
import { searchNames } from '../search-names.js';
import { searchPassages } from '../search-passages.js';
import type { SearchReader } from '../search-reader.js';
import { sharedNeighbours } from '../shared-neighbours.js';
import { shortestPath } from '../shortest-path.js';
import { suggestDocuments, suggestEntities, suggestedKinds } from '../suggest.js';
import type { TraversalReader } from '../traversal-reader.js';
import { validateBatch } from '../validate-batch.js';
import { unwrittenDocuments } from './kept-documents.js';
import { linkKept } from './link-kept.js';
import { loadGraphs } from './load-graphs.js';
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
import { readKept, readNodes } from './read-records.js';
import { readStatementGroups } from './read-statement-groups.js';
import { readStats } from './read-stats.js';
import { readTimeline } from './read-timeline.js';
import { sqliteAccessTokens } from './sqlite-access-tokens.js';
import { sqliteAccountReader } from './sqlite-account-reader.js';
import type { SqliteDatabase } from './sqlite-database.js';
import { readLedgerVersion } from './sqlite-ledger-tables.js';
import { readIdentitiesOf, sqliteLinkingTables } from './sqlite-linking-tables.js';
import { sqliteSearchReader } from './sqlite-search-reader.js';
import { sqliteTraversalReader } from './sqlite-traversal-reader.js';
import { type Turn, takingTurns, turns } from './turns.js';

/** The embedded store. libsql answers within the call; all that waits is a read for its turn, and a writer for another process. */
class SqliteStore implements GraphStore {
  readonly address: string;
  readonly tokens: AccessTokens;
  readonly #database: SqliteDatabase;
  readonly #turn: Turn;
  readonly #reading: Reading;

  constructor(database: SqliteDatabase, address: string, turn = turns(), reading = readsAll) {
    this.#database = database;
    this.address = address;
    this.tokens = sqliteAccessTokens(database);
    this.#turn = turn;
    this.#reading = reading;
  }

  stoppedBy(signal: AbortSignal): GraphStore {
    return new SqliteStore(this.#database, this.address, turns(signal), this.#reading);
  }

  briefly(reading: Reading): GraphStore {
    return new SqliteStore(this.#database, this.address, this.#turn, reading);
  }

  async putDocument(batch: GraphBatch) {
    const [outcome = 'unchanged'] = await this.putDocuments([batch]);
    return outcome;
  }

  putDocuments(batches: readonly GraphBatch[]) {
    return this.#put(batches, false);
  }

  keepDocuments(batches: readonly GraphBatch[]) {
    return this.#put(batches, true);
  }

  async finishLoad(told: (documents: number) => void = () => undefined) {
    if (unwrittenDocuments(this.#database, 1).next().done) return;
    const tables = sqliteLinkingTables(this.#database);
    await this.#database.load(() => {
      this.#linkKept(tables);
      if (!this.#hasGraph()) loadGraphs(this.#database, tables, told);
      // Somebody else wrote documents meanwhile: some are left over, one by one.
      for (const [id = ''] of unwrittenDocuments(this.#database, 1)) {
        tables.putGraphs(runNow(linkedGraphs(tables, [id])));
      }
    });
  }

  #hasGraph(): boolean {
    return this.#database.first('SELECT 1 FROM document WHERE number > 0 LIMIT 1') !== undefined;
  }

  /** Where there is a graph, all names are linked. */
  #linkKept(tables: ReturnType<typeof sqliteLinkingTables>): void {
    if (!this.#hasGraph()) linkKept(this.#database, tables);
  }

  async #put(batches: readonly GraphBatch[], isFirstLoad: boolean): Promise<readonly PutOutcome[]> {
    batches.forEach(validateBatch);
    const stored = () =>
      readKept(
        this.#database,
        'fingerprint',
        batches.map(({ document }) => document.id),
      );
    // Looked at twice: here without the lock, and with it, where another process may have been quicker.
    const before = stored();
    if (batches.every(({ fingerprint }, index) => fingerprint === before[index])) {
      return batches.map(() => 'unchanged');
    }
    return this.#database.write(() => {
      const tables = sqliteLinkingTables(this.#database);
      const isKept = isFirstLoad && !this.#hasGraph();
      if (!isKept) this.#linkKept(tables);
      return runNow(putChanged(isKept ? keepUnlinked : putLinked, tables, batches, stored()));
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
    const [matches] = await this.#read((database) => readPages(database, matchSource(filter), [null], page));
    return matches ?? pageFromRows([], page);
  }

  async ledger(filter: LedgerFilter, page: PageRequest) {
    const [entries] = await this.#read((database) => readPages(database, ledgerSource(filter), [null], page));
    return entries ?? pageFromRows([], page);
  }

  async ledgerVersion() {
    return this.#read(readLedgerVersion);
  }

  async identitiesOf(entities: readonly string[]) {
    return this.#read((database) => readIdentitiesOf(database, entities));
  }

  async fingerprints(documentIds: readonly string[]) {
    return this.#read((database) => readKept(database, 'fingerprint', documentIds));
  }

  async nodes(ids: readonly string[]) {
    return this.#read((database) => readNodes(database, ids, this.#reading));
  }

  async documentTexts(documentIds: readonly string[]) {
    return this.#read((database) => readKept(database, 'text', documentIds));
  }

  async entityPages(owners: Owners, filter: EntityFilter, page: PageRequest) {
    return this.#read((database) =>
      readPages(database, entitySource(filter, this.#reading), owners, page, this.#reading),
    );
  }

  async relationPages(owners: Owners, filter: RelationFilter, page: PageRequest) {
    return this.#read((database) =>
      readPages(database, relationSource(filter, this.#reading), owners, page, this.#reading),
    );
  }

  async statementPages(owners: Owners, filter: StatementFilter, page: PageRequest) {
    return this.#read((database) =>
      readPages(database, statementSource(filter, this.#reading), owners, page, this.#reading),
    );
  }

  async statementGroups(by: StatementGrouping, filter: StatementGroupFilter, page: PageRequest) {
    return this.#read((database) => readStatementGroups(database, by, filter, page));
  }

  async mentionPages(owners: Owners, filter: MentionFilter, page: PageRequest) {
    return this.#read((database) =>
      readPages(database, mentionSource(filter, this.#reading), owners, page, this.#reading),
    );
  }

  async evidencePages(owners: Owners, page: PageRequest) {
    return this.#read((database) => readPages(database, evidenceSource(this.#reading), owners, page, this.#reading));
  }

  async documentPages(owners: Owners, filter: DocumentFilter, page: PageRequest) {
    return this.#read((database) =>
      readPages(database, documentSource(filter, this.#reading), owners, page, this.#reading),
    );
  }

  async timeline(owner: string | null, filter: TimelineFilter, page: PageRequest) {
    return this.#read((database) => readTimeline(database, owner, filter, page));
  }

  async search(query: string, kinds: readonly EntityKind[] | null, limit: number) {
    return searchNames(this.#search(), query, kinds, limit);
  }

  async suggestEntities(typed: string, kinds: readonly EntityKind[] | null, limit: number) {
    return suggestEntities(this.#search(), typed, kinds, limit);
  }

  async suggestedKinds(typed: string, limit: number) {
    return suggestedKinds(this.#search(), typed, limit);
  }

  async suggestDocuments(typed: string, limit: number) {
    return suggestDocuments(this.#search(), typed, limit);
  }

  async searchPassages(question: PassageQuestion, page: PageRequest) {
    return searchPassages(this.#search(), question, page);
  }

  async passageFacets(question: PassageQuestion) {
    return passageFacets(this.#search(), question);
  }

  async searchDocuments(query: string, filter: DocumentFilter, page: PageRequest) {
    return searchDocuments(this.#search(), query, filter, page);
  }

  async neighbourhood(question: NeighbourhoodQuestion) {
    return neighbourhood(this.#traversal(), question);
  }

  async shortestPath(from: string, to: string, maxHops: number, filter: TraversalFilter) {
    return shortestPath(this.#traversal(), from, to, maxHops, filter);
  }

  async paths(question: PathsQuestion) {
    return paths(this.#traversal(), question);
  }

  async relationsBetween(entities: readonly string[], filter: TraversalFilter, page: PageRequest) {
    return relationsBetween(this.#traversal(), entities, filter, page);
  }

  async sharedNeighbours(question: SharedNeighboursQuestion, page: PageRequest) {
    return sharedNeighbours(this.#traversal(), question, page);
  }

  /** It looks at the days of events, so that it reads records whole. */
  async coPresence(question: CoPresenceQuestion, page: PageRequest) {
    return coPresence(this.#traversal(readsAll), question, page);
  }

  async pattern(question: PatternQuestion, page: PageRequest) {
    return pattern(this.#traversal(), question, page);
  }

  async accounts(question: AccountsQuestion, page: PageRequest) {
    return accounts(takingTurns(sqliteAccountReader(this.#database), this.#turn), question, page);
  }

  async network(filter: TraversalFilter, limit: number, edgeLimit?: number) {
    return network(this.#traversal(), filter, limit, edgeLimit);
  }

  async stats() {
    return this.#read((database) => database.snapshot(() => readStats(database)));
  }

  async ping() {
    await this.#read((database) => database.first('SELECT 1'));
  }

  async close() {
    this.#database.close();
  }

  async #read<T>(read: (database: SqliteDatabase) => T): Promise<T> {
    await this.#turn();
    return read(this.#database);
  }

  #search(): SearchReader {
    return takingTurns(sqliteSearchReader(this.#database), this.#turn);
  }

  #traversal(reading = this.#reading): TraversalReader {
    return takingTurns(sqliteTraversalReader(this.#database, reading), this.#turn);
  }

  #link<T>(work: (tables: LinkingTables) => Work<T>): Promise<T> {
    return this.#database.write(() => {
      const tables = sqliteLinkingTables(this.#database);
      this.#linkKept(tables);
      return runNow(work(tables));
    });
  }
}

/** @param path - A file, made with its folder where it is missing, or `:memory:`. */
export async function openSqliteStore(path: string): Promise<GraphStore> {
  const address = `sqlite:${path}`;
  return new SqliteStore(await openDatabase(path, address), address);
}
