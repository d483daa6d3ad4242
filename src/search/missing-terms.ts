import type { PassageTerm, PassageTerms } from './passage-terms.js';

/** Of more terms all have to be there: the question to an index grows with their square. */
const mostTerms = 12;
/** One in so many. */
const share = 3;

/** Of any query. */
export const mostMissingTerms = mostTerms / share;

/** Terms by which an index can tell passages that have most of a query: those that something in it has. */
export function tellingTerms({ wanted }: PassageTerms): readonly PassageTerm[] {
  return wanted.filter((term) => term.kind === 'NAME' || (term.kind === 'WORD' && !term.isUnknown));
}

/** How many of its terms a passage may miss: of words and names one in three, but never all that the store has. */
export function mostMissing(terms: PassageTerms): number {
  const spared = terms.wanted.filter(({ kind }) => kind !== 'PHRASE').length;
  if (spared > mostTerms) return 0;
  return Math.max(0, Math.min(Math.floor(spared / share), tellingTerms(terms).length - 1));
}
