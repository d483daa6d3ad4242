import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Network } from '../api/load-network.js';
import { Notice } from '../panels/notice.js';
import { arrange } from './arrange.js';
import { Legend } from './legend.js';
import { drawNetwork, type NetworkActions, type NetworkDrawing } from './network-drawing.js';
import { networkGraph } from './network-graph.js';

interface NetworkViewProps extends NetworkActions {
  readonly network: Network;
  readonly center: string | null;
  readonly relations: readonly string[];
}

/**
 * The drawn network. Everything in it can be reached without it too: the panel beside it lists the same
 * entities and relations for keyboards and screen readers.
 */
export function NetworkView({ network, center, relations, chooseNode, chooseEdge }: NetworkViewProps) {
  const container = useRef<HTMLDivElement>(null);
  const drawing = useRef<NetworkDrawing | null>(null);
  const [undrawable, setUndrawable] = useState(false);
  const actions = useRef({ chooseNode, chooseEdge });
  actions.current = { chooseNode, chooseEdge };
  const graph = useMemo(() => {
    const made = networkGraph(network);
    arrange(made);
    return made;
  }, [network]);

  useEffect(() => {
    if (container.current === null) return;
    try {
      drawing.current = drawNetwork(container.current, graph, {
        chooseNode: (id) => actions.current.chooseNode(id),
        chooseEdge: (ids) => actions.current.chooseEdge(ids),
      });
    } catch {
      setUndrawable(true);
    }
    return () => {
      drawing.current?.destroy();
      drawing.current = null;
    };
  }, [graph]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new graph has a new drawing, which has nothing marked.
  useEffect(() => drawing.current?.mark({ center, relations }), [graph, center, relations]);

  if (undrawable) {
    return (
      <Notice
        title="The network can’t be drawn."
        cure="This browser has no WebGL, or has it turned off. The lists beside show the same relations."
      />
    );
  }
  const label = `Network of ${graph.order} entities and ${graph.size} ties`;
  return (
    <div class="network">
      <div class="network-canvas" ref={container} role="img" aria-label={label} />
      <div class="network-foot">
        <Legend network={network} />
        <div class="network-tools" role="toolbar" aria-label="Zoom">
          <button type="button" onClick={() => drawing.current?.zoomIn()} aria-label="Zoom in">
            +
          </button>
          <button type="button" onClick={() => drawing.current?.zoomOut()} aria-label="Zoom out">
            −
          </button>
          <button type="button" onClick={() => drawing.current?.showAll()}>
            Show all
          </button>
        </div>
      </div>
    </div>
  );
}
