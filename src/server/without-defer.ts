import { type DocumentNode, Kind, visit } from 'graphql';
import { deferDirective } from '../../schema/defer-directive.js';

/** Yoga gives the same document for the same text: each is walked through once. */
const plainDocuments = new WeakMap<DocumentNode, DocumentNode>();

/** The document that asks for the same as a whole: itself, where nothing of it is deferred. */
export function withoutDefer(document: DocumentNode): DocumentNode {
  const known = plainDocuments.get(document);
  if (known) return known;
  const plain = visit(document, {
    [Kind.DIRECTIVE]: ({ name }) => (name.value === deferDirective.name ? null : undefined),
  });
  plainDocuments.set(document, plain);
  return plain;
}
