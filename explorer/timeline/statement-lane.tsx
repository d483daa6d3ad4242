import { useMemo, useState } from 'preact/hooks';
import { printPartialDate } from '../../src/model/partial-date.js';
import { countBars } from './count-bars.js';
import { moveInLane } from './roving.js';
import type { TimeWindow } from './time-window.js';
import type { StatementCounts } from './use-statement-counts.js';

const laneHeight = 96;
const narrowest = 3;

interface StatementLaneProps {
  readonly counted: StatementCounts;
  readonly window: TimeWindow;
  readonly width: number;
  readonly chosen: string | null;
  readonly choose: (date: string) => void;
}

/** What was said, counted by day or month; a bar is chosen to read its statements. */
export function StatementLane({ counted: { counts, unit }, window, width, chosen, choose }: StatementLaneProps) {
  const [current, setCurrent] = useState<string | null>(null);
  const bars = useMemo(() => countBars(counts, window), [counts, window]);
  const perDay = width / (window.to - window.from);
  const stops = bars.some(({ date }) => date === current) ? current : bars[0]?.date;
  return (
    <section class="lane" aria-label="Statements">
      <h2>
        Statements <span class="quiet">by {unit}</span>
      </h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons in it have the focus; it hears their arrow keys. */}
      <div
        class="lane-rows counts"
        style={{ height: `${laneHeight}px` }}
        onKeyDown={(event) => {
          if (moveInLane(event.currentTarget, event.key)) event.stopPropagation();
        }}
      >
        {bars.map(({ date, count, from, to, height }) => {
          const name = `${count} ${count === 1 ? 'statement' : 'statements'}, ${printPartialDate(date)}`;
          const left = Math.max(0, (from - window.from) * perDay);
          const right = Math.min(width, (to - window.from) * perDay);
          const length = Math.max(narrowest, right - left - 1);
          return (
            <button
              key={date}
              type="button"
              class={date.length === 10 || unit === 'month' ? 'count' : 'count vague'}
              aria-pressed={date === chosen}
              aria-label={name}
              title={name}
              tabIndex={date === stops ? 0 : -1}
              style={{ left: `${left}px`, width: `${length}px` }}
              onFocus={() => setCurrent(date)}
              onClick={() => choose(date)}
            >
              <span style={{ height: `${Math.max(4, height * (laneHeight - 20))}px` }}>
                {length > 20 && <small>{count}</small>}
              </span>
            </button>
          );
        })}
      </div>
    </section>
  );
}
