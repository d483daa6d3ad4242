/** By what patterns know a word or a term: classes and traits. */
export class FeatureSet extends Set<string> {
  /** What patterns together know of whoever has these features; theirs to keep (`unit-shapes.ts`). */
  shape: unknown = undefined;
}
