import type { Network } from '../api/load-network.js';

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where nodes stand, by identifier, on the scale of the server's layout: -1 to 1. */
export type Places = Map<string, Place>;

/** Turns between neighbouring places of a sunflower: no two of them ever stand in one line with the middle. */
const goldenAngle = Math.PI * (3 - Math.sqrt(5));
const mostTries = 400;

/** A grid of what is taken, so that a free place is found without looking at every node. */
class TakenPlaces {
  readonly #distance: number;
  readonly #cells = new Map<string, Place[]>();

  constructor(distance: number) {
    this.#distance = distance;
  }

  #cell(place: Place): readonly [number, number] {
    return [Math.floor(place.x / this.#distance), Math.floor(place.y / this.#distance)];
  }

  take(place: Place): void {
    const key = this.#cell(place).join(' ');
    this.#cells.set(key, [...(this.#cells.get(key) ?? []), place]);
  }

  isFree(place: Place): boolean {
    const [column, row] = this.#cell(place);
    for (let dx = -1; dx <= 1; dx++) {
      for (let dy = -1; dy <= 1; dy++) {
        for (const taken of this.#cells.get(`${column + dx} ${row + dy}`) ?? []) {
          if (Math.hypot(taken.x - place.x, taken.y - place.y) < this.#distance) return false;
        }
      }
    }
    return true;
  }

  /** The first free place of a sunflower around the middle. */
  freeNear(middle: Place): Place {
    let place = middle;
    for (let step = 1; step <= mostTries && !this.isFree(place); step++) {
      const radius = this.#distance * Math.sqrt(step);
      place = {
        x: middle.x + radius * Math.cos(step * goldenAngle),
        y: middle.y + radius * Math.sin(step * goldenAngle),
      };
    }
    return place;
  }
}

function neighboursOf({ edges }: Network): ReadonlyMap<string, readonly string[]> {
  const neighbours = new Map<string, string[]>();
  const tie = (one: string, other: string) => {
    const known = neighbours.get(one);
    if (known) known.push(other);
    else neighbours.set(one, [other]);
  };
  for (const { source, target } of edges) {
    tie(source, target);
    tie(target, source);
  }
  return neighbours;
}

/**
 * Gives every node of the network a place, and moves none that has one: those of the first answer stand where the
 * server's layout puts them, those that come later stand beside what they are tied to.
 *
 * @param pins - Places that somebody chose.
 */
export function placeNodes(network: Network, pins: ReadonlyMap<string, Place>, places: Places): void {
  const isFirst = places.size === 0;
  for (const [id, { x, y }] of pins) places.set(id, { x, y });
  const later = network.nodes.filter(({ id, x, y }) => {
    if (places.has(id)) return false;
    if (!isFirst || x === undefined || y === undefined) return true;
    places.set(id, { x, y });
    return false;
  });
  if (later.length === 0) return;
  const taken = new TakenPlaces(1.1 / Math.sqrt(Math.max(network.nodes.length, 60)));
  for (const { id } of network.nodes) {
    const place = places.get(id);
    if (place) taken.take(place);
  }
  const neighbours = neighboursOf(network);
  for (const { id } of later) {
    const [anchor] = (neighbours.get(id) ?? []).flatMap((other) => places.get(other) ?? []);
    const place = taken.freeNear(anchor ?? { x: 0, y: 1.1 });
    taken.take(place);
    places.set(id, place);
  }
}
