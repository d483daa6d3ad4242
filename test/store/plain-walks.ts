import { kindOfId } from '../../src/model/entity-id.js';
import { relationTypes } from '../../src/model/ontology.js';
import type { RelationRecord } from '../../src/model/records.js';
import type {
  NeighbourhoodQuestion,
  PathsQuestion,
  PatternQuestion,
  TraversalFilter,
} from '../../src/store/graph-walks.js';
import type { PlainGraph } from './plain-graph.js';

/** A walk's answer, by identifiers. */
export interface PlainSubgraph {
  readonly entities: readonly string[];
  readonly relations: readonly string[];
  readonly truncated: boolean;
  readonly edgesTruncated: boolean;
}

const byCodePoint = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function hops(graph: PlainGraph, filter: TraversalFilter): readonly RelationRecord[] {
  return graph
    .relations()
    .filter(
      ({ id, type, modality }) =>
        type !== 'AUTHORED' &&
        (filter.types?.includes(type) ?? true) &&
        (filter.modality?.includes(modality) ?? true) &&
        graph.isEvident(id, filter),
    );
}

function isOfKind(filter: TraversalFilter, id: string): boolean {
  return filter.kinds === undefined || filter.kinds.some((kind) => kind === kindOfId(id));
}

function between(relations: readonly RelationRecord[], chosen: readonly string[]): readonly RelationRecord[] {
  return relations.filter(({ source, target }) => chosen.includes(source) && chosen.includes(target));
}

/** Pair by pair, the heaviest first, until the next doesn't fit. */
function shown(relations: readonly RelationRecord[], edgeLimit: number | undefined) {
  const joined = (a: string, b: string) => relations.filter((relation) => otherEnd(relation, a) === b);
  const sides = relations.flatMap(({ source, target }) => [source, target]);
  const pairs = [...new Set(sides)].flatMap((a) =>
    [...new Set(sides)]
      .filter((b) => a < b)
      .map((b) => ({ a, b, own: joined(a, b) }))
      .filter(({ own }) => own.length > 0),
  );
  const weight = (own: readonly RelationRecord[]) => own.reduce((sum, one) => sum + one.weight, 0);
  pairs.sort((p, q) => weight(q.own) - weight(p.own) || byCodePoint(p.a, q.a) || byCodePoint(p.b, q.b));
  const taken = new Set(relations.filter(({ source, target }) => source === target));
  let left = edgeLimit ?? Number.POSITIVE_INFINITY;
  if (relations.length <= left) return { relations, edgesTruncated: false };
  let edgesTruncated = false;
  for (const { own } of pairs) {
    left -= own.length;
    edgesTruncated ||= left < 0;
    if (!edgesTruncated) for (const one of own) taken.add(one);
  }
  return { relations: relations.filter((one) => taken.has(one)), edgesTruncated };
}

/** Identifiers by weight, heaviest first. */
function heaviest(weights: ReadonlyMap<string, number>): readonly string[] {
  return [...weights].sort(([a, x], [b, y]) => y - x || byCodePoint(a, b)).map(([id]) => id);
}

function otherEnd({ source, target }: RelationRecord, id: string): string | null {
  if (source === target) return null;
  return source === id ? target : target === id ? source : null;
}

/** The neighbours of an entity, heaviest first, with what they weigh and how many relations lead there. */
function plainTies(relations: readonly RelationRecord[], id: string, filter: TraversalFilter) {
  const leading = (to: string): readonly RelationRecord[] =>
    relations.filter((relation) => otherEnd(relation, id) === to);
  return [...new Set(relations.map((relation) => otherEnd(relation, id)))]
    .filter((to) => to !== null)
    .filter((to) => isOfKind(filter, to))
    .map((to) => ({
      to,
      weight: leading(to).reduce((sum, { weight }) => sum + weight, 0),
      relations: leading(to).length,
    }))
    .sort((a, b) => b.weight - a.weight || byCodePoint(a.to, b.to));
}

export function plainNeighbourhood(
  graph: PlainGraph,
  { centers, depth, filter, limit, breadth, edgeLimit }: NeighbourhoodQuestion,
) {
  const relations = hops(graph, filter);
  const chosen = [...centers];
  const walked: string[] = [];
  let previous = [...centers];
  let isFull = false;
  for (let hop = 0; hop < depth && !isFull; hop += 1) {
    const weights = new Map<string, number>();
    for (const near of previous) {
      for (const { to, weight } of plainTies(relations, near, filter).slice(0, breadth)) {
        if (!chosen.includes(to)) weights.set(to, (weights.get(to) ?? 0) + weight);
      }
    }
    walked.push(...previous);
    const met = heaviest(weights);
    isFull = chosen.length + met.length > limit;
    previous = met.slice(0, limit - chosen.length);
    chosen.push(...previous);
  }
  const drawn = shown(between(relations, chosen), edgeLimit);
  const thinned = walked
    .map((id) => {
      const all = plainTies(relations, id, filter);
      const lacking = all.filter(({ to }) => !drawn.relations.some((relation) => otherEnd(relation, id) === to));
      const relationsLeftOut = lacking.reduce((sum, tie) => sum + tie.relations, 0);
      return { id, neighbours: all.length, neighboursLeftOut: lacking.length, relationsLeftOut };
    })
    .filter(({ neighboursLeftOut }) => neighboursLeftOut > 0)
    .sort((a, b) => b.neighboursLeftOut - a.neighboursLeftOut || byCodePoint(a.id, b.id));
  return { entities: chosen, ...byId(drawn), thinned };
}

function byId({ relations, edgesTruncated }: ReturnType<typeof shown>) {
  return { relations: relations.map(({ id }) => id), edgesTruncated };
}

export function plainNetwork(
  graph: PlainGraph,
  filter: TraversalFilter,
  limit: number,
  edgeLimit?: number,
): PlainSubgraph {
  const relations = hops(graph, filter).filter(
    ({ source, target }) => isOfKind(filter, source) && isOfKind(filter, target),
  );
  const degrees = new Map<string, number>();
  for (const { source, target, weight } of relations) {
    for (const end of new Set([source, target])) degrees.set(end, (degrees.get(end) ?? 0) + weight);
  }
  const all = heaviest(degrees);
  const entities = all.slice(0, limit);
  return { entities, ...byId(shown(between(relations, entities), edgeLimit)), truncated: all.length > limit };
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

/** Every path of up to so many hops that meets nobody twice, in the order of the contract. */
export function plainPaths(
  graph: PlainGraph,
  { from, to, maxHops, filter, avoid, avoidHubsAbove = Number.POSITIVE_INFINITY }: PathsQuestion,
): readonly (readonly string[])[] {
  const relations = hops(graph, filter);
  const everybody = graph.entities().map(({ id }) => id);
  const mayPass = (id: string): boolean =>
    isOfKind(filter, id) &&
    !avoid.includes(id) &&
    relations.filter((relation) => otherEnd(relation, id) !== null).length <= avoidHubsAbove;
  const found: string[][] = [];
  let paths: string[][] = [[from]];
  for (let hop = 0; hop <= maxHops; hop += 1) {
    found.push(...paths.filter((path) => path.at(-1) === to).sort((a, b) => byCodePoint(a.join('!'), b.join('!'))));
    paths = paths
      .filter((path) => path.at(-1) !== to)
      .flatMap((path) =>
        everybody
          .filter((id) => !path.includes(id) && (id === to || mayPass(id)))
          .filter((id) => relations.some((relation) => otherEnd(relation, id) === path.at(-1)))
          .map((id) => [...path, id]),
      );
  }
  return found;
}

/** Tries everybody at every place, and keeps what holds: no order of reading, no narrowing, no ontology. */
export function plainPattern(graph: PlainGraph, { places, steps, filter }: PatternQuestion) {
  const relations = hops(graph, filter);
  const everybody = graph.entities().map(({ id }) => id);
  const isNamed = (place: number, id: string): boolean => places[place]?.entities?.includes(id) ?? false;
  let chains: { readonly entities: readonly string[]; readonly hops: readonly (readonly string[])[] }[] = everybody
    .filter((id) => mayStand(places[0], id))
    .map((id) => ({ entities: [id], hops: [] }));
  for (const [index, { from, types, direction }] of steps.entries()) {
    const place = index + 1;
    chains = chains.flatMap(({ entities, hops: before }) =>
      everybody
        .filter((id) => mayStand(places[place], id))
        .filter((id) => entities.every((other, at) => other !== id || (isNamed(at, id) && isNamed(place, id))))
        .flatMap((id) => {
          const start = entities[from] ?? '';
          const taken = relations.filter(
            (relation) =>
              types.includes(relation.type) &&
              otherEnd(relation, start) === id &&
              (direction === undefined ||
                relationTypes[relation.type].symmetric ||
                (direction === 'OUT' ? relation.source : relation.target) === start),
          );
          return taken.length === 0
            ? []
            : [{ entities: [...entities, id], hops: [...before, taken.map((relation) => relation.id)] }];
        }),
    );
  }
  return chains.sort((a, b) => byCodePoint(a.entities.join('!'), b.entities.join('!')));
}

function mayStand(place: PatternQuestion['places'][number] | undefined, id: string): boolean {
  return isOfKind({ kinds: place?.kinds }, id) && (place?.entities?.includes(id) ?? true);
}
