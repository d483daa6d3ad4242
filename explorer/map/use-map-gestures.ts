import { useDragAndWheel } from '../use-drag-and-wheel.js';
import { type MapWindow, mapMoved, mapZoomed, type PictureSize } from './map-window.js';

const wheelZoom = 1.0015;
const stepZoom = 1.6;
const stepPixels = 80;

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

/** Drags, two fingers and turns of the wheel on an element move and zoom the map; a click stays a click. */
export function useMapGestures(element: { readonly current: HTMLElement | null }, gestures: Gestures): void {
  const { window, size, change } = gestures;
  useDragAndWheel<MapWindow>(element, {
    view: window,
    drag: (from, right, down) => change(mapMoved(from, right, down, size)),
    pinch: (from, { factor, at, right, down }) =>
      change(mapMoved(mapZoomed(from, factor, at, size), right, down, size)),
    wheel: ({ deltaY }, at) => change(mapZoomed(window, wheelZoom ** -deltaY, at, size)),
  });
}
