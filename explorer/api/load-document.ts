import { ask } from './ask.js';

export interface SourceText {
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
  readonly citation: string | null;
  readonly url: string | null;
  readonly text: string;
}

export const documentQuery = `
  query Document($id: ID!) {
    document(id: $id) { id title date citation url text }
  }`;

/** @returns `null` when the store has no such document. */
export async function loadDocument(id: string, signal: AbortSignal): Promise<SourceText | null> {
  const { document } = await ask<{ document: SourceText | null }>(documentQuery, { id }, signal);
  return document;
}
