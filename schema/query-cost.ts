import {
  type FieldNode,
  type GraphQLField,
  type GraphQLOutputType,
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { BadArgumentError } from '../src/errors.js';
import type { SchemaContext } from './context.js';
import { type AskedQuery, costlyPath } from './costly-path.js';
import { limits } from './limits.js';

/**
 * The cost of a query is the number of records that it may bring: a field of records costs one and multiplies
 * what is asked of each by the page size; a scalar is free, because its record is read already.
 */
export interface FieldCost {
  readonly field: number;
  readonly multiplier: number;
}

/** Lists without a page size: addressees, subjects, counts. Longer ones are rare. */
const listLength = 5;

/** What only wraps records, and was counted where the connection was. */
export const wrapperCost: FieldCost = { field: 0, multiplier: 1 };
export const recordCost: FieldCost = { field: 1, multiplier: 1 };

/** A walk reads more than it gives: up to 50,000 ties. Twenty-five to a request, and it may do nothing else. */
export const walkCost = 1_000;

function isList(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type);
}

function asNumber(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

/** The cost of a field that states none of its own. */
export function fieldCost(
  args: Record<string, unknown>,
  _context: SchemaContext,
  field: GraphQLField<unknown, SchemaContext, Record<string, unknown>>,
): FieldCost {
  if (isLeafType(getNamedType(field.type))) return { field: 0, multiplier: 1 };
  if (field.args.some(({ name }) => name === 'first' || name === 'limit')) {
    const asked = asNumber(args.first) ?? asNumber(args.last) ?? asNumber(args.limit);
    return { field: 1, multiplier: asked ?? limits.defaultPageSize };
  }
  return { field: 1, multiplier: isList(field.type) ? listLength : 1 };
}

/** The cost of a walk whose answer comes in pages. */
export function pagedWalkCost(args: {
  readonly first?: number | null | undefined;
  readonly last?: number | null | undefined;
}): FieldCost {
  return { field: walkCost, multiplier: args.first ?? args.last ?? limits.defaultPageSize };
}

/** Arguments that say how much a field brings. */
const sizes: ReadonlySet<string> = new Set(['first', 'last', 'limit', 'ids']);

function hasSize({ arguments: given }: FieldNode): boolean {
  return given?.some(({ name }) => sizes.has(name.value)) ?? false;
}

/** An error that says how much it is, and where to cut. */
export function tooCostly(cost: number, query: AskedQuery): BadArgumentError {
  const path = costlyPath(query);
  const nameOf = ({ name }: FieldNode): string => name.value;
  const sized = [...new Set(path.filter(hasSize).map(nameOf))].join(', ');
  return new BadArgumentError(
    `This query may bring ${cost} records; the most is ${limits.maxComplexity}. Most of them come by ${path.map(nameOf).join('.')}.`,
    `Ask for smaller pages there${sized === '' ? '' : `: in ${sized}`}, with first, last or limit, or for fewer levels at once.`,
  );
}

/** An error for a query of too many fields, those of fragments counted wherever they are spread. */
export function tooBroad(fields: number): BadArgumentError {
  return new BadArgumentError(
    `This query asks for ${fields} fields; the most is ${limits.maxFields}.`,
    'Ask for fewer fields, and spread fragments less often.',
  );
}
