import { useRef } from 'preact/hooks';
import type { Network } from '../api/load-network.js';
import type { Route } from '../route.js';
import { type Asked, useAnswer } from '../use-answer.js';
import { loadBase, loadPicture } from './load-picture.js';

/** What is drawn at first, before anything is filtered or done by hand: while it is the same, nothing moves. */
export function sceneOf({ entity, depth, picture: { limit } }: Route): string {
  return JSON.stringify([entity, depth, limit]);
}

/** The same network at all times, to find the ends of the time slider. */
export function useAllTimes(route: Route): Asked<Network> {
  const filter = { ...route.filter, since: null, until: null };
  return useAnswer(JSON.stringify([sceneOf(route), filter]), () => loadBase(route, filter));
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
