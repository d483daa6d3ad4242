import { kindOfId } from '../../model/entity-id.js';
import { summarizeEntity } from '../../model/entity-summary.js';
import { EntityTally } from '../../model/entity-tally.js';
import { type EntityKind, entityKindNames, entityKinds, type RelationType } from '../../model/ontology.js';
import type { RelationRecord } from '../../model/records.js';
import { sortKeys } from '../../model/sort-key.js';
import { searchTokens } from '../../names/search-tokens.js';
import { coveredDays } from '../date-window.js';
import type { GraphChanges } from '../graph-changes.js';
import { PairChanges } from '../pair-changes.js';
import { type RelationIdentity, RelationTally } from '../relation-tally.js';
import { type TieWeights, WeightChanges } from '../tie-weights.js';
import { runForRows } from './insert-document.js';
import type { RunCypher } from './neo4j-connection.js';
import { groupByType, typeOfRelationId } from './relationship-types.js';
import { tieWeight } from './tie-weight.js';

const relationTallies = `
  UNWIND $ids AS id
  MATCH (r:Relation {id: id}) WHERE r.weight IS NOT NULL
  RETURN r {.id, .type, .source, .target, .modality, .weight, .date, .titles} AS stored`;

/** Undated evidence comes last. */
const firstDates = `
  UNWIND $ids AS id
  CALL (id) {
    MATCH (x:Evidence {claim: id}) WHERE x.sortKey >= '' RETURN x.date AS date ORDER BY x.sortKey LIMIT 1
  }
  RETURN id, date`;

/** A property that is null goes away. */
function upsertRelations(type: RelationType): string {
  const target = type === 'AUTHORED' ? 'Document' : 'Entity';
  return `
    UNWIND $rows AS row
    MATCH (source:Entity {id: row.record.source})
    MATCH (target:${target} {id: row.record.target})
    MATCH (relation:Relation {id: row.record.id})
    MERGE (source)-[r:${type} {id: row.record.id}]->(target)
    SET r = row.record, relation = row.record, relation.titles = row.titles`;
}

function deleteRelations(type: RelationType): string {
  return `UNWIND $rows AS row MATCH ()-[r:${type} {id: row}]->() DELETE r`;
}

type StoredRelation = RelationIdentity & { weight: number; date: string | null; titles: string | null };

function typeOf(relation: string): RelationType {
  const type = typeOfRelationId(relation);
  if (type === null) throw new TypeError(`${relation} is the identifier of no relation`);
  return type;
}

async function readFirstDates(run: RunCypher, tallies: ReadonlyMap<string, RelationTally>): Promise<void> {
  const lost = [...tallies].filter(([, tally]) => tally.isDateLost && !tally.isEmpty).map(([id]) => id);
  if (lost.length === 0) return;
  for (const { id, date } of await run<{ id: string; date: string | null }>(firstDates, { ids: lost })) {
    tallies.get(id)?.setDate(date);
  }
}

export function relationRow(relation: RelationRecord, titles: string | null) {
  const [sourceKind, targetKind] = [kindOfId(relation.source), kindOfId(relation.target) ?? 'DOCUMENT'];
  return { record: { ...relation, sourceKind, targetKind }, titles };
}

/** What relations that came, changed or went add to the weights of their ends, and to what ties these to each other. */
export interface RelationChanges {
  readonly weights: WeightChanges;
  readonly pairs: PairChanges;
}

/** Brings relations up to what documents now say of them; those without any evidence go away. */
export async function summarizeRelations(
  run: RunCypher,
  { relations, identities }: GraphChanges,
): Promise<RelationChanges> {
  const [weights, pairs] = [new WeightChanges(), new PairChanges()];
  if (relations.size === 0) return { weights, pairs };
  const rows = await run<{ stored: StoredRelation }>(relationTallies, { ids: [...relations.keys()] });
  const stored = new Map(rows.map((row) => [row.stored.id, row.stored]));
  const tallies = new Map<string, RelationTally>();
  for (const [id, { removed, added }] of relations) {
    const tally = new RelationTally(stored.get(id) ?? { weight: 0, date: null, titles: null });
    tally.change(removed, added);
    tallies.set(id, tally);
  }
  await readFirstDates(run, tallies);

  for (const { weight, ...identity } of stored.values()) {
    weights.add(identity, -weight);
    pairs.add(identity, -weight, -1);
  }
  const unsupported = [...tallies].filter(([, tally]) => tally.isEmpty).map(([id]) => id);
  for (const [type, ids] of groupByType(unsupported, typeOf)) await runForRows(run, deleteRelations(type), ids);
  await runForRows(run, 'UNWIND $rows AS row MATCH (r:Relation {id: row}) DETACH DELETE r', unsupported);

  const summed = [...tallies].flatMap(([id, tally]) => {
    if (tally.isEmpty) return [];
    const identity = stored.get(id) ?? identities.get(id);
    if (identity === undefined) throw new TypeError(`${id} is counted and not known`);
    return [relationRow(tally.summarize(identity), tally.titles())];
  });
  for (const [type, written] of groupByType(summed, ({ record }) => record.type)) {
    await runForRows(run, upsertRelations(type), written);
  }
  for (const { record } of summed) {
    weights.add(record, record.weight);
    pairs.add(record, record.weight, 1);
  }
  return { weights, pairs };
}

const entityTallies = `
  UNWIND $ids AS id
  MATCH (e:Entity {id: id})
  OPTIONAL MATCH (i:Identity {id: id})
  RETURN id, e.tally AS tally, i.givenName AS givenName, [kind IN $kinds | e[$tieWeight + kind]] AS weights`;

const documentDates = `
  UNWIND $ids AS id
  MATCH (:Entity {id: id})<-[:MENTIONS]-(d:Document)
  RETURN id, min(d.date) AS first, max(d.date) AS last`;

const updateEntities = `
  UNWIND $rows AS row
  MATCH (e:Entity {id: row.id})
  SET e = row.properties, e:$(row.label)`;

export interface TalliedEntity {
  readonly id: string;
  readonly tally: EntityTally;
  readonly givenName: string | null;
  readonly weights: TieWeights;
}

function weightProperties(weights: TieWeights) {
  return {
    // Of those without relations, too: graphs of earlier releases have none.
    [tieWeight]: [...weights.values()].reduce((sum, weight) => sum + weight, 0),
    ...Object.fromEntries([...weights].map(([kind, weight]) => [`${tieWeight}${kind}`, weight])),
  };
}

export function entityRow({ id, tally, givenName, weights }: TalliedEntity) {
  const record = summarizeEntity(id, tally, givenName);
  const names = [record.name, ...record.aliases];
  const timelineDate = record.kind === 'EVENT' ? record.date : null;
  return {
    id,
    label: entityKinds[record.kind].typeName,
    properties: {
      ...record,
      ...coveredDays(record.date, record.endDate),
      mentionsKey: sortKeys.entityByMentions(record),
      timelineKey: timelineDate === null ? null : sortKeys.timeline(timelineDate, id),
      searchTokens: [...new Set(names.flatMap(searchTokens))].join(' '),
      tally: tally.write(),
      ...weightProperties(weights),
    },
  };
}

async function readTallies(run: RunCypher, ids: readonly string[]): Promise<readonly TalliedEntity[]> {
  type Row = Pick<TalliedEntity, 'id' | 'givenName'> & {
    readonly tally: string | null;
    readonly weights: readonly (number | null)[];
  };
  const rows = await run<Row>(entityTallies, { ids, kinds: entityKindNames, tieWeight });
  return rows.map(({ id, tally, givenName, weights }) => ({
    id,
    tally: tally === null ? new EntityTally() : EntityTally.read(tally),
    givenName,
    weights: new Map(
      entityKindNames.flatMap((kind, place): [EntityKind, number][] => {
        const weight = weights[place] ?? 0;
        return weight === 0 ? [] : [[kind, weight]];
      }),
    ),
  }));
}

async function readDates(run: RunCypher, entities: readonly TalliedEntity[]): Promise<void> {
  const lost = new Map(entities.filter(({ tally }) => tally.isDateLost).map(({ id, tally }) => [id, tally]));
  if (lost.size === 0) return;
  type Row = { readonly id: string; readonly first: string | null; readonly last: string | null };
  for (const { id, first, last } of await run<Row>(documentDates, { ids: [...lost.keys()] })) {
    lost.get(id)?.setDates(first, last);
  }
}

/**
 * Brings entities up to what documents now say of them; those of which none says anything go away.
 *
 * @param weights - What `summarizeRelations` gave.
 */
export async function summarizeEntities(
  run: RunCypher,
  { entities }: GraphChanges,
  weights: WeightChanges,
): Promise<void> {
  if (entities.size === 0) return;
  const tallied = await readTallies(run, [...entities.keys()]);
  for (const { id, tally } of tallied) {
    const { removed, added } = entities.get(id) ?? { removed: [], added: [] };
    tally.change(removed, added);
  }
  const gone = tallied.filter(({ tally }) => tally.isEmpty).map(({ id }) => id);
  await runForRows(run, 'UNWIND $rows AS row MATCH (e:Entity {id: row}) DETACH DELETE e', gone);
  const stay = tallied.filter(({ tally }) => !tally.isEmpty);
  await readDates(run, stay);
  const rows = stay.map((entity) => entityRow({ ...entity, weights: weights.applied(entity.id, entity.weights) }));
  await runForRows(run, updateEntities, rows);
}

/** Writes entities anew of which people say something else. */
export async function renameEntities(run: RunCypher, ids: readonly string[]): Promise<void> {
  const tallied = await readTallies(run, ids);
  await runForRows(run, updateEntities, tallied.filter(({ tally }) => !tally.isEmpty).map(entityRow));
}
