import type { PassageTermsFound } from '../search/find-terms.js';
import type { PassageRow } from './search-reader.js';

/** Words of a document that have what was asked for, and the claims that rest on them. */
export interface FoundPassage extends Pick<PassageRow, 'document' | 'quote' | 'start' | 'end'> {
  /** The claims: statements first, then by identifier. */
  readonly rows: readonly [PassageRow, ...PassageRow[]];
  readonly found: PassageTermsFound;
}

interface FoundRow {
  readonly row: PassageRow;
  readonly found: PassageTermsFound;
}

/**
 * What a passage has to have of another that it lies in, to be the same for a reader: "he said that rice was short" and
 * "rice was short" are, a sentence of a speech and the speech aren't.
 */
const sharedPart = 0.6;

/** Fewest missing first, then by place, the longer of two that begin together first. */
function byPlace({ row: a, found: one }: FoundRow, { row: b, found: other }: FoundRow): number {
  if (one.missing.length !== other.missing.length) return one.missing.length - other.missing.length;
  if (a.document !== b.document) return a.document < b.document ? -1 : 1;
  return a.start - b.start || b.end - a.end;
}

function byClaim(a: PassageRow, b: PassageRow): number {
  return Number(a.mode === null) - Number(b.mode === null) || (a.claim < b.claim ? -1 : 1);
}

function isMostOf(part: PassageRow, whole: PassageRow): boolean {
  return (
    part.document === whole.document &&
    part.start >= whole.start &&
    part.end <= whole.end &&
    part.end - part.start >= sharedPart * (whole.end - whole.start)
  );
}

/**
 * The passages of claims, each once: one that is most of another that it begins in is that other. Where this misses
 * fewer of the terms, it is given alone: the same words aren't given again for what they haven't.
 *
 * What is said of passages that miss nothing doesn't depend on whether there are others among the claims.
 */
export function passagesOf(
  claims: readonly PassageRow[],
  find: (row: PassageRow) => PassageTermsFound | null,
): readonly FoundPassage[] {
  const rows = claims.flatMap((row): FoundRow | readonly [] => {
    const found = find(row);
    return found === null ? [] : { row, found };
  });
  const groups: { readonly whole: FoundRow; readonly rows: [PassageRow, ...PassageRow[]] }[] = [];
  const ofDocuments = new Map<string, FoundRow[]>();
  for (const one of rows.sort(byPlace)) {
    const last = groups.at(-1);
    const missing = one.found.missing.length;
    if (last && missing === last.whole.found.missing.length && isMostOf(one.row, last.whole.row)) {
      last.rows.push(one.row);
      continue;
    }
    const before = ofDocuments.get(one.row.document);
    if (before?.some(({ row, found }) => found.missing.length < missing && isMostOf(one.row, row))) continue;
    if (before) before.push(one);
    else ofDocuments.set(one.row.document, [one]);
    groups.push({ whole: one, rows: [one.row] });
  }
  return groups.map(({ whole: { row, found }, rows: own }) => {
    own.sort(byClaim);
    const { document, quote, start, end } = row;
    return { document, quote, start, end, found, rows: own };
  });
}
