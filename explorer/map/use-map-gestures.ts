import { useEffect, useRef } from 'preact/hooks';
import { type MapWindow, mapMoved, mapZoomed, type PictureSize } from './map-window.js';

const wheelZoom = 1.0015;
const stepZoom = 1.6;
const stepPixels = 80;
const clickPixels = 4;

interface Gestures {
  readonly window: MapWindow;
  readonly size: PictureSize;
  readonly change: (window: MapWindow) => void;
}

/** What a key does to the window; `null` where it means nothing. */
export function mapAfterKey(key: string, { window, size }: Pick<Gestures, 'window' | 'size'>): MapWindow | null {
  const middle = { x: size.width / 2, y: size.height / 2 };
  switch (key) {
    case 'ArrowLeft':
      return mapMoved(window, stepPixels, 0, size);
    case 'ArrowRight':
      return mapMoved(window, -stepPixels, 0, size);
    case 'ArrowUp':
      return mapMoved(window, 0, stepPixels, size);
    case 'ArrowDown':
      return mapMoved(window, 0, -stepPixels, size);
    case '+':
    case '=':
      return mapZoomed(window, stepZoom, middle, size);
    case '-':
      return mapZoomed(window, 1 / stepZoom, middle, size);
    default:
      return null;
  }
}

/** Drags and turns of the wheel on an element move and zoom the map; a click stays a click. */
export function useMapGestures(element: { readonly current: HTMLElement | null }, gestures: Gestures): void {
  const latest = useRef(gestures);
  latest.current = gestures;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the element stays the same while it is there.
  useEffect(() => {
    const area = element.current;
    if (area === null) return;
    let drag: { x: number; y: number; from: MapWindow; moved: boolean } | null = null;

    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { window, size, change } = latest.current;
      const box = area.getBoundingClientRect();
      const at = { x: event.clientX - box.left, y: event.clientY - box.top };
      change(mapZoomed(window, wheelZoom ** -event.deltaY, at, size));
    };
    const onDown = (event: PointerEvent) => {
      if (event.button !== 0) return;
      drag = { x: event.clientX, y: event.clientY, from: latest.current.window, moved: false };
    };
    const onMove = (event: PointerEvent) => {
      if (drag === null) return;
      const [right, down] = [event.clientX - drag.x, event.clientY - drag.y];
      if (!drag.moved && Math.hypot(right, down) < clickPixels) return;
      if (!drag.moved) area.setPointerCapture(event.pointerId);
      drag.moved = true;
      const { size, change } = latest.current;
      change(mapMoved(drag.from, right, down, size));
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
