import { printPartialDate } from '../../src/model/partial-date.js';
import { loadMentions } from '../api/load-mentions.js';
import { loadDatedStatements } from '../api/load-statement-dates.js';
import { EntityButton } from '../panels/entity-button.js';
import { MentionQuote } from '../panels/mention-quote.js';
import { PagedList } from '../panels/paged-list.js';
import { StatementItem } from '../panels/statement-list.js';
import type { PassageRoute } from '../route.js';
import { usePages } from '../use-pages.js';
import { type DrawnEntry, printSpan } from './timeline-items.js';

const dayLength = 'YYYY-MM-DD'.length;

export interface TimelineWays {
  readonly choose: (entity: string) => void;
  readonly open: (passage: PassageRoute) => void;
  readonly openDocument: (document: string) => void;
}

/** "PT1H40M" in words. */
function printDuration(duration: string): string {
  const parts = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration);
  if (parts === null) return duration;
  const words = ['day', 'hour', 'minute'].flatMap((unit, index) => {
    const count = Number(parts[index + 1] ?? 0);
    return count === 0 ? [] : [`${count} ${unit}${count === 1 ? '' : 's'}`];
  });
  return words.join(' ');
}

function EventDetails({ entry, choose, open }: { readonly entry: DrawnEntry } & TimelineWays) {
  const { node } = entry;
  const pages = usePages(node.id, (after, signal) => loadMentions(node.id, 10, after, signal));
  if (node.__typename !== 'Event') return null;
  return (
    <>
      <h2>
        <EntityButton entity={{ id: node.id, name: node.name, kind: 'EVENT' }} choose={choose} />
      </h2>
      <p>
        {printSpan(node.date ?? '', node.endDate)}
        {node.duration !== null && `, ${printDuration(node.duration)}`}
      </p>
      <h3>Where it is told</h3>
      <PagedList pages={pages} what="passages" emptyCure="Choose its name to see who took part.">
        {(mention) => <MentionQuote mention={mention} open={open} />}
      </PagedList>
    </>
  );
}

function DatedStatements({
  entity,
  date,
  choose,
  open,
}: { readonly entity: string | null; readonly date: string } & TimelineWays) {
  const pages = usePages(`${entity} ${date}`, (after, signal) => loadDatedStatements(entity, date, after, signal));
  return (
    <>
      <h2>
        Said {date.length === dayLength ? 'on' : 'in'} {printPartialDate(date)}
      </h2>
      <PagedList pages={pages} what="statements" emptyCure="Choose another bar.">
        {(statement) => <StatementItem statement={statement} choose={choose} open={open} />}
      </PagedList>
    </>
  );
}

export type TimelineChoice =
  | { readonly what: 'entries'; readonly entries: readonly DrawnEntry[] }
  | { readonly what: 'statements'; readonly date: string };

interface TimelineDetailsProps extends TimelineWays {
  readonly choice: TimelineChoice;
  readonly entity: string | null;
  /** Takes one out of a crowd. */
  readonly pick: (entry: DrawnEntry) => void;
}

/** What is behind the bar that was chosen: its passages, or the way to the document. */
export function TimelineDetails({ choice, entity, pick, ...ways }: TimelineDetailsProps) {
  if (choice.what === 'statements') return <DatedStatements entity={entity} date={choice.date} {...ways} />;
  const [first, ...others] = choice.entries;
  if (first === undefined) return null;
  if (others.length > 0) {
    return (
      <>
        <h2>{choice.entries.length} close together</h2>
        <ul class="list">
          {choice.entries.map((entry) => (
            <li key={entry.id}>
              <button type="button" class="entity" onClick={() => pick(entry)}>
                {entry.name}
              </button>
              <span class="quiet"> {entry.when}</span>
            </li>
          ))}
        </ul>
      </>
    );
  }
  if (first.node.__typename === 'Event') return <EventDetails key={first.id} entry={first} {...ways} />;
  return (
    <>
      <h2>{first.name}</h2>
      <p>{first.when}</p>
      <button type="button" onClick={() => ways.openDocument(first.id)}>
        Read the document
      </button>
    </>
  );
}
