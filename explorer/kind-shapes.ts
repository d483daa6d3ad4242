import type { KindShape } from '../src/model/ontology.js';

/** A regular polygon in a circle of radius 1; y goes down, as on a screen. */
export interface ShapeSpec {
  /** 0 for the circle itself. */
  readonly corners: number;
  /** Where the first corner stands, in turns from the right. */
  readonly turn: number;
  /** How much larger it is drawn, so that all shapes weigh alike. */
  readonly scale: number;
}

export const shapes: Readonly<Record<KindShape, ShapeSpec>> = {
  circle: { corners: 0, turn: 0, scale: 1 },
  square: { corners: 4, turn: 1 / 8, scale: 1.2 },
  diamond: { corners: 4, turn: 0, scale: 1.25 },
  triangle: { corners: 3, turn: 3 / 4, scale: 1.4 },
  'turned triangle': { corners: 3, turn: 1 / 4, scale: 1.4 },
  pentagon: { corners: 5, turn: 3 / 4, scale: 1.15 },
  hexagon: { corners: 6, turn: 0, scale: 1.1 },
};

/** The corners, for a shape that has some. */
function cornersOf({ corners, turn }: ShapeSpec): readonly (readonly [number, number])[] {
  return Array.from({ length: corners }, (_, index) => {
    const angle = 2 * Math.PI * (turn + index / corners);
    return [Math.cos(angle), Math.sin(angle)] as const;
  });
}

const rounded = (value: number) => String(Math.round(value * 100) / 100);

/** The shape as the path of an SVG, and of a canvas. */
export function shapePath(shape: KindShape, x: number, y: number, size: number): string {
  const spec = shapes[shape];
  const radius = size * spec.scale;
  if (spec.corners === 0) {
    const [left, r] = [rounded(x - radius), rounded(radius)];
    return `M${left} ${rounded(y)}a${r} ${r} 0 1 0 ${rounded(2 * radius)} 0a${r} ${r} 0 1 0 ${rounded(-2 * radius)} 0z`;
  }
  const corners = cornersOf(spec).map(([dx, dy]) => `${rounded(x + radius * dx)} ${rounded(y + radius * dy)}`);
  return `M${corners.join('L')}z`;
}
