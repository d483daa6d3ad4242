import type { EntityKind } from '../../src/model/ontology.js';
import { ask } from './ask.js';
import type { MatchedIdentity } from './load-matches.js';

/** What the graph knows of an identity, through the entity that it is linked to. */
export interface IdentityFacts {
  readonly id: string;
  readonly name: string;
  readonly kind: EntityKind;
  readonly description: string | null;
  readonly aliases: readonly string[];
  readonly mentionCount: number;
  readonly firstDate: string | null;
  readonly lastDate: string | null;
  readonly identities: readonly MatchedIdentity[];
}

export const identityQuery = `
  query Identity($id: ID!) {
    entity(id: $id) {
      id name kind description aliases mentionCount firstDate lastDate
      identities { id name }
    }
  }`;

/** @returns `null` when no document tells of it any longer. */
export async function loadIdentity(id: string, signal: AbortSignal): Promise<IdentityFacts | null> {
  const { entity } = await ask<{ entity: IdentityFacts | null }>(identityQuery, { id }, signal);
  return entity;
}
