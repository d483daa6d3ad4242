import type { Owners, Page, PageItem, PageRequest } from '../graph-store.js';
import { pageFromRows, pageWindow } from '../page-from-rows.js';
import type { Parameters, SqliteDatabase } from './sqlite-database.js';

/** A condition of a filter that is set; `false` where it isn't. */
export type Condition = string | false;

/** How the rows of one class of owners are found: a walk along an index of theirs that ends in the sort key. */
export interface OwnerWalk {
  /** Tables of the walk, with those that its conditions need: `mention_party AS walk JOIN …`. */
  readonly from: string;
  /** Column of the walk that holds the sort key. */
  readonly key: string;
  /** Joins the walk to its owner, `owner.value`; for the whole store there is none. */
  readonly owned?: string;
  readonly conditions: readonly Condition[];
  /** The class an owner belongs to, where not all do. */
  readonly owns?: (owner: string) => boolean;
}

export interface PageSource<Row, T> {
  /** Table of the records, and its unique column that holds the sort key. */
  readonly table: string;
  readonly key: string;
  readonly record: (row: Row) => T;
  readonly parameters: Parameters;
  /** For owners that are identifiers, one walk for each class of them. */
  readonly owned: readonly OwnerWalk[];
  /** For `null`; missing where a page has to have an owner. */
  readonly all?: OwnerWalk;
}

type PositionedRow = { readonly position: number; readonly cursor: string };

/** A list parameter, for `IN ${list('kinds')}`: bound as JSON, so that one prepared statement serves all lengths. */
export function list(parameter: string): string {
  return `(SELECT value FROM json_each(:${parameter}))`;
}

/** The value of a list parameter. */
export function listed(values: readonly string[] | undefined): string | null {
  return values === undefined ? null : JSON.stringify(values);
}

/**
 * The statement for one class of owners. The subquery takes each owner's first rows beyond the cursor and stops: an
 * owner with a hundred thousand rows costs no more than its page (a window function would number them all).
 * CROSS JOIN keeps SQLite from turning the order of the two tables round.
 */
function statementOf(table: string, key: string, walk: OwnerWalk, request: PageRequest): string {
  const { direction, beyond } = pageWindow(request);
  const [compare, order] = direction === 'forward' ? ['>', 'ASC'] : ['<', 'DESC'];
  const conditions = [walk.owned, ...walk.conditions, beyond !== null && `${walk.key} ${compare} :beyond`];
  const where = conditions.filter((condition) => typeof condition === 'string').join(' AND ');
  const keys = `SELECT ${walk.key} FROM ${walk.from} ${where && `WHERE ${where}`} ORDER BY ${walk.key} ${order} LIMIT :take`;
  const [position, owners] = walk.owned ? ['owner.key', 'json_each(:owners) AS owner CROSS JOIN'] : ['0', ''];
  return `SELECT ${position} AS position, record.${key} AS cursor, record.*
    FROM ${owners} ${table} AS record ${owners && 'ON'} ${owners ? '' : 'WHERE'} record.${key} IN (${keys})
    ORDER BY position, cursor`;
}

/** One page for each owner, by one statement for each class of owners that is among them. */
export function readPages<Row, T>(
  database: SqliteDatabase,
  source: PageSource<Row, T>,
  owners: Owners,
  request: PageRequest,
): readonly Page<T>[] {
  const found = owners.map((): PageItem<T>[] => []);
  const { beyond, take } = pageWindow(request);
  const read = (walk: OwnerWalk, positions: readonly number[]): void => {
    const [first] = positions;
    if (first === undefined) return;
    const rows = database.all<Row & PositionedRow>(statementOf(source.table, source.key, walk, request), {
      ...source.parameters,
      owners: JSON.stringify(positions.map((position) => owners[position])),
      beyond,
      take,
    });
    for (const row of rows) {
      found[positions[row.position] ?? first]?.push({ record: source.record(row), cursor: row.cursor });
    }
  };
  const positionsOf = (belongs: (owner: string | null) => boolean): number[] =>
    owners.flatMap((owner, position) => (belongs(owner) ? [position] : []));

  for (const walk of source.owned) {
    read(
      walk,
      positionsOf((owner) => owner !== null && (walk.owns === undefined || walk.owns(owner))),
    );
  }
  if (source.all) {
    const { all } = source;
    const [first, ...others] = positionsOf((owner) => owner === null);
    if (first !== undefined) read(all, [first]);
    for (const other of others) found[other] = found[first ?? other] ?? [];
  }
  return found.map((items) => pageFromRows(items, request));
}
