/** A place on the picture, in pixels. */
export interface PlacePoint {
  readonly id: string;
  readonly name: string;
  readonly mentions: number;
  readonly x: number;
  readonly y: number;
}

/** A disc on the map: one place, or several that would lie over each other. */
export interface PlaceMark {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Most mentioned first: the first one gives the mark its place and its name. */
  readonly places: readonly [PlacePoint, ...PlacePoint[]];
}

const smallestRadius = 4;
const largestRadius = 18;
/** Discs may touch, and overlap by this share of their radii, before they become one. */
const overlap = 0.25;

/** Areas are as mentions. @param most - Mentions of the place with the most. */
export function markRadius(mentions: number, most: number): number {
  return smallestRadius + (largestRadius - smallestRadius) * Math.sqrt(mentions / Math.max(1, most));
}

function byMentions(a: PlacePoint, b: PlacePoint): number {
  return b.mentions - a.mentions || (a.id < b.id ? -1 : 1);
}

/** Takes each place into the first mark that it would cover, in the order of mentions: the same at every visit. */
export function placeMarks(points: readonly PlacePoint[]): PlaceMark[] {
  const ordered = [...points].sort(byMentions);
  const most = ordered[0]?.mentions ?? 1;
  const marks: { x: number; y: number; radius: number; places: [PlacePoint, ...PlacePoint[]] }[] = [];
  for (const point of ordered) {
    const radius = markRadius(point.mentions, most);
    const covered = marks.find(
      (mark) => Math.hypot(mark.x - point.x, mark.y - point.y) < (mark.radius + radius) * (1 - overlap),
    );
    if (covered === undefined) marks.push({ x: point.x, y: point.y, radius, places: [point] });
    else covered.places.push(point);
  }
  return marks;
}

export interface MarkLabel {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const labelHeight = 18;
const labelGap = 3;
/** Where the corner of a name touches the disc, as a share of its radius. */
const slant = Math.SQRT1_2 + 0.1;

function meets(a: Box, b: Box): boolean {
  return a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;
}

function boxOf({ x, y, radius }: PlaceMark): Box {
  return { left: x - radius, top: y - radius, width: 2 * radius, height: 2 * radius };
}

/** "Pyongyang", or "Pyongyang +3" for a mark of four places. */
export function markName({ places: [first, ...others] }: PlaceMark): string {
  return others.length === 0 ? first.name : `${first.name} +${others.length}`;
}

/**
 * Names beside the marks, where they cover neither another name nor a mark: to the right, or else to the left, below,
 * above or between these. A mark whose name finds no room goes without; those most mentioned choose first.
 *
 * @param measure - Width of a text in pixels.
 */
export function markLabels(
  marks: readonly PlaceMark[],
  measure: (text: string) => number,
  picture: { readonly width: number; readonly height: number },
): (MarkLabel | null)[] {
  const taken: Box[] = marks.map(boxOf);
  return marks.map((mark, index) => {
    const text = markName(mark);
    const { x, y, radius } = mark;
    const [width, height] = [measure(text), labelHeight];
    const places = [
      { left: x + radius + labelGap, top: y - height / 2 },
      { left: x - radius - labelGap - width, top: y - height / 2 },
      { left: x - width / 2, top: y + radius + labelGap },
      { left: x - width / 2, top: y - radius - labelGap - height },
      { left: x + radius * slant, top: y - radius * slant - height },
      { left: x + radius * slant, top: y + radius * slant },
      { left: x - radius * slant - width, top: y - radius * slant - height },
      { left: x - radius * slant - width, top: y + radius * slant },
    ];
    for (const place of places) {
      const box = { ...place, width, height };
      const isInside =
        box.left >= 0 && box.top >= 0 && box.left + width <= picture.width && box.top + height <= picture.height;
      if (!isInside || taken.some((other, at) => at !== index && meets(box, other))) continue;
      taken.push(box);
      return { text, ...box };
    }
    return null;
  });
}
