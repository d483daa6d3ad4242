import type { Owners, Page, PageItem, PageRequest } from '../graph-store.js';
import { pageFromRows, pageWindow } from '../page-from-rows.js';
import type { RunCypher } from './neo4j-connection.js';
import { whereAll } from './where-all.js';

/** How the records of one class of owners are found. */
export interface OwnerWalk {
  /** Cypher that binds the record's variable and can be followed by WHERE. Owned walks start at `owner`, an identifier. */
  readonly match: string;
  readonly conditions: readonly string[];
  /**
   * Whether it goes along relationships. Others read records off an index, in the order of their keys, and only where its key is
   * compared; here all are met first, and on a first page no key is compared.
   */
  readonly isAlongRelationships?: boolean;
  /** Whether the walk may meet a record twice. */
  readonly isRepeating?: boolean;
  /** Expression of the sort key where an index holds it only of these records. */
  readonly key?: string;
  /** The class an owner belongs to, where not all do. */
  readonly owns?: (owner: string) => boolean;
}

export interface PageSource<Row, T> {
  readonly variable: string;
  /** Expression of the sort key, which an index holds; null for no record. */
  readonly key: string;
  /** Expression of what the record is made of. */
  readonly returned: string;
  readonly record: (row: Row) => T;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** For owners that are identifiers, one walk for each class of them. */
  readonly owned: readonly OwnerWalk[];
  /** For `null`: walks whose records don't overlap. Empty where a page has to have an owner. */
  readonly all: readonly OwnerWalk[];
}

interface OwnerRow<Row> {
  readonly position: number;
  readonly items: readonly (readonly [cursor: string, record: Row])[];
}

/** Sort after every sort key and before every one: an index is walked in order only where its key is compared. */
export const lastKey = '\u{10ffff}';
export const firstKey = '';

/** The records of one walk that are next after the cursor; nearest first, no more than the page decides on. */
function nearest(
  source: Pick<PageSource<unknown, unknown>, 'variable' | 'key'>,
  walk: OwnerWalk,
  request: PageRequest,
) {
  const { direction, beyond } = pageWindow(request);
  const [compare, order] = direction === 'forward' ? ['>', ''] : ['<', 'DESC'];
  const isCompared = beyond !== null || walk.isAlongRelationships !== true;
  const key = walk.key ?? source.key;
  const conditions = [...(isCompared ? [`${key} ${compare} $beyond`] : []), ...walk.conditions];
  return `${walk.match} ${whereAll(conditions)}
    WITH ${walk.isRepeating ? 'DISTINCT ' : ''}${source.variable} ORDER BY ${key} ${order} LIMIT $take`;
}

/** One list for an owner, which costs the server and the driver less than one row for a record. */
function items<Row, T>({ key, returned }: PageSource<Row, T>): string {
  return `collect([${key}, ${returned}]) AS items`;
}

function ownedStatement<Row, T>(source: PageSource<Row, T>, walk: OwnerWalk, request: PageRequest): string {
  return `UNWIND range(0, size($owners) - 1) AS position
    WITH position, $owners[position] AS owner
    CALL (owner) { ${nearest(source, walk, request)} RETURN ${items(source)} }
    RETURN position, items`;
}

function wholeStatement<Row, T>(source: PageSource<Row, T>, request: PageRequest): string {
  const order = pageWindow(request).direction === 'forward' ? '' : 'DESC';
  const branches = source.all.map((walk) => `${nearest(source, walk, request)} RETURN ${source.variable}`);
  return `CALL () { ${branches.join('\nUNION ALL\n')} }
    WITH ${source.variable} ORDER BY ${source.key} ${order} LIMIT $take
    RETURN 0 AS position, ${items(source)}`;
}

/** One page for each owner, by one statement for each class of owners that is among them. */
export async function readPages<Row, T>(
  run: RunCypher,
  source: PageSource<Row, T>,
  owners: Owners,
  request: PageRequest,
): Promise<readonly Page<T>[]> {
  const { direction, beyond, take } = pageWindow(request);
  const window = { beyond: beyond ?? (direction === 'forward' ? firstKey : lastKey), take };
  const itemsByOwner = new Map<string | null, readonly PageItem<T>[]>();
  const read = async (cypher: string, asked: readonly (string | null)[]): Promise<void> => {
    const rows = await run<OwnerRow<Row>>(cypher, { ...source.parameters, ...window, owners: asked });
    for (const { position, items: found } of rows) {
      const page = found.map(([cursor, record]) => ({ record: source.record(record), cursor }));
      itemsByOwner.set(
        asked[position] ?? null,
        page.sort((a, b) => (a.cursor < b.cursor ? -1 : 1)),
      );
    }
  };

  const identifiers = [...new Set(owners)].filter((owner) => owner !== null);
  const reads = source.owned.map(async (walk) => {
    const asked = walk.owns ? identifiers.filter(walk.owns) : identifiers;
    if (asked.length > 0) await read(ownedStatement(source, walk, request), asked);
  });
  if (source.all.length > 0 && owners.includes(null)) reads.push(read(wholeStatement(source, request), [null]));
  await Promise.all(reads);
  return owners.map((owner) => pageFromRows(itemsByOwner.get(owner) ?? [], request));
}
