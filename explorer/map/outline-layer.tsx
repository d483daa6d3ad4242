import { geoPath } from 'd3-geo';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useAnswer } from '../use-answer.js';
import { loadOutline } from './load-outline.js';
import { type MapWindow, type PictureSize, projectionOf } from './map-window.js';

/** From here on the coarse outline shows its corners. */
const fineScale = 400;
/** While the map moves its last picture moves along; it is drawn anew when it rests. */
const restMs = 120;

/** The window as it was when it last came to rest. */
function useRested(window: MapWindow): MapWindow {
  const [rested, setRested] = useState(window);
  useEffect(() => {
    const timer = setTimeout(() => setRested(window), restMs);
    return () => clearTimeout(timer);
  }, [window]);
  return rested;
}

/** Coasts and borders behind the places; without them, the places still stand where they lie. */
export function OutlineLayer({ window, size }: { readonly window: MapWindow; readonly size: PictureSize }) {
  const rested = useRested(window);
  const coarse = useAnswer('coarse', (signal) => loadOutline('coarse', signal));
  const wantsFine = rested.scale > fineScale;
  const fine = useAnswer(wantsFine ? 'fine' : 'none', async (signal) =>
    wantsFine ? loadOutline('fine', signal) : null,
  );
  const outline =
    (fine.state === 'answered' ? fine.answer : null) ?? (coarse.state === 'answered' ? coarse.answer : null);
  const { width, height } = size;
  const paths = useMemo(() => {
    if (outline === null) return null;
    // Half a picture more on each side, for the next drag.
    const projection = projectionOf(rested).clipExtent([
      [-width / 2, -height / 2],
      [1.5 * width, 1.5 * height],
    ]);
    const path = geoPath(projection).digits(1);
    return { land: path(outline.land) ?? '', borders: path(outline.borders) ?? '' };
  }, [outline, rested, width, height]);
  const by = window.scale / rested.scale;
  return (
    <svg class="outline" width={width} height={height} aria-hidden="true">
      {paths !== null && (
        <g transform={`translate(${window.x - by * rested.x} ${window.y - by * rested.y}) scale(${by})`}>
          <path class="land" d={paths.land} />
          <path class="borders" d={paths.borders} />
        </g>
      )}
    </svg>
  );
}
