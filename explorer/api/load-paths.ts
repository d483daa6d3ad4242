import type { RelationFilter } from '../route.js';
import { ask } from './ask.js';
import type { MentionedEntity } from './load-most-mentioned.js';
import { asArguments, filterArguments, filterVariables, type Network } from './load-network.js';
import { type Relation, relationFields } from './load-relations.js';
import type { Passage } from './passage.js';

/** A relation of a path, with the first passage that it rests on. */
export interface Hop extends Relation {
  readonly evidence: { readonly nodes: readonly Passage[] };
}

export interface Path {
  readonly length: number;
  /** One more than there are relations. */
  readonly entities: readonly MentionedEntity[];
  readonly relations: readonly Hop[];
}

export interface Paths {
  readonly paths: readonly Path[];
  /** Whether there are or may be more. */
  readonly truncated: boolean;
}

/** Longer ones tie anybody to anybody. */
export const mostHops = 5;

export const pathsQuery = `
  query PathsBetween($from: ID!, $to: ID!, $maxHops: Int!, ${filterVariables}) {
    paths(from: $from, to: $to, which: K_SHORTEST, first: 5, maxHops: $maxHops, ${filterArguments}) {
      paths {
        length
        entities { id name kind mentionCount }
        relations {
          ${relationFields}
          evidence(first: 1) { nodes { id quote start end cite document { id title date } } }
        }
      }
      truncated
    }
  }`;

/** The shortest chain of relations between two entities, and the ones next to it. */
export async function loadPaths(
  ends: { readonly from: string; readonly to: string },
  filter: RelationFilter,
  signal: AbortSignal,
): Promise<Paths> {
  const variables = { ...ends, maxHops: mostHops, ...asArguments(filter) };
  return (await ask<{ paths: Paths }>(pathsQuery, variables, signal)).paths;
}

/** The path as a part of a network, to be drawn with the rest. */
export function pathNetwork({ entities, relations }: Path): Network {
  return {
    nodes: entities.map(({ id, name, kind, mentionCount }) => ({ id, label: name, kind, entity: { mentionCount } })),
    edges: relations.map(({ id, type, weight, modality, date, source, target }) => ({
      id,
      type,
      weight,
      source: source.id,
      target: target.id,
      relation: { modality, date },
    })),
    truncated: false,
    edgesTruncated: false,
  };
}
