/** A node that stays where somebody put it, on the scale of the API's layout. */
export interface Pin {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

export const nodeColours = ['kind', 'community'] as const;
export type NodeColour = (typeof nodeColours)[number];

export const nodeSizes = ['mentions', 'degree', 'pagerank', 'betweenness'] as const;
export type NodeSize = (typeof nodeSizes)[number];

/** Most entities that are drawn; the API gives no more than the last. */
export const nodeLimits = [80, 300, 1_000, 5_000, 10_000] as const;

/** How the network is drawn, and what was done to it by hand: the part of the route that the network alone has. */
export interface Picture {
  readonly limit: number;
  readonly colour: NodeColour;
  readonly size: NodeSize;
  /** Entities whose neighbours were added, in this order. */
  readonly expanded: readonly string[];
  readonly hidden: readonly string[];
  readonly pins: readonly Pin[];
  /** Whether the tables stand under the drawing. */
  readonly table: boolean;
}

export const plainPicture: Picture = {
  limit: nodeLimits[0],
  colour: 'kind',
  size: 'mentions',
  expanded: [],
  hidden: [],
  pins: [],
  table: false,
};

/** A picture drawn anew, in the manner of the last one. */
export function redrawn({ limit, colour, size, table }: Picture): Picture {
  return { ...plainPicture, limit, colour, size, table };
}

/** With the neighbours of an entity too. */
export function expanded(picture: Picture, id: string): Pick<Picture, 'expanded'> {
  return { expanded: [...new Set([...picture.expanded, id])] };
}

const finest = 1e4;

/** With an entity held at a place; at none, it is let go. */
export function pinned(
  { pins }: Picture,
  id: string,
  place: { readonly x: number; readonly y: number } | null,
): Pick<Picture, 'pins'> {
  const others = pins.filter((pin) => pin.id !== id);
  const round = (value: number) => Math.round(value * finest) / finest;
  return { pins: place === null ? others : [...others, { id, x: round(place.x), y: round(place.y) }] };
}

/** "0.25,-0.5,person:kim-il-sung": numbers first, since an identifier may hold commas. */
function parsePin(value: string): Pin | null {
  const [, x, y, id] = /^(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?),(.+)$/s.exec(value) ?? [];
  return id === undefined ? null : { id, x: Number(x), y: Number(y) };
}

function oneOf<Value extends string>(value: string | null, known: readonly Value[], otherwise: Value): Value {
  return known.find((one) => one === value) ?? otherwise;
}

export function parsePicture(parameters: URLSearchParams): Picture {
  const ids = (name: string) => [...new Set(parameters.getAll(name).filter((id) => id !== ''))];
  return {
    limit: nodeLimits.find((limit) => String(limit) === parameters.get('limit')) ?? plainPicture.limit,
    colour: oneOf(parameters.get('colour'), nodeColours, plainPicture.colour),
    size: oneOf(parameters.get('size'), nodeSizes, plainPicture.size),
    expanded: ids('expand'),
    hidden: ids('hide'),
    pins: parameters.getAll('pin').flatMap((value) => parsePin(value) ?? []),
    table: parameters.get('table') === 'beside',
  };
}

export function printPicture(parameters: URLSearchParams, picture: Picture): void {
  for (const name of ['limit', 'colour', 'size'] as const) {
    if (picture[name] !== plainPicture[name]) parameters.set(name, String(picture[name]));
  }
  for (const id of picture.expanded) parameters.append('expand', id);
  for (const id of picture.hidden) parameters.append('hide', id);
  for (const { id, x, y } of picture.pins) parameters.append('pin', `${x},${y},${id}`);
  if (picture.table) parameters.set('table', 'beside');
}
