import { createHash } from 'node:crypto';
import { type RelationType, relationTypes } from '../model/ontology.js';

/** What is drawn: entities and the relations between them, in any order. */
export interface Drawable {
  readonly entities: readonly { readonly id: string }[];
  readonly relations: readonly DrawableRelation[];
}

interface DrawableRelation {
  readonly type: RelationType;
  readonly source: string;
  readonly target: string;
  readonly weight: number;
}

/**
 * A network as the measures and layouts see it: nodes are numbered in the order of their identifiers, and all
 * relations between two of them are one tie. It holds numbers alone, so that it is cheap to hand to a thread, and
 * follows from the entities and relations alone, whatever order they came in.
 */
export interface DrawnGraph {
  /** Number of nodes. */
  readonly order: number;
  /** The ends of each tie, the smaller number first; in their order, each pair once. None joins a node to itself. */
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  /** Sum of the weights of the relations. */
  readonly weight: Float64Array;
  /** The part of it that runs from left to right, and from right to left; symmetric relations run both ways. */
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  /** Two numbers for each node, from 0 to 1, that follow from its identifier. */
  readonly seeds: Float64Array;
}

const fnvPrime = 0x01000193;
/** The offset of the algorithm, and another, for two numbers that have nothing to do with each other. */
const fnvOffsets = [0x811c9dc5, 0x9e3779b9] as const;

/** FNV-1a over UTF-16 code units, and MurmurHash's last steps, which spread what differs at the end of a text. */
function seedOf(text: string, offset: number): number {
  let hash = offset;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), fnvPrime);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

interface Tie {
  readonly left: number;
  readonly right: number;
  weight: number;
  forward: number;
  backward: number;
}

function tiesOf(relations: readonly DrawableRelation[], numbers: ReadonlyMap<string, number>): readonly Tie[] {
  const ties = new Map<number, Tie>();
  for (const { type, source, target, weight } of relations) {
    const [from, to] = [numbers.get(source), numbers.get(target)];
    if (from === undefined || to === undefined || from === to) continue;
    const [left, right] = from < to ? [from, to] : [to, from];
    const key = left * numbers.size + right;
    const tie = ties.get(key) ?? { left, right, weight: 0, forward: 0, backward: 0 };
    tie.weight += weight;
    const { symmetric } = relationTypes[type];
    if (symmetric || from === left) tie.forward += weight;
    if (symmetric || from === right) tie.backward += weight;
    ties.set(key, tie);
  }
  return [...ties.values()].sort((a, b) => a.left - b.left || a.right - b.right);
}

/** @returns The graph, and the number of each entity in it. */
export function drawnGraph({ entities, relations }: Drawable): {
  readonly graph: DrawnGraph;
  readonly numbers: ReadonlyMap<string, number>;
} {
  const ids = entities.map(({ id }) => id).sort();
  const numbers = new Map(ids.map((id, number) => [id, number]));
  const ties = tiesOf(relations, numbers);
  return {
    numbers,
    graph: {
      order: ids.length,
      left: Uint32Array.from(ties, ({ left }) => left),
      right: Uint32Array.from(ties, ({ right }) => right),
      weight: Float64Array.from(ties, ({ weight }) => weight),
      forward: Float64Array.from(ties, ({ forward }) => forward),
      backward: Float64Array.from(ties, ({ backward }) => backward),
      seeds: Float64Array.from(ids.flatMap((id) => fnvOffsets.map((offset) => seedOf(id, offset)))),
    },
  };
}

/** The same for equal graphs, and for no others: what is found of a graph may be kept under it for ever. */
export function graphKey({ order, left, right, weight, forward, backward, seeds }: DrawnGraph): string {
  const hash = createHash('sha256').update(String(order));
  for (const { buffer } of [left, right, weight, forward, backward, seeds]) hash.update(new Uint8Array(buffer));
  return hash.digest('hex');
}
