import { type LayoutName, layoutNames } from '../drawing/layouts.js';
import { BadArgumentError } from '../errors.js';
import {
  type EntityKind,
  entityKindNames,
  type Modality,
  modalityNames,
  type RelationType,
  relationTypeNames,
} from '../model/ontology.js';

/** What of a graph goes into a file; everything where nothing is set. */
export interface ExportFilter {
  /** Kinds of the entities; an edge is there when both its ends are. */
  readonly kinds: readonly EntityKind[] | undefined;
  /** Whether documents are nodes too. */
  readonly documents: boolean;
  readonly types: readonly RelationType[] | undefined;
  readonly modality: readonly Modality[] | undefined;
  /** Only so many entities, those with the greatest weighted degree, as the query `network` chooses them. */
  readonly limit: number | undefined;
  /** Places, sizes, communities and centralities as the query `network` gives them; only with a limit. */
  readonly layout: LayoutName | undefined;
}

/** The filters as users give them; a value may be several names with commas between them. */
export interface ExportArguments {
  readonly kinds?: readonly string[] | undefined;
  readonly types?: readonly string[] | undefined;
  readonly modality?: readonly string[] | undefined;
  readonly limit?: string | undefined;
  readonly layout?: string | undefined;
}

export const exportArgumentNames = [
  'kinds',
  'types',
  'modality',
  'limit',
  'layout',
] as const satisfies readonly (keyof ExportArguments)[];

/** The document's own kind, which the ontology knows as the target of AUTHORED. */
const documentKind = 'DOCUMENT';
/** As in the contract of the store. */
const maxLimit = 10_000;

function checkedNames<Name extends string>(
  argument: keyof ExportArguments,
  values: readonly string[] | undefined,
  allowed: readonly Name[],
): readonly Name[] | undefined {
  if (values === undefined) return undefined;
  const known = new Set<string>(allowed);
  const names = values.flatMap((value) => value.split(',')).map((name) => name.trim());
  if (names.every((name): name is Name => known.has(name))) return [...new Set(names)] as Name[];
  throw new BadArgumentError(`One of the ${argument} is unknown.`, `Choose from ${allowed.join(', ')}.`);
}

function checkedLimit(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const limit = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (limit >= 1 && limit <= maxLimit) return limit;
  throw new BadArgumentError('The limit is out of range.', `Give a whole number of entities from 1 to ${maxLimit}.`);
}

function checkedLayout(value: string | undefined, limit: number | undefined): LayoutName | undefined {
  if (value === undefined) return undefined;
  const layout = layoutNames.find((name) => name === value);
  if (layout === undefined) {
    throw new BadArgumentError('There is no such layout.', `Choose from ${layoutNames.join(', ')}.`);
  }
  if (limit === undefined) throw new BadArgumentError('Only a network with a limit is laid out.', 'Give a limit too.');
  return layout;
}

/** @throws {BadArgumentError} when a name isn't one of the ontology, or the arguments contradict each other. */
export function exportFilter(given: ExportArguments): ExportFilter {
  const kinds = checkedNames('kinds', given.kinds, [...entityKindNames, documentKind]);
  const limit = checkedLimit(given.limit);
  if (limit !== undefined && kinds?.includes(documentKind)) {
    throw new BadArgumentError('A network with a limit has no documents.', `Leave out ${documentKind} or the limit.`);
  }
  return {
    kinds: kinds?.filter((kind) => kind !== documentKind),
    documents: limit === undefined && (kinds?.includes(documentKind) ?? true),
    types: checkedNames('types', given.types, relationTypeNames),
    modality: checkedNames('modality', given.modality, modalityNames),
    limit,
    layout: checkedLayout(given.layout, limit),
  };
}
