import { useEffect, useState } from 'preact/hooks';
import type { Network } from '../api/load-network.js';
import type { Picture } from '../picture.js';
import { measure, measuresFor } from './measures.js';
import type { Measures, NetworkGraph } from './network-graph.js';

interface Measured {
  readonly measures: Measures;
  readonly isWaiting: boolean;
}

const none: Measures = {};

/**
 * What size and colour ask for, of the network as it is drawn; the last ones stay until the next are there.
 *
 * @param graph - Shows the network by the time effects run.
 */
export function useMeasures(graph: NetworkGraph, network: Network, picture: Picture): Measured {
  const names = measuresFor(picture).join(' ');
  const [found, setFound] = useState<{
    readonly network: Network;
    readonly names: string;
    readonly measures: Measures;
  }>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: `names` stands for what it asks of the picture.
  useEffect(() => {
    const wanted = measuresFor(picture);
    if (wanted.length === 0) return;
    const aborter = new AbortController();
    measure(graph, wanted, aborter.signal).then(
      (measures) => setFound({ network, names, measures }),
      // Without the numbers the picture stays as it was; nothing else is lost.
      () => setFound({ network, names, measures: none }),
    );
    return () => aborter.abort();
  }, [graph, network, names]);
  const isWaiting = names !== '' && (found?.network !== network || found.names !== names);
  return { measures: names === '' ? none : (found?.measures ?? none), isWaiting };
}
