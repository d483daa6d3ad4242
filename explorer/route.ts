import {
  type EntityKind,
  entityKindNames,
  type Modality,
  modalityNames,
  type RelationType,
  relationTypeNames,
} from '../src/model/ontology.js';
import { isPartialDate } from '../src/model/partial-date.js';
import { type Picture, parsePicture, plainPicture, printPicture } from './picture.js';

/** The ways to look at the graph, in the order of the page's navigation; `views.ts` says how each is drawn. */
export const viewNames = ['NETWORK', 'TABLE', 'DOCUMENT', 'TIMELINE', 'MAP', 'REVIEW', 'LEDGER'] as const;
export type ViewName = (typeof viewNames)[number];

/** A document, opened at some of its words; at none where `start` equals `end`. */
export interface PassageRoute {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

/** Which relations are looked at, as the arguments of the API have it; an empty list lets all through. */
export interface RelationFilter {
  readonly kinds: readonly EntityKind[];
  readonly types: readonly RelationType[];
  readonly modality: readonly Modality[];
  /** 0 to 1. */
  readonly minConfidence: number | null;
  /** Partial dates: "1957", "1957-07", "1957-07-08". */
  readonly since: string | null;
  readonly until: string | null;
}

/** Two entities between which chains of relations are looked for; `to` is null until it is chosen. */
export interface PathRoute {
  readonly from: string;
  readonly to: string | null;
}

/**
 * What the page shows, kept in the fragment of its address: a view can be bookmarked, sent on, and left with the
 * browser's own back button. All views share the selection and the filter.
 */
export interface Route {
  readonly view: ViewName;
  /** The entity in the centre of the network; `null` for the overview. */
  readonly entity: string | null;
  /** The entity that is selected, of which the panel tells; `null` where it is the one in the centre. */
  readonly chosen: string | null;
  /** Hops drawn around the centre. */
  readonly depth: number;
  /** Relations whose evidence is shown: those of one drawn edge, or one of a list. */
  readonly relations: readonly string[];
  readonly passage: PassageRoute | null;
  readonly filter: RelationFilter;
  readonly path: PathRoute | null;
  readonly picture: Picture;
}

export const everything: RelationFilter = {
  kinds: [],
  types: [],
  modality: [],
  minConfidence: null,
  since: null,
  until: null,
};

export const overview: Route = {
  view: 'NETWORK',
  entity: null,
  chosen: null,
  depth: 1,
  relations: [],
  passage: null,
  filter: everything,
  path: null,
  picture: plainPicture,
};

/** The entity that the page is about at the moment. */
export function subjectOf({ chosen, entity }: Route): string | null {
  return chosen ?? entity;
}

/** Whether something is selected beyond what the view itself is about. */
export function isSelected({ chosen, relations, path }: Route): boolean {
  return chosen !== null || relations.length > 0 || path !== null;
}

const deepest = 3;

function wholeNumber(value: string | null): number | null {
  return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null;
}

function parsePassage(parameters: URLSearchParams): PassageRoute | null {
  const document = parameters.get('document');
  if (!document) return null;
  const [start, end] = [wholeNumber(parameters.get('start')), wholeNumber(parameters.get('end'))];
  return start !== null && end !== null && start <= end ? { document, start, end } : { document, start: 0, end: 0 };
}

function parsePath(parameters: URLSearchParams): PathRoute | null {
  const from = parameters.get('from');
  return from ? { from, to: parameters.get('to') || null } : null;
}

/** Names of the ontology, in its order, so that equal choices have equal addresses. */
function namesIn<Name extends string>(value: string | null, known: readonly Name[]): readonly Name[] {
  const given = new Set(value?.toUpperCase().split(','));
  return known.filter((name) => given.has(name));
}

function parseFilter(parameters: URLSearchParams): RelationFilter {
  const confidence = Number(parameters.get('confidence') ?? Number.NaN);
  const date = (name: string) => parameters.getAll(name).find(isPartialDate) ?? null;
  return {
    kinds: namesIn(parameters.get('kinds'), entityKindNames),
    types: namesIn(parameters.get('types'), relationTypeNames),
    modality: namesIn(parameters.get('modality'), modalityNames),
    minConfidence: confidence > 0 && confidence <= 1 ? confidence : null,
    since: date('since'),
    until: date('until'),
  };
}

/** Reads any fragment, also one that somebody mistyped: what makes no sense is left out. */
export function parseRoute(fragment: string): Route {
  const parameters = new URLSearchParams(fragment.replace(/^#/, ''));
  const depth = wholeNumber(parameters.get('depth')) ?? overview.depth;
  const [view = overview.view] = namesIn(parameters.get('view'), viewNames);
  return {
    view,
    entity: parameters.get('entity') || null,
    chosen: parameters.get('chosen') || null,
    depth: Math.min(Math.max(depth, 1), deepest),
    relations: parameters.getAll('relation').filter((id) => id !== ''),
    passage: parsePassage(parameters),
    filter: parseFilter(parameters),
    path: parsePath(parameters),
    picture: parsePicture(parameters),
  };
}

function printFilter(parameters: URLSearchParams, filter: RelationFilter): void {
  for (const name of ['kinds', 'types', 'modality'] as const) {
    if (filter[name].length > 0) parameters.set(name, filter[name].join(',').toLowerCase());
  }
  if (filter.minConfidence !== null) parameters.set('confidence', String(filter.minConfidence));
  if (filter.since !== null) parameters.set('since', filter.since);
  if (filter.until !== null) parameters.set('until', filter.until);
}

export function printRoute(route: Route): string {
  const { view, entity, chosen, depth, relations, passage, filter, path, picture } = route;
  const parameters = new URLSearchParams();
  if (view !== overview.view) parameters.set('view', view.toLowerCase());
  if (entity !== null) parameters.set('entity', entity);
  if (chosen !== null) parameters.set('chosen', chosen);
  if (depth !== overview.depth) parameters.set('depth', String(depth));
  for (const relation of relations) parameters.append('relation', relation);
  if (passage !== null) {
    parameters.set('document', passage.document);
    if (passage.start < passage.end) {
      parameters.set('start', String(passage.start));
      parameters.set('end', String(passage.end));
    }
  }
  if (path !== null) {
    parameters.set('from', path.from);
    if (path.to !== null) parameters.set('to', path.to);
  }
  printFilter(parameters, filter);
  printPicture(parameters, picture);
  // Identifiers hold colons and slashes, which a fragment may hold too: left as they are, addresses stay readable.
  const printed = parameters.toString().replaceAll('%3A', ':').replaceAll('%2F', '/').replaceAll('%2C', ',');
  return printed === '' ? '' : `#${printed}`;
}
