/** Marks of print that have a meaning of their own; "possessive" is the apostrophe of one, with its "s" or without. */
const marks = ['comma', 'open', 'close', 'quote', 'dash', 'colon', 'semicolon', 'stop', 'possessive'] as const;
export type Mark = (typeof marks)[number];

/** By what patterns know a word or a term: classes and traits. Made of all of them at once. */
export class FeatureSet extends Set<string> {
  /** The mark that the word is, which is asked for far more often than all other features. */
  readonly mark: Mark | undefined;
  /** What patterns together know of whoever has these features; theirs to keep (`unit-shapes.ts`). */
  shape: unknown = undefined;

  constructor(features: readonly string[]) {
    super(features);
    this.mark = marks.find((mark) => this.has(mark));
  }
}
