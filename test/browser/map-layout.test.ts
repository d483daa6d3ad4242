import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mapMoved, mapZoomed, projectionOf, windowAround } from '../../explorer/map/map-window.js';
import { markLabels, markName, placeMarks } from '../../explorer/map/place-marks.js';

const size = { width: 800, height: 600 };
const point = fc.record({
  name: fc.string({ minLength: 1, maxLength: 20 }),
  mentions: fc.integer({ min: 1, max: 500 }),
  x: fc.integer({ min: 0, max: 800 }),
  y: fc.integer({ min: 0, max: 600 }),
});
const points = fc
  .array(point, { maxLength: 60 })
  .map((given) => given.map((one, index) => ({ ...one, id: `place:${index}` })));
const measure = (text: string) => text.length * 7;

describe('the marks of places', () => {
  it('hold each place once, and lie apart', () => {
    fc.assert(
      fc.property(points, (given) => {
        const marks = placeMarks(given);
        const held = marks.flatMap(({ places }) => places.map(({ id }) => id));
        expect(held.sort()).toEqual(given.map(({ id }) => id).sort());
        for (const [index, a] of marks.entries()) {
          for (const b of marks.slice(index + 1)) {
            expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(0.75 * (a.radius + b.radius) - 1e-9);
          }
        }
      }),
    );
  });

  it('are the same in whatever order the places come', () => {
    fc.assert(fc.property(points, (given) => expect(placeMarks([...given].reverse())).toEqual(placeMarks(given))));
  });

  it('have names that cover neither each other nor another mark', () => {
    fc.assert(
      fc.property(points, (given) => {
        const marks = placeMarks(given);
        const labels = markLabels(marks, measure, size);
        const boxes = labels.flatMap((label, index) => (label === null ? [] : [{ ...label, index }]));
        for (const a of boxes) {
          expect(a.left >= 0 && a.top >= 0 && a.left + a.width <= 800 && a.top + a.height <= 600).toBe(true);
          for (const b of boxes) {
            const apart =
              a.left + a.width <= b.left ||
              b.left + b.width <= a.left ||
              a.top + a.height <= b.top ||
              b.top + b.height <= a.top;
            expect(a.index === b.index || apart).toBe(true);
          }
          for (const [index, { x, y, radius }] of marks.entries()) {
            const nearX = Math.min(Math.max(x, a.left), a.left + a.width);
            const nearY = Math.min(Math.max(y, a.top), a.top + a.height);
            expect(index === a.index || Math.hypot(x - nearX, y - nearY) >= radius - 1e-9).toBe(true);
          }
        }
      }),
    );
  });

  it('are named after the place most spoken of', () => {
    const near = { x: 100, y: 100 };
    const [mark] = placeMarks([
      { id: 'place:kaesong', name: 'Kaesong', mentions: 2, ...near },
      { id: 'place:seoul', name: 'Seoul', mentions: 9, ...near },
    ]);
    expect(mark && markName(mark)).toBe('Seoul +1');
  });
});

describe('the window of the map', () => {
  const degrees = fc.record({
    latitude: fc.double({ min: -70, max: 75, noNaN: true }),
    longitude: fc.double({ min: -168, max: 180, noNaN: true }),
  });

  it('holds all places that it is made for', () => {
    fc.assert(
      fc.property(fc.array(degrees, { minLength: 1, maxLength: 20 }), (places) => {
        const projection = projectionOf(windowAround(places, size));
        for (const { longitude, latitude } of places) {
          const [x = Number.NaN, y = Number.NaN] = projection([longitude, latitude]) ?? [];
          expect(x).toBeGreaterThanOrEqual(-1);
          expect(x).toBeLessThanOrEqual(801);
          // The whole earth is taller than the picture where the picture is broad.
          expect(Math.abs(y - 300)).toBeLessThanOrEqual(450);
        }
      }),
    );
  });

  it('keeps the place under the pointer where it is while it is zoomed', () => {
    const before = windowAround(
      [
        { latitude: 39, longitude: 125.7 },
        { latitude: 55.7, longitude: 37.6 },
      ],
      size,
    );
    const at = { x: 400, y: 300 };
    const under = projectionOf(before).invert?.([at.x, at.y]);
    const after = projectionOf(mapZoomed(before, 3, at, size)).invert?.([at.x, at.y]);
    expect(after?.[0]).toBeCloseTo(under?.[0] ?? Number.NaN, 6);
    expect(after?.[1]).toBeCloseTo(under?.[1] ?? Number.NaN, 6);
  });

  it('never loses the earth', () => {
    const far = mapMoved(windowAround([], size), 1e6, -1e6, size);
    const projected = projectionOf(far)([-169, 84]);
    expect(Math.abs((projected?.[0] ?? Infinity) - 400)).toBeLessThan(800);
  });
});
