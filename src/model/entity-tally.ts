import type { PartialDate } from './partial-date.js';
import type { EntityContribution } from './records.js';

/** A contribution with the date of the document that made it. */
export interface DatedContribution extends EntityContribution {
  readonly documentDate: PartialDate | null;
}

const scalarFields = ['name', 'description', 'authority', 'coordinates', 'date', 'endDate', 'duration'] as const;
type TallyField = (typeof scalarFields)[number] | 'alias' | 'candidate';

/** How many documents say it, and how often those mention the entity. */
interface Voices {
  documents: number;
  mentions: number;
}

/** As a store keeps it. */
interface WrittenTally {
  readonly documents: number;
  readonly mentions: number;
  readonly firstDate: PartialDate | null;
  readonly lastDate: PartialDate | null;
  readonly voices: readonly (readonly [field: TallyField, value: string, documents: number, mentions: number])[];
}

/**
 * What documents say of one entity, counted: what one of them says is added and taken away without a look at the others.
 * It grows with the number of different things that are said, not with the number of documents.
 */
export class EntityTally {
  #documents = 0;
  #mentions = 0;
  #firstDate: PartialDate | null = null;
  #lastDate: PartialDate | null = null;
  #isDateLost = false;
  readonly #voices = new Map<TallyField, Map<string, Voices>>();

  static read(written: string): EntityTally {
    const { documents, mentions, firstDate, lastDate, voices } = JSON.parse(written) as WrittenTally;
    const tally = new EntityTally();
    tally.#documents = documents;
    tally.#mentions = mentions;
    tally.setDates(firstDate, lastDate);
    for (const [field, value, said, mentioned] of voices) tally.#hear(field, value, said, mentioned);
    return tally;
  }

  write(): string {
    const written: WrittenTally = {
      documents: this.#documents,
      mentions: this.#mentions,
      firstDate: this.#firstDate,
      lastDate: this.#lastDate,
      voices: [...this.#voices].flatMap(([field, values]) =>
        [...values].map(([value, { documents, mentions }]) => [field, value, documents, mentions] as const),
      ),
    };
    return JSON.stringify(written);
  }

  change(removed: readonly DatedContribution[], added: readonly DatedContribution[]): void {
    const dates = new Set(added.map(({ documentDate }) => documentDate));
    for (const contribution of removed) {
      this.#count(contribution, -1);
      const { documentDate } = contribution;
      if (documentDate === null || dates.has(documentDate)) continue;
      if (documentDate === this.#firstDate || documentDate === this.#lastDate) this.#isDateLost = true;
    }
    for (const contribution of added) {
      this.#count(contribution, 1);
      const { documentDate } = contribution;
      if (documentDate === null) continue;
      if (this.#firstDate === null || documentDate < this.#firstDate) this.#firstDate = documentDate;
      if (this.#lastDate === null || documentDate > this.#lastDate) this.#lastDate = documentDate;
    }
  }

  /** Whether a first or last date may be there no longer: only all documents together tell the next one. */
  get isDateLost(): boolean {
    return this.#isDateLost;
  }

  setDates(firstDate: PartialDate | null, lastDate: PartialDate | null): void {
    this.#firstDate = firstDate;
    this.#lastDate = lastDate;
    this.#isDateLost = false;
  }

  /** Whether no document says anything. */
  get isEmpty(): boolean {
    return this.#documents === 0;
  }

  get mentions(): number {
    return this.#mentions;
  }

  get firstDate(): PartialDate | null {
    return this.#firstDate;
  }

  get lastDate(): PartialDate | null {
    return this.#lastDate;
  }

  /** What is said of a field, with the mentions that speak for it. */
  voices(field: TallyField): readonly (readonly [value: string, mentions: number])[] {
    return [...(this.#voices.get(field) ?? [])].map(([value, { mentions }]) => [value, mentions]);
  }

  #count(contribution: DatedContribution, sign: 1 | -1): void {
    const mentions = sign * contribution.mentionCount;
    this.#documents += sign;
    this.#mentions += mentions;
    for (const field of scalarFields) {
      const value = contribution[field];
      if (value !== null) this.#hear(field, value, sign, mentions);
    }
    for (const alias of contribution.aliases) this.#hear('alias', alias, sign, mentions);
    for (const candidate of contribution.candidates) this.#hear('candidate', candidate, sign, mentions);
  }

  #hear(field: TallyField, value: string, documents: number, mentions: number): void {
    const values = this.#voices.get(field) ?? new Map<string, Voices>();
    this.#voices.set(field, values);
    const voices = values.get(value) ?? { documents: 0, mentions: 0 };
    voices.documents += documents;
    voices.mentions += mentions;
    if (voices.documents === 0) values.delete(value);
    else values.set(value, voices);
  }
}

/** @param contributions - All of one entity. */
export function tallyOf(contributions: readonly DatedContribution[]): EntityTally {
  const tally = new EntityTally();
  tally.change([], contributions);
  return tally;
}
