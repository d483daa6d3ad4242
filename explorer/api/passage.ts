/** Words of a document. `start` and `end` count UTF-16 code units of its text, as JavaScript does. */
export interface Passage {
  readonly id: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  /** The citation to its page or paragraph. */
  readonly cite: string;
  readonly document: { readonly id: string; readonly title: string; readonly date: string | null };
}
