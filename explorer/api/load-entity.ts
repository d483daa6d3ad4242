import { ask } from './ask.js';
import type { EntityHead } from './entity-head.js';

export interface EntityFacts extends EntityHead {
  readonly aliases: readonly string[];
  readonly description: string | null;
  readonly mentionCount: number;
  readonly firstDate: string | null;
  readonly lastDate: string | null;
  /** Of the time when it was read, for what is changed of it. */
  readonly ledgerVersion: number;
}

export const entityQuery = `
  query Entity($id: ID!) {
    ledgerVersion
    entity(id: $id) { id name kind aliases description mentionCount firstDate lastDate }
  }`;

/** @returns `null` when the store has no such entity. */
export async function loadEntity(id: string, signal: AbortSignal): Promise<EntityFacts | null> {
  type Data = { readonly ledgerVersion: number; readonly entity: Omit<EntityFacts, 'ledgerVersion'> | null };
  const { ledgerVersion, entity } = await ask<Data>(entityQuery, { id }, signal);
  return entity && { ...entity, ledgerVersion };
}
