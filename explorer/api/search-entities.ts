import { ask } from './ask.js';
import type { EntityHead } from './entity-head.js';

export interface FoundEntity {
  readonly entity: EntityHead & { readonly description: string | null; readonly mentionCount: number };
  /** The name or alias that matched best. */
  readonly matched: string;
}

export const searchEntitiesQuery = `
  query SearchEntities($text: String!, $first: Int!) {
    search(query: $text, first: $first) {
      matched
      entity { id name kind description mentionCount }
    }
  }`;

export async function searchEntities(text: string, signal: AbortSignal): Promise<readonly FoundEntity[]> {
  const { search } = await ask<{ search: readonly FoundEntity[] }>(searchEntitiesQuery, { text, first: 10 }, signal);
  return search;
}
