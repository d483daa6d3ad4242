import type { PageRequest } from '../graph-store.js';
import { pageWindow } from '../page-from-rows.js';
import { type Stored, selected } from './rows.js';
import type { Parameters } from './sqlite-database.js';

/** A condition of a filter that is set; `false` where it isn't. */
export type Condition = string | false;

/** How the rows of one class of owners are found: a walk along an index of theirs that ends in the sort key. */
export interface OwnerWalk {
  /** Tables of the walk, with those that its conditions need: `relation_support AS w CROSS JOIN relation AS r ON …`. */
  readonly from: string;
  /** Column of the walk that holds the sort key. */
  readonly key: string;
  /** Name of the record's own table in the walk, where it is part of it: the record is then found without its sort key. */
  readonly record?: string;
  /** Joins the walk to its owner, `owner.value`; for the whole store there is none. */
  readonly owned?: string;
  readonly conditions: readonly Condition[];
  /** The class an owner belongs to, where not all do. */
  readonly owns?: (owner: string) => boolean;
}

/** What a sort key begins with, where the indexes of the walks hold these columns in its place. */
export interface KeyPrefix {
  /** Of the walk. */
  readonly columns: readonly string[];
  /** Their values in a key; `null` in what is no such key. */
  valuesIn(key: string): readonly (string | number)[] | null;
}

export interface PageSource<Row, T> extends Stored<Row, T> {
  /** Table of the records, and its unique column that holds the sort key. */
  readonly table: string;
  readonly key: string;
  readonly prefix?: KeyPrefix;
  readonly parameters: Parameters;
  /** For owners that are identifiers, one walk for each class of them. */
  readonly owned: readonly OwnerWalk[];
  /** For `null`; missing where a page has to have an owner. */
  readonly all?: OwnerWalk;
}

/** A list parameter, for `IN ${list('kinds')}`: bound as JSON, so that one prepared statement serves all lengths. */
export function list(parameter: string): string {
  return `(SELECT value FROM json_each(:${parameter}))`;
}

/** The value of a list parameter. */
export function listed(values: readonly string[] | undefined): string | null {
  return values === undefined ? null : JSON.stringify(values);
}

/** What `pageStatement` binds of a cursor. */
export function beyondParameters(prefix: KeyPrefix | undefined, beyond: string | null): Parameters {
  const values = beyond === null ? null : prefix?.valuesIn(beyond);
  return { beyond, ...Object.fromEntries((values ?? []).map((value, at) => [`begun${at}`, value])) };
}

/**
 * The statement for one class of owners. The subquery takes each owner's first rows beyond the cursor and stops: an
 * owner with a hundred thousand rows costs no more than its page (a window function would number them all).
 * CROSS JOIN keeps SQLite from turning the order of the two tables round.
 */
export function pageStatement(
  {
    table,
    key,
    columns,
    prefix,
  }: Pick<PageSource<unknown, unknown>, 'table' | 'key' | 'prefix'> & { readonly columns: readonly string[] },
  walk: OwnerWalk,
  request: PageRequest,
): string {
  const { direction, beyond } = pageWindow(request);
  const [compare, order] = direction === 'forward' ? ['>', 'ASC'] : ['<', 'DESC'];
  const begun = prefix?.columns ?? [];
  const conditions = [
    walk.owned,
    ...walk.conditions,
    beyond !== null && `${walk.key} ${compare} :beyond`,
    beyond !== null &&
      prefix?.valuesIn(beyond) &&
      `(${begun.join(', ')}) ${compare}= (${begun.map((_, at) => `:begun${at}`).join(', ')})`,
  ];
  const where = conditions.filter((condition) => typeof condition === 'string').join(' AND ');
  const [found, identifier] = walk.record ? [`${walk.record}.rowid`, 'rowid'] : [walk.key, key];
  const along = [...begun, walk.key].map((column) => `${column} ${order}`).join(', ');
  const nearest = `SELECT ${found} FROM ${walk.from}${where && ` WHERE ${where}`} ORDER BY ${along} LIMIT :take`;
  const [position, from] = walk.owned
    ? ['owner.key', `json_each(:owners) AS owner CROSS JOIN ${table} AS record`]
    : ['0', `${table} AS record`];
  return `SELECT ${position} AS position, record.${key} AS cursor, ${selected('record', columns)} FROM ${from}
    WHERE record.${identifier} IN (${nearest}) ORDER BY position, cursor`;
}
