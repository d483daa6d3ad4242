import { necessaryFeatures } from './necessary-features.js';
import { Alphabet } from './pattern-alphabet.js';
import type { Unit } from './unit.js';
import { clauseNumber, type Shape, shapesOf } from './unit-shapes.js';

/**
 * Patterns over units: regular expressions whose letters are words.
 *
 * `[feature]` stands for one unit that has the feature, `[a+b]` for one that has both, `[!a]` for one without it,
 * `[a+b|c]` for one that has both or the third; a bare word stands for itself in lower case (`of`, `people's`). Everything else
 * is as in regular expressions: `( )`, `?`, `*`, `+`, `|`, `(?<name> )`, look-around. Example:
 * `(?<month>[month])? (?<body>[ORGANIZATION]) [assembly]`.
 *
 * Each pattern has an alphabet of its own: units that are the same to all its expressions are one letter, a sentence is
 * written with one letter for each unit, and `[feature]` becomes a class of letters. The expression runs over that: the
 * finite-state cascade of J. Hobbs et al., "FASTUS", in Finite-State Language Processing (1997), pp. 383–406.
 */
export interface UnitPattern {
  readonly source: string;
  /** Matches from left to right that don't overlap. */
  matches(units: readonly Unit[]): readonly UnitMatch[];
}

export interface UnitMatch {
  /** Indices into the units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Units of a named group; empty where it took no part. */
  group(name: string): readonly Unit[];
}

/** Compiles a pattern; throws a `SyntaxError` where it is none, which the test of the rule tables finds. */
export function unitPattern(source: string): UnitPattern {
  const alphabet = new Alphabet(source);
  const necessary = bitsOf(necessaryFeatures(source).map(clauseNumber));
  return {
    source,
    matches(units) {
      const { shapes, met } = shapesOf(units);
      return canMatch(necessary, met) ? run(alphabet, units, shapes) : noMatches;
    },
  };
}

const noMatches: readonly UnitMatch[] = [];

/** Bits that must be set, in a word of 32. */
interface NecessaryBits {
  readonly word: number;
  readonly bits: number;
}

/** Of numbered clauses. */
function bitsOf(clauses: readonly number[]): readonly NecessaryBits[] {
  const words = [...new Set(clauses.map((number) => number >>> 5))];
  return words.map((word) => ({
    word,
    bits: clauses.reduce((bits, number) => (number >>> 5 === word ? bits | (1 << (number & 31)) : bits), 0),
  }));
}

/** Asked for every rule of every sentence: a loop, since a closure for each clause takes longer than its answer. */
function canMatch(necessary: readonly NecessaryBits[], met: Int32Array): boolean {
  for (const { word, bits } of necessary) if (((met[word] ?? 0) & bits) !== bits) return false;
  return true;
}

function run(alphabet: Alphabet, units: readonly Unit[], shapes: readonly Shape[]): UnitMatch[] {
  const text = alphabet.write(shapes);
  const { expression } = alphabet;
  const found: UnitMatch[] = [];
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    if (match[0] === '') {
      expression.lastIndex++;
      continue;
    }
    const { groups } = match.indices ?? {};
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      group: (name) => {
        const span = groups?.[name];
        return span === undefined ? [] : units.slice(span[0], span[1]);
      },
    });
  }
  return found;
}
