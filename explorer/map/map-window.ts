import { type GeoProjection, geoMercator } from 'd3-geo';

/** What of the earth is shown: pixels for a radian of longitude, and where longitude and latitude zero lie. */
export interface MapWindow {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Turned a little, so that the edges of the map meet in the Bering Strait and Siberia stays whole. */
const turned: [number, number] = [-11, 0];
/** Fills a picture of 1,000 pixels with some 100 kilometres. */
const largestScale = 60_000;
/** Pixels around the places that the map begins with. */
const margin = 60;
/** Of two degrees or so: a single place is shown with its surroundings. */
const firstLargestScale = 6_000;

/** Mercator keeps shapes, and the four winds where they are, however near one comes. */
export function projectionOf({ scale, x, y }: MapWindow): GeoProjection {
  return geoMercator().rotate(turned).scale(scale).translate([x, y]);
}

function smallestScale({ width, height }: PictureSize): number {
  return Math.max(1, Math.min(width, height * 1.3)) / (2 * Math.PI);
}

/** Some of the earth always stays in the picture. */
function kept({ scale, x, y }: MapWindow, { width, height }: PictureSize): MapWindow {
  const half = Math.PI * scale;
  return {
    scale,
    x: Math.min(Math.max(x, width / 2 - half), width / 2 + half),
    y: Math.min(Math.max(y, height / 2 - half), height / 2 + half),
  };
}

/** @param at - The pixel that keeps its place. @param factor - Above 1 comes nearer. */
export function mapZoomed(
  window: MapWindow,
  factor: number,
  at: { readonly x: number; readonly y: number },
  size: PictureSize,
): MapWindow {
  const scale = Math.min(Math.max(window.scale * factor, smallestScale(size)), largestScale);
  const by = scale / window.scale;
  return kept({ scale, x: at.x + (window.x - at.x) * by, y: at.y + (window.y - at.y) * by }, size);
}

export function mapMoved(window: MapWindow, right: number, down: number, size: PictureSize): MapWindow {
  return kept({ ...window, x: window.x + right, y: window.y + down }, size);
}

/** The nearest that still holds all these places, in degrees; the whole earth for none. */
export function windowAround(
  places: readonly { readonly latitude: number; readonly longitude: number }[],
  size: PictureSize,
): MapWindow {
  const whole = { scale: smallestScale(size), x: size.width / 2, y: size.height / 2 };
  const unit = projectionOf({ scale: 1, x: 0, y: 0 });
  const points = places.flatMap(({ longitude, latitude }) => {
    const point = unit([longitude, latitude]);
    return point === null ? [] : [point];
  });
  if (points.length === 0) return whole;
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const fit = Math.min(
    (size.width - 2 * margin) / Math.max(right - left, 1e-9),
    (size.height - 2 * margin) / Math.max(bottom - top, 1e-9),
    firstLargestScale,
  );
  const scale = Math.max(fit, whole.scale);
  const [x, y] = [size.width / 2 - (scale * (left + right)) / 2, size.height / 2 - (scale * (top + bottom)) / 2];
  return kept({ scale, x, y }, size);
}
