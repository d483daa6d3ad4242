import type { DocumentGraph } from '../src/model/document-graph.js';
import { evidenceId, mentionId, relationId, statementId } from '../src/model/entity-id.js';
import type {
  EntityContribution,
  EntityRecord,
  EvidenceRecord,
  GraphBatch,
  MentionRecord,
  RelationRecord,
  StatementRecord,
} from '../src/model/records.js';
import { foldName } from '../src/names/fold-name.js';
import type { SourceDocument } from './sources/source.js';

/** Looks up stored entities that have one of these folded names. */
export type KnownEntities = (foldedNames: readonly string[]) => Promise<readonly EntityRecord[]>;

/**
 * Links the entities of one document to those that the store knows, and gives every claim its identifier.
 *
 * An entity keeps its own identifier where the store has it already or where a record of the authorities stands
 * behind it. Any other is linked to the one stored entity of its kind that has its full name; where several have
 * it, none is chosen.
 *
 * @param extractor - Name of what found all that doesn't name its own.
 */
export async function resolve(
  graph: DocumentGraph,
  document: SourceDocument,
  fingerprint: string,
  extractor: string,
  known: KnownEntities,
): Promise<GraphBatch> {
  const links = await linkEntities(graph, known);
  const linked = (id: string) => links.get(id) ?? id;
  const { text: _text, ...metadata } = graph.document;
  const relations = new Map<string, Omit<RelationRecord, 'date' | 'weight'>>();
  const evidence = new Map<string, EvidenceRecord>();
  for (const relation of graph.relations) {
    const [source, target, title] = [linked(relation.source), linked(relation.target), relation.title ?? null];
    if (source === target) continue;
    const id = relationId(relation.type, source, target, title, relation.modality);
    relations.set(id, { id, type: relation.type, source, target, title, modality: relation.modality });
    for (const piece of relation.evidence) {
      const own = evidenceId(document.id, piece.start, piece.end, id);
      evidence.set(own, {
        id: own,
        claim: id,
        document: document.id,
        ...piece,
        date: relation.date ?? graph.document.date,
        extractor: piece.extractor ?? extractor,
      });
    }
  }
  const statements = new Map<string, StatementRecord>();
  for (const { rule, confidence, ...statement } of graph.statements) {
    const speaker = linked(statement.speaker);
    const id = statementId(document.id, statement.start, statement.end, speaker, statement.mode);
    const { quote, start, end } = statement;
    const date = statement.date ?? graph.document.date;
    const record: StatementRecord = {
      id,
      document: document.id,
      speaker,
      mode: statement.mode,
      addressees: statement.addressees.map(linked),
      about: statement.about.map(linked),
      reportedBy: (statement.reportedBy ?? []).map(linked),
      quote,
      start,
      end,
      date,
    };
    statements.set(id, record);
    const own = evidenceId(document.id, start, end, id);
    evidence.set(own, {
      id: own,
      claim: id,
      document: document.id,
      quote,
      start,
      end,
      date,
      extractor: statement.extractor ?? extractor,
      rule,
      confidence,
    });
  }
  return {
    document: { ...metadata, authors: graph.document.authors.map(linked), textLength: document.text.length },
    text: document.text,
    fingerprint,
    entities: contributions(graph, linked),
    relations: [...relations.values()],
    statements: [...statements.values()],
    evidence: [...evidence.values()],
    mentions: mentions(graph, document.id, linked),
  };
}

async function linkEntities(graph: DocumentGraph, known: KnownEntities): Promise<ReadonlyMap<string, string>> {
  const links = new Map<string, string>();
  const open = graph.entities.filter((entity) => entity.authority === undefined && isLinkable(entity.id));
  const stored = open.length === 0 ? [] : await known([...new Set(open.map((entity) => foldName(entity.name)))].sort());
  for (const entity of open) {
    const folded = foldName(entity.name);
    const candidates = stored.filter(
      (other) =>
        other.kind === entity.type &&
        isLinkable(other.id) &&
        [other.name, ...other.aliases].some((name) => foldName(name) === folded),
    );
    const [only] = candidates;
    if (only !== undefined && candidates.length === 1 && !candidates.some(({ id }) => id === entity.id))
      links.set(entity.id, only.id);
  }
  return links;
}

/** An identifier that holds a document's key names what only that document can tell apart. */
function isLinkable(id: string): boolean {
  return !id.includes('-in-');
}

function contributions(graph: DocumentGraph, linked: (id: string) => string): EntityContribution[] {
  const byId = new Map<string, EntityContribution>();
  for (const entity of graph.entities) {
    const id = linked(entity.id);
    const own: EntityContribution = {
      entity: id,
      kind: entity.type,
      name: entity.name,
      aliases: entity.aliases,
      description: entity.description ?? null,
      authority: entity.authority ?? null,
      coordinates: entity.coordinates ?? null,
      date: entity.date ?? null,
      endDate: entity.endDate ?? null,
      duration: entity.duration ?? null,
      mentionCount: entity.mentions.length,
    };
    const other = byId.get(id);
    byId.set(
      id,
      other === undefined
        ? own
        : {
            ...other,
            aliases: [...new Set([...other.aliases, own.name, ...own.aliases])].sort(),
            mentionCount: other.mentionCount + own.mentionCount,
          },
    );
  }
  return [...byId.values()].sort((a, b) => (a.entity < b.entity ? -1 : 1));
}

function mentions(graph: DocumentGraph, documentId: string, linked: (id: string) => string): MentionRecord[] {
  const byId = new Map<string, MentionRecord>();
  for (const entity of graph.entities) {
    for (const mention of entity.mentions) {
      const id = mentionId(documentId, mention.start, mention.end, linked(entity.id));
      byId.set(id, { id, entity: linked(entity.id), document: documentId, ...mention });
    }
  }
  return [...byId.values()];
}
