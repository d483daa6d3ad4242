import { useRef } from 'preact/hooks';
import { loadNeighbourhood, loadOverview, type Network } from '../api/load-network.js';
import { pathNetwork } from '../api/load-paths.js';
import { findPaths } from '../find-paths.js';
import { remember } from '../remember.js';
import type { RelationFilter, Route } from '../route.js';
import { type Asked, useAnswer } from '../use-answer.js';
import { joinNetworks } from './join-networks.js';

/** Neighbours that one double click brings. */
const mostExpanded = 25;

function base({ entity, depth, picture: { limit } }: Route, filter: RelationFilter): Promise<Network> {
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

async function loadPicture(route: Route): Promise<Network> {
  const { filter, path, picture } = route;
  const [first, paths, ...expanded] = await Promise.all([
    base(route, filter),
    path?.to ? findPaths(path.from, path.to, filter).catch(() => null) : null,
    ...picture.expanded.map((id) => around(id, filter)),
  ]);
  return joinNetworks(first, [...expanded, ...(paths?.paths.map(pathNetwork) ?? [])], picture.hidden);
}

/** What is drawn at first, before anything is filtered or done by hand: while it is the same, nothing moves. */
export function sceneOf({ entity, depth, picture: { limit } }: Route): string {
  return JSON.stringify([entity, depth, limit]);
}

/** The same network at all times, to find the ends of the time slider. */
export function useAllTimes(route: Route): Asked<Network> {
  const filter = { ...route.filter, since: null, until: null };
  return useAnswer(JSON.stringify([sceneOf(route), filter]), () => base(route, filter));
}

export interface ShownNetwork {
  readonly asked: Asked<Network>;
  /** The last answer of this scene, which stays while the next one is on its way. */
  readonly network: Network | null;
}

/** The network that the route names, whichever view shows it. */
export function useNetwork(route: Route): ShownNetwork {
  const { filter, path, picture } = route;
  const scene = sceneOf(route);
  const key = JSON.stringify([scene, filter, path?.to ? path : null, picture.expanded, picture.hidden]);
  const asked = useAnswer(key, () => loadPicture(route));
  const last = useRef<{ readonly scene: string; readonly network: Network } | null>(null);
  if (asked.state === 'answered') last.current = { scene, network: asked.answer };
  return { asked, network: last.current?.scene === scene ? last.current.network : null };
}
