import { deflateSync, inflateSync } from 'node:zlib';
import type { Naming } from '../linking/name-changes.js';
import { evidenceId, kindOfId, mentionId, statementId } from '../model/entity-id.js';
import type {
  EntityContribution,
  EvidenceRecord,
  GraphBatch,
  MentionRecord,
  StatementRecord,
} from '../model/records.js';

type Relation = GraphBatch['relations'][number];
/** Place of an entity among those of the document. */
type Place = number;

/**
 * A batch as lists, without what follows from the rest: what `validateBatch` sees to, so that only batches that passed it are packed.
 * Passages have the words of their places, identifiers what they name, and claims stand by their number: relations before statements.
 */
type PackedSource = readonly [
  document: GraphBatch['document'],
  fingerprint: string,
  entities: readonly (readonly [
    entity: string,
    name: string,
    aliases: EntityContribution['aliases'],
    description: string | null,
    authority: string | null,
    candidates: EntityContribution['candidates'],
    coordinates: string | null,
    date: EntityContribution['date'],
    endDate: EntityContribution['endDate'],
    duration: string | null,
    mentionCount: number,
  ])[],
  /** A target that is no entity is the document. */
  relations: readonly (readonly [
    id: string,
    type: Relation['type'],
    source: Place,
    target: Place,
    title: string | null,
    modality: Relation['modality'],
  ])[],
  statements: readonly (readonly [
    start: number,
    end: number,
    speaker: Place,
    mode: StatementRecord['mode'],
    addressees: readonly Place[],
    about: readonly Place[],
    reportedBy: readonly Place[],
    date: StatementRecord['date'],
  ])[],
  evidence: readonly (readonly [
    start: number,
    end: number,
    claim: number,
    date: EvidenceRecord['date'],
    extractor: string,
    rule: string,
    confidence: number,
  ])[],
  mentions: readonly (readonly [start: number, end: number, entity: Place, kind: MentionRecord['kind']])[],
];

const noEntity = -1;

function packed({
  document,
  fingerprint,
  entities,
  relations,
  statements,
  evidence,
  mentions,
}: GraphBatch): PackedSource {
  const places = new Map(entities.map(({ entity }, place) => [entity, place]));
  const placeOf = (entity: string): Place => places.get(entity) ?? noEntity;
  const claims = new Map([...relations, ...statements].map(({ id }, number) => [id, number]));
  return [
    document,
    fingerprint,
    entities.map((one) => [
      one.entity,
      one.name,
      one.aliases,
      one.description,
      one.authority,
      one.candidates,
      one.coordinates,
      one.date,
      one.endDate,
      one.duration,
      one.mentionCount,
    ]),
    relations.map(({ id, type, source, target, title, modality }) => [
      id,
      type,
      placeOf(source),
      placeOf(target),
      title,
      modality,
    ]),
    statements.map(({ start, end, speaker, mode, addressees, about, reportedBy, date }) => [
      start,
      end,
      placeOf(speaker),
      mode,
      addressees.map(placeOf),
      about.map(placeOf),
      reportedBy.map(placeOf),
      date,
    ]),
    evidence.map(({ start, end, claim, date, extractor, rule, confidence }) => [
      start,
      end,
      claims.get(claim) ?? 0,
      date,
      extractor,
      rule,
      confidence,
    ]),
    mentions.map(({ start, end, entity, kind }) => [start, end, placeOf(entity), kind]),
  ];
}

function unpacked(source: PackedSource, text: string): GraphBatch {
  const [document, fingerprint, entities, relations, statements, evidence, mentions] = source;
  const { id } = document;
  const entityAt = (place: Place): string => entities[place]?.[0] ?? id;
  const claims: string[] = relations.map(([relation]) => relation);
  return {
    document,
    text,
    fingerprint,
    entities: entities.map(
      ([
        entity,
        name,
        aliases,
        description,
        authority,
        candidates,
        coordinates,
        date,
        endDate,
        duration,
        mentionCount,
      ]) => ({
        ...{ entity, kind: kindOfId(entity) ?? 'PERSON', name, aliases, description, authority, candidates },
        ...{ coordinates, date, endDate, duration, mentionCount },
      }),
    ),
    relations: relations.map(([relation, type, from, to, title, modality]) => {
      return { id: relation, type, source: entityAt(from), target: entityAt(to), title, modality };
    }),
    statements: statements.map(([start, end, by, mode, addressees, about, reportedBy, date]) => {
      const speaker = entityAt(by);
      const statement = statementId(id, start, end, speaker, mode);
      claims.push(statement);
      return {
        id: statement,
        document: id,
        speaker,
        mode,
        addressees: addressees.map(entityAt),
        about: about.map(entityAt),
        reportedBy: reportedBy.map(entityAt),
        quote: text.slice(start, end),
        start,
        end,
        date,
      };
    }),
    evidence: evidence.map(([start, end, number, date, extractor, rule, confidence]) => {
      const claim = claims[number] ?? '';
      return {
        id: evidenceId(id, start, end, claim),
        claim,
        document: id,
        quote: text.slice(start, end),
        start,
        end,
        date,
        extractor,
        rule,
        confidence,
      };
    }),
    mentions: mentions.map(([start, end, place, kind]) => {
      const entity = entityAt(place);
      return {
        id: mentionId(id, start, end, entity),
        entity,
        document: id,
        text: text.slice(start, end),
        start,
        end,
        kind,
      };
    }),
  };
}

/** A valid batch as one column: without its text, which is stored anyway; deflated. */
export function packSource(batch: GraphBatch): Buffer {
  return deflateSync(JSON.stringify(packed(batch)), { level: 1 });
}

/** The same as a text, for a store whose properties hold no bytes. */
export function packSourceAsText(batch: GraphBatch): string {
  return packSource(batch).toString('base64');
}

/** What a packed document calls its identities, for which the rest need not be made. */
export function unpackNames(source: Buffer): readonly Naming[] {
  const [{ id }, , entities] = JSON.parse(inflateSync(source).toString()) as PackedSource;
  return entities.map(([identity, name, , , authority]) => {
    return { document: id, identity, kind: kindOfId(identity) ?? 'PERSON', name, authority };
  });
}

/** @param source - What either gave. */
export function unpackSource(source: Buffer | string, text: string): GraphBatch {
  const bytes = typeof source === 'string' ? Buffer.from(source, 'base64') : source;
  const read = JSON.parse(inflateSync(bytes).toString()) as PackedSource | GraphBatch;
  // Databases on Neo4j have no version; those of before hold the batch itself.
  return 'document' in read ? { ...read, text } : unpacked(read, text);
}
