import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { entityKinds } from '../../src/model/ontology.js';
import { printPartialDate } from '../../src/model/partial-date.js';
import { loadTimeline } from '../api/load-timeline.js';
import { Notice, Waiting } from '../panels/notice.js';
import { type AllPages, useAllPages } from '../use-all-pages.js';
import { useSize } from '../use-size.js';
import { BarLane, rowHeight } from './bar-lane.js';
import { StatementLane } from './statement-lane.js';
import { dayOf, padded, spanOf, spanOfAll, type TimeWindow, ticks, within } from './time-window.js';
import { type TimelineChoice, TimelineDetails, type TimelineWays } from './timeline-details.js';
import { type LaneName, laneNames, TimelineFilters } from './timeline-filters.js';
import { type DrawnEntry, drawnEntry } from './timeline-items.js';
import { useStatementCounts } from './use-statement-counts.js';
import { useWindowGestures, windowAfterKey } from './use-window-gestures.js';

/** Events, and documents, that are read, a hundred a request. */
const mostEntries = 2_000;
const pixelsPerTick = 110;
/** What is drawn besides the rows of bars: the axis, the names of the lanes, the lane of statements. */
const fixedHeight = 260;
const fewestRows = 2;
const noBounds: TimeWindow = { from: 0, to: 1 };

/** What was left out of a list because there is too much of it. */
function cutNotice(what: string, { state, items }: AllPages<{ readonly date: string }>): string | null {
  const last = items.at(-1);
  if (state !== 'cut' || last === undefined) return null;
  return `Only the first ${items.length} ${what} were read, up to ${printPartialDate(last.date)}: narrow the period to see the others.`;
}

function Axis({ window, width }: { readonly window: TimeWindow; readonly width: number }) {
  const place = (day: number) => `${((day - window.from) / (window.to - window.from)) * width}px`;
  const marks = ticks(window, width / pixelsPerTick);
  return (
    <>
      <div class="axis" aria-hidden="true">
        {marks.map(({ day, label }) => (
          <span key={day} style={{ left: place(day) }}>
            {label}
          </span>
        ))}
      </div>
      <div class="axis-lines" aria-hidden="true">
        {marks.map(({ day }) => (
          <span key={day} style={{ left: place(day) }} />
        ))}
      </div>
    </>
  );
}

interface TimelineStageProps extends TimelineWays {
  /** Only what this entity took part in, said, was told or is spoken of in, and documents that mention it. */
  readonly entity: string | null;
  readonly period: { readonly from: string | null; readonly to: string | null };
  readonly changePeriod: (period: { from?: string | null; to?: string | null }) => void;
  /** Whether its own panel stands beside the line, and not the details of what is selected. */
  readonly hasPanel: boolean;
  /** What stands before the filters. */
  readonly children?: ComponentChildren;
}

/** The line of time of the period, its lanes, and what is behind the bar that was chosen. */
export function TimelineStage({ entity, period, changePeriod, hasPanel, children, ...ways }: TimelineStageProps) {
  const { from, to } = period;
  const scope = { entity, from, to };
  const key = `${entity} ${from} ${to}`;
  const events = useAllPages(key, (after, signal) => loadTimeline(scope, 'EVENT', after, signal), mostEntries);
  const documents = useAllPages(key, (after, signal) => loadTimeline(scope, 'DOCUMENT', after, signal), mostEntries);
  const [shown, setShown] = useState<ReadonlySet<LaneName>>(new Set(laneNames));
  const [choice, setChoice] = useState<TimelineChoice | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen may not be on another timeline.
  useEffect(() => setChoice(null), [key]);

  const eventBars = useMemo(() => events.items.map(drawnEntry), [events.items]);
  const documentBars = useMemo(() => documents.items.map(drawnEntry), [documents.items]);
  const area = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(area);
  const settled = events.state !== 'reading' && documents.state !== 'reading';
  const [months, setMonths] = useState<TimeWindow | null>(null);
  const bounds = useMemo(() => {
    const asked = from !== null && to !== null ? { from: spanOf(from).from, to: spanOf(to).to } : null;
    const span = asked ?? spanOfAll([...eventBars, ...documentBars, ...(months === null ? [] : [months])]);
    return span === null ? null : padded(span);
  }, [eventBars, documentBars, months, from, to]);
  // What is told of lies decades before the telling now and then: one begins where documents were written.
  const start = useMemo(() => {
    const told = spanOfAll([...documentBars, ...(months === null ? [] : [months])]);
    return bounds === null || told === null || (from !== null && to !== null) ? bounds : within(padded(told), bounds);
  }, [bounds, documentBars, months, from, to]);
  const [wanted, setWanted] = useState<{ readonly key: string; readonly window: TimeWindow } | null>(null);
  const window =
    bounds === null || start === null ? noBounds : wanted?.key === key ? within(wanted.window, bounds) : start;
  const change = (next: TimeWindow) => setWanted({ key, window: next });
  useWindowGestures(area, { window, bounds: bounds ?? noBounds, change });

  const counted = useStatementCounts(scope, window, width / (window.to - window.from));
  useEffect(() => {
    if (counted.unit === 'month') setMonths(spanOfAll(counted.counts.map(({ date }) => spanOf(date))));
  }, [counted.counts, counted.unit]);

  const rows = Math.max(fewestRows, Math.floor((height - fixedHeight) / rowHeight / 2));
  const chosenIds = choice?.what === 'entries' ? choice.entries.map((entry) => entry.id) : [];
  const pick = (entries: readonly DrawnEntry[]) => setChoice({ what: 'entries', entries });
  const error = events.error ?? documents.error ?? counted.error;
  const isEmpty = settled && bounds === null && !counted.reading;
  const left = [
    cutNotice('events', events),
    cutNotice('documents', documents),
    counted.readTo && `Statements after ${printPartialDate(counted.readTo)} are not counted: narrow the period.`,
    counted.undated ? `${counted.undated} statements have no date and stand on no line.` : null,
  ].filter((sentence) => sentence !== null && sentence !== '');

  return (
    <div class={hasPanel ? 'timeline with-panel' : 'timeline with-panel alone'}>
      <div>
        <div class="timeline-bar">
          {children}
          <TimelineFilters
            shown={shown}
            toggle={(lane) => {
              const next = new Set(shown);
              if (!next.delete(lane)) next.add(lane);
              setShown(next);
            }}
            from={from}
            to={to}
            changePeriod={changePeriod}
          />
        </div>
        {error !== null && <Notice title={error.message} cure={error.cure} />}
        {isEmpty && (
          <Notice
            title="Nothing here has a date."
            cure={
              entity === null
                ? 'Ingest dated documents, or widen the period.'
                : 'Widen the period, or choose another entity.'
            }
          />
        )}
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in. */}
        <div
          ref={area}
          class="timeline-area"
          role="group"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it hears the keys that move and zoom it.
          tabIndex={0}
          aria-label={
            bounds === null
              ? 'Timeline'
              : `Timeline from ${printPartialDate(dayOf(window.from))} to ${printPartialDate(dayOf(window.to))}. Arrow keys move it, plus and minus zoom.`
          }
          onKeyDown={(event) => {
            if (bounds === null || event.ctrlKey || event.metaKey || event.altKey) return;
            const next = windowAfterKey(event.key, { window, bounds, change });
            if (next === null) return;
            event.preventDefault();
            change(next);
          }}
        >
          {bounds === null && !isEmpty && <Waiting what="the timeline" />}
          {bounds !== null && width > 0 && (
            <>
              <Axis window={window} width={width} />
              {shown.has('events') && (
                <BarLane
                  title="Events and talks"
                  colour={entityKinds.EVENT.colour}
                  items={eventBars}
                  {...{ window, width, rows }}
                  chosen={chosenIds}
                  choose={pick}
                />
              )}
              {shown.has('statements') && (
                <StatementLane
                  counted={counted}
                  window={window}
                  width={width}
                  chosen={choice?.what === 'statements' ? choice.date : null}
                  choose={(date) => setChoice({ what: 'statements', date })}
                />
              )}
              {shown.has('documents') && (
                <BarLane
                  title="Documents"
                  colour="var(--accent)"
                  items={documentBars}
                  {...{ window, width, rows }}
                  chosen={chosenIds}
                  choose={pick}
                />
              )}
            </>
          )}
        </div>
        <div class="view-foot">
          <p class="quiet" role="status">
            {bounds !== null &&
              `${printPartialDate(dayOf(window.from))} to ${printPartialDate(dayOf(window.to - 1))}. `}
            Hatched bars are as long as their dates are vague. {left.join(' ')}
          </p>
          <div class="tool-row" role="toolbar" aria-label="Zoom">
            {(
              [
                ['+', 'Zoom in', '+'],
                ['-', 'Zoom out', '−'],
                ['0', 'Show all', 'Show all'],
              ] as const
            ).map(([key_, name, sign]) => (
              <button
                key={key_}
                type="button"
                aria-label={name}
                disabled={bounds === null}
                onClick={() => {
                  const next = bounds && windowAfterKey(key_, { window, bounds, change });
                  if (next) change(next);
                }}
              >
                {sign}
              </button>
            ))}
          </div>
        </div>
      </div>
      {hasPanel && (
        <aside class="panel" aria-label="What is behind the chosen bar">
          {choice === null ? (
            <p class="hint">
              Choose a bar to read the passages that it rests on. Drag the line to move it, turn the wheel or press plus
              and minus to zoom.
            </p>
          ) : (
            <TimelineDetails choice={choice} entity={entity} pick={(entry) => pick([entry])} {...ways} />
          )}
        </aside>
      )}
    </div>
  );
}
