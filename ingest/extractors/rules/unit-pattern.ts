import { necessaryFeatures } from './necessary-features.js';
import type { Unit } from './unit.js';

/**
 * Patterns over units: regular expressions whose letters are words.
 *
 * `[feature]` stands for one unit that has the feature, `[a+b]` for one that has both, `[!a]` for one without it,
 * `[a+b|c]` for one that has both or the third; a bare word stands for itself in lower case (`of`, `people's`). Everything else
 * is as in regular expressions: `( )`, `?`, `*`, `+`, `|`, `(?<name> )`, look-around. Example:
 * `(?<month>[month])? (?<body>[ORGANIZATION]) [assembly]`.
 *
 * A sentence is written out once, one `‹index;feature;…›` for each unit, and the compiled expression runs over it:
 * the finite-state cascade of J. Hobbs et al., "FASTUS", in Finite-State Language Processing (1997), pp. 383–406.
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

const cache = new WeakMap<readonly Unit[], string>();

function escapeFeature(feature: string): string {
  return feature.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function unitExpression(body: string): string {
  const alternatives = body.split('|').map((alternative) =>
    alternative
      .split('+')
      .map((part) => (part.startsWith('!') ? `(?!${has(part.slice(1))})` : `(?=${has(part)})`))
      .join(''),
  );
  return `(?:‹(?:${alternatives.join('|')})[^›]*›)`;
}

function has(feature: string): string {
  return `[^›]*;${escapeFeature(feature)};`;
}

/** Compiles a pattern; throws a `SyntaxError` where it is none, which the test of the rule tables finds. */
export function unitPattern(source: string): UnitPattern {
  const expression = source.replace(/\(\?<?[=!]|\(\?<\w+>|\(\?:|\[[^\]]+\]|[\p{L}\p{N}'’\-.&/]+|\s+/gu, (piece) => {
    if (piece.startsWith('(')) return piece;
    if (piece.startsWith('[')) return unitExpression(piece.slice(1, -1));
    return piece.trim() === '' ? '' : unitExpression(`=${piece}`);
  });
  const compiled = new RegExp(expression, 'gdu');
  const necessary = necessaryFeatures(source);
  return {
    source,
    matches(units) {
      const present = featuresOf(units);
      const canMatch = necessary.every((clause) => clause.some((feature) => present.has(feature)));
      return canMatch ? run(compiled, units) : [];
    },
  };
}

const featureCache = new WeakMap<readonly Unit[], ReadonlySet<string>>();

/** All features in a sentence. */
function featuresOf(units: readonly Unit[]): ReadonlySet<string> {
  const known = featureCache.get(units);
  if (known !== undefined) return known;
  const features = new Set<string>();
  for (const unit of units) for (const feature of unit.features) features.add(feature);
  featureCache.set(units, features);
  return features;
}

function written(units: readonly Unit[]): string {
  const known = cache.get(units);
  if (known !== undefined) return known;
  const text = units.map((unit, index) => `‹${index};${[...unit.features].join(';')};›`).join('');
  cache.set(units, text);
  return text;
}

function run(compiled: RegExp, units: readonly Unit[]): UnitMatch[] {
  const text = written(units);
  const found: UnitMatch[] = [];
  compiled.lastIndex = 0;
  for (let match = compiled.exec(text); match !== null; match = compiled.exec(text)) {
    if (match[0] === '') {
      compiled.lastIndex++;
      continue;
    }
    const indices = match.indices;
    const whole = unitRange(match[0]);
    if (whole === null) continue;
    found.push({
      ...whole,
      group: (name) => {
        const span = indices?.groups?.[name];
        const range = span === undefined ? null : unitRange(text.slice(span[0], span[1]));
        return range === null ? [] : units.slice(range.start, range.end);
      },
    });
  }
  return found;
}

function unitRange(written: string): { start: number; end: number } | null {
  const first = /‹(\d+);/.exec(written);
  const last = written.lastIndexOf('‹');
  if (first?.[1] === undefined) return null;
  return { start: Number(first[1]), end: Number.parseInt(written.slice(last + 1), 10) + 1 };
}
