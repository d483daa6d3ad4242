import type { Counts } from './counts.js';

export interface PrecisionRecall {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly hit: number;
  readonly found: number;
  readonly annotated: number;
}

export interface ScoreReport {
  readonly entities: {
    readonly untyped: PrecisionRecall;
    readonly typed: PrecisionRecall;
    readonly byType: Readonly<Record<string, PrecisionRecall>>;
    readonly split: number;
    readonly merged: number;
    readonly neutral: number;
  };
  readonly relations: {
    readonly strict: PrecisionRecall;
    /** Any type and direction between the same ends. */
    readonly relaxed: PrecisionRecall;
    readonly coreRecallStrict: number;
    readonly coreRecallRelaxed: number;
    readonly core: number;
    /** Relations with an end that is aligned to nothing. */
    readonly unaligned: number;
    readonly byType: Readonly<Record<string, PrecisionRecall>>;
  };
  readonly statements: {
    /** Over all annotated statements. */
    readonly speakerAccuracy: number;
    readonly speakerAccuracyMatched: number;
    readonly modeAccuracyMatched: number;
    readonly matched: number;
    readonly found: number;
    readonly annotated: number;
    readonly aboutPairs: PrecisionRecall;
  };
}

/**
 * Four digits. A tie goes to the even digit, as in IEEE 754: only multiples of 1/32 are ties, since no other value
 * ends in exactly …5 at the fifth digit.
 */
function rounded(value: number): number {
  const scaled = value * 10_000;
  const floor = Math.floor(scaled);
  if (Number.isInteger(value * 32) && scaled - floor === 0.5) return (floor + (floor % 2)) / 10_000;
  return Number(value.toFixed(4));
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 1 : rounded(part / whole);
}

/** Nothing found where nothing is to be found is right; anything found there is wrong. */
function precisionRecall(hit: number, found: number, annotated: number): PrecisionRecall {
  const precision = found === 0 ? Number(annotated === 0) : hit / found;
  const recall = annotated === 0 ? 1 : hit / annotated;
  const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision: rounded(precision), recall: rounded(recall), f1: rounded(f1), hit, found, annotated };
}

function byType(counts: Counts, what: string): Record<string, PrecisionRecall> {
  const types = new Set([...counts.types(`${what}.annotated:`), ...counts.types(`${what}.found:`)]);
  return Object.fromEntries(
    [...types].sort().map((type) => {
      const of = (name: string) => counts.of(`${what}.${name}:${type}`);
      return [type, precisionRecall(of('hit'), of('found'), of('annotated'))];
    }),
  );
}

export function scoreReport(counts: Counts): ScoreReport {
  const of = (name: string) => counts.of(name);
  return {
    entities: {
      untyped: precisionRecall(of('entities.hit'), of('entities.found'), of('entities.annotated')),
      typed: precisionRecall(of('entities.typedHit'), of('entities.found'), of('entities.annotated')),
      byType: byType(counts, 'entities'),
      split: of('entities.split'),
      merged: of('entities.merged'),
      neutral: of('entities.neutral'),
    },
    relations: {
      strict: precisionRecall(of('relations.hit'), of('relations.found'), of('relations.annotated')),
      relaxed: precisionRecall(of('pairs.hit'), of('pairs.found'), of('pairs.annotated')),
      coreRecallStrict: ratio(of('relations.coreHit'), of('relations.core')),
      coreRecallRelaxed: ratio(of('pairs.coreHit'), of('pairs.core')),
      core: of('relations.core'),
      unaligned: of('relations.unaligned'),
      byType: byType(counts, 'relations'),
    },
    statements: {
      speakerAccuracy: ratio(of('statements.speakerHit'), of('statements.annotated')),
      speakerAccuracyMatched: ratio(of('statements.speakerHit'), of('statements.matched')),
      modeAccuracyMatched: ratio(of('statements.modeHit'), of('statements.matched')),
      matched: of('statements.matched'),
      found: of('statements.found'),
      annotated: of('statements.annotated'),
      aboutPairs: precisionRecall(of('about.hit'), of('about.found'), of('about.annotated')),
    },
  };
}
