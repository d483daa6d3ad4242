import type { Picture } from '../picture.js';
import type { Measures, NetworkGraph } from './network-graph.js';

export type MeasureName = keyof Measures;

export interface MeasureTask {
  readonly names: readonly MeasureName[];
  readonly nodes: readonly string[];
  readonly edges: readonly (readonly [source: string, target: string, weight: number])[];
}

/** What has to be reckoned before the picture can be drawn as it is chosen. */
export function measuresFor({ colour, size }: Pick<Picture, 'colour' | 'size'>): readonly MeasureName[] {
  const names: MeasureName[] = colour === 'community' ? ['community'] : [];
  return size === 'pagerank' || size === 'betweenness' ? [...names, size] : names;
}

/**
 * Reckons in a worker, of the picture as it is drawn: an expanded node has a number too, which no answer of the API
 * gives for networks joined by hand.
 */
export function measure(graph: NetworkGraph, names: readonly MeasureName[], signal: AbortSignal): Promise<Measures> {
  const worker = new Worker(new URL('./measure-worker.ts', import.meta.url), { type: 'module' });
  const task: MeasureTask = {
    names,
    nodes: graph.nodes(),
    edges: graph.mapEdges((_edge, { weight }, source, target) => [source, target, weight] as const),
  };
  return new Promise<Measures>((resolve, reject) => {
    signal.addEventListener('abort', () => worker.terminate());
    worker.onmessage = ({ data }: MessageEvent<Record<MeasureName, Record<string, number>>>) => {
      resolve(Object.fromEntries(Object.entries(data).map(([name, found]) => [name, new Map(Object.entries(found))])));
      worker.terminate();
    };
    worker.onerror = ({ message }) => reject(new Error(message));
    worker.postMessage(task);
  });
}
