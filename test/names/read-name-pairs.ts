import { readFileSync } from 'node:fs';

/** Two names, and whether they are one: from general knowledge of the period, written by hand. */
export interface NamePair {
  readonly verdict: 'SAME' | 'DIFFERENT';
  readonly kind: 'PERSON' | 'PLACE';
  /** Whose names they are: Korean, Chinese, Russian, Western and others. */
  readonly tradition: string;
  readonly one: string;
  readonly other: string;
}

/** The table beside this file: tab-separated, a header, one pair a line. */
export function readNamePairs(): readonly NamePair[] {
  const [, ...rows] = readFileSync(new URL('name-pairs.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return rows.map((row) => {
    const [verdict, kind, tradition = '', one = '', other = ''] = row.split('\t');
    if (verdict !== 'SAME' && verdict !== 'DIFFERENT') throw new Error(`No verdict: ${row}`);
    if (kind !== 'PERSON' && kind !== 'PLACE') throw new Error(`No kind: ${row}`);
    return { verdict, kind, tradition, one, other };
  });
}
