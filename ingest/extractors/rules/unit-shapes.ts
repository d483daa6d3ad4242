import { FeatureSet } from '../../lexicon/feature-set.js';
import type { Unit } from './unit.js';

/** What all patterns together can know of a unit; units of one shape are the same to each of them. */
export interface Shape {
  readonly id: number;
  readonly features: ReadonlySet<string>;
  /** Bits of the clauses that it meets, 32 in a number. */
  readonly met: Int32Array;
  /** Letters of the patterns' alphabets by the numbers of the patterns; 0 where none was asked for. */
  readonly letters: Uint16Array;
}

/** A sentence as patterns see it; holds until another one is asked for. */
export interface UnitShapes {
  readonly units: readonly Unit[];
  readonly shapes: readonly Shape[];
  /** Bits of the clauses that some unit meets. */
  readonly met: Int32Array;
}

/** Features that some pattern asks for. Most features of a unit are its word, which none does. */
const asked = new Set<string>();
/** Alternatives of which a pattern needs one somewhere in a sentence, by their number; see `necessaryFeatures`. */
const clauses: (readonly string[])[] = [];
const numberOfClause = new Map<string, number>();
let patterns = 0;
let shapes = new Map<string, Shape>();
let lastShape = 0;
/** Shapes that were made before belong to fewer patterns. */
let firstShape = 1;
/** The sentence asked for last: the rules of a level ask for the same array of units, one after the other. */
let last: UnitShapes | null = null;
/** Used again for each sentence. */
let met = new Int32Array(0);

export function askFor(feature: string): void {
  if (asked.has(feature)) return;
  asked.add(feature);
  forgetShapes();
}

/** @returns the number of the clause, by which {@link UnitShapes} tells whether a sentence meets it. */
export function clauseNumber(clause: readonly string[]): number {
  const key = clause.join('|');
  const known = numberOfClause.get(key);
  if (known !== undefined) return known;
  const number = clauses.length;
  clauses.push(clause);
  numberOfClause.set(key, number);
  for (const feature of clause) asked.add(feature);
  forgetShapes();
  return number;
}

/** @returns the number of a new pattern. */
export function numberPattern(): number {
  forgetShapes();
  return patterns++;
}

/** A new pattern may tell units apart that were the same before. */
function forgetShapes(): void {
  shapes = new Map();
  firstShape = lastShape + 1;
  last = null;
  met = new Int32Array((clauses.length + 31) >>> 5);
}

export function shapesOf(units: readonly Unit[]): UnitShapes {
  if (last?.units === units) return last;
  const words = met.length;
  for (let word = 0; word < words; word++) met[word] = 0;
  const own: Shape[] = [];
  for (const { features } of units) {
    const shape = shapeOf(features);
    own.push(shape);
    const bits = shape.met;
    for (let word = 0; word < words; word++) met[word] = (met[word] ?? 0) | (bits[word] ?? 0);
  }
  last = { units, shapes: own, met };
  return last;
}

function shapeOf(features: ReadonlySet<string>): Shape {
  if (!(features instanceof FeatureSet)) return findShape(features);
  const known = features.shape as Shape | undefined;
  if (known !== undefined && known.id >= firstShape) return known;
  const shape = findShape(features);
  features.shape = shape;
  return shape;
}

function findShape(features: ReadonlySet<string>): Shape {
  const own = [...features].filter((feature) => asked.has(feature));
  const key = own.sort().join(';');
  let shape = shapes.get(key);
  if (shape === undefined) {
    lastShape += 1;
    const known = new Set(own);
    shape = { id: lastShape, features: known, met: clausesMet(known), letters: new Uint16Array(patterns) };
    shapes.set(key, shape);
  }
  return shape;
}

function clausesMet(features: ReadonlySet<string>): Int32Array {
  const bits = new Int32Array((clauses.length + 31) >>> 5);
  clauses.forEach((clause, number) => {
    if (clause.some((feature) => features.has(feature)))
      bits[number >>> 5] = (bits[number >>> 5] ?? 0) | (1 << (number & 31));
  });
  return bits;
}
