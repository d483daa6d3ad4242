/** A point on the earth, WGS 84. */
export interface Coordinates {
  /** Degrees, north positive: −90 to 90. */
  readonly latitude: number;
  /** Degrees, east positive: −180 to 180. */
  readonly longitude: number;
}

/**
 * Reads "39.0339,125.7543": latitude and longitude in decimal degrees.
 *
 * @see RFC 5870, "A Uniform Resource Identifier for Geographic Locations": the path of a `geo` URI.
 * @returns `null` where it is no point on the earth.
 */
export function parseCoordinates(text: string): Coordinates | null {
  const [, latitude, longitude] = /^(-?\d{1,2}(?:\.\d{1,6})?),(-?\d{1,3}(?:\.\d{1,6})?)$/.exec(text) ?? [];
  if (latitude === undefined || longitude === undefined) return null;
  const point = { latitude: Number(latitude), longitude: Number(longitude) };
  return Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 ? point : null;
}
