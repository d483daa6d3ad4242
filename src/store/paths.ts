import { setImmediate as nextTurn } from 'node:timers/promises';
import { BadArgumentError, UnknownEntityError } from '../errors.js';
import { idsOfPathKey, sortKeys } from '../model/sort-key.js';
import type { FoundPaths, PathsQuestion } from './graph-walks.js';
import { KnownTies } from './known-ties.js';
import type { TraversalReader } from './traversal-reader.js';
import { maxPathSteps, tooManyTies } from './walk-limits.js';

/** Some milliseconds of search without a read, which would wait for its turn by itself. */
const stepsAtOnce = 2_000;

/** One half of the search: the entities that it has met from its end, and those that it met last. */
interface Wave {
  readonly seen: Set<string>;
  front: readonly string[];
}

/** What a search has read so far, and may not go through. */
class PathSearch {
  readonly ties = new KnownTies();
  readonly hubs = new Set<string>();
  readonly #avoided: ReadonlySet<string>;
  readonly #ahead: Wave;
  readonly #behind: Wave;
  #steps = 0;

  constructor(
    readonly reader: TraversalReader,
    readonly question: PathsQuestion,
  ) {
    const { from, to, avoid } = question;
    this.#avoided = new Set(avoid.filter((id) => id !== from && id !== to));
    this.#ahead = { seen: new Set([from]), front: [from] };
    this.#behind = { seen: new Set([to]), front: [to] };
  }

  /**
   * Reads on from the end that met fewer, so that an entity with ten thousand ties is entered last. After `n` times
   * every tie of every path of up to `n` hops is known; so it is once one of the ends has met all that it can reach.
   */
  async advance(): Promise<void> {
    const [ahead, behind] = [this.#ahead, this.#behind];
    if (ahead.front.length === 0 || behind.front.length === 0) return;
    const { from, to, filter, avoidHubsAbove } = this.question;
    const wave = ahead.front.length <= behind.front.length ? ahead : behind;
    await this.ties.read(this.reader, wave.front, filter, [from, to]);
    const met = new Set(wave.front.flatMap((id) => [...this.ties.of(id).keys()]));
    const next = [...met].filter((id) => !wave.seen.has(id) && id !== from && id !== to && !this.#avoided.has(id));
    if (avoidHubsAbove !== undefined && next.length > 0) {
      for (const { id, degree } of await this.reader.degrees(next, filter)) {
        if (degree > avoidHubsAbove) this.hubs.add(id);
      }
    }
    for (const id of next) wave.seen.add(id);
    wave.front = next.filter((id) => !this.hubs.has(id));
  }

  /** Hops to the far end over what is known, for entities that may be gone through. */
  #distances(): ReadonlyMap<string, number> {
    const { from, to } = this.question;
    const distances = new Map([[to, 0]]);
    for (let layer = [to], distance = 1; layer.length > 0; distance += 1) {
      const next: string[] = [];
      for (const id of layer) {
        if (id === from) continue;
        for (const other of this.ties.of(id).keys()) {
          if (distances.has(other) || this.#avoided.has(other) || this.hubs.has(other)) continue;
          distances.set(other, distance);
          next.push(other);
        }
      }
      layer = next;
    }
    return distances;
  }

  /**
   * Loopless paths of exactly so many hops, in code-point order of their entities, behind `after`; `null` after every
   * `stepsAtOnce` steps, for others to have their turn.
   */
  *pathsOf(length: number, after: readonly string[] | null): Generator<readonly string[] | null> {
    const { from, to } = this.question;
    const distances = this.#distances();
    const path = [from];
    const search = this;
    function* extend(isOnCursor: boolean): Generator<readonly string[] | null> {
      const at = path.at(-1) ?? from;
      const left = length - path.length;
      if (path.length === length + 1) {
        if (!isOnCursor) yield [...path];
        return;
      }
      const start = isOnCursor ? (after?.[path.length] ?? '') : '';
      const ways = [...search.ties.of(at).keys()].filter((id) => {
        const distance = distances.get(id);
        return distance !== undefined && distance <= left && id >= start && (id !== to || left === 0);
      });
      for (const id of ways.sort()) {
        search.#steps += 1;
        if (search.#steps > maxPathSteps) throw tooManyTies('paths');
        if (search.#steps % stepsAtOnce === 0) yield null;
        if (path.includes(id)) continue;
        path.push(id);
        yield* extend(isOnCursor && id === start);
        path.pop();
      }
    }
    yield* extend(after !== null);
  }
}

/** Identifiers of the paths' entities, and how far was looked; stops short of what would be too much to read. */
async function search(walk: PathSearch, { which, first, maxHops, after }: PathsQuestion) {
  const behind = after === undefined ? null : idsOfPathKey(after);
  const found: (readonly string[])[] = [];
  let searchedHops = 0;
  for (let length = 1; length <= maxHops; length += 1) {
    try {
      await walk.advance();
      const isPast = behind !== null && behind.length - 1 > length;
      if (!isPast) {
        for (const path of walk.pathsOf(length, behind?.length === length + 1 ? behind : null)) {
          if (path === null) {
            await nextTurn();
            continue;
          }
          found.push(path);
          if (found.length > first) return { found, searchedHops: length, isMore: true, isCutShort: false };
        }
      }
    } catch (error) {
      if (!(error instanceof BadArgumentError) || found.length === 0) throw error;
      return { found: found.slice(0, first), searchedHops, isMore: false, isCutShort: true };
    }
    searchedHops = length;
    const isLast = which !== 'K_SHORTEST' && (found.length > 0 || behind?.length === length + 1);
    if (isLast) return { found, searchedHops, isMore: false, isCutShort: false };
    if (found.length === first && length < maxHops) return { found, searchedHops, isMore: true, isCutShort: false };
  }
  return { found, searchedHops, isMore: false, isCutShort: false };
}

/**
 * `GraphWalks.paths`: depth-first iterative deepening over the length, on ties that are read from both ends, one more
 * hop for each length; a branch is left where the far end is further than the hops that remain. As every length is
 * searched in order, the paths come as Yen's algorithm would give them, without a search for each deviation.
 */
export async function paths(reader: TraversalReader, question: PathsQuestion): Promise<FoundPaths> {
  const { from, to, first } = question;
  const ends = await reader.entities([from, to]);
  for (const [index, id] of [from, to].entries()) if (ends[index]?.id !== id) throw new UnknownEntityError(id);
  const walk = new PathSearch(reader, question);
  const { found, searchedHops, isMore, isCutShort } =
    from === to ? { found: [[from]], searchedHops: 0, isMore: false, isCutShort: false } : await search(walk, question);
  const page = found.slice(0, first);
  const hops = page.map((ids) => ids.slice(1).map((id, hop) => walk.ties.of(ids[hop] ?? '').get(id) ?? ''));
  const [entities, relations] = await Promise.all([reader.entities(page.flat()), reader.relations(hops.flat())]);
  const entityById = new Map(entities.map((record) => [record?.id, record]));
  const relationById = new Map(relations.map((record) => [record?.id, record]));
  const last = page.at(-1);
  return {
    paths: page.map((ids, index) => ({
      entities: ids.map((id) => entityById.get(id) ?? null).filter((record) => record !== null),
      relations: (hops[index] ?? []).map((id) => relationById.get(id) ?? null).filter((record) => record !== null),
    })),
    truncated: isMore || isCutShort,
    after: isMore && last ? sortKeys.path(last) : null,
    searchedHops,
    hubsAvoided: walk.hubs.size,
  };
}
