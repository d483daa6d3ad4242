import type { MultiLineString, MultiPolygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import fineUrl from 'world-atlas/countries-50m.json?url';
import coarseUrl from 'world-atlas/countries-110m.json?url';
import { ApiError } from '../api/api-error.js';

/** Coasts, and the borders between countries as they are today. */
export interface Outline {
  readonly land: MultiPolygon;
  readonly borders: MultiLineString;
}

type World = Topology<{ readonly countries: GeometryCollection; readonly land: GeometryCollection }>;

async function load(url: string, signal: AbortSignal): Promise<Outline> {
  const response = await fetch(url, { signal });
  if (!response.ok) {
    throw new ApiError('The outline of the map is not there.', 'Build the pages anew with “npm run build:pages”.');
  }
  const world = (await response.json()) as World;
  const { countries, land } = world.objects;
  const whole = feature(world, land).features.flatMap(({ geometry }) =>
    geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : [],
  );
  return {
    land: { type: 'MultiPolygon', coordinates: whole },
    borders: mesh(world, countries, (a, b) => a !== b),
  };
}

/**
 * The outline of the earth by Natural Earth, from the package world-atlas: the coarse one for the whole earth, the
 * fine one near by.
 */
export function loadOutline(detail: 'coarse' | 'fine', signal: AbortSignal): Promise<Outline> {
  return load(detail === 'coarse' ? coarseUrl : fineUrl, signal);
}
