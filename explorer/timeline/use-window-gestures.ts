import { useEffect, useRef } from 'preact/hooks';
import { panned, type TimeWindow, zoomed } from './time-window.js';

const wheelZoom = 1.0015;
const stepZoom = 1.5;
const stepShare = 0.15;
/** A press that moves less is a click. */
const clickPixels = 4;

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

/** Drags and turns of the wheel on an element move and zoom the window; a click stays a click. */
export function useWindowGestures(element: { readonly current: HTMLElement | null }, gestures: Gestures): void {
  const latest = useRef(gestures);
  latest.current = gestures;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the element stays the same while it is there.
  useEffect(() => {
    const area = element.current;
    if (area === null) return;
    let drag: { x: number; from: TimeWindow; moved: boolean } | null = null;

    const onWheel = (event: WheelEvent) => {
      const { window, bounds, change } = latest.current;
      const box = area.getBoundingClientRect();
      event.preventDefault();
      if (Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey) {
        change(panned(window, (event.deltaX || event.deltaY) / box.width, bounds));
        return;
      }
      const at = window.from + ((event.clientX - box.left) / box.width) * (window.to - window.from);
      change(zoomed(window, wheelZoom ** event.deltaY, at, bounds));
    };
    const onDown = (event: PointerEvent) => {
      if (event.button === 0) drag = { x: event.clientX, from: latest.current.window, moved: false };
    };
    const onMove = (event: PointerEvent) => {
      if (drag === null) return;
      const pixels = event.clientX - drag.x;
      if (!drag.moved && Math.abs(pixels) < clickPixels) return;
      if (!drag.moved) area.setPointerCapture(event.pointerId);
      drag.moved = true;
      const { bounds, change } = latest.current;
      change(panned(drag.from, -pixels / area.clientWidth, bounds));
    };
    const onUp = () => {
      drag = null;
    };
    area.addEventListener('wheel', onWheel, { passive: false });
    area.addEventListener('pointerdown', onDown);
    area.addEventListener('pointermove', onMove);
    area.addEventListener('pointerup', onUp);
    area.addEventListener('pointercancel', onUp);
    return () => {
      area.removeEventListener('wheel', onWheel);
      area.removeEventListener('pointerdown', onDown);
      area.removeEventListener('pointermove', onMove);
      area.removeEventListener('pointerup', onUp);
      area.removeEventListener('pointercancel', onUp);
    };
  }, []);
}
