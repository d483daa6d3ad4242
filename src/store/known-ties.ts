import type { TraversalFilter } from './graph-walks.js';
import type { TraversalReader } from './traversal-reader.js';
import { maxTiesRead, tooManyTies } from './walk-limits.js';

const none: ReadonlyMap<string, string> = new Map();

/** The part of the graph that a walk has read: for each entity, its neighbours and the first relation to each. */
export class KnownTies {
  readonly #neighbours = new Map<string, Map<string, string>>();
  readonly #read = new Set<string>();
  #count = 0;

  /** Neighbours known of an entity; all of them where its ties were read. */
  of(id: string): ReadonlyMap<string, string> {
    return this.#neighbours.get(id) ?? none;
  }

  /**
   * Reads the ties of those entities that were not read before, in one round trip.
   *
   * @throws {BadArgumentError} past `maxTiesRead` ties in all.
   */
  async read(
    reader: TraversalReader,
    ids: readonly string[],
    filter: TraversalFilter,
    always: readonly string[],
  ): Promise<void> {
    const unread = ids.filter((id) => !this.#read.has(id));
    if (unread.length === 0) return;
    const left = maxTiesRead - this.#count;
    const ties = await reader.ties(unread, filter, always, left + 1);
    if (ties.length > left) throw tooManyTies('paths');
    this.#count += ties.length;
    for (const id of unread) this.#read.add(id);
    for (const { from, to, relation } of ties) {
      this.#add(from, to, relation);
      this.#add(to, from, relation);
    }
  }

  #add(from: string, to: string, relation: string): void {
    const neighbours = this.#neighbours.get(from) ?? new Map<string, string>();
    const known = neighbours.get(to);
    if (known === undefined || relation < known) neighbours.set(to, relation);
    this.#neighbours.set(from, neighbours);
  }
}
