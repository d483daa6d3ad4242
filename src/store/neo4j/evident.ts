import { lastDayOf, type PartialDate } from '../../model/partial-date.js';
import { dateWindow } from '../date-window.js';
import type { EvidenceFilter } from '../graph-walks.js';

/** One text more, and only where it is asked for: it looks at each passage's document. */
export function toldIn(toldBy: PartialDate | undefined): string {
  return toldBy === undefined ? '' : 'AND EXISTS { MATCH (d:Document {id: x.document}) WHERE d.firstDay <= $lastTold }';
}

/**
 * That one piece of the evidence of `r` is sure enough, of the days asked for and told by then; none where nothing of
 * these is asked. A partial date is compared with as much of a day as it tells: "1957-07" is not before "1957-07-08".
 */
export function evidentConditions({ minConfidence, from, to, toldBy }: EvidenceFilter): readonly string[] {
  if ([minConfidence, from, to, toldBy].every((asked) => asked === undefined)) return [];
  return [
    `EXISTS {
      MATCH (x:Evidence {claim: r.id}) WHERE x.sortKey >= '' AND x.confidence >= $minConfidence
        AND (NOT $isDated OR (x.date >= left($firstDay, size(x.date)) AND x.date <= left($lastDay, size(x.date))))
        ${toldIn(toldBy)}
    }`,
  ];
}

/** What isn't set is what lets everything through: null would be another type, for which the server plans anew. */
export function evidenceParameters({ minConfidence, from, to, toldBy }: EvidenceFilter) {
  const { firstDay, lastDay } = dateWindow({ from, to });
  return {
    minConfidence: minConfidence ?? 0,
    isDated: from !== undefined || to !== undefined,
    firstDay: firstDay ?? '0000-01-01',
    lastDay: lastDay ?? '9999-12-31',
    lastTold: lastDayOf(toldBy ?? '9999'),
  };
}
