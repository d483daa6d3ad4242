import type { TimeWindow } from './time-window.js';

export interface LaneItem extends TimeWindow {
  readonly id: string;
  /** Width of its name, which stands over the bar and may be longer, in pixels. */
  readonly labelWidth: number;
}

/** Where an item is drawn, in pixels from the left edge of the lane. */
export interface PlacedItem<I extends LaneItem> {
  readonly item: I;
  readonly row: number;
  readonly x: number;
  readonly width: number;
  /** How far its name may reach beyond the bar; no more than it needs. */
  readonly labelRoom: number;
}

/** Items for which no row had room, counted where they lie. */
export interface Crowd<I extends LaneItem> extends TimeWindow {
  readonly items: readonly I[];
  readonly x: number;
}

export interface PackedLane<I extends LaneItem> {
  readonly placed: readonly PlacedItem<I>[];
  readonly crowds: readonly Crowd<I>[];
}

/** Narrower bars can't be hit. */
export const narrowestBar = 10;
const gap = 4;
/** Width of the sign that counts a crowd. */
export const crowdWidth = 44;

interface Row<I extends LaneItem> {
  last: { placed: PlacedItem<I>; index: number } | null;
}

function barEnd({ x, width }: PlacedItem<LaneItem>): number {
  return x + width;
}

/**
 * Lays bars out in rows so that none covers another.
 *
 * A bar goes to the first row in which the name before it still has its room; else to the row that has been free
 * longest, whose last name is cut; else it is counted in a crowd. What lies outside the window is left out.
 *
 * @param items - By `from`.
 * @param width - Of the lane, in pixels.
 */
export function packLane<I extends LaneItem>(
  items: readonly I[],
  window: TimeWindow,
  width: number,
  rowCount: number,
): PackedLane<I> {
  const perDay = width / (window.to - window.from);
  const rows: Row<I>[] = Array.from({ length: rowCount }, () => ({ last: null }));
  const placed: PlacedItem<I>[] = [];
  const crowds = new Map<number, I[]>();
  for (const item of items) {
    if (item.to <= window.from || item.from >= window.to) continue;
    // A bar that began before the window begins at its edge, where its name can be read.
    const x = Math.max(0, (item.from - window.from) * perDay);
    const end = Math.min(width, (item.to - window.from) * perDay);
    const barWidth = Math.max(narrowestBar, end - x);
    const labelRoom = Math.max(0, Math.min(item.labelWidth, width - x) - barWidth);
    const bar = { item, x, width: barWidth, labelRoom };
    const isFree = ({ last }: Row<I>) => last === null || barEnd(last.placed) + gap <= x;
    const named = rows.findIndex(({ last }) => last === null || barEnd(last.placed) + last.placed.labelRoom + gap <= x);
    const free = rows
      .map((row, index) => ({ row, index }))
      .filter(({ row }) => isFree(row))
      .sort((a, b) => (a.row.last ? barEnd(a.row.last.placed) : 0) - (b.row.last ? barEnd(b.row.last.placed) : 0))[0];
    const row = named >= 0 ? named : (free?.index ?? -1);
    const target = rows[row];
    if (target === undefined) {
      const bin = Math.floor(Math.min(x, width - 1) / crowdWidth);
      crowds.set(bin, [...(crowds.get(bin) ?? []), item]);
      continue;
    }
    if (target.last !== null) {
      const { placed: before, index } = target.last;
      placed[index] = { ...before, labelRoom: Math.max(0, Math.min(before.labelRoom, x - gap - barEnd(before))) };
    }
    const one = { ...bar, row };
    target.last = { placed: one, index: placed.length };
    placed.push(one);
  }
  return {
    placed,
    crowds: [...crowds].map(([bin, crowd]) => ({
      items: crowd,
      x: bin * crowdWidth,
      from: Math.min(...crowd.map(({ from }) => from)),
      to: Math.max(...crowd.map(({ to }) => to)),
    })),
  };
}
