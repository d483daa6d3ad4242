import { BadArgumentError } from '../errors.js';
import { type SettledPattern, settlePattern } from '../model/pattern.js';
import { idsOfPatternKey, sortKeys } from '../model/sort-key.js';
import type { Page, PageItem, PageRequest } from './graph-store.js';
import type { PatternChain, PatternQuestion } from './graph-walks.js';
import { checkKnown } from './known-entities.js';
import { type PageWindow, pageFromRows, pageWindow } from './page-from-rows.js';
import { type ReadPattern, readPattern } from './read-pattern.js';
import type { TraversalReader } from './traversal-reader.js';
import { maxPathSteps, tooManyTies } from './walk-limits.js';

/** Chains beyond the cursor, in the order of the page or against it. */
class Chains {
  /** Those whom a step leads to from somebody, in order; one list serves all chains that pass there. */
  readonly #ways = new Map<string, readonly string[]>();
  readonly #cursor: readonly string[] | null;
  #steps = 0;

  constructor(
    readonly pattern: SettledPattern,
    readonly read: ReadPattern,
    readonly window: PageWindow,
  ) {
    this.#cursor = window.beyond === null ? null : idsOfPatternKey(window.beyond);
  }

  *all(): Generator<readonly string[]> {
    yield* this.#extend([], this.#cursor !== null);
  }

  *#extend(chain: string[], isOnCursor: boolean): Generator<readonly string[]> {
    const place = chain.length;
    if (place === this.pattern.places.length) {
      if (!isOnCursor || this.#isBeyond(sortKeys.pattern(chain))) yield [...chain];
      return;
    }
    const here = this.#cursor?.[place] ?? '';
    for (const id of this.#waysTo(place, chain)) {
      if (isOnCursor && (this.window.direction === 'forward' ? id < here : id > here)) continue;
      this.#steps += 1;
      if (this.#steps > maxPathSteps) throw tooManyTies('pattern');
      if (!this.#mayStand(id, place, chain)) continue;
      chain.push(id);
      yield* this.#extend(chain, isOnCursor && id === here);
      chain.pop();
    }
  }

  #isBeyond(key: string): boolean {
    const { beyond, direction } = this.window;
    return beyond === null || (direction === 'forward' ? key > beyond : key < beyond);
  }

  #waysTo(place: number, chain: readonly string[]): readonly string[] {
    const from = chain[this.pattern.steps[place - 1]?.from ?? 0] ?? '';
    const key = place === 0 ? '' : `${place} ${from}`;
    const known = this.#ways.get(key);
    if (known) return known;
    const present = this.read.present[place];
    const met = place === 0 ? [...(present ?? [])] : [...(this.read.ties[place - 1]?.get(from)?.keys() ?? [])];
    const ways = met.filter((id) => present?.has(id)).sort();
    if (this.window.direction === 'backward') ways.reverse();
    this.#ways.set(key, ways);
    return ways;
  }

  /** A chain meets nobody twice, but whom the pattern names at both places. */
  #mayStand(id: string, place: number, chain: readonly string[]): boolean {
    const { places } = this.pattern;
    const isNamed = (at: number): boolean => places[at]?.entities?.includes(id) ?? false;
    return chain.every((other, at) => other !== id || (isNamed(at) && isNamed(place)));
  }
}

/** `GraphWalks.pattern`. */
export async function pattern(
  reader: TraversalReader,
  { filter, ...asked }: PatternQuestion,
  request: PageRequest,
): Promise<Page<PatternChain>> {
  const outcome = settlePattern(asked);
  if ('fault' in outcome) throw new BadArgumentError(outcome.fault.message, outcome.fault.cure);
  const { settled } = outcome;
  await checkKnown(reader, [...new Set(asked.places.flatMap(({ entities }) => entities ?? []))]);
  const read = await readPattern(reader, settled, filter);
  const window = pageWindow(request);
  const found: (readonly string[])[] = [];
  for (const chain of new Chains(settled, read, window).all()) {
    found.push(chain);
    if (found.length === window.take) break;
  }
  if (window.direction === 'backward') found.reverse();
  const ids = [...new Set(found.flat())];
  const records = new Map((await reader.entities(ids)).map((record) => [record?.id, record]));
  const rows = found.map((chain): PageItem<PatternChain> => {
    const entities = chain.map((id) => records.get(id) ?? null).filter((record) => record !== null);
    const hops = settled.steps.map(({ from }, index) => {
      const relations = read.ties[index]?.get(chain[from] ?? '')?.get(chain[index + 1] ?? '') ?? [];
      return [...relations].sort();
    });
    return { record: { entities, hops }, cursor: sortKeys.pattern(chain) };
  });
  return pageFromRows(rows, request);
}
