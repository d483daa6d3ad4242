/**
 * What the page shows, kept in the fragment of its address: a view can be bookmarked, sent on, and left with the
 * browser's own back button.
 */
export interface Route {
  /** The entity in the centre; `null` for the overview. */
  readonly entity: string | null;
  /** Hops drawn around the centre. */
  readonly depth: number;
  /** Relations whose evidence is shown: those of one drawn edge, or one of a list. */
  readonly relations: readonly string[];
  readonly passage: PassageRoute | null;
}

/** A document, opened at some of its words. */
export interface PassageRoute {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

export const overview: Route = { entity: null, depth: 1, relations: [], passage: null };

const deepest = 3;

function wholeNumber(value: string | null): number | null {
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null;
}

function parsePassage(parameters: URLSearchParams): PassageRoute | null {
  const document = parameters.get('document');
  const start = wholeNumber(parameters.get('start'));
  const end = wholeNumber(parameters.get('end'));
  return document && start !== null && end !== null && start <= end ? { document, start, end } : null;
}

/** Reads any fragment, also one that somebody mistyped: what makes no sense is left out. */
export function parseRoute(fragment: string): Route {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  const depth = wholeNumber(parameters.get('depth')) ?? overview.depth;
  return {
    entity: parameters.get('entity') || null,
    depth: Math.min(Math.max(depth, 1), deepest),
    relations: parameters.getAll('relation').filter((id) => id !== ''),
    passage: parsePassage(parameters),
  };
}

export function printRoute({ entity, depth, relations, passage }: Route): string {
  const parameters = new URLSearchParams();
  if (entity !== null) parameters.set('entity', entity);
  if (depth !== overview.depth) parameters.set('depth', String(depth));
  for (const relation of relations) parameters.append('relation', relation);
  if (passage !== null) {
    parameters.set('document', passage.document);
    parameters.set('start', String(passage.start));
    parameters.set('end', String(passage.end));
  }
  // Identifiers hold colons and slashes, which a fragment may hold too: left as they are, addresses stay readable.
  const printed = parameters.toString().replaceAll('%3A', ':').replaceAll('%2F', '/');
  return printed === '' ? '' : `#${printed}`;
}
