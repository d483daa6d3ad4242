import { kindOfId } from '../../model/entity-id.js';
import { type DatedContribution, summarizeEntity } from '../../model/entity-summary.js';
import { entityKinds, type RelationType } from '../../model/ontology.js';
import type { EntityRecord } from '../../model/records.js';
import { sortKeys } from '../../model/sort-key.js';
import { searchTokens } from '../../names/search-tokens.js';
import { coveredDays } from '../date-window.js';
import { type RelationSupport, summarizeRelation } from '../relation-summary.js';
import { runForRows } from './insert-document.js';
import type { RunCypher } from './neo4j-connection.js';
import type { RelationIdentity } from './node-records.js';
import { readRelations } from './read-records.js';
import { groupByType, typeOfRelationId } from './relationship-types.js';

/** Identifiers of what a document supports. */
export interface DocumentClaims {
  readonly entities: readonly string[];
  readonly relations: readonly string[];
}

const supportsOf = `
  UNWIND $ids AS id
  MATCH (x:Evidence {claim: id})
  RETURN id, x.document AS document, x.claimTitle AS title, collect(coalesce(x.date, '')) AS dates`;

function upsertRelations(type: RelationType): string {
  const target = type === 'AUTHORED' ? 'Document' : 'Entity';
  return `
    UNWIND $rows AS row
    MATCH (source:Entity {id: row.source})
    MATCH (target:${target} {id: row.target})
    MATCH (relation:Relation {id: row.id})
    MERGE (source)-[r:${type} {id: row.id}]->(target)
    SET r = row, relation = row`;
}

function deleteRelations(type: RelationType): string {
  return `UNWIND $rows AS row MATCH ()-[r:${type} {id: row}]->() DELETE r`;
}

async function relationSupports(run: RunCypher, ids: readonly string[]): Promise<Map<string, RelationSupport[]>> {
  const rows = await run<{ id: string; document: string; title: string | null; dates: string[] }>(supportsOf, { ids });
  const supports = new Map<string, RelationSupport[]>();
  for (const { id, document, title, dates } of rows) {
    const evidenceDates = dates.map((date) => (date === '' ? null : date));
    supports.set(id, [...(supports.get(id) ?? []), { document, title, evidenceDates }]);
  }
  return supports;
}

/** Sums up relations from their evidence; those that have none left go away. @param known - Those that may be new. */
export async function summarizeRelations(
  run: RunCypher,
  ids: readonly string[],
  known: readonly RelationIdentity[],
): Promise<void> {
  const supports = await relationSupports(run, ids);
  const identities = new Map(known.map((relation) => [relation.id, relation]));
  const unnamed = ids.filter((id) => supports.has(id) && !identities.has(id));
  for (const relation of await readRelations(run, unnamed)) if (relation) identities.set(relation.id, relation);

  const unsupported = ids.filter((id) => !supports.has(id) && typeOfRelationId(id) !== null);
  for (const [type, rows] of groupByType(unsupported, (id) => typeOfRelationId(id) as RelationType)) {
    await runForRows(run, deleteRelations(type), rows);
  }
  await runForRows(run, 'UNWIND $rows AS row MATCH (r:Relation {id: row}) DETACH DELETE r', unsupported);
  const relations = [...identities.values()].map((identity) =>
    summarizeRelation(identity, supports.get(identity.id) ?? []),
  );
  for (const [type, rows] of groupByType(relations, (relation) => relation.type)) {
    const written = rows.map((relation) => ({
      ...relation,
      sourceKind: kindOfId(relation.source),
      targetKind: kindOfId(relation.target) ?? 'DOCUMENT',
    }));
    await runForRows(run, upsertRelations(type), written);
  }
}

const contributionsTo = `
  UNWIND $ids AS id
  OPTIONAL MATCH (i:Identity {id: id})
  WITH id, i.givenName AS givenName
  MATCH (d:Document)-[m:MENTIONS]->(e:Entity {id: id})
  RETURN id, givenName, m {.name, .aliases, .description, .authority, .candidates, .coordinates, .date, .endDate, .duration, .mentionCount} AS said,
    d.date AS documentDate`;

const updateEntities = `
  UNWIND $rows AS row
  MATCH (e:Entity {id: row.id})
  SET e = row.properties, e:$(row.label)`;

function entityRow(record: EntityRecord) {
  const names = [record.name, ...record.aliases];
  const timelineDate = record.kind === 'EVENT' ? record.date : null;
  return {
    id: record.id,
    label: entityKinds[record.kind].typeName,
    properties: {
      ...record,
      ...coveredDays(record.date, record.endDate),
      mentionsKey: sortKeys.entityByMentions(record),
      timelineKey: timelineDate === null ? null : sortKeys.timeline(timelineDate, record.id),
      searchTokens: [...new Set(names.flatMap(searchTokens))].join(' '),
    },
  };
}

/** Sums up entities from what documents say of them; those of which none says anything go away. */
export async function summarizeEntities(run: RunCypher, ids: readonly string[]): Promise<void> {
  type Said = Omit<DatedContribution, 'entity' | 'kind' | 'documentDate'>;
  const rows = await run<{ id: string; givenName: string | null; said: Said; documentDate: string | null }>(
    contributionsTo,
    { ids },
  );
  const givenNames = new Map(rows.map(({ id, givenName }) => [id, givenName]));
  const contributions = new Map<string, [DatedContribution, ...DatedContribution[]]>();
  for (const { id, said, documentDate } of rows) {
    const kind = kindOfId(id);
    if (kind === null) throw new TypeError(`${id} is the identifier of no entity`);
    const contribution = { ...said, entity: id, kind, documentDate };
    const others = contributions.get(id);
    if (others) others.push(contribution);
    else contributions.set(id, [contribution]);
  }
  const unsupported = ids.filter((id) => !contributions.has(id));
  await runForRows(run, 'UNWIND $rows AS row MATCH (e:Entity {id: row}) DETACH DELETE e', unsupported);
  const records = [...contributions].map(([id, said]) => summarizeEntity(said, givenNames.get(id)));
  await runForRows(run, updateEntities, records.map(entityRow));
}
