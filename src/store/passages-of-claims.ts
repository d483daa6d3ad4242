import type { FoundTerms } from '../search/find-terms.js';
import type { PassageRow } from './search-reader.js';

/** Words of a document that have what was asked for, and the claims that rest on them. */
export interface FoundPassage extends Pick<PassageRow, 'document' | 'quote' | 'start' | 'end'> {
  /** The claims: statements first, then by identifier. */
  readonly rows: readonly [PassageRow, ...PassageRow[]];
  readonly found: FoundTerms;
}

/**
 * What a passage has to have of another that it lies in, to be the same for a reader: "he said that rice was short" and
 * "rice was short" are, a sentence of a speech and the speech aren't.
 */
const sharedPart = 0.6;

function byPlace(a: PassageRow, b: PassageRow): number {
  if (a.document !== b.document) return a.document < b.document ? -1 : 1;
  return a.start - b.start || b.end - a.end;
}

function byClaim(a: PassageRow, b: PassageRow): number {
  return Number(a.mode === null) - Number(b.mode === null) || (a.claim < b.claim ? -1 : 1);
}

/** The passages of claims, each once: one that is most of another that it begins in is that other. */
export function passagesOf(
  claims: readonly PassageRow[],
  find: (quote: string) => FoundTerms | null,
): readonly FoundPassage[] {
  const groups: { whole: PassageRow; found: FoundTerms; rows: [PassageRow, ...PassageRow[]] }[] = [];
  for (const row of [...claims].sort(byPlace)) {
    const last = groups.at(-1);
    const whole = last?.whole;
    if (last && whole && row.document === whole.document && row.end <= whole.end) {
      const isWhole = row.end - row.start >= sharedPart * (whole.end - whole.start);
      if (isWhole && (row.quote === whole.quote || find(row.quote) !== null)) {
        last.rows.push(row);
        continue;
      }
    }
    const found = find(row.quote);
    if (found !== null) groups.push({ whole: row, found, rows: [row] });
  }
  return groups.map(({ whole: { document, quote, start, end }, found, rows }) => {
    rows.sort(byClaim);
    return { document, quote, start, end, found, rows };
  });
}
