import type { EntityKind, Modality, RelationType } from '../../src/model/ontology.js';
import type { RelationFilter } from '../route.js';
import { ask } from './ask.js';

export interface NetworkNode {
  readonly id: string;
  readonly label: string;
  readonly kind: EntityKind;
  /** Where the server's layout puts it, -1 to 1; missing where it came without a network of its own. */
  readonly x?: number;
  readonly y?: number;
  readonly entity: { readonly mentionCount: number };
}

export interface NetworkEdge {
  readonly id: string;
  readonly type: RelationType;
  readonly weight: number;
  readonly source: string;
  readonly target: string;
  readonly relation: { readonly modality: Modality; readonly date: string | null };
}

export interface Network {
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** Whether the limit left something out. */
  readonly truncated: boolean;
  readonly edgesTruncated: boolean;
}

const networkFields = `
  nodes { id label kind x y entity { mentionCount } }
  edges { id type weight source target relation { modality date } }
  truncated
  edgesTruncated`;

export const filterVariables =
  '$kinds: [EntityKind!], $types: [RelationType!], $modality: [Modality!], $minConfidence: Float, $since: PartialDate, $until: PartialDate';
export const filterArguments =
  'kinds: $kinds, types: $types, modality: $modality, minConfidence: $minConfidence, since: $since, until: $until';

/** A filter as the API takes it: what lets everything through is left out. */
export function asArguments(filter: RelationFilter): Record<string, unknown> {
  const given = Object.entries(filter as unknown as Record<string, unknown>);
  return Object.fromEntries(
    given.filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
}

export const overviewQuery = `
  query Overview($limit: Int!, ${filterVariables}) {
    network(limit: $limit, ${filterArguments}) { ${networkFields} }
  }`;

/** The most connected entities of the store. */
export async function loadOverview(limit: number, filter: RelationFilter, signal: AbortSignal): Promise<Network> {
  const variables = { limit, ...asArguments(filter) };
  return (await ask<{ network: Network }>(overviewQuery, variables, signal)).network;
}

export const neighbourhoodQuery = `
  query Neighbourhood($center: ID!, $depth: Int!, $limit: Int!, ${filterVariables}) {
    neighbourhood(center: $center, depth: $depth, limit: $limit, ${filterArguments}) { ${networkFields} }
  }`;

interface Around {
  readonly center: string;
  /** 1 to 3 hops. */
  readonly depth: number;
  readonly limit: number;
}

export async function loadNeighbourhood(around: Around, filter: RelationFilter, signal: AbortSignal): Promise<Network> {
  const variables = { ...around, ...asArguments(filter) };
  return (await ask<{ neighbourhood: Network }>(neighbourhoodQuery, variables, signal)).neighbourhood;
}
