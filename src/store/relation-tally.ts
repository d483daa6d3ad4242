import type { PartialDate } from '../model/partial-date.js';
import type { RelationRecord } from '../model/records.js';

/** What one document says of a relation. */
export interface RelationSupport {
  /** As this document spells it; spellings of one title fall together in the relation's identifier. */
  readonly title: string | null;
  /** Dates of its pieces of evidence there, one each; never empty. */
  readonly evidenceDates: readonly (PartialDate | null)[];
}

export type RelationIdentity = Pick<RelationRecord, 'id' | 'type' | 'source' | 'target' | 'modality'>;

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * What documents say of one relation, counted: what one of them says is added and taken away without a look at the
 * others.
 */
export class RelationTally {
  #weight: number;
  #date: PartialDate | null;
  #isDateLost = false;
  /** Spelling → pieces of evidence. */
  readonly #titles: Map<string, number>;

  /** @param titles - As `titles` writes them; `null` where no document gives one. */
  constructor({ weight, date, titles }: { weight: number; date: PartialDate | null; titles: string | null }) {
    this.#weight = weight;
    this.#date = date;
    this.#titles = new Map(titles === null ? [] : (JSON.parse(titles) as [string, number][]));
  }

  change(removed: readonly RelationSupport[], added: readonly RelationSupport[]): void {
    const dates = new Set(added.flatMap(({ evidenceDates }) => evidenceDates));
    for (const { title, evidenceDates } of removed) {
      this.#count(title, -evidenceDates.length);
      if (this.#date !== null && !dates.has(this.#date) && evidenceDates.includes(this.#date)) this.#isDateLost = true;
    }
    for (const { title, evidenceDates } of added) {
      this.#count(title, evidenceDates.length);
      for (const date of evidenceDates) {
        if (date !== null && (this.#date === null || date < this.#date)) this.#date = date;
      }
    }
  }

  /** Whether the earliest date may be there no longer: only all evidence together tells the next one. */
  get isDateLost(): boolean {
    return this.#isDateLost;
  }

  setDate(date: PartialDate | null): void {
    this.#date = date;
    this.#isDateLost = false;
  }

  /** Whether no document supports it. */
  get isEmpty(): boolean {
    return this.#weight === 0;
  }

  titles(): string | null {
    return this.#titles.size === 0 ? null : JSON.stringify([...this.#titles]);
  }

  /** Its weight, its earliest date, and the spelling of its title with the most evidence, then the first in code-point order. */
  summarize({ id, type, source, target, modality }: RelationIdentity): RelationRecord {
    const [favourite] = [...this.#titles].sort(([a, x], [b, y]) => y - x || byCodePoint(a, b));
    const title = favourite?.[0] ?? null;
    return { id, type, source, target, title, modality, date: this.#date, weight: this.#weight };
  }

  #count(title: string | null, pieces: number): void {
    this.#weight += pieces;
    if (title === null) return;
    const now = (this.#titles.get(title) ?? 0) + pieces;
    if (now === 0) this.#titles.delete(title);
    else this.#titles.set(title, now);
  }
}
