import { type EntityKind, entityKindNames, entityKinds } from '../../src/model/ontology.js';
import { isOfQuotations, type Narrowing, passageArguments, passageParameters, passagesAsked } from '../narrowing.js';
import { ask } from './ask.js';
import { mostSuggested, prefixOf } from './load-suggestions.js';
import { shortestQuery } from './search-passages.js';

interface KindCount {
  readonly kind: EntityKind;
  readonly count: number;
}

interface PassageFacets {
  readonly passages: number;
  readonly missing: readonly { readonly missing: number; readonly count: number }[];
  readonly kinds: readonly KindCount[];
  readonly dates: { readonly counts: readonly { readonly date: string | null; readonly count: number }[] };
  readonly documents: {
    readonly counts: readonly {
      readonly document: { readonly id: string; readonly title: string };
      readonly count: number;
    }[];
  };
}

/** A choice that narrows what is found, and how much is left with it; or, where it is made, a way back. */
export interface Facet {
  readonly label: string;
  readonly count: number;
  readonly isChosen: boolean;
  readonly narrowed: Narrowing;
}

export interface FacetGroup {
  readonly title: string;
  readonly facets: readonly Facet[];
}

export const suggestedKindsQuery = `
  query SuggestedKinds($prefix: String!, $first: Int!) {
    suggest(prefix: $prefix, first: $first) { kinds { counts { kind count } } }
  }`;

export const passageFacetsQuery = `
  query PassageFacets(${passageParameters}) {
    searchPassages(${passagesAsked}, first: 1) {
      facets {
        passages missing { missing count } kinds { kind count } dates(by: YEAR, first: 12) { counts { date count } }
        documents(first: 5) { counts { document { id title } count } }
      }
    }
  }`;

async function loadKinds(typed: string, signal: AbortSignal): Promise<readonly KindCount[]> {
  type Data = { readonly suggest: { readonly kinds: { readonly counts: readonly KindCount[] } } };
  const variables = { prefix: prefixOf(typed), first: mostSuggested };
  return (await ask<Data>(suggestedKindsQuery, variables, signal)).suggest.kinds.counts;
}

async function loadPassageFacets(query: string, narrowing: Narrowing, signal: AbortSignal) {
  if (query.length < shortestQuery) return null;
  type Data = { readonly searchPassages: { readonly facets: PassageFacets } };
  const variables = { query, ...passageArguments(narrowing) };
  // What is typed may be no query of words yet; names are counted all the same.
  const found = await ask<Data>(passageFacetsQuery, variables, signal).catch(() => null);
  return found?.searchPassages.facets ?? null;
}

/** Of a group in which a choice is made only this one is offered, to be taken back. */
function grouped(title: string, facets: readonly Facet[]): FacetGroup {
  const chosen = facets.filter(({ isChosen }) => isChosen);
  return { title, facets: chosen.length > 0 ? chosen : facets.filter(({ count }) => count > 0) };
}

/** What the findings can be narrowed to, each choice with how many names and quotations it leaves. */
export async function loadFacets(
  typed: string,
  narrowing: Narrowing,
  signal: AbortSignal,
): Promise<readonly FacetGroup[]> {
  const [named, passages] = await Promise.all([
    isOfQuotations(narrowing) ? [] : loadKinds(typed, signal),
    loadPassageFacets(typed, narrowing, signal),
  ]);
  const left = passages?.passages ?? 0;
  const { kind: chosenKind, year: chosenYear, document: chosenDocument, isWhole } = narrowing;
  const countOf = (counts: readonly KindCount[], kind: EntityKind) =>
    counts.find((one) => one.kind === kind)?.count ?? 0;
  const kinds = entityKindNames.map((kind): Facet => {
    const isChosen = kind === chosenKind;
    const count = countOf(named, kind) + (isChosen ? left : countOf(passages?.kinds ?? [], kind));
    return {
      ...{ label: entityKinds[kind].typeName, count, isChosen },
      narrowed: { ...narrowing, kind: isChosen ? null : kind },
    };
  });
  const years = (chosenYear === null ? (passages?.dates.counts ?? []) : [{ date: chosenYear, count: left }]).flatMap(
    ({ date, count }): Facet | readonly [] => {
      const isChosen = date === chosenYear;
      return date === null
        ? []
        : { label: date, count, isChosen, narrowed: { ...narrowing, year: isChosen ? null : date } };
    },
  );
  const inDocuments =
    chosenDocument === null ? (passages?.documents.counts ?? []) : [{ document: chosenDocument, count: left }];
  const documents = inDocuments.map(({ document, count }): Facet => {
    const isChosen = document.id === chosenDocument?.id;
    const { id, title } = document;
    return {
      ...{ label: title, count, isChosen },
      narrowed: { ...narrowing, document: isChosen ? null : { id, title } },
    };
  });
  const missing = passages?.missing ?? [];
  const whole = missing.find((one) => one.missing === 0)?.count ?? 0;
  const words: Facet = {
    ...{ label: 'all of them', count: whole, isChosen: isWhole },
    narrowed: { ...narrowing, isWhole: !isWhole },
  };
  const groups = [
    grouped('Kind', kinds),
    grouped('Year', years),
    grouped('Document', documents),
    // Where none is missing, to ask for all of them is no choice.
    grouped('Words', isWhole || missing.length > 1 ? [words] : []),
  ];
  return groups.filter(({ facets }) => facets.length > 0);
}
