import type { DocumentGraph } from '../model/document-graph.js';
import { alignEntities } from './align-entities.js';
import type { AnnotatedDocument } from './annotated-document.js';
import { Counts } from './counts.js';
import { scoreEntities } from './score-entities.js';
import { scoreRelations } from './score-relations.js';
import { scoreStatements } from './score-statements.js';

/** One thing that was got wrong, for a person to read. */
export interface Finding {
  /** `mistaken`: found, with the wrong type or speaker. */
  readonly what: 'missed' | 'invented' | 'mistaken';
  readonly text: string;
}

export interface DocumentScore {
  readonly counts: Counts;
  readonly entities: readonly Finding[];
  readonly relations: readonly Finding[];
  readonly statements: readonly Finding[];
}

/**
 * Compares a document's graph with its annotation. Found and annotated entities are paired by their names; from then
 * on everything is compared in the identifiers of the annotation.
 */
export function scoreDocument(
  found: Pick<DocumentGraph, 'entities' | 'relations' | 'statements'>,
  annotated: AnnotatedDocument,
): DocumentScore {
  const counts = new Counts();
  const alignment = alignEntities(found.entities, annotated.entities);
  const ids = new Map<string, string | null>();
  for (const [i, { id }] of found.entities.entries()) {
    const index = alignment.annotatedOf[i] ?? null;
    if (!ids.has(id)) ids.set(id, index === null ? null : (annotated.entities[index]?.id ?? null));
  }
  const annotatedId = (id: string) => ids.get(id) ?? null;
  return {
    counts,
    entities: scoreEntities(found.entities, annotated.entities, alignment, counts),
    relations: scoreRelations(found.relations, annotated, annotatedId, counts),
    statements: scoreStatements(found.statements, annotated, annotatedId, counts),
  };
}
