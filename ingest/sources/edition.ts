import type { PublishedVolume } from '../../src/model/document-graph.js';
import type { AuthorityRecord } from '../lexicon/authority-record.js';
import type { TextRange } from './source.js';

/** What the editors of a published volume say of a document, beyond its text. */
export interface Edition {
  /** Title of the volume. */
  readonly volume: string;
  /** Who edited and published it. */
  readonly imprint: Imprint;
  /** Of the document in the volume: "64". */
  readonly number: string | null;
  /** The volume's list of persons; the same array for all its documents. */
  readonly authority: readonly AuthorityRecord[];
  /** The volume's list of abbreviations, by their short form. */
  readonly abbreviations: ReadonlyMap<string, string>;
  /** Names that the editors linked to a person of their list. */
  readonly links: readonly EditorLink[];
  readonly senders: readonly Party[];
  readonly receivers: readonly Party[];
  readonly participants: readonly TextRange[];
  readonly signatures: readonly TextRange[];
  readonly footnotes: readonly Footnote[];
  readonly pages: readonly PageBreak[];
  readonly attachments: readonly TextRange[];
  /** "Top Secret", as the source note gives it. */
  readonly classification: string | null;
  /** Where the original lies. */
  readonly sourceNote: string | null;
  /** Of the dateline: "Washington". */
  readonly place: string | null;
  /** Whether the editors wrote the document themselves. */
  readonly isEditorialNote: boolean;
}

export type Imprint = Pick<PublishedVolume, 'editors' | 'seriesEditors' | 'publisher' | 'place' | 'year' | 'isbn'>;

export interface EditorLink extends TextRange {
  /** Identifier in the volume's list. */
  readonly record: string;
}

/** Sender or receiver: a person or an office. */
export interface Party extends TextRange {
  readonly record: string | null;
}

/** A note of the editors, taken out of the running text. */
export interface Footnote {
  readonly n: string;
  /** Where its mark stood, in UTF-16 code units of the document's text. */
  readonly at: number;
  readonly text: string;
}

export interface PageBreak {
  readonly n: string;
  readonly at: number;
}
