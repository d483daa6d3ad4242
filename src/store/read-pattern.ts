import type { PatternStep, SettledPattern } from '../model/pattern.js';
import type { PatternQuestion } from './graph-walks.js';
import type { ReadStep, TraversalReader } from './traversal-reader.js';
import { maxTiesRead, tooManyTies } from './walk-limits.js';

/** For each entity where a step begins, those that it leads to, with the relations that make it. */
export type StepTies = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

export interface ReadPattern {
  /** By place: who may stand there, as far as the steps read say. */
  readonly present: readonly ReadonlySet<string>[];
  /** By step. */
  readonly ties: readonly StepTies[];
}

/** One end of a step from which it can be read: those who stand there, or `null` for the whole store. */
interface End {
  readonly index: number;
  /** Read from where the step leads to. */
  readonly isTurned: boolean;
  readonly ids: readonly string[] | null;
}

/** Sets larger than this are not counted before they are read; each of theirs is reckoned at so many relations. */
const mostCounted = 500;
const reckonedDegree = 100;

const turned = { OUT: 'IN', IN: 'OUT' } as const satisfies Record<string, PatternStep['direction']>;

/** Reads the steps of a pattern one by one, each in one round trip, from the end where fewest relations are. */
class PatternSearch {
  readonly #present: (ReadonlySet<string> | null)[];
  readonly #ties: (StepTies | null)[];
  /** Expected rows of an end; forgotten when those who stand there become fewer. */
  readonly #counts = new Map<string, number>();
  #left = maxTiesRead;

  constructor(
    readonly reader: TraversalReader,
    readonly pattern: SettledPattern,
    readonly filter: PatternQuestion['filter'],
  ) {
    this.#present = pattern.places.map(({ entities }) => (entities === null ? null : new Set(entities)));
    this.#ties = pattern.steps.map(() => null);
  }

  async read(): Promise<ReadPattern> {
    while (this.#ties.includes(null)) await this.#readStep(await this.#narrowestEnd());
    const ties = this.#ties.map((step): StepTies => step ?? new Map<string, never>());
    this.#keepComplete(ties);
    return { present: this.#present.map((ids) => ids ?? new Set<string>()), ties };
  }

  async #narrowestEnd(): Promise<End> {
    const ends = this.pattern.steps.flatMap(({ from }, index): readonly End[] => {
      if (this.#ties[index]) return [];
      const [at, to] = [this.#present[from] ?? null, this.#present[index + 1] ?? null];
      return [
        ...(at ? [{ index, isTurned: false, ids: [...at] }] : []),
        ...(to ? [{ index, isTurned: true, ids: [...to] }] : []),
      ];
    });
    const [only, ...others] = ends;
    if (only === undefined) return this.#rarestStep();
    if (others.length === 0) return only;
    const counted = await Promise.all(ends.map(async (end) => ({ end, count: await this.#expected(end) })));
    return counted.reduce((least, one) => (one.count < least.count ? one : least)).end;
  }

  async #expected({ index, isTurned, ids }: End): Promise<number> {
    const asked = ids ?? [];
    if (asked.length > mostCounted) return asked.length * reckonedDegree;
    const key = `${index} ${isTurned} ${asked.length}`;
    const known = this.#counts.get(key);
    if (known !== undefined) return known;
    const degrees = asked.length === 0 ? [] : await this.reader.degrees(asked, this.#typesOf(index));
    const count = degrees.reduce((sum, { degree }) => sum + degree, 0);
    this.#counts.set(key, count);
    return count;
  }

  #typesOf(index: number) {
    return { types: this.pattern.steps[index]?.types };
  }

  /** Where no place names anybody: the step whose types are rarest in the whole store. */
  async #rarestStep(): Promise<End> {
    const counts = new Map((await this.reader.relationCounts()).map(({ type, count }) => [type, count]));
    const totals = this.pattern.steps.map(({ types }) => types.reduce((sum, type) => sum + (counts.get(type) ?? 0), 0));
    return { index: totals.indexOf(Math.min(...totals)), isTurned: false, ids: null };
  }

  async #readStep({ index, isTurned, ids }: End): Promise<void> {
    const { places, steps } = this.pattern;
    const step = steps[index];
    if (!step) return;
    const [at, to] = [places[step.from]?.kinds ?? [], places[index + 1]?.kinds ?? []];
    const asked: ReadStep = {
      types: step.types,
      direction: isTurned && step.direction ? turned[step.direction] : step.direction,
      filter: this.filter,
      kinds: isTurned ? to : at,
      otherKinds: isTurned ? at : to,
    };
    const rows = ids?.length === 0 ? [] : await this.reader.steps(ids, asked, this.#left + 1);
    if (rows.length > this.#left) throw tooManyTies(`Step ${index + 1} of the pattern, ${step.types.join(' or ')},`);
    this.#left -= rows.length;
    const ties = new Map<string, Map<string, string[]>>();
    for (const row of rows) {
      const [start, end] = isTurned ? [row.to, row.from] : [row.from, row.to];
      if (this.#present[step.from]?.has(start) === false || this.#present[index + 1]?.has(end) === false) continue;
      const ends = ties.get(start) ?? new Map<string, string[]>();
      ends.set(end, [...(ends.get(end) ?? []), row.relation]);
      ties.set(start, ends);
    }
    this.#ties[index] = ties;
    this.#present[step.from] = new Set(ties.keys());
    this.#present[index + 1] = new Set([...ties.values()].flatMap((ends) => [...ends.keys()]));
  }

  /**
   * Leaves at each place only those from whom every step can be taken, so that no search runs into an end that is
   * none: once towards the beginning, once away from it.
   *
   * @see M. Yannakakis, "Algorithms for acyclic database schemes", VLDB (1981), pp. 82–94.
   */
  #keepComplete(ties: readonly StepTies[]): void {
    const steps = [...this.pattern.steps.entries()];
    for (const [index, { from }] of steps.toReversed()) {
      const ends = this.#present[index + 1];
      const goesOn = (id: string): boolean => [...(ties[index]?.get(id)?.keys() ?? [])].some((end) => ends?.has(end));
      this.#present[from] = new Set([...(this.#present[from] ?? [])].filter(goesOn));
    }
    for (const [index, { from }] of steps) {
      const reached = [...(this.#present[from] ?? [])].flatMap((id) => [...(ties[index]?.get(id)?.keys() ?? [])]);
      this.#present[index + 1] = new Set(reached.filter((id) => this.#present[index + 1]?.has(id)));
    }
  }
}

/**
 * The relations that the steps of a pattern may take, and who is left at each place.
 *
 * @throws {BadArgumentError} past `maxTiesRead` relations in all.
 */
export async function readPattern(
  reader: TraversalReader,
  pattern: SettledPattern,
  filter: PatternQuestion['filter'],
): Promise<ReadPattern> {
  return new PatternSearch(reader, pattern, filter).read();
}
