import { loadNeighbourhood, loadOverview, type Network } from '../api/load-network.js';
import { pathNetwork } from '../api/load-paths.js';
import { findPaths } from '../find-paths.js';
import { remember } from '../remember.js';
import type { RelationFilter, Route } from '../route.js';
import { joinNetworks } from './join-networks.js';

/** Neighbours that one double click brings. */
const mostExpanded = 25;

/** What the picture is made of before anything is done by hand. */
export function loadBase({ entity, depth, picture: { limit } }: Route, filter: RelationFilter): Promise<Network> {
  return remember(JSON.stringify(['base', entity, depth, limit, filter]), (signal) =>
    entity === null
      ? loadOverview(limit, filter, signal)
      : loadNeighbourhood({ center: entity, depth, limit: Math.min(limit, 2_000) }, filter, signal),
  );
}

function around(center: string, filter: RelationFilter): Promise<Network> {
  return remember(JSON.stringify(['around', center, filter]), (signal) =>
    loadNeighbourhood({ center, depth: 1, limit: mostExpanded }, filter, signal),
  );
}

/** The network that the route names. */
export async function loadPicture(route: Route): Promise<Network> {
  const { filter, path, picture } = route;
  const [first, paths, ...expanded] = await Promise.all([
    loadBase(route, filter),
    path?.to ? findPaths(path.from, path.to, filter).catch(() => null) : null,
    ...picture.expanded.map((id) => around(id, filter)),
  ]);
  return joinNetworks(first, [...expanded, ...(paths?.paths.map(pathNetwork) ?? [])], picture.hidden);
}
