import { ask } from './ask.js';
import type { EntityHead } from './entity-head.js';

export interface EntityFacts extends EntityHead {
  readonly aliases: readonly string[];
  readonly description: string | null;
  readonly mentionCount: number;
  readonly firstDate: string | null;
  readonly lastDate: string | null;
}

export const entityQuery = `
  query Entity($id: ID!) {
    entity(id: $id) { id name kind aliases description mentionCount firstDate lastDate }
  }`;

/** @returns `null` when the store has no such entity. */
export async function loadEntity(id: string, signal: AbortSignal): Promise<EntityFacts | null> {
  const { entity } = await ask<{ entity: EntityFacts | null }>(entityQuery, { id }, signal);
  return entity;
}
