import { ask } from './ask.js';
import type { EntityHead } from './entity-head.js';

export interface MentionedEntity extends EntityHead {
  readonly mentionCount: number;
}

export const mostMentionedQuery = `
  query MostMentioned($first: Int!) {
    entities(first: $first, orderBy: MENTIONS) { nodes { id name kind mentionCount } }
  }`;

/** The entities that the documents of the store speak of most. */
export async function loadMostMentioned(first: number, signal: AbortSignal): Promise<readonly MentionedEntity[]> {
  type Data = { readonly entities: { readonly nodes: readonly MentionedEntity[] } };
  return (await ask<Data>(mostMentionedQuery, { first }, signal)).entities.nodes;
}
