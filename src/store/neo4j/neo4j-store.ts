import { DiplographError } from '../../errors.js';
import { editGraph, undoEdit } from '../../linking/edit-graph.js';
import { deleteLinked, keepLinked, putLinked } from '../../linking/link-documents.js';
import type { LinkingTables } from '../../linking/linking-tables.js';
import { runLater, type Work } from '../../linking/steps.js';
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
import { sharedNeighbours } from '../shared-neighbours.js';
import { shortestPath } from '../shortest-path.js';
import { suggestDocuments, suggestEntities, suggestedKinds } from '../suggest.js';
import { validateBatch } from '../validate-batch.js';
import { hasGraph, loadGraphs } from './load-graphs.js';
import { neo4jAccessTokens } from './neo4j-access-tokens.js';
import { neo4jAccountReader } from './neo4j-account-reader.js';
import { Neo4jConnection, type Neo4jCredentials } from './neo4j-connection.js';
import { readLedgerVersion } from './neo4j-ledger-tables.js';
import { lockLinking, neo4jLinkingTables, readIdentitiesOf } from './neo4j-linking-tables.js';
import { ensureSchema } from './neo4j-schema.js';
import { neo4jSearchReader } from './neo4j-search-reader.js';
import { neo4jTraversalReader } from './neo4j-traversal-reader.js';
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
import { readFingerprints, readNodes, readTexts } from './read-records.js';
import { readStatementGroups } from './read-statement-groups.js';
import { readStats } from './read-stats.js';
import { timelineSource } from './timeline-source.js';

/** A Neo4j server or cluster. What changes it is one managed transaction; see `relationship-types.ts` for the graph. */
class Neo4jStore implements GraphStore {
  readonly tokens: AccessTokens;
  readonly #connection: Neo4jConnection;
  readonly #reading: Reading;

  constructor(connection: Neo4jConnection, reading = readsAll) {
    this.#connection = connection;
    this.tokens = neo4jAccessTokens(connection);
    this.#reading = reading;
  }

  get address() {
    return this.#connection.address;
  }

  stoppedBy(signal: AbortSignal): GraphStore {
    return new Neo4jStore(this.#connection.stoppedBy(signal), this.#reading);
  }

  briefly(reading: Reading): GraphStore {
    return new Neo4jStore(this.#connection, reading);
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

  finishLoad(told?: (documents: number) => void) {
    return loadGraphs(this.#connection, told);
  }

  async #put(batches: readonly GraphBatch[], isFirstLoad: boolean): Promise<readonly PutOutcome[]> {
    batches.forEach(validateBatch);
    const ids = batches.map(({ document }) => document.id);
    // Looked at twice: here without the lock, and with it, where another writer may have been quicker.
    const stored = await this.#connection.readForChange((run) => readFingerprints(run, ids));
    if (batches.every(({ fingerprint }, index) => fingerprint === stored[index])) {
      return batches.map(() => 'unchanged');
    }
    return this.#connection.write(async (run) => {
      await lockLinking(run);
      const put = isFirstLoad && !(await hasGraph(run)) ? keepLinked : putLinked;
      return runLater(putChanged(put, neo4jLinkingTables(run), batches, await readFingerprints(run, ids)));
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
    const [matches] = await this.#connection.read((run) => readPages(run, matchSource(filter), [null], page));
    return matches ?? pageFromRows([], page);
  }

  async ledger(filter: LedgerFilter, page: PageRequest) {
    const [entries] = await this.#connection.read((run) => readPages(run, ledgerSource(filter), [null], page));
    return entries ?? pageFromRows([], page);
  }

  async ledgerVersion() {
    return this.#connection.read(readLedgerVersion);
  }

  async identitiesOf(entities: readonly string[]) {
    return this.#connection.read((run) => readIdentitiesOf(run, entities));
  }

  async fingerprints(documentIds: readonly string[]) {
    return this.#connection.read((run) => readFingerprints(run, documentIds));
  }

  async nodes(ids: readonly string[]) {
    return this.#connection.read((run) => readNodes(run, ids, this.#reading));
  }

  async documentTexts(documentIds: readonly string[]) {
    return this.#connection.read((run) => readTexts(run, documentIds));
  }

  async entityPages(owners: Owners, filter: EntityFilter, page: PageRequest) {
    return this.#connection.read((run) => readPages(run, entitySource(filter, this.#reading), owners, page));
  }

  async relationPages(owners: Owners, filter: RelationFilter, page: PageRequest) {
    return this.#connection.read((run) => readPages(run, relationSource(filter, this.#reading), owners, page));
  }

  async statementPages(owners: Owners, filter: StatementFilter, page: PageRequest) {
    return this.#connection.read((run) => readPages(run, statementSource(filter, this.#reading), owners, page));
  }

  async statementGroups(by: StatementGrouping, filter: StatementGroupFilter, page: PageRequest) {
    return this.#connection.read((run) => readStatementGroups(run, by, filter, page));
  }

  async mentionPages(owners: Owners, filter: MentionFilter, page: PageRequest) {
    return this.#connection.read((run) => readPages(run, mentionSource(filter, this.#reading), owners, page));
  }

  async evidencePages(owners: Owners, page: PageRequest) {
    return this.#connection.read((run) => readPages(run, evidenceSource(this.#reading), owners, page));
  }

  async documentPages(owners: Owners, filter: DocumentFilter, page: PageRequest) {
    return this.#connection.read((run) => readPages(run, documentSource(filter, this.#reading), owners, page));
  }

  async timeline(owner: string | null, filter: TimelineFilter, page: PageRequest) {
    const source = timelineSource(owner, filter);
    const [entries] = await this.#connection.read((run) => readPages(run, source, [null], page));
    return entries ?? pageFromRows([], page);
  }

  async search(query: string, kinds: readonly EntityKind[] | null, limit: number) {
    return this.#connection.read((run) => searchNames(neo4jSearchReader(run), query, kinds, limit));
  }

  async suggestEntities(typed: string, kinds: readonly EntityKind[] | null, limit: number) {
    return this.#connection.read((run) => suggestEntities(neo4jSearchReader(run), typed, kinds, limit));
  }

  async suggestedKinds(typed: string, limit: number) {
    return this.#connection.read((run) => suggestedKinds(neo4jSearchReader(run), typed, limit));
  }

  async suggestDocuments(typed: string, limit: number) {
    return this.#connection.read((run) => suggestDocuments(neo4jSearchReader(run), typed, limit));
  }

  async searchPassages(question: PassageQuestion, page: PageRequest) {
    return this.#connection.read((run) => searchPassages(neo4jSearchReader(run), question, page));
  }

  async passageFacets(question: PassageQuestion) {
    return this.#connection.read((run) => passageFacets(neo4jSearchReader(run), question));
  }

  async searchDocuments(query: string, filter: DocumentFilter, page: PageRequest) {
    return this.#connection.read((run) => searchDocuments(neo4jSearchReader(run), query, filter, page));
  }

  async neighbourhood(question: NeighbourhoodQuestion) {
    return this.#connection.read((run) => neighbourhood(neo4jTraversalReader(run, this.#reading), question));
  }

  async shortestPath(from: string, to: string, maxHops: number, filter: TraversalFilter) {
    return this.#connection.read((run) =>
      shortestPath(neo4jTraversalReader(run, this.#reading), from, to, maxHops, filter),
    );
  }

  async paths(question: PathsQuestion) {
    return this.#connection.read((run) => paths(neo4jTraversalReader(run, this.#reading), question));
  }

  async relationsBetween(entities: readonly string[], filter: TraversalFilter, page: PageRequest) {
    return this.#connection.read((run) =>
      relationsBetween(neo4jTraversalReader(run, this.#reading), entities, filter, page),
    );
  }

  async sharedNeighbours(question: SharedNeighboursQuestion, page: PageRequest) {
    return this.#connection.read((run) => sharedNeighbours(neo4jTraversalReader(run, this.#reading), question, page));
  }

  /** It looks at the days of events, so that it reads records whole. */
  async coPresence(question: CoPresenceQuestion, page: PageRequest) {
    return this.#connection.read((run) => coPresence(neo4jTraversalReader(run), question, page));
  }

  async pattern(question: PatternQuestion, page: PageRequest) {
    return this.#connection.read((run) => pattern(neo4jTraversalReader(run, this.#reading), question, page));
  }

  async accounts(question: AccountsQuestion, page: PageRequest) {
    return this.#connection.read((run) => accounts(neo4jAccountReader(run), question, page));
  }

  async network(filter: TraversalFilter, limit: number, edgeLimit?: number) {
    return this.#connection.read((run) => network(neo4jTraversalReader(run, this.#reading), filter, limit, edgeLimit));
  }

  async stats() {
    return this.#connection.read(readStats);
  }

  async ping() {
    await this.#connection.ping();
  }

  async close() {
    await this.#connection.close();
  }

  #link<T>(work: (tables: LinkingTables) => Work<T>): Promise<T> {
    return this.#connection.write(async (run) => {
      await lockLinking(run);
      return runLater(work(neo4jLinkingTables(run)));
    });
  }
}

/** 5.26 is the first with all that the statements use, and the release with long-term support. */
const oldestVersion = [5, 26] as const;

/** @param agent - "Neo4j/5.26.30"; later releases count by year, "Neo4j/2025.01.0". */
export function isSupportedServer(agent: string): boolean {
  const [, major, minor] = /^Neo4j\/(\d+)\.(\d+)/.exec(agent) ?? [];
  if (major === undefined) return false;
  return Number(major) > oldestVersion[0] || (Number(major) === oldestVersion[0] && Number(minor) >= oldestVersion[1]);
}

/**
 * @param url - `neo4j://HOST:7687` (routes over a cluster) or `bolt://HOST:7687` (this server alone), either also
 *   with `+s` or `+ssc`.
 * @throws {StoreUnavailableError} when nothing answers there; at once, without trying again.
 * @throws {StoreRefusedError} when the server refuses the user or the password.
 */
export async function openNeo4jStore(url: string, credentials: Neo4jCredentials): Promise<GraphStore> {
  const connection = Neo4jConnection.to(url, credentials);
  try {
    const agent = await connection.serverAgent();
    if (!isSupportedServer(agent)) {
      throw new DiplographError(
        'STORE_INCOMPATIBLE',
        `The server at ${connection.address} is ${agent || 'of an unknown version'}, and Diplograph needs Neo4j 5.26 or later.`,
        'Upgrade it, or run the version that docker-compose.yml names.',
      );
    }
    await ensureSchema(connection);
  } catch (error) {
    await connection.close();
    throw error;
  }
  return new Neo4jStore(connection);
}
