import type { Unit } from './unit.js';

/** What all patterns together can know of a unit; units of one shape are the same to each of them. */
export interface Shape {
  readonly id: number;
  readonly features: ReadonlySet<string>;
  /** Their numbers. */
  readonly asked: readonly number[];
}

/** A sentence as patterns see it; holds until another one is asked for. */
export interface UnitShapes {
  readonly units: readonly Unit[];
  readonly shapes: readonly Shape[];
  /** By the number of a feature, 1 where some unit has it. */
  readonly present: Uint8Array;
}

/** Features that some pattern asks for, numbered. Most features of a unit are its word, which none does. */
const asked = new Map<string, number>();
let shapes = new Map<string, Shape>();
let lastShape = 0;
/** Shapes by the object that holds the features: units of one word share it. */
let shapeOfFeatures = new WeakMap<ReadonlySet<string>, Shape>();
/** The sentence asked for last: the rules of a level ask for the same array of units, one after the other. */
let last: UnitShapes | null = null;
/** Used again for each sentence. */
let present = new Uint8Array(0);

/** @returns the number of the feature. */
export function askFor(feature: string): number {
  const known = asked.get(feature);
  if (known !== undefined) return known;
  const number = asked.size;
  asked.set(feature, number);
  // A new pattern may tell units apart that were the same before.
  shapes = new Map();
  shapeOfFeatures = new WeakMap();
  last = null;
  return number;
}

export function shapesOf(units: readonly Unit[]): UnitShapes {
  if (last?.units === units) return last;
  if (present.length === asked.size) present.fill(0);
  else present = new Uint8Array(asked.size);
  const own: Shape[] = [];
  for (const { features } of units) {
    const shape = shapeOf(features);
    own.push(shape);
    for (const number of shape.asked) present[number] = 1;
  }
  last = { units, shapes: own, present };
  return last;
}

function shapeOf(features: ReadonlySet<string>): Shape {
  const known = shapeOfFeatures.get(features);
  if (known !== undefined) return known;
  const numbers: number[] = [];
  for (const feature of features) {
    const number = asked.get(feature);
    if (number !== undefined) numbers.push(number);
  }
  const key = numbers.sort((a, b) => a - b).join(';');
  let shape = shapes.get(key);
  if (shape === undefined) {
    lastShape += 1;
    shape = { id: lastShape, features: new Set([...features].filter((feature) => asked.has(feature))), asked: numbers };
    shapes.set(key, shape);
  }
  shapeOfFeatures.set(features, shape);
  return shape;
}
