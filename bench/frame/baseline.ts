import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Ratio } from './report.js';

/** Of each benchmark the ratios by name, as they were when somebody last wrote them down. */
export type Baseline = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Comparison extends Ratio {
  readonly before: number | null;
  readonly verdict: 'worse' | 'better' | 'as before' | 'new';
}

const file = fileURLToPath(new URL('../baseline.json', import.meta.url));

export function readBaseline(): Baseline {
  return JSON.parse(readFileSync(file, 'utf8')) as Baseline;
}

export function compareWithBaseline(ratios: readonly Ratio[], before: Baseline[string] = {}): readonly Comparison[] {
  return ratios.map((ratio) => {
    const old = before[ratio.name];
    if (old === undefined) return { ...ratio, before: null, verdict: 'new' };
    const change = ratio.better === 'lower' ? ratio.value - old : old - ratio.value;
    const allowed = ratio.tolerance * old;
    const verdict = change > allowed ? 'worse' : change < -allowed ? 'better' : 'as before';
    return { ...ratio, before: old, verdict };
  });
}

/** What wasn't measured this time (a database or a corpus was missing) stays. */
export function withRatios(baseline: Baseline, benchmark: string, ratios: readonly Ratio[]): Baseline {
  if (ratios.length === 0) return baseline;
  const measured = Object.fromEntries(ratios.map(({ name, value }) => [name, value]));
  const all = { ...baseline, [benchmark]: { ...baseline[benchmark], ...measured } };
  return Object.fromEntries(Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1)));
}

export function writeBaseline(baseline: Baseline): void {
  writeFileSync(file, `${JSON.stringify(baseline, null, 2)}\n`);
}
