import { lastDayOf } from '../../model/partial-date.js';
import { dateWindow } from '../date-window.js';
import type { EvidenceFilter } from '../graph-walks.js';
import type { Condition } from './page-statement.js';
import type { Parameters } from './sqlite-database.js';

/**
 * That a piece of evidence is sure enough, of the days asked for and told by then. A partial date is compared with as
 * much of a day as it tells: "1957-07" is not before "1957-07-08", since "1957-07" isn't.
 */
export function passes(row: string, { toldBy }: EvidenceFilter): string {
  const told = `EXISTS (SELECT 1 FROM document AS d WHERE d.id = ${row}.document AND d.first_day <= :lastTold)`;
  return `(:minConfidence IS NULL OR ${row}.confidence >= :minConfidence)
    AND (:firstDay IS NULL OR ${row}.date >= substr(:firstDay, 1, length(${row}.date)))
    AND (:lastDay IS NULL OR ${row}.date <= substr(:lastDay, 1, length(${row}.date)))
    ${toldBy === undefined ? '' : `AND ${told}`}`;
}

/**
 * That one piece of a relation's evidence passes; `false` where nothing is asked of it.
 *
 * @param relation - Column that holds the relation's identifier.
 */
export function isEvident(relation: string, filter: EvidenceFilter): Condition {
  const { minConfidence, from, to, toldBy } = filter;
  return (
    [minConfidence, from, to, toldBy].some((asked) => asked !== undefined) &&
    `EXISTS (SELECT 1 FROM evidence AS x WHERE x.claim = ${relation} AND ${passes('x', filter)})`
  );
}

export function evidenceParameters({ minConfidence, toldBy, ...dates }: EvidenceFilter): Parameters {
  return {
    minConfidence: minConfidence ?? null,
    lastTold: toldBy === undefined ? null : lastDayOf(toldBy),
    ...dateWindow(dates),
  };
}
