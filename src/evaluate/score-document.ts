import type { DocumentGraph } from '../model/document-graph.js';
import { alignEntities } from './align-entities.js';
import type { AnnotatedDocument } from './annotated-document.js';
import { Counts } from './counts.js';
import type { Finding, Mentioned } from './finding.js';
import { scoreEntities } from './score-entities.js';
import { scoreRelations } from './score-relations.js';
import { scoreStatements } from './score-statements.js';

/** Found and annotated entities, side by side. */
export interface Pairing {
  /** The annotated entity's identifier for a found one's. */
  readonly annotatedId: (found: string) => string | null;
  /** Where an annotated entity is mentioned: by its names, and wherever the found one is that it is paired with. */
  readonly mentioned: (annotated: string) => Mentioned;
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
  const annotatedAt = new Map(annotated.entities.map(({ id }, index) => [id, index]));
  const mentioned = (id: string): Mentioned => {
    const index = annotatedAt.get(id);
    const same = found.entities.filter((_, i) => index !== undefined && alignment.annotatedOf[i] === index);
    const passages = same.flatMap(({ mentions }) => mentions);
    return { surfaces: alignment.annotatedSurfaces[index ?? -1] ?? new Set(), passages };
  };
  return {
    counts,
    entities: scoreEntities(found.entities, annotated.entities, alignment, counts),
    relations: scoreRelations(found.relations, annotated, { annotatedId, mentioned }, counts),
    statements: scoreStatements(found.statements, annotated, { annotatedId, mentioned }, counts),
  };
}
