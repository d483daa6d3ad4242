import type { FindingPlace, Mentioned, Passage } from './finding.js';
import { normalizeName } from './normalize-name.js';

/** A sentence by its place in the text as received, and as it reads after repair. */
export interface TextSentence extends Passage {
  readonly repaired: string;
}

const nowhere: Mentioned = { surfaces: new Set(), passages: [] };

function touches(a: Passage, b: Passage): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The sentences of a document, to quote from. */
export class TextSentences {
  /** Each sentence's words, normalized like names: as received, and as repaired. */
  #words: readonly (readonly string[])[] | undefined;

  constructor(
    private readonly text: string,
    private readonly sentences: readonly TextSentence[],
  ) {}

  /** @returns The sentences that tell of a finding, in their order. */
  at(place: FindingPlace): readonly string[] {
    const indexes =
      'passages' in place
        ? this.#indexes((sentence) => place.passages.some((passage) => touches(passage, sentence)))
        : this.#indexes((sentence, index) => place.together.every((one) => this.#mentions(sentence, index, one)));
    const quoted = indexes.map((index) => this.#quote(this.sentences[index] ?? { start: 0, end: 0 }));
    if (quoted.length > 0 || !('passages' in place)) return quoted;
    // What stands outside the body (a citation) belongs to no sentence.
    return place.passages.map((passage) => this.#quote(passage)).filter((quote) => quote !== '');
  }

  #indexes(holds: (sentence: TextSentence, index: number) => boolean): readonly number[] {
    return this.sentences.flatMap((sentence, index) => (holds(sentence, index) ? [index] : []));
  }

  #quote({ start, end }: Passage): string {
    return this.text.slice(start, end).replace(/\s+/gu, ' ').trim();
  }

  #mentions(sentence: TextSentence, index: number, { surfaces, passages }: Mentioned = nowhere): boolean {
    if (passages.some((passage) => touches(passage, sentence))) return true;
    this.#words ??= this.sentences.map((one) =>
      [this.#quote(one), one.repaired].map((words) => ` ${normalizeName(words)} `),
    );
    const readings = this.#words[index] ?? [];
    return [...surfaces].some((surface) => readings.some((words) => words.includes(` ${surface} `)));
  }
}
