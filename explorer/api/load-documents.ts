import { ask } from './ask.js';
import { type Connection, type Page, toPage } from './connection.js';

export interface DocumentHead {
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
}

export const documentsQuery = `
  query Documents($after: String) {
    documents(first: 100, after: $after) {
      nodes { id title date }
      pageInfo { hasNextPage endCursor }
    }
  }`;

/** All documents by date, undated last. */
export async function loadDocuments(after: string | null, signal: AbortSignal): Promise<Page<DocumentHead>> {
  const { documents } = await ask<{ documents: Connection<DocumentHead> }>(documentsQuery, { after }, signal);
  return toPage(documents);
}
