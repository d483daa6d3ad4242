import type { TextRange } from '../../sources/source.js';
import type { DocumentText } from '../../text/document-text.js';

/** A passage that was found, in the text as received. */
export interface FoundPassage extends TextRange {
  readonly quote: string;
  /** The same after repair, on one line. */
  readonly words: string;
}

const whiteSpace = /\s/;
const wordCharacter = /[\p{L}\p{N}]/u;

/** What models write differently when they copy: kinds of quotation marks, dashes and blanks. */
const alike: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
};

/** A text with such differences levelled, each character with its place before. */
function level(text: string): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let levelled = '';
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    const blank = whiteSpace.test(character);
    if (blank && (levelled === '' || levelled.endsWith(' '))) continue;
    levelled += blank ? ' ' : (alike[character] ?? character);
    places.push(at);
  }
  return { text: levelled, places };
}

/** The part of a document that the model was shown, in which what it quotes must stand. */
export class ChunkText {
  /** As it was shown: after repair. */
  readonly shown: string;
  readonly #levelled: ReturnType<typeof level>;

  /** @param received - The document's text as received. */
  constructor(
    readonly text: DocumentText,
    readonly range: TextRange,
    readonly received: string,
  ) {
    this.shown = text.text.slice(range.start, range.end);
    this.#levelled = level(this.shown);
  }

  /** Every place where these words stand as whole words; nothing else is ever taken for what the document says. */
  find(words: string): readonly FoundPassage[] {
    const sought = level(words).text.trim();
    const found = this.#places(sought);
    const bare = sought.replace(/^["'.\s]+|["'.\s]+$/g, '');
    return found.length > 0 || bare === sought ? found : this.#places(bare);
  }

  #places(sought: string): readonly FoundPassage[] {
    const { text, places } = this.#levelled;
    const found: FoundPassage[] = [];
    if (sought === '') return found;
    for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length)) {
      const after = at + sought.length;
      if (cutsWord(text, at) || cutsWord(text, after)) continue;
      const start = this.range.start + (places[at] ?? 0);
      const end = this.range.start + (places[after - 1] ?? 0) + 1;
      const place = this.text.toReceived({ start, end });
      if (place === null) continue;
      const quote = this.received.slice(place.start, place.end);
      found.push({ ...place, quote, words: this.text.text.slice(start, end).replace(/\s+/g, ' ') });
    }
    return found;
  }
}

/** Whether a cut at this place would go through a word. */
function cutsWord(text: string, at: number): boolean {
  return wordCharacter.test(text.charAt(at - 1)) && wordCharacter.test(text.charAt(at));
}
