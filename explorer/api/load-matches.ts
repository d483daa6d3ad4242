import type { EntityKind } from '../../src/model/ontology.js';
import { ask } from './ask.js';
import { type Connection, type Page, toPage } from './connection.js';

export interface MatchedIdentity {
  readonly id: string;
  readonly name: string;
}

/** Two identities whose names are alike, and nobody knows yet whether they are one entity. */
export interface Match {
  readonly id: string;
  readonly kind: EntityKind;
  readonly left: MatchedIdentity;
  readonly right: MatchedIdentity;
  /** Why the names are alike. */
  readonly reason: string;
  /** Above 0 to 1. */
  readonly score: number;
}

export const openMatchesQuery = `
  query OpenMatches($after: String) {
    matches(states: [OPEN], first: 100, after: $after) {
      nodes { id kind reason score left { id name } right { id name } }
      pageInfo { hasNextPage endCursor }
    }
  }`;

/** The pairs that wait for a person, likeliest first. */
export async function loadOpenMatches(after: string | null, signal: AbortSignal): Promise<Page<Match>> {
  const { matches } = await ask<{ matches: Connection<Match> }>(openMatchesQuery, { after }, signal);
  return toPage(matches);
}
