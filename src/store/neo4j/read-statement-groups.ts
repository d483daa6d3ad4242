import { monthPrefix, undatedMonth } from '../../model/statement-month.js';
import type { Page, PageRequest, StatementGroup, StatementGroupFilter, StatementGrouping } from '../graph-store.js';
import { pageFromRows, pageWindow } from '../page-from-rows.js';
import type { RunCypher } from './neo4j-connection.js';
import { ifSet, statementSource } from './page-sources.js';
import { firstKey, lastKey } from './read-pages.js';
import { statementRoles } from './relationship-types.js';
import { whereAll } from './where-all.js';

/** Every group is counted for each page: a rank isn't known before its end. */
export async function readStatementGroups(
  run: RunCypher,
  by: StatementGrouping,
  { kinds, ...filter }: StatementGroupFilter,
  request: PageRequest,
): Promise<Page<StatementGroup>> {
  const { direction, beyond, take } = pageWindow(request);
  const [compare, order] = direction === 'forward' ? ['>', ''] : ['<', 'DESC'];
  const { all, parameters } = statementSource(filter);
  const [statements] = all;
  if (!statements) return pageFromRows<StatementGroup>([], request);
  const [party, owner, cursor] =
    by === 'MONTH'
      ? ['', `'${monthPrefix}' + coalesce(left(s.date, 7), '${undatedMonth}')`, 'owner']
      : [
          `MATCH (s)-[:${statementRoles[by]}]->(g:Entity) WHERE ${ifSet('kinds', 'g.kind IN $kinds')}`,
          'g.id',
          "right('000000000' + toString(999999999 - count), 9) + '!' + owner",
        ];
  const rows = await run<StatementGroup & { readonly cursor: string }>(
    `${statements.match} ${whereAll(statements.conditions)} ${party}
     WITH ${owner} AS owner, count(s) AS count, min(s.date) AS firstDate, max(s.date) AS lastDate
     WITH *, ${cursor} AS cursor WHERE cursor ${compare} $beyond
     RETURN owner, count, firstDate, lastDate, cursor ORDER BY cursor ${order} LIMIT $take`,
    { ...parameters, kinds, beyond: beyond ?? (direction === 'forward' ? firstKey : lastKey), take },
  );
  const items = rows.map(({ cursor: key, ...record }) => ({ record, cursor: key }));
  return pageFromRows(direction === 'forward' ? items : items.reverse(), request);
}
