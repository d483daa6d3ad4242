import { useDragAndWheel } from '../use-drag-and-wheel.js';
import { panned, type TimeWindow, zoomed } from './time-window.js';

const wheelZoom = 1.0015;
const stepZoom = 1.5;
const stepShare = 0.15;

interface Gestures {
  readonly window: TimeWindow;
  readonly bounds: TimeWindow;
  readonly change: (window: TimeWindow) => void;
}

/** What a key does to the window; `null` where it means nothing. */
export function windowAfterKey(key: string, { window, bounds }: Gestures): TimeWindow | null {
  const middle = (window.from + window.to) / 2;
  switch (key) {
    case 'ArrowLeft':
      return panned(window, -stepShare, bounds);
    case 'ArrowRight':
      return panned(window, stepShare, bounds);
    case '+':
    case '=':
      return zoomed(window, 1 / stepZoom, middle, bounds);
    case '-':
      return zoomed(window, stepZoom, middle, bounds);
    case 'Home':
    case '0':
      return bounds;
    default:
      return null;
  }
}

/** Drags, two fingers and turns of the wheel on an element move and zoom the window; a click stays a click. */
export function useWindowGestures(element: { readonly current: HTMLElement | null }, gestures: Gestures): void {
  const { window, bounds, change } = gestures;
  useDragAndWheel<TimeWindow>(
    element,
    {
      view: window,
      drag: (from, right) => change(panned(from, -right / (element.current?.clientWidth ?? 1), bounds)),
      pinch: (from, { factor, at: { x }, right }) => {
        const width = element.current?.clientWidth ?? 1;
        const day = from.from + (x / width) * (from.to - from.from);
        change(panned(zoomed(from, 1 / factor, day, bounds), -right / width, bounds));
      },
      wheel: ({ deltaX, deltaY, shiftKey }, { x, width }) => {
        if (Math.abs(deltaX) > Math.abs(deltaY) || shiftKey) {
          change(panned(window, (deltaX || deltaY) / width, bounds));
          return;
        }
        const at = window.from + (x / width) * (window.to - window.from);
        change(zoomed(window, wheelZoom ** deltaY, at, bounds));
      },
    },
    { isLevel: true },
  );
}
