import type { EntityKind } from '../src/model/ontology.js';

/** What the findings of the search box are narrowed to; `null` where they aren't. */
export interface Narrowing {
  readonly kind: EntityKind | null;
  /** "1956": of what is told. */
  readonly year: string | null;
  readonly document: { readonly id: string; readonly title: string } | null;
  /** To quotations that have all the words. */
  readonly isWhole: boolean;
}

export const notNarrowed: Narrowing = { kind: null, year: null, document: null, isWhole: false };

/** Names and titles have no year, stand in no document and have all the words: only quotations are left. */
export function isOfQuotations({ year, document, isWhole }: Narrowing): boolean {
  return year !== null || document !== null || isWhole;
}

/** As arguments of `searchPassages`. */
export function passageArguments({ kind, year, document, isWhole }: Narrowing) {
  return {
    kinds: kind === null ? null : [kind],
    ...{ from: year, to: year },
    document: document?.id ?? null,
    mostMissing: isWhole ? 0 : null,
  };
}

export const passageParameters =
  '$query: String!, $kinds: [EntityKind!], $from: PartialDate, $to: PartialDate, $document: ID, $mostMissing: Int';
export const passagesAsked =
  'query: $query, kinds: $kinds, from: $from, to: $to, document: $document, mostMissing: $mostMissing';
