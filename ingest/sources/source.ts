import type { ArchivalReference } from '../../src/model/document-graph.js';
import type { PartialDate } from '../../src/model/partial-date.js';
import type { Edition } from './edition.js';
import type { OpenedInput } from './opened-input.js';

/** Bytes with the name they came under: a path, an address, or "standard input". */
export interface SourceInput {
  readonly name: string;
  /** All of them, or chunks as they come. */
  readonly bytes: Uint8Array | AsyncIterable<Uint8Array>;
  /** The encoding that whoever sent the bytes names, asked once some of them have come. */
  readonly charset?: () => string | null;
}

/** An input that is in memory from end to end. */
export interface WholeInput extends SourceInput {
  readonly bytes: Uint8Array;
}

/** A range of the text as received, in UTF-16 code units. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** A document as the archive gives it: what its apparatus says, and its text, untouched. */
export interface SourceDocument {
  /** `document:wilson-115633`: from the archive's own number where there is one, else from the text's hash. */
  readonly id: string;
  readonly title: string;
  readonly date: PartialDate | null;
  readonly archivalReference: ArchivalReference | null;
  readonly citation: string | null;
  readonly url: string | null;
  readonly translator: string | null;
  readonly originalLanguage: string | null;
  readonly summary: string | null;
  /** Name of the source that read it. */
  readonly format: string;
  /** The text as received; every offset of the project counts in it. */
  readonly text: string;
  /** Where the title stands; its names are mentions too. `null` where there is none. */
  readonly titleRange: TextRange | null;
  /** What is to be extracted from, but for stamps between its lines; all other apparatus lies outside. */
  readonly body: TextRange;
  /** Passages that are not read, each with what it is: "citation", "summary", "credits", "stamp". */
  readonly apparatus: readonly (TextRange & { readonly what: string })[];
  /** Where the document comes from a published volume: what its editors say. */
  readonly edition?: Edition;
}

/** A format told by its bytes (markup, PDF, a word processor's): a file of this folder, and a line in `sources.ts`. */
export interface Format {
  readonly name: string;
  /** Whether the input is of this format, judged by its beginning; the first of the list that accepts reads it. */
  accepts(input: OpenedInput): boolean;
  /**
   * The documents in the input, in their order; a volume holds many.
   *
   * @throws {UnreadableInputError} when the input turns out to be broken; documents given before stay good.
   */
  read(input: OpenedInput): AsyncIterable<SourceDocument>;
}

/** A layout of plain text: a file of this folder, and a line in `sources.ts`. */
export interface TextLayout {
  readonly name: string;
  /** Whether the text is laid out so; the first of the list that accepts reads it. */
  accepts(input: WholeInput, text: string): boolean;
  /** @throws {UnreadableInputError} when the text turns out to be broken. */
  read(input: WholeInput, text: string): Iterable<SourceDocument>;
}
