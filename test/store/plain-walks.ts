import { kindOfId } from '../../src/model/entity-id.js';
import type { RelationRecord } from '../../src/model/records.js';
import type { TraversalFilter } from '../../src/store/graph-store.js';
import type { PlainGraph } from './plain-graph.js';

/** A walk's answer, by identifiers. */
export interface PlainSubgraph {
  readonly entities: readonly string[];
  readonly relations: readonly string[];
  readonly truncated: boolean;
}

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function hops(graph: PlainGraph, filter: TraversalFilter): readonly RelationRecord[] {
  return graph
    .relations()
    .filter(
      ({ type, modality }) =>
        type !== 'AUTHORED' && (filter.types?.includes(type) ?? true) && (filter.modality?.includes(modality) ?? true),
    );
}

function isOfKind(filter: TraversalFilter, id: string): boolean {
  return filter.kinds === undefined || filter.kinds.some((kind) => kind === kindOfId(id));
}

function between(relations: readonly RelationRecord[], chosen: readonly string[]): readonly string[] {
  return relations
    .filter(({ source, target }) => chosen.includes(source) && chosen.includes(target))
    .map(({ id }) => id);
}

/** Identifiers by weight, heaviest first. */
function heaviest(weights: ReadonlyMap<string, number>): readonly string[] {
  return [...weights].sort(([a, x], [b, y]) => y - x || byCodePoint(a, b)).map(([id]) => id);
}

export function plainNeighbourhood(
  graph: PlainGraph,
  center: string,
  depth: number,
  filter: TraversalFilter,
  limit: number,
): PlainSubgraph {
  const relations = hops(graph, filter);
  const chosen = [center];
  let previous = [center];
  let truncated = false;
  for (let hop = 0; hop < depth && !truncated; hop += 1) {
    const ties = new Map<string, number>();
    for (const { source, target, weight } of relations) {
      for (const [near, far] of [
        [source, target],
        [target, source],
      ] as const) {
        if (!previous.includes(near) || chosen.includes(far) || !isOfKind(filter, far)) continue;
        ties.set(far, (ties.get(far) ?? 0) + weight);
      }
    }
    const met = heaviest(ties);
    truncated = chosen.length + met.length > limit;
    previous = met.slice(0, limit - chosen.length);
    chosen.push(...previous);
  }
  return { entities: chosen, relations: between(relations, chosen), truncated };
}

export function plainNetwork(graph: PlainGraph, filter: TraversalFilter, limit: number): PlainSubgraph {
  const relations = hops(graph, filter).filter(
    ({ source, target }) => isOfKind(filter, source) && isOfKind(filter, target),
  );
  const degrees = new Map<string, number>();
  for (const { source, target, weight } of relations) {
    for (const end of new Set([source, target])) degrees.set(end, (degrees.get(end) ?? 0) + weight);
  }
  const all = heaviest(degrees);
  const entities = all.slice(0, limit);
  return { entities, relations: between(relations, entities), truncated: all.length > limit };
}

/** Tries every path without a repetition, shortest first, then in code-point order: no search, no cleverness. */
export function plainShortestPath(
  graph: PlainGraph,
  from: string,
  to: string,
  maxHops: number,
  filter: TraversalFilter,
): { readonly entities: readonly string[]; readonly relations: readonly string[] } | null {
  const relations = hops(graph, filter);
  const joining = (a: string, b: string): readonly string[] =>
    relations
      .filter(({ source, target }) => (source === a && target === b) || (source === b && target === a))
      .map(({ id }) => id)
      .sort(byCodePoint);
  const everybody = graph.entities().map(({ id }) => id);
  let paths: string[][] = [[from]];
  for (let hop = 0; hop <= maxHops; hop += 1) {
    const [found] = paths.filter((path) => path.at(-1) === to).sort((a, b) => byCodePoint(a.join(' '), b.join(' ')));
    if (found) {
      const steps = found.slice(1).map((id, step) => joining(found[step] ?? '', id)[0] ?? '');
      return { entities: found, relations: steps };
    }
    paths = paths.flatMap((path) =>
      everybody
        .filter((id) => !path.includes(id) && joining(path.at(-1) ?? '', id).length > 0)
        .filter((id) => id === to || isOfKind(filter, id))
        .map((id) => [...path, id]),
    );
  }
  return null;
}
