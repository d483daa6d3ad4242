import type {
  Coverage,
  DocumentGraph,
  ExtractedEntity,
  ExtractedEvidence,
  ExtractedRelation,
  ExtractedStatement,
  SkippedPassage,
} from '../../../src/model/document-graph.js';
import { relationTypes } from '../../../src/model/ontology.js';
import type { AuthorityRecord } from '../../lexicon/authority-record.js';
import type { SourceDocument, TextRange } from '../../sources/source.js';
import { sourceMetadata } from '../../sources/source-metadata.js';
import type { DocumentText } from '../../text/document-text.js';
import { onOneLine } from '../../text/on-one-line.js';
import type { Discourse } from './discourse-sentence.js';
import type { EntityDraft } from './entity-draft.js';
import { idOf, nameOf } from './entity-naming.js';
import { completeEventDate } from './event-dates.js';
import { isFullDate } from './grammar/dates.js';
import type { GraphDraft } from './graph-draft.js';

/** Everything that a run of the extractor has to say of one document. */
export interface ExtractionResult {
  readonly document: SourceDocument;
  readonly text: DocumentText;
  readonly discourse: Discourse;
  readonly entities: readonly EntityDraft[];
  readonly graph: GraphDraft;
  readonly author: EntityDraft | null;
  readonly recordOf: (id: string) => AuthorityRecord | undefined;
}

/** The document's graph as plain JSON, its positions mapped back to the text as received. */
export function documentGraph(result: ExtractionResult): DocumentGraph {
  const { document, text, graph } = result;
  const used = new Set<EntityDraft>([
    ...graph.relations.flatMap(({ source, target }) => [source, target]),
    ...graph.statements.flatMap(({ speaker, addressees, about, reportedBy }) => [
      speaker,
      ...addressees,
      ...about,
      ...reportedBy,
    ]),
    ...(result.author === null ? [] : [result.author]),
  ]);
  const ids = new Map<EntityDraft, string>();
  const entities = result.entities
    .filter((entity) => entity.mentions.length > 0 && (entity.isNamed || used.has(entity)))
    .map((entity) => extractedEntity(entity, result, ids));
  const idFor = (entity: EntityDraft) => ids.get(entity);
  const relations = graph.relations.flatMap((relation): ExtractedRelation[] => {
    const [a, b] = [idFor(relation.source), idFor(relation.target)];
    const evidence = relation.evidence.flatMap(({ range, rule, confidence, date }): ExtractedEvidence[] => {
      const place = text.toReceived(range);
      const dated = date === null ? {} : { date };
      return place === null
        ? []
        : [{ quote: document.text.slice(place.start, place.end), ...place, ...dated, rule, confidence }];
    });
    const [date] = evidence.flatMap((passage) => passage.date ?? []).sort();
    if (a === undefined || b === undefined || a === b || evidence.length === 0) return [];
    const [source, target] = relationTypes[relation.type].symmetric && b < a ? [b, a] : [a, b];
    return [
      {
        type: relation.type,
        source,
        target,
        ...(relation.title ? { title: relation.title } : {}),
        modality: relation.modality,
        ...(date === undefined ? {} : { date }),
        evidence,
      },
    ];
  });
  return {
    document: {
      ...sourceMetadata(document),
      authors: result.author === null ? [] : [idFor(result.author) ?? []].flat(),
      coverage: coverage(result),
    },
    entities: merged(entities),
    relations: [...relations, ...authored(result, idFor)],
    statements: statements(result, idFor),
  };
}

function extractedEntity(
  entity: EntityDraft,
  { document, text, discourse, recordOf }: ExtractionResult,
  ids: Map<EntityDraft, string>,
): ExtractedEntity {
  entity.date = completeEventDate(entity, document.date, discourse.sentences);
  const { name, aliases } = nameOf(entity);
  const id = idOf(entity, name, document.id);
  ids.set(entity, id);
  const mentions = entity.mentions
    .flatMap((mention) => {
      const place = text.toReceived(mention);
      return place === null
        ? []
        : [{ text: document.text.slice(place.start, place.end), ...place, kind: mention.kind }];
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
  const raw = mentions.filter(({ kind }) => kind === 'name').map((mention) => onOneLine(mention.text));
  return {
    id,
    type: entity.kind,
    name,
    aliases: [...new Set([...aliases, ...raw])].filter((alias) => alias !== name).sort(),
    ...(entity.authority === undefined ? {} : { authority: recordOf(entity.authority)?.recordId ?? entity.authority }),
    ...candidatesOf(entity, recordOf),
    ...coordinatesOf(entity.authority === undefined ? undefined : recordOf(entity.authority)),
    ...(entity.kind === 'EVENT' && isFullDate(entity.date) ? { date: entity.date } : {}),
    ...(entity.kind === 'EVENT' && isFullDate(entity.endDate) ? { endDate: entity.endDate } : {}),
    ...(entity.duration === undefined ? {} : { duration: entity.duration }),
    mentions,
  };
}

function candidatesOf(
  { authority, candidates }: EntityDraft,
  recordOf: ExtractionResult['recordOf'],
): { candidates?: readonly string[] } {
  if (authority !== undefined || candidates.size < 2) return {};
  return { candidates: [...candidates].map((id) => recordOf(id)?.recordId ?? id).sort() };
}

function coordinatesOf(record: AuthorityRecord | undefined): { coordinates?: string } {
  return record?.coordinates === undefined ? {} : { coordinates: record.coordinates };
}

/** Two drafts can turn out to have one identifier (a record met under two keys): they are one entity. */
function merged(entities: readonly ExtractedEntity[]): ExtractedEntity[] {
  const byId = new Map<string, ExtractedEntity>();
  for (const entity of entities) {
    const known = byId.get(entity.id);
    if (known === undefined) {
      byId.set(entity.id, entity);
      continue;
    }
    const places = new Set(known.mentions.map(({ start, end }) => `${start}-${end}`));
    const mentions = [
      ...known.mentions,
      ...entity.mentions.filter(({ start, end }) => !places.has(`${start}-${end}`)),
    ].sort((a, b) => a.start - b.start || a.end - b.end);
    const aliases = [...new Set([...known.aliases, entity.name, ...entity.aliases])]
      .filter((alias) => alias !== known.name)
      .sort();
    byId.set(entity.id, { ...known, aliases, mentions });
  }
  return [...byId.values()];
}

function statements(
  { document, text, graph }: ExtractionResult,
  idFor: (entity: EntityDraft) => string | undefined,
): ExtractedStatement[] {
  const all = (entities: readonly EntityDraft[]) => [...new Set(entities.flatMap((entity) => idFor(entity) ?? []))];
  const seen = new Set<string>();
  return graph.statements
    .flatMap((statement): ExtractedStatement[] => {
      const place = text.toReceived(statement.range);
      const speaker = idFor(statement.speaker);
      const key = `${place?.start}-${place?.end} ${speaker} ${statement.mode}`;
      if (place === null || speaker === undefined || seen.has(key)) return [];
      seen.add(key);
      const reportedBy = all(statement.reportedBy);
      return [
        {
          speaker,
          mode: statement.mode,
          addressees: all(statement.addressees),
          about: all(statement.about),
          quote: document.text.slice(place.start, place.end),
          ...place,
          ...(statement.date === null ? {} : { date: statement.date }),
          ...(reportedBy.length > 0 ? { reportedBy } : {}),
          rule: statement.rule,
          confidence: statement.confidence,
        },
      ];
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The author wrote the document: the evidence is where he is first named. */
function authored(
  { document, author, text }: ExtractionResult,
  idFor: (entity: EntityDraft) => string | undefined,
): ExtractedRelation[] {
  const source = author === null ? undefined : idFor(author);
  const mention = author?.mentions[0];
  const place = mention === undefined ? null : text.toReceived(mention);
  if (source === undefined || place === null) return [];
  const evidence = [
    { quote: document.text.slice(place.start, place.end), ...place, rule: 'authorship', confidence: 0.9 },
  ];
  return [{ type: 'AUTHORED', source, target: document.id, modality: 'ASSERTED', evidence }];
}

/** The editors' notes, which stand beside a document's text. */
function notesOf({ edition }: SourceDocument): SkippedPassage[] {
  if (edition === undefined) return [];
  return edition.footnotes.map(({ at, text }) => ({
    start: at,
    end: at,
    characters: text.length,
    reason: text === edition.sourceNote ? 'source note' : 'footnote',
  }));
}

function coverage({ document, text, discourse, graph }: ExtractionResult): Coverage {
  const found: TextRange[] = [
    ...graph.statements.map(({ range }) => range),
    ...graph.relations.flatMap(({ evidence }) => evidence.map(({ range }) => range)),
  ];
  const sentences = discourse.sentences.filter(({ paragraph }) => paragraph.role === 'body');
  const withFindings = sentences.filter(
    ({ sentence, units }) =>
      units.some((unit) => unit.entity !== undefined) ||
      found.some((range) => range.start < sentence.end && range.end > sentence.start),
  );
  return {
    sentences: sentences.length,
    sentencesWithFindings: withFindings.length,
    skipped: [
      ...document.apparatus.map(({ start, end, what }) => ({ start, end, reason: what })),
      ...text.citations.flatMap((range) => {
        const place = text.toReceived(range);
        return place === null ? [] : [{ ...place, reason: 'archival citation' }];
      }),
      ...notesOf(document),
    ],
  };
}
