import { useMemo, useRef, useState } from 'preact/hooks';
import type { Place } from '../api/load-places.js';
import { measureText } from '../measure-text.js';
import { useSize } from '../use-size.js';
import { type MapWindow, mapZoomed, projectionOf, windowAround } from './map-window.js';
import { OutlineLayer } from './outline-layer.js';
import { markLabels, markName, type PlaceMark, type PlacePoint, placeMarks } from './place-marks.js';
import { mapAfterKey, useMapGestures } from './use-map-gestures.js';

/** As in `map.css`. */
const labelFont = '13px system-ui, sans-serif';
const measure = (text: string) => measureText(text, labelFont) + 2;
const nowhere: MapWindow = { scale: 1, x: 0, y: 0 };
/** A crowd that is still one at this zoom is opened as its first place. */
const clickZoom = 2.5;

type LyingPlace = Place & { readonly coordinates: NonNullable<Place['coordinates']> };

interface PlaceMapProps {
  readonly places: readonly Place[];
  readonly chosen: string | null;
  readonly pointed: string | null;
  readonly choose: (id: string) => void;
}

function pointsOf(places: readonly LyingPlace[], window: MapWindow): PlacePoint[] {
  const projection = projectionOf(window);
  return places.flatMap(({ id, name, mentionCount, coordinates: { longitude, latitude } }) => {
    const point = projection([longitude, latitude]);
    return point === null ? [] : [{ id, name, mentions: mentionCount, x: point[0], y: point[1] }];
  });
}

/** Places where they lie, as large as they are mentioned often. The list beside it holds the same for the keyboard. */
export function PlaceMap({ places, chosen, pointed, choose }: PlaceMapProps) {
  const area = useRef<HTMLDivElement>(null);
  const size = useSize(area);
  const lying = useMemo(() => places.filter((place): place is LyingPlace => place.coordinates !== null), [places]);
  const start = useMemo(
    () =>
      size.width === 0
        ? nowhere
        : windowAround(
            lying.map(({ coordinates }) => coordinates),
            size,
          ),
    [lying, size],
  );
  const [wanted, setWanted] = useState<MapWindow | null>(null);
  const window = wanted ?? start;
  useMapGestures(area, { window, size, change: setWanted });

  const marks = useMemo(() => placeMarks(pointsOf(lying, window)), [lying, window]);
  const seen = marks.filter(
    ({ x, y, radius }) => x > -radius && y > -radius && x < size.width + radius && y < size.height + radius,
  );
  const labels = useMemo(() => markLabels(seen, measure, size), [seen, size]);
  const has = (mark: PlaceMark, id: string | null) => mark.places.some((place) => place.id === id);
  const press = (mark: PlaceMark) => {
    const nearer = mapZoomed(window, clickZoom, mark, size);
    if (mark.places.length > 1 && nearer.scale > window.scale) setWanted(nearer);
    else choose(mark.places[0].id);
  };
  const buttons = [
    { key: '+', name: 'Zoom in', sign: '+' },
    { key: '-', name: 'Zoom out', sign: '−' },
  ];
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for what is filled in. */}
      <div
        ref={area}
        class="map-area"
        role="group"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it hears the keys that move and zoom it.
        tabIndex={0}
        aria-label={`Map of ${lying.length} places. Arrow keys move it, plus and minus zoom; the list beside it holds the same places.`}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.metaKey || event.altKey) return;
          const next = event.key === '0' || event.key === 'Home' ? start : mapAfterKey(event.key, { window, size });
          if (next === null) return;
          event.preventDefault();
          setWanted(next);
        }}
      >
        {size.width > 0 && <OutlineLayer window={window} size={size} />}
        {seen.map((mark, index) => {
          const [first] = mark.places;
          const label = labels[index];
          const names = mark.places.map(({ name, mentions }) => `${name} ${mentions}×`).join(', ');
          return (
            <span key={first.id}>
              <button
                type="button"
                class={`place-mark${mark.places.length > 1 ? ' crowd' : ''}${has(mark, pointed) ? ' pointed' : ''}`}
                tabIndex={-1}
                aria-pressed={has(mark, chosen)}
                aria-label={names}
                title={names}
                style={{ left: `${mark.x}px`, top: `${mark.y}px`, width: `${2 * mark.radius}px` }}
                onClick={() => press(mark)}
              />
              {label && (
                <span class="place-name" style={{ left: `${label.left}px`, top: `${label.top}px` }} aria-hidden="true">
                  {markName(mark)}
                </span>
              )}
            </span>
          );
        })}
      </div>
      <div class="view-foot">
        <p class="quiet" role="status">
          {lying.length} of {places.length} places have coordinates and are drawn, as large as they are mentioned often.
          Outline by Natural Earth, with the borders of today.
        </p>
        <div class="tool-row" role="toolbar" aria-label="Zoom">
          {buttons.map(({ key, name, sign }) => (
            <button
              key={key}
              type="button"
              aria-label={name}
              onClick={() => setWanted(mapAfterKey(key, { window, size }))}
            >
              {sign}
            </button>
          ))}
          <button type="button" onClick={() => setWanted(null)}>
            Show all
          </button>
        </div>
      </div>
    </>
  );
}
