import type { PageRequest } from '../graph-store.js';
import { pageWindow } from '../page-from-rows.js';
import { jsonObject, type ReadField } from './read-fields.js';
import type { Parameters } from './sqlite-database.js';

/** A condition of a filter that is set; `false` where it isn't. */
export type Condition = string | false;

/** How the records of one class of owners are found: a walk along an index of theirs that ends in the sort key. */
export interface OwnerWalk {
  /** Tables of the walk, with those that its conditions need: `relation_support AS w CROSS JOIN relation AS r ON …`. */
  readonly from: string;
  /** Column of the walk that holds the sort key. */
  readonly key: string;
  /** Name of the record's own table in the walk. */
  readonly record: string;
  /** Of columns of the record that stand elsewhere in the walk: where. */
  readonly elsewhere?: Readonly<Record<string, string>>;
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
  /** What orders the few that share it as their keys do, and is sooner reckoned. */
  readonly rest: string;
  /** Their values in a key; `null` in what is no such key. */
  valuesIn(key: string): readonly (string | number)[] | null;
}

export interface PageSource<T, Row = T> {
  /** What is read of a record. */
  readonly fields: readonly ReadField[];
  /** Makes a record of the fields, where they aren't one. */
  readonly record?: (row: Row) => T;
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
 * The statement for one class of owners: for each, in their order, the page as one JSON, since libsql takes longer for a value than
 * SQLite does to write it and V8 to read it. The subquery takes each owner's first rows beyond the cursor and stops: an
 * owner with a hundred thousand rows costs no more than its page (a window function would number them all).
 *
 * @param cursors - Whether each record stands there behind its sort key.
 */
export function pageStatement(
  { fields, prefix }: Pick<PageSource<unknown>, 'fields' | 'prefix'>,
  walk: OwnerWalk,
  request: PageRequest,
  cursors: boolean,
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
  const along = [...begun, prefix?.rest ?? walk.key].map((column) => `${column} ${order}`).join(', ');
  const values = fields.map(({ column }, at) => `${walk.elsewhere?.[column] ?? `${walk.record}.${column}`} AS f${at}`);
  const nearest = `SELECT ${[cursors ? `${walk.key} AS cursor` : '1', ...values].join(', ')} FROM ${walk.from}
    ${where && `WHERE ${where}`} ORDER BY ${along} LIMIT :take`;
  const record = jsonObject(fields, (_, at) => `f${at}`);
  return `SELECT (SELECT json_group_array(${cursors ? `json_array(cursor, ${record})` : record}) FROM (${nearest}))
    ${walk.owned ? 'FROM json_each(:owners) AS owner' : ''}`;
}
