import type { DocumentGraph } from '../src/model/document-graph.js';
import { evidenceId, mentionId, relationId, statementId } from '../src/model/entity-id.js';
import type {
  EntityContribution,
  EvidenceRecord,
  GraphBatch,
  MentionRecord,
  RelationRecord,
  StatementRecord,
} from '../src/model/records.js';
import type { SourceDocument } from './sources/source.js';

/**
 * Gives every claim of one document its identifier. Entities keep the identifiers that follow from their names or from
 * the authorities' records; the store links them to those of other documents.
 *
 * @param extractor - Name of what found all that doesn't name its own.
 */
export function resolve(
  graph: DocumentGraph,
  document: SourceDocument,
  fingerprint: string,
  extractor: string,
): GraphBatch {
  const { text: _text, ...metadata } = graph.document;
  const relations = new Map<string, Omit<RelationRecord, 'date' | 'weight'>>();
  const evidence = new Map<string, EvidenceRecord>();
  for (const relation of graph.relations) {
    const [source, target, title] = [relation.source, relation.target, relation.title ?? null];
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
        date: piece.date ?? graph.document.date,
        extractor: piece.extractor ?? extractor,
      });
    }
  }
  const statements = new Map<string, StatementRecord>();
  for (const { rule, confidence, ...statement } of graph.statements) {
    const speaker = statement.speaker;
    const id = statementId(document.id, statement.start, statement.end, speaker, statement.mode);
    const { quote, start, end } = statement;
    const date = statement.date ?? graph.document.date;
    const record: StatementRecord = {
      id,
      document: document.id,
      speaker,
      mode: statement.mode,
      addressees: statement.addressees,
      about: statement.about,
      reportedBy: statement.reportedBy ?? [],
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
    document: { ...metadata, authors: graph.document.authors, textLength: document.text.length },
    text: document.text,
    fingerprint,
    entities: contributions(graph),
    relations: [...relations.values()],
    statements: [...statements.values()],
    evidence: [...evidence.values()],
    mentions: mentions(graph, document.id),
  };
}

function contributions(graph: DocumentGraph): EntityContribution[] {
  const byId = new Map<string, EntityContribution>();
  for (const entity of graph.entities) {
    const id = entity.id;
    const own: EntityContribution = {
      entity: id,
      kind: entity.type,
      name: entity.name,
      aliases: entity.aliases,
      description: entity.description ?? null,
      authority: entity.authority ?? null,
      candidates: entity.candidates ?? [],
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

function mentions(graph: DocumentGraph, documentId: string): MentionRecord[] {
  const byId = new Map<string, MentionRecord>();
  for (const entity of graph.entities) {
    for (const mention of entity.mentions) {
      const id = mentionId(documentId, mention.start, mention.end, entity.id);
      byId.set(id, { id, entity: entity.id, document: documentId, ...mention });
    }
  }
  return [...byId.values()];
}
