import { degrees } from './centralities.js';
import type { Communities } from './communities.js';
import { type Drawable, drawnGraph, graphKey } from './drawn-graph.js';
import type { FindingName, Findings } from './findings.js';
import { found } from './found-before.js';
import type { LayoutName } from './layouts.js';

interface Place {
  /** The longer side of the picture goes from -1 to 1. */
  readonly x: number;
  readonly y: number;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function sizesOf({ relations }: Drawable): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const { source, target, weight } of relations) {
    for (const end of new Set([source, target])) sizes.set(end, (sizes.get(end) ?? 0) + weight);
  }
  return sizes;
}

/** All that can be known of a network beside what the store says. Nothing is reckoned before it is asked for. */
export class Drawing {
  readonly #sizes: () => ReadonlyMap<string, number>;
  readonly #drawn: () => ReturnType<typeof drawnGraph>;
  readonly #key: () => string;
  readonly #degrees: () => Uint32Array;
  readonly #findings = new Map<FindingName, Promise<unknown>>();

  constructor(drawable: Drawable) {
    this.#sizes = once(() => sizesOf(drawable));
    this.#drawn = once(() => drawnGraph(drawable));
    this.#key = once(() => graphKey(this.#drawn().graph));
    this.#degrees = once(() => degrees(this.#drawn().graph));
  }

  /** Sum of the weights of an entity's relations; one to itself counts once. */
  size(entity: string): number {
    return this.#sizes().get(entity) ?? 0;
  }

  /** How many others an entity is tied to. */
  degree(entity: string): number {
    return this.#degrees()[this.#number(entity)] ?? 0;
  }

  async place(layout: LayoutName, entity: string): Promise<Place> {
    const places = await this.#find(layout);
    const at = 2 * this.#number(entity);
    return { x: places[at] ?? 0, y: places[at + 1] ?? 0 };
  }

  communities(): Promise<Communities> {
    return this.#find('communities');
  }

  async community(entity: string): Promise<number> {
    return (await this.communities()).community[this.#number(entity)] ?? 0;
  }

  async pageRank(entity: string): Promise<number> {
    return (await this.#find('pageRank'))[this.#number(entity)] ?? 0;
  }

  async betweenness(entity: string): Promise<number> {
    return (await this.#find('betweenness')).betweenness[this.#number(entity)] ?? 0;
  }

  /** Whether betweenness was reckoned from a part of the nodes. */
  async isEstimate(): Promise<boolean> {
    return (await this.#find('betweenness')).sources < this.#drawn().graph.order;
  }

  #number(entity: string): number {
    return this.#drawn().numbers.get(entity) ?? -1;
  }

  #find<Name extends FindingName>(name: Name): Promise<Findings[Name]> {
    const asked = this.#findings.get(name) as Promise<Findings[Name]> | undefined;
    const finding = asked ?? found(name, this.#drawn().graph, this.#key());
    this.#findings.set(name, finding);
    return finding;
  }
}
