import { printPartialDate } from '../../src/model/partial-date.js';
import type { TimelineItem, TimelineNode } from '../api/load-timeline.js';
import { measureText } from '../measure-text.js';
import type { NamedItem } from './bar-lane.js';
import { spanOf } from './time-window.js';

export interface DrawnEntry extends NamedItem {
  readonly node: TimelineNode;
}

/** As in `timeline.css`. */
const nameFont = '13px system-ui, sans-serif';
const longestName = 220;
const dayLength = 'YYYY-MM-DD'.length;

/** "12 July 1957", "June to July 1957" as two dates. */
export function printSpan(date: string, endDate: string | null): string {
  return endDate === null || endDate === date
    ? printPartialDate(date)
    : `${printPartialDate(date)} to ${printPartialDate(endDate)}`;
}

/** What of the API is drawn as a bar, with the span that its date may mean. */
export function drawnEntry({ date, node }: TimelineItem): DrawnEntry {
  const name = node.__typename === 'Event' ? node.name : node.title;
  const endDate = node.__typename === 'Event' ? node.endDate : null;
  const span = spanOf(date, endDate !== null && endDate >= date ? endDate : null);
  return {
    id: node.id,
    node,
    name,
    ...span,
    when: printSpan(date, endDate),
    vague: date.length < dayLength && endDate === null,
    labelWidth: Math.min(longestName, measureText(name, nameFont) + 4),
  };
}
