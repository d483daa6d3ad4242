import { useMemo, useState } from 'preact/hooks';
import { crowdWidth, type LaneItem, packLane } from './pack-lane.js';
import { moveInLane } from './roving.js';
import type { TimeWindow } from './time-window.js';

export const rowHeight = 24;

/** Less of a name tells nothing. */
const narrowestName = 28;

export interface NamedItem extends LaneItem {
  readonly name: string;
  /** Its date in words. */
  readonly when: string;
  /** Whether the bar is long because the date is vague. */
  readonly vague: boolean;
}

interface BarLaneProps<I extends NamedItem> {
  readonly title: string;
  /** Colour of the bars, as CSS writes it. */
  readonly colour: string;
  /** By `from`. */
  readonly items: readonly I[];
  readonly window: TimeWindow;
  readonly width: number;
  readonly rows: number;
  readonly chosen: readonly string[];
  readonly choose: (items: readonly I[]) => void;
}

/** How many are in the window, and how many of them are only counted. */
function countWords(drawn: number, crowds: readonly { readonly items: readonly unknown[] }[]): string {
  const counted = crowds.reduce((sum, { items }) => sum + items.length, 0);
  return counted === 0 ? `${drawn}` : `${drawn} of ${drawn + counted} drawn, the others counted: zoom in to see them`;
}

/** One line of the timeline: a bar for each item with its name, and counts where there is no room for more. */
export function BarLane<I extends NamedItem>(props: BarLaneProps<I>) {
  const { title, colour, items, window, width, rows, chosen, choose } = props;
  const [current, setCurrent] = useState<string | null>(null);
  const { placed, crowds } = useMemo(() => packLane(items, window, width, rows), [items, window, width, rows]);
  const stops = placed.some(({ item }) => item.id === current) ? current : placed[0]?.item.id;
  return (
    <section class="lane" aria-label={title} style={{ '--lane': colour }}>
      <h2>
        {title} <span class="quiet">{countWords(placed.length, crowds)}</span>
      </h2>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons in it have the focus; it hears their arrow keys. */}
      <div
        class="lane-rows"
        style={{ height: `${(rows + 1) * rowHeight}px` }}
        onKeyDown={(event) => {
          if (moveInLane(event.currentTarget, event.key)) event.stopPropagation();
        }}
      >
        {placed.map(({ item, row, x, width: length, labelRoom }) => (
          <button
            key={item.id}
            type="button"
            class={item.vague ? 'bar vague' : 'bar'}
            aria-pressed={chosen.includes(item.id)}
            aria-label={`${item.name}, ${item.when}`}
            title={`${item.name}, ${item.when}`}
            tabIndex={item.id === stops ? 0 : -1}
            style={{ left: `${x}px`, top: `${row * rowHeight}px`, width: `${length + labelRoom}px` }}
            onFocus={() => setCurrent(item.id)}
            onClick={() => choose([item])}
          >
            <span class="bar-name">{length + labelRoom > narrowestName && item.name}</span>
            <span class="bar-fill" style={{ width: `${length}px` }} />
          </button>
        ))}
        {crowds.map(({ items: crowd, x }) => (
          <button
            key={x}
            type="button"
            class="crowd"
            tabIndex={-1}
            aria-label={`${crowd.length} more: ${title}`}
            title={`${crowd.length} more here: there is no room to draw them`}
            style={{ left: `${x}px`, top: `${rows * rowHeight}px`, width: `${crowdWidth - 4}px` }}
            onClick={() => choose(crowd)}
          >
            +{crowd.length}
          </button>
        ))}
      </div>
    </section>
  );
}
