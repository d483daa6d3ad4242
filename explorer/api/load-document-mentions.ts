import type { MentionKind } from '../../src/model/ontology.js';
import { ask } from './ask.js';
import { type Connection, type Page, toPage } from './connection.js';
import type { EntityHead } from './entity-head.js';

/** Where an entity stands in a document. `start` and `end` count UTF-16 code units of its text. */
export interface Mention {
  readonly id: string;
  readonly start: number;
  readonly end: number;
  /** How the text names it. */
  readonly kind: MentionKind;
  readonly entity: EntityHead;
}

export const documentMentionsQuery = `
  query DocumentMentions($id: ID!, $after: String) {
    document(id: $id) {
      mentions(first: 100, after: $after) {
        nodes { id start end kind entity { id name kind } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`;

/** In the order of the text. */
export async function loadDocumentMentions(
  id: string,
  after: string | null,
  signal: AbortSignal,
): Promise<Page<Mention>> {
  type Data = { readonly document: { readonly mentions: Connection<Mention> } | null };
  const { document } = await ask<Data>(documentMentionsQuery, { id, after }, signal);
  return document === null ? { items: [], next: null } : toPage(document.mentions);
}
