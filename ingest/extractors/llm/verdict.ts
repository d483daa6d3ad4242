/** What became of an item that a model proposed. */
export type Verdict = 'kept' | 'known' | { readonly dropped: string };

/** Counts what became of all of them; nothing is dropped in silence. */
export class Tally {
  proposed = 0;
  kept = 0;
  known = 0;
  referencesDropped = 0;
  readonly #dropped = new Map<string, number>();

  drop(reason: string, count = 1): void {
    this.#dropped.set(reason, (this.#dropped.get(reason) ?? 0) + count);
  }

  add(what: 'entity' | 'relation' | 'statement', verdict: Verdict): void {
    if (verdict === 'kept') this.kept += 1;
    else if (verdict === 'known') this.known += 1;
    else this.drop(`${what}: ${verdict.dropped}`);
  }

  /** By reason, in the order of the alphabet. */
  get dropped(): Readonly<Record<string, number>> {
    return Object.fromEntries([...this.#dropped].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}
