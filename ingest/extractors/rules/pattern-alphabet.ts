import { patternPieces } from './necessary-features.js';
import type { Unit } from './unit.js';

/** What one expression of a pattern asks of a unit: in one of the alternatives, each part present or absent. */
type Alternative = readonly { readonly feature: string; readonly isAsked: boolean }[];

/** What all patterns together can know of a unit; units of one shape are the same to each of them. */
interface Shape {
  readonly id: number;
  readonly features: ReadonlySet<string>;
}

/** Features that some pattern asks for. Most features of a unit are its word, which none does. */
const asked = new Set<string>();
let shapes = new Map<string, Shape>();
let shapeOfFeatures = new WeakMap<ReadonlySet<string>, Shape>();
let lastShape = 0;

/** A new pattern may tell units apart that were the same before. */
function ask(feature: string): void {
  if (asked.has(feature)) return;
  asked.add(feature);
  shapes = new Map();
  shapeOfFeatures = new WeakMap();
}

function shapeOf(unit: Unit): Shape {
  const known = shapeOfFeatures.get(unit.features);
  if (known !== undefined) return known;
  const features = [...unit.features].filter((feature) => asked.has(feature));
  const key = features.join(';');
  let shape = shapes.get(key);
  if (shape === undefined) {
    lastShape += 1;
    shape = { id: lastShape, features: new Set(features) };
    shapes.set(key, shape);
  }
  shapeOfFeatures.set(unit.features, shape);
  return shape;
}

function alternativesOf(body: string): readonly Alternative[] {
  return body.split('|').map((alternative) =>
    alternative.split('+').map((part) => {
      const isAsked = !part.startsWith('!');
      const feature = isAsked ? part : part.slice(1);
      ask(feature);
      return { feature, isAsked };
    }),
  );
}

/** Letters are taken from here on: none of them means anything in a regular expression. */
const firstLetter = 0x4e00;

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
  readonly #letterOfShape = new Map<number, string>();
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

  /** One letter for each unit. */
  write(units: readonly Unit[]): string {
    let text = '';
    for (const unit of units) text += this.#letterOf(shapeOf(unit));
    return text;
  }

  #letterOf(shape: Shape): string {
    const known = this.#letterOfShape.get(shape.id);
    if (known !== undefined) return known;
    const satisfied = this.#expressions
      .map((alternatives) => (alternatives.some((parts) => isSatisfied(parts, shape)) ? '1' : '0'))
      .join('');
    let letter = this.#letters.get(satisfied);
    if (letter === undefined) {
      letter = String.fromCharCode(firstLetter + this.#letters.size);
      this.#letters.set(satisfied, letter);
      this.#compiled = null;
    }
    this.#letterOfShape.set(shape.id, letter);
    return letter;
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
