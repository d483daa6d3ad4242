import type { EntityKind } from '../../src/model/ontology.js';
import { ask } from './ask.js';

export interface NetworkNode {
  readonly id: string;
  readonly label: string;
  readonly kind: EntityKind;
  readonly entity: { readonly mentionCount: number };
}

export interface NetworkEdge {
  readonly id: string;
  readonly weight: number;
  readonly source: string;
  readonly target: string;
}

export interface Network {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** Whether the limit left something out. */
  readonly truncated: boolean;
}

/** More than these can't be told apart on a screen. */
const mostNodes = 80;

export const overviewQuery = `
  query Overview($limit: Int!) {
    network(limit: $limit) {
      nodes { id label kind entity { mentionCount } }
      edges { id weight source target }
      truncated
    }
  }`;

/** The most connected entities of the store. */
export async function loadOverview(signal: AbortSignal): Promise<Network> {
  const { network } = await ask<{ network: Network }>(overviewQuery, { limit: mostNodes }, signal);
  return network;
}

export const neighbourhoodQuery = `
  query Neighbourhood($center: ID!, $depth: Int!, $limit: Int!) {
    neighbourhood(center: $center, depth: $depth, limit: $limit) {
      nodes { id label kind entity { mentionCount } }
      edges { id weight source target }
      truncated
    }
  }`;

/** @param depth - 1 to 3 hops. */
export async function loadNeighbourhood(center: string, depth: number, signal: AbortSignal): Promise<Network> {
  const variables = { center, depth, limit: mostNodes };
  const { neighbourhood } = await ask<{ neighbourhood: Network }>(neighbourhoodQuery, variables, signal);
  return neighbourhood;
}
