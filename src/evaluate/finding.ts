/** A range of the text as received, in UTF-16 code units. */
export interface Passage {
  readonly start: number;
  readonly end: number;
}

/** Somebody or something that a sentence is to mention: by one of its names, normalized, or at one of the passages. */
export interface Mentioned {
  readonly surfaces: ReadonlySet<string>;
  readonly passages: readonly Passage[];
}

/** Where the text tells of a finding: at known passages, or wherever all of some are mentioned together. */
export type FindingPlace = { readonly passages: readonly Passage[] } | { readonly together: readonly Mentioned[] };

/** One thing that was got wrong, for a person to read. */
export interface Finding {
  /** `mistaken`: found, with the wrong type or speaker. */
  readonly what: 'missed' | 'invented' | 'mistaken';
  readonly text: string;
  readonly place: FindingPlace;
}
