import { patternPieces } from './necessary-features.js';
import { askFor, numberPattern, type Shape } from './unit-shapes.js';

/** What one expression of a pattern asks of a unit: in one of the alternatives, each part present or absent. */
type Alternative = readonly { readonly feature: string; readonly isAsked: boolean }[];

function alternativesOf(body: string): readonly Alternative[] {
  return body.split('|').map((alternative) =>
    alternative.split('+').map((part) => {
      const isAsked = !part.startsWith('!');
      const feature = isAsked ? part : part.slice(1);
      askFor(feature);
      return { feature, isAsked };
    }),
  );
}

/**
 * Letters are taken from "À" on: none of them means anything in a regular expression, and a string of the first 64 takes
 * one byte for each.
 */
const firstLetter = 0xc0;
/** Arguments of a call lie on the stack. */
const mostAtOnce = 10_000;

/**
 * The letters of one pattern: one for each set of its expressions that a unit can satisfy at once. They are found as
 * units are met, and the regular expression is compiled anew when there is a new one, which soon ends.
 */
export class Alphabet {
  /** The pattern's source with each expression replaced by its number. */
  readonly #pieces: readonly (string | number)[];
  readonly #expressions: readonly (readonly Alternative[])[];
  /** Letters by the expressions they satisfy, written as a bit string. */
  readonly #letters = new Map<string, string>();
  readonly #pattern = numberPattern();
  #compiled: RegExp | null = null;

  constructor(source: string) {
    const numbers = new Map<string, number>();
    const numberOf = (body: string) => {
      const number = numbers.get(body) ?? numbers.size;
      numbers.set(body, number);
      return number;
    };
    this.#pieces = (source.match(patternPieces) ?? []).flatMap((piece): (string | number)[] => {
      if (piece.trim() === '') return [];
      if (piece.startsWith('[')) return [numberOf(piece.slice(1, -1))];
      return /^[\p{L}\p{N}'’\-.&/]/u.test(piece) ? [numberOf(`=${piece}`)] : [piece];
    });
    this.#expressions = [...numbers.keys()].map(alternativesOf);
    this.#compile();
  }

  /** Matches over what {@link write} has written last. */
  get expression(): RegExp {
    return this.#compiled ?? this.#compile();
  }

  /** One letter for each unit. At once: the expression would have to put together a string that grew by letters. */
  write(shapes: readonly Shape[]): string {
    const letters: number[] = [];
    for (const shape of shapes) {
      const letter = shape.letters[this.#pattern] ?? 0;
      letters.push(letter === 0 ? this.#letterOf(shape) : letter);
    }
    return letters.length > mostAtOnce
      ? letters.map((letter) => String.fromCharCode(letter)).join('')
      : String.fromCharCode(...letters);
  }

  #letterOf(shape: Shape): number {
    const satisfied = this.#expressions
      .map((alternatives) => (alternatives.some((parts) => isSatisfied(parts, shape)) ? '1' : '0'))
      .join('');
    let letter = this.#letters.get(satisfied);
    if (letter === undefined) {
      letter = String.fromCharCode(firstLetter + this.#letters.size);
      this.#letters.set(satisfied, letter);
      this.#compiled = null;
    }
    const code = letter.charCodeAt(0);
    shape.letters[this.#pattern] = code;
    return code;
  }

  #compile(): RegExp {
    const letters = [...this.#letters];
    const classOf = (number: number) =>
      `[${letters.flatMap(([satisfied, letter]) => (satisfied[number] === '1' ? [letter] : [])).join('')}]`;
    const source = this.#pieces.map((piece) => (typeof piece === 'number' ? classOf(piece) : piece)).join('');
    this.#compiled = new RegExp(source, 'dg');
    return this.#compiled;
  }
}

function isSatisfied(parts: Alternative, shape: Shape): boolean {
  return parts.every(({ feature, isAsked }) => shape.features.has(feature) === isAsked);
}
