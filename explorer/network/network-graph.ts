import { UndirectedGraph } from 'graphology';
import { type EntityKind, entityKinds, type RelationType } from '../../src/model/ontology.js';
import type { Network, NetworkEdge, NetworkNode } from '../api/load-network.js';
import type { Picture } from '../picture.js';
import { communityColour } from './community-colours.js';
import { type Places, placeNodes } from './places.js';

export interface DrawnNode {
  readonly label: string;
  readonly kind: EntityKind;
  readonly color: string;
  readonly size: number;
  readonly x: number;
  readonly y: number;
  readonly mentions: number;
  readonly pinned: boolean;
}

export interface DrawnEdge {
  /** All relations between the two, in either direction: they are drawn as one line. */
  readonly relations: readonly string[];
  readonly types: readonly RelationType[];
  readonly size: number;
  readonly weight: number;
  /** Whether a document tells one of them as a fact. */
  readonly asserted: boolean;
}

export type NetworkGraph = UndirectedGraph<DrawnNode, DrawnEdge>;

/** Numbers of the nodes of the whole picture, by the choices that ask for them. */
export interface Measures {
  readonly community?: ReadonlyMap<string, number>;
  readonly pagerank?: ReadonlyMap<string, number>;
  readonly betweenness?: ReadonlyMap<string, number>;
}

const smallestNode = 4;
const largestNode = 16;
/** Wide enough to be hit with a mouse. */
const thinnestEdge = 2;
const thickestEdge = 8;
/** What all nodes together may cover, in square pixels: an eighth of a picture of common size. */
const mostCovered = 60_000;
/** Radius that can still be seen. */
const leastNode = 1.5;

/** More lines than this are a grey cloud that moves in jerks; the heaviest are drawn. */
export const mostLines = 50_000;

export function emptyGraph(): NetworkGraph {
  return new UndirectedGraph();
}

interface Line extends DrawnEdge {
  readonly source: string;
  readonly target: string;
}

/** One line for each pair that relations tie, the heaviest first where there are too many. */
function linesOf({ nodes, edges }: Network): readonly Line[] {
  const known = new Set(nodes.map(({ id }) => id));
  const bundles = new Map<string, NetworkEdge[]>();
  for (const edge of edges) {
    // Relations of an entity with itself are read in its list; a line can't show them.
    if (edge.source === edge.target || !known.has(edge.source) || !known.has(edge.target)) continue;
    const key = edge.source < edge.target ? `${edge.source} ${edge.target}` : `${edge.target} ${edge.source}`;
    const bundle = bundles.get(key);
    if (bundle) bundle.push(edge);
    else bundles.set(key, [edge]);
  }
  const unsized = [...bundles.values()].flatMap((relations) => {
    const [first] = relations;
    if (!first) return [];
    const weight = relations.reduce((sum, relation) => sum + relation.weight, 0);
    const { source, target } = first;
    return {
      source,
      target,
      relations: relations.map(({ id }) => id),
      types: [...new Set(relations.map(({ type }) => type))],
      weight,
      asserted: relations.some(({ relation }) => relation.modality === 'ASSERTED'),
    };
  });
  const heaviest = unsized.reduce((most, { weight }) => Math.max(most, weight), 1);
  // Where some ties are heavy, all are thinner: else they would be equally thick, and hide what lies between them.
  const step = Math.min(1, (thickestEdge - thinnestEdge) / Math.log2(heaviest));
  const lines = unsized.map((line) => ({ ...line, size: thinnestEdge + step * Math.log2(line.weight) }));
  if (lines.length <= mostLines) return lines;
  return lines.sort((a, b) => b.weight - a.weight).slice(0, mostLines);
}

/** What the size of a node stands for, 0 or more. */
function amountOf(
  { id, entity }: NetworkNode,
  size: Picture['size'],
  degrees: ReadonlyMap<string, number>,
  measures: Measures,
): number {
  if (size === 'mentions') return entity.mentionCount;
  return (size === 'degree' ? degrees : measures[size])?.get(id) ?? 0;
}

/** @returns how many lines lead to each node. */
function degreesOf(lines: readonly Line[]): ReadonlyMap<string, number> {
  const degrees = new Map<string, number>();
  for (const { source, target } of lines) {
    degrees.set(source, (degrees.get(source) ?? 0) + 1);
    degrees.set(target, (degrees.get(target) ?? 0) + 1);
  }
  return degrees;
}

/**
 * Makes the graph that Sigma draws show the network: nodes and lines that stay keep their place, new ones come to
 * free places beside those that they are tied to.
 *
 * @param places - Of every node that this scene has shown; new ones are added.
 * @returns how many lines are left out, as the lightest of too many.
 */
export function showNetwork(
  graph: NetworkGraph,
  network: Network,
  picture: Pick<Picture, 'colour' | 'size' | 'pins'>,
  measures: Measures,
  places: Places,
): number {
  const lines = linesOf(network);
  const degrees = degreesOf(lines);
  const pins = new Map(picture.pins.map((pin) => [pin.id, pin]));
  placeNodes(network, pins, places);
  const amounts = new Map(network.nodes.map((node) => [node.id, amountOf(node, picture.size, degrees, measures)]));
  const most = [...amounts.values()].reduce((high, amount) => Math.max(high, amount), Number.MIN_VALUE);
  const fullSize = (id: string) =>
    smallestNode + (largestNode - smallestNode) * Math.sqrt((amounts.get(id) ?? 0) / most);
  const covered = network.nodes.reduce((sum, { id }) => sum + Math.PI * fullSize(id) ** 2, 0);
  const shrink = Math.min(1, Math.sqrt(mostCovered / covered));

  const shown = new Set(network.nodes.map(({ id }) => id));
  graph.clearEdges();
  for (const node of graph.nodes()) if (!shown.has(node)) graph.dropNode(node);
  for (const { id, label, kind, entity } of network.nodes) {
    const place = places.get(id) ?? { x: 0, y: 0 };
    graph.mergeNode(id, {
      label,
      kind,
      color: picture.colour === 'kind' ? entityKinds[kind].colour : communityColour(measures.community?.get(id)),
      size: Math.max(leastNode, shrink * fullSize(id)),
      x: place.x,
      y: place.y,
      mentions: entity.mentionCount,
      pinned: pins.has(id),
    });
  }
  for (const { source, target, ...line } of lines) graph.addEdge(source, target, line);
  return countLeftOut(network, lines);
}

function countLeftOut(network: Network, lines: readonly Line[]): number {
  if (lines.length < mostLines) return 0;
  const drawn = lines.reduce((sum, { relations }) => sum + relations.length, 0);
  return network.edges.filter(({ source, target }) => source !== target).length - drawn;
}
