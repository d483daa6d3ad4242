import { ask } from './ask.js';
import { type Connection, type Page, toPage } from './connection.js';

export interface Place {
  readonly id: string;
  readonly name: string;
  readonly mentionCount: number;
  /** Degrees, north and east positive; `null` where no gazetteer told. */
  readonly coordinates: { readonly latitude: number; readonly longitude: number } | null;
}

export const placesQuery = `
  query Places($after: String) {
    entities(kinds: [PLACE], orderBy: MENTIONS, first: 100, after: $after) {
      nodes { id name mentionCount ... on Place { coordinates { latitude longitude } } }
      pageInfo { hasNextPage endCursor }
    }
  }`;

/** Places, most mentioned first. */
export async function loadPlaces(after: string | null, signal: AbortSignal): Promise<Page<Place>> {
  const { entities } = await ask<{ entities: Connection<Place> }>(placesQuery, { after }, signal);
  return toPage(entities);
}

export const tiedPlacesQuery = `
  query TiedPlaces($center: ID!) {
    neighbourhood(center: $center, depth: 1, kinds: [PLACE], limit: 1000, breadth: 1000) {
      nodes { entity { id name mentionCount ... on Place { coordinates { latitude longitude } } } }
    }
  }`;

/** The places that an entity has a relation with, and itself where it is one; most mentioned first. */
export async function loadTiedPlaces(center: string, signal: AbortSignal): Promise<Page<Place>> {
  type Data = { readonly neighbourhood: { readonly nodes: readonly { readonly entity: Place }[] } };
  const { neighbourhood } = await ask<Data>(tiedPlacesQuery, { center }, signal);
  const places = neighbourhood.nodes.map(({ entity }) => entity).filter(({ id }) => id.startsWith('place:'));
  return { items: places.sort((a, b) => b.mentionCount - a.mentionCount), next: null };
}
