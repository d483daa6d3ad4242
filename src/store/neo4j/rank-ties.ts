import { kindOfId } from '../../model/entity-id.js';
import type { EntityKind } from '../../model/ontology.js';
import type { PairChange } from '../pair-changes.js';
import { byTie, fewRelations, mostRankedTies, type WeighedTie } from '../tie-ranking.js';
import { runForRows } from './insert-document.js';
import type { RunCypher } from './neo4j-connection.js';
import { hops } from './relationship-types.js';

/** What identifies a ranking: an entity has one for each kind that it is tied to, once it has more than `fewRelations`. */
export function rankingId({ entity, kind }: { readonly entity: string; readonly kind: EntityKind }): string {
  return `${entity} ${kind}`;
}

const rankable = `
  UNWIND $ids AS id
  MATCH (e:Entity {id: id})
  WITH id, COUNT { (e)-[:${hops}]-() } > $fewRelations AS isHub, EXISTS { MATCH (:TieRanking {entity: id}) } AS isRanked
  WHERE isHub OR isRanked
  RETURN id, isHub, isRanked`;

const dropRankingsOf = 'UNWIND $rows AS row MATCH (k:TieRanking {entity: row}) DETACH DELETE k';
const dropRankings = 'UNWIND $rows AS row MATCH (k:TieRanking {id: row}) DETACH DELETE k';

/** Of an entity's ties to a kind, or to all. Entities that are new have no properties yet, their relations tell their kinds. */
const rankAnew = `
  UNWIND $rows AS row
  CALL (row) {
    MATCH (e:Entity {id: row.entity})-[r:${hops}]-(other) WHERE other <> e
    WITH r, other, CASE WHEN startNode(r) = e THEN r.targetKind ELSE r.sourceKind END AS kind
      WHERE row.kind IS NULL OR kind = row.kind
    WITH kind, other, sum(r.weight) AS weight, count(r) AS relations
    WITH kind, other, weight, relations ORDER BY weight DESC, other.id
    WITH kind, sum(relations) AS relations, count(*) AS neighbours, collect([other, weight, relations])[..$mostRankedTies] AS ties
    CREATE (k:TieRanking {
      id: row.entity + ' ' + kind, entity: row.entity, kind: kind, neighbours: neighbours, relations: relations, least: ties[-1][1]
    })
    WITH k, ties UNWIND ties AS tie WITH k, tie, tie[0] AS other
    CREATE (k)-[:RANKS {weight: tie[1], relations: tie[2]}]->(other)
  }`;

const joinedBy = `
  UNWIND $rows AS row
  CALL (row) {
    UNWIND [row, [row[1], row[0]]] AS way MATCH (r:Relation {source: way[0], target: way[1]})
    RETURN sum(r.weight) AS weight, count(r) AS relations
  }
  RETURN row AS ends, weight, relations`;

const statesOfRankings = `
  UNWIND $rows AS row
  MATCH (k:TieRanking {id: row.id})
  CALL (k) {
    MATCH (k)-[t:RANKS]->(other) WHERE t.weight = k.least RETURN max(other.id) AS last
  }
  CALL (k, row) { MATCH (k)-[:RANKS]->(other) WHERE other.id IN row.others RETURN collect(other.id) AS known }
  RETURN k.id AS id, k.neighbours AS neighbours, k.relations AS relations, COUNT { (k)-[:RANKS]->() } AS kept,
    [last, k.least] AS last, known`;

const putRankings = `
  UNWIND $rows AS row
  MERGE (k:TieRanking {id: row.id})
  SET k.entity = row.entity, k.kind = row.kind, k.neighbours = row.neighbours, k.relations = row.relations`;
const putTies = `
  UNWIND $rows AS row
  MATCH (k:TieRanking {id: row.id}) MATCH (other:Entity {id: row.to})
  MERGE (k)-[t:RANKS]->(other) SET t.weight = row.weight, t.relations = row.relations`;
const dropTies = `
  UNWIND $rows AS row
  MATCH (other:Entity {id: row.to}) MATCH (:TieRanking {id: row.id})-[t:RANKS]->(other) DELETE t`;
const cutRankings = `
  UNWIND $rows AS row
  CALL (row) {
    MATCH (:TieRanking {id: row})-[t:RANKS]->(other)
    WITH t, other ORDER BY t.weight DESC, other.id SKIP $mostRankedTies DELETE t
  }`;

/** What the last of its ties weighs. */
const weighLast = `
  UNWIND $rows AS row
  MATCH (k:TieRanking {id: row})-[t:RANKS]->() WITH k, min(t.weight) AS least SET k.least = least`;

/** What ties an entity to another after a change, and what the change added. */
interface ChangedTie {
  readonly to: string;
  readonly weight: number;
  readonly relations: number;
  readonly added: number;
}

/** Changed ties of one entity to one kind. */
interface ChangedRanking {
  readonly id: string;
  readonly entity: string;
  readonly kind: EntityKind;
  readonly ties: readonly ChangedTie[];
}

/** A ranking before a change. */
interface RankingState {
  readonly neighbours: number;
  readonly relations: number;
  /** Ties that it has. */
  readonly kept: number;
  /** The last of these. */
  readonly last: WeighedTie;
  /** Those of the changed ties that are among them. */
  readonly known: readonly string[];
}

const empty: RankingState = { neighbours: 0, relations: 0, kept: 0, last: ['', 0], known: [] };

/** What becomes of a ranking: its new counts, and which ties it gets and loses. */
interface RankingUpdate {
  readonly counts: { readonly neighbours: number; readonly relations: number };
  /** Whether ties that it doesn't know may be among the first now, so that it has to be made anew. */
  readonly isShort: boolean;
  readonly put: readonly ChangedTie[];
  readonly drop: readonly ChangedTie[];
  /** Ties that it then has, of which it may keep `mostRankedTies`. */
  readonly kept: number;
}

function wasTied({ relations, added }: ChangedTie): boolean {
  return relations - added > 0;
}

/** What a ranking doesn't know comes behind its last tie: what stays before that place is ranked rightly. */
function updated(state: RankingState, ties: readonly ChangedTie[]): RankingUpdate {
  const isWhole = state.kept === state.neighbours;
  const isBehindLast = ({ to, weight }: ChangedTie) => byTie(state.last, [to, weight]) < 0;
  const put = ties.filter((tie) => tie.relations > 0 && (isWhole || !isBehindLast(tie)));
  const known = new Set(state.known);
  const drop = ties.filter((tie) => known.has(tie.to) && !put.includes(tie));
  const neighbours = ties.reduce(
    (sum, tie) => sum + Number(tie.relations > 0) - Number(wasTied(tie)),
    state.neighbours,
  );
  const relations = ties.reduce((sum, { added }) => sum + added, state.relations);
  const kept = state.kept + put.filter(({ to }) => !known.has(to)).length - drop.length;
  return {
    counts: { neighbours, relations },
    isShort: kept < Math.min(neighbours, mostRankedTies),
    put,
    drop,
    kept,
  };
}

/** Changed ties from the side of each hub. */
async function changedRankings(
  run: RunCypher,
  changes: readonly PairChange[],
  hubs: ReadonlySet<string>,
): Promise<readonly ChangedRanking[]> {
  const ofHubs = changes.filter(({ ends }) => ends.some((end) => hubs.has(end)));
  if (ofHubs.length === 0) return [];
  const added = new Map(ofHubs.map(({ ends, relations }) => [ends.join(' '), relations]));
  const rows = await run<{ ends: readonly [string, string]; weight: number; relations: number }>(joinedBy, {
    rows: ofHubs.map(({ ends }) => ends),
  });
  const rankings = new Map<string, ChangedRanking & { readonly ties: ChangedTie[] }>();
  for (const { ends, weight, relations } of rows) {
    for (const [entity, to] of [ends, [ends[1], ends[0]] as const]) {
      const kind = kindOfId(to);
      if (kind === null || !hubs.has(entity)) continue;
      const id = rankingId({ entity, kind });
      const ranking = rankings.get(id) ?? { id, entity, kind, ties: [] };
      ranking.ties.push({ to, weight, relations, added: added.get(ends.join(' ')) ?? 0 });
      rankings.set(id, ranking);
    }
  }
  return [...rankings.values()];
}

async function updateRankings(run: RunCypher, rankings: readonly ChangedRanking[]): Promise<void> {
  if (rankings.length === 0) return;
  const rows = await run<RankingState & { readonly id: string }>(statesOfRankings, {
    rows: rankings.map(({ id, ties }) => ({ id, others: ties.map(({ to }) => to) })),
  });
  const states = new Map(rows.map((row) => [row.id, row]));
  const updates = rankings.map((ranking) => ({
    ...ranking,
    ...updated(states.get(ranking.id) ?? empty, ranking.ties),
  }));
  const left = updates.filter(({ counts }) => counts.neighbours > 0);
  const short = left.filter(({ isShort }) => isShort);
  const gone = updates.filter(({ counts }) => counts.neighbours === 0);
  await runForRows(run, dropRankings, idsOf([...gone, ...short]));
  await rank(run, short);
  const kept = left.filter(({ isShort }) => !isShort);
  await writeUpdates(run, kept);
}

function idsOf(rankings: readonly ChangedRanking[]): readonly string[] {
  return rankings.map(({ id }) => id);
}

async function writeUpdates(run: RunCypher, updates: readonly (ChangedRanking & RankingUpdate)[]): Promise<void> {
  const counted = updates.map(({ id, entity, kind, counts }) => ({ id, entity, kind, ...counts }));
  await runForRows(run, putRankings, counted);
  const put = updates.flatMap(({ id, put: ties }) => ties.map((tie) => ({ id, ...tie })));
  await runForRows(run, putTies, put);
  const dropped = updates.flatMap(({ id, drop }) => drop.map(({ to }) => ({ id, to })));
  await runForRows(run, dropTies, dropped);
  const long = updates.filter(({ kept }) => kept > mostRankedTies);
  await runForRows(run, cutRankings, idsOf(long), { mostRankedTies });
  await runForRows(run, weighLast, idsOf(updates));
}

/** @param kind - All kinds where left out. */
async function rank(
  run: RunCypher,
  entities: readonly { readonly entity: string; readonly kind?: EntityKind }[],
): Promise<void> {
  const rows = entities.map(({ entity, kind = null }) => ({ entity, kind }));
  await runForRows(run, rankAnew, rows, { mostRankedTies });
}

/**
 * Brings the rankings of hubs up to what now ties them to others. To be called when the relations are written and all ends of those that
 * changed are there and locked.
 */
export async function rankTies(run: RunCypher, changes: readonly PairChange[]): Promise<void> {
  const ids = [...new Set(changes.flatMap(({ ends }) => ends))];
  if (ids.length === 0) return;
  const found = await run<{ id: string; isHub: boolean; isRanked: boolean }>(rankable, { ids, fewRelations });
  await runForRows(
    run,
    dropRankingsOf,
    found.filter(({ isHub }) => !isHub).map(({ id }) => id),
  );
  await rank(
    run,
    found.filter(({ isRanked }) => !isRanked).map(({ id }) => ({ entity: id })),
  );
  const hubs = new Set(found.filter(({ isHub, isRanked }) => isHub && isRanked).map(({ id }) => id));
  await updateRankings(run, await changedRankings(run, changes, hubs));
}
