import { entityKinds } from '../../model/ontology.js';
import { monthPrefix, undatedMonth } from '../../model/statement-month.js';
import type { Page, PageRequest, StatementGroup, StatementGroupFilter, StatementGrouping } from '../graph-store.js';
import { pageFromRows, pageWindow } from '../page-from-rows.js';
import { statementSource } from './page-sources.js';
import { list, listed } from './page-statement.js';
import type { SqliteDatabase } from './sqlite-database.js';
import { roleBits } from './write-document.js';

/** Every group is counted for each page: a rank isn't known before its end. */
export function readStatementGroups(
  database: SqliteDatabase,
  by: StatementGrouping,
  { kinds, ...filter }: StatementGroupFilter,
  request: PageRequest,
): Page<StatementGroup> {
  const { direction, beyond, take } = pageWindow(request);
  const [compare, order] = direction === 'forward' ? ['>', 'ASC'] : ['<', 'DESC'];
  const { all, parameters } = statementSource(filter);
  const month = `'${monthPrefix}' || coalesce(substr(s.date, 1, 7), '${undatedMonth}')`;
  const [owner, from, cursor] =
    by === 'MONTH'
      ? [month, '', month]
      : [
          'g.entity',
          'CROSS JOIN statement_party AS g ON g.sort_key = s.sort_key',
          "printf('%09d!%s', 999999999 - count(*), g.entity)",
        ];
  const conditions = [
    ...(all?.conditions ?? []),
    by !== 'MONTH' && `g.roles & ${roleBits[by]}`,
    by !== 'MONTH' && kinds !== undefined && `substr(g.entity, 1, instr(g.entity, ':') - 1) IN ${list('prefixes')}`,
  ].filter((condition) => typeof condition === 'string');
  const rows = database.all<StatementGroup & { readonly cursor: string }>(
    `SELECT * FROM (
       SELECT ${owner} AS owner, count(*) AS count, min(s.date) AS firstDate, max(s.date) AS lastDate, ${cursor} AS cursor
       FROM ${all?.from ?? 'statement AS s'} ${from} ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''} GROUP BY 1)
     WHERE :beyond IS NULL OR cursor ${compare} :beyond ORDER BY cursor ${order} LIMIT :take`,
    { ...parameters, prefixes: listed(kinds?.map((kind) => entityKinds[kind].idPrefix)), beyond, take },
  );
  const items = rows.map(({ cursor: key, ...record }) => ({ record, cursor: key }));
  return pageFromRows(direction === 'forward' ? items : items.reverse(), request);
}
