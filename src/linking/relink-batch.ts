import { evidenceId, mentionId, relationId, statementId } from '../model/entity-id.js';
import { relationTypes } from '../model/ontology.js';
import type { EntityContribution, GraphBatch } from '../model/records.js';

type Relation = GraphBatch['relations'][number];

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function unique<T>(records: readonly T[], key: (record: T) => string): readonly T[] {
  return [...new Map(records.map((record) => [key(record), record])).values()];
}

function joinContributions(all: readonly EntityContribution[]): readonly EntityContribution[] {
  const joined = new Map<string, EntityContribution>();
  for (const own of all) {
    const other = joined.get(own.entity);
    if (other === undefined) {
      joined.set(own.entity, own);
      continue;
    }
    const [main, second] = other.mentionCount >= own.mentionCount ? [other, own] : [own, other];
    const aliases = new Set([...main.aliases, second.name, ...second.aliases]);
    aliases.delete(main.name);
    joined.set(own.entity, {
      ...main,
      aliases: [...aliases].sort(byCodePoint),
      description: main.description ?? second.description,
      authority: main.authority ?? second.authority,
      candidates: [...new Set([...main.candidates, ...second.candidates])].sort(byCodePoint),
      coordinates: main.coordinates ?? second.coordinates,
      date: main.date ?? second.date,
      endDate: main.endDate ?? second.endDate,
      duration: main.duration ?? second.duration,
      mentionCount: main.mentionCount + second.mentionCount,
    });
  }
  return [...joined.values()].sort((a, b) => byCodePoint(a.entity, b.entity));
}

/**
 * A relation between identities as one between the entities that they belong to.
 *
 * @returns `null` where two identities that are one now were tied to each other.
 */
export function relinkRelation(relation: Relation, entityOf: ReadonlyMap<string, string>): Relation | null {
  const linked = (id: string) => entityOf.get(id) ?? id;
  const ends = [linked(relation.source), linked(relation.target)] as const;
  if (ends[0] === ends[1] && relation.source !== relation.target) return null;
  const [source, target] = relationTypes[relation.type].symmetric && ends[0] > ends[1] ? [ends[1], ends[0]] : ends;
  const id = relationId(relation.type, source, target, relation.title, relation.modality);
  return { ...relation, id, source, target };
}

/** A batch without some of its relations: what people retracted, with all its evidence. */
export function withoutRelations(batch: GraphBatch, retracted: ReadonlySet<string>): GraphBatch {
  const gone = batch.relations.filter(({ id }) => retracted.has(id));
  if (gone.length === 0) return batch;
  const noAuthors = new Set(gone.filter(({ type }) => type === 'AUTHORED').map(({ source }) => source));
  return {
    ...batch,
    document: { ...batch.document, authors: batch.document.authors.filter((author) => !noAuthors.has(author)) },
    relations: batch.relations.filter(({ id }) => !retracted.has(id)),
    evidence: batch.evidence.filter(({ claim }) => !retracted.has(claim)),
  };
}

/**
 * A document's batch with its identities replaced by the entities that they belong to. Identifiers of claims follow
 * from those of entities and are made anew; a relation between two that are one now goes, with its evidence.
 *
 * @param entityOf - Identity → entity; an identity that is left out stands for itself.
 */
export function relinkBatch(batch: GraphBatch, entityOf: ReadonlyMap<string, string>): GraphBatch {
  if (batch.entities.every(({ entity }) => (entityOf.get(entity) ?? entity) === entity)) return batch;
  const linked = (id: string) => entityOf.get(id) ?? id;
  const claims = new Map<string, string>();
  const relations = batch.relations.flatMap((relation) => {
    const relinked = relinkRelation(relation, entityOf);
    if (relinked === null) return [];
    claims.set(relation.id, relinked.id);
    return [relinked];
  });
  const statements = batch.statements.map((statement) => {
    const speaker = linked(statement.speaker);
    const id = statementId(statement.document, statement.start, statement.end, speaker, statement.mode);
    claims.set(statement.id, id);
    const all = (ids: readonly string[]) => [...new Set(ids.map(linked))];
    return {
      ...statement,
      id,
      speaker,
      addressees: all(statement.addressees),
      about: all(statement.about),
      reportedBy: all(statement.reportedBy),
    };
  });
  const evidence = batch.evidence.flatMap((piece) => {
    const claim = claims.get(piece.claim);
    return claim === undefined
      ? []
      : [{ ...piece, claim, id: evidenceId(piece.document, piece.start, piece.end, claim) }];
  });
  const mentions = unique(
    batch.mentions.map((mention) => {
      const entity = linked(mention.entity);
      return { ...mention, entity, id: mentionId(mention.document, mention.start, mention.end, entity) };
    }),
    ({ id }) => id,
  );
  const counts = new Map<string, number>();
  for (const { entity } of mentions) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  const entities = joinContributions(batch.entities.map((own) => ({ ...own, entity: linked(own.entity) })));
  return {
    ...batch,
    document: { ...batch.document, authors: [...new Set(batch.document.authors.map(linked))] },
    entities: entities.map((own) => ({ ...own, mentionCount: counts.get(own.entity) ?? 0 })),
    relations: unique(relations, ({ id }) => id),
    statements: unique(statements, ({ id }) => id),
    evidence: unique(evidence, ({ id }) => id),
    mentions,
  };
}
