import { type Reading, readsAll } from '../brief-records.js';
import type { Owners, Page, PageItem, PageRequest } from '../graph-store.js';
import { pageFromRows, pageWindow } from '../page-from-rows.js';
import { beyondParameters, type OwnerWalk, type PageSource, pageStatement } from './page-statement.js';
import type { SqliteDatabase } from './sqlite-database.js';

/** One page for each owner, by one statement for each class of owners that is among them. */
export function readPages<T, Row>(
  database: SqliteDatabase,
  source: PageSource<T, Row>,
  owners: Owners,
  request: PageRequest,
  { cursors, more }: Pick<Reading, 'cursors' | 'more'> = readsAll,
): readonly Page<T>[] {
  const { direction, beyond, take } = pageWindow(request);
  const recordOf = source.record ?? ((row: Row) => row as unknown as T);
  const found = owners.map((): readonly PageItem<T>[] => []);

  function items(json: string): readonly PageItem<T>[] {
    const rows = cursors
      ? (JSON.parse(json) as [string, Row][]).map(([cursor, row]) => ({ record: recordOf(row), cursor }))
      : (JSON.parse(json) as Row[]).map((row) => ({ record: recordOf(row), cursor: '' }));
    return direction === 'forward' ? rows : rows.reverse();
  }

  function read(walk: OwnerWalk, positions: readonly number[]): void {
    if (positions.length === 0) return;
    const pages = database.values(pageStatement(source, walk, request, cursors), {
      ...source.parameters,
      owners: JSON.stringify(positions.map((position) => owners[position])),
      ...beyondParameters(source.prefix, beyond),
      take: more ? take : take - 1,
    });
    for (const [index, [json]] of pages.entries()) {
      const position = positions[index];
      if (position !== undefined) found[position] = items(json as string);
    }
  }
  function positionsOf(belongs: (owner: string | null) => boolean): readonly number[] {
    const positions: number[] = [];
    for (const [position, owner] of owners.entries()) if (belongs(owner)) positions.push(position);
    return positions;
  }

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
  return found.map((each) => pageFromRows(each, request));
}
