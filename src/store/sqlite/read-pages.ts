import type { Owners, Page, PageItem, PageRequest } from '../graph-store.js';
import { pageFromRows, pageWindow } from '../page-from-rows.js';
import { beyondParameters, type OwnerWalk, type PageSource, pageStatement } from './page-statement.js';
import type { SqliteDatabase } from './sqlite-database.js';

type PositionedRow = { readonly position: number; readonly cursor: string };

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
    const rows = database.all<Row & PositionedRow>(pageStatement(source, walk, request), {
      ...source.parameters,
      owners: JSON.stringify(positions.map((position) => owners[position])),
      ...beyondParameters(source.prefix, beyond),
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
