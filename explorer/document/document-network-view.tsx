import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Claim } from '../api/load-document-claims.js';
import type { Mention } from '../api/load-document-mentions.js';
import { arrange } from '../network/arrange.js';
import { drawNetwork } from '../network/network-drawing.js';
import { emptyGraph, showNetwork } from '../network/network-graph.js';
import { plainPicture } from '../picture.js';
import { documentNetwork } from './document-network.js';

/** A picture this small has room for small nodes. */
const nodeScale = 0.6;

interface DocumentNetworkViewProps {
  readonly claims: readonly Claim[];
  readonly mentions: readonly Mention[];
  readonly choose: (entity: string) => void;
  /** Reads the evidence of the relations of a line. */
  readonly read: (relations: readonly string[]) => void;
}

/** The small network that the document tells, beside its text; the claims list the same for keyboards. */
export default function DocumentNetworkView({ claims, mentions, choose, read }: DocumentNetworkViewProps) {
  const container = useRef<HTMLDivElement>(null);
  const [undrawable, setUndrawable] = useState(false);
  const actions = useRef({ chooseNode: choose, chooseEdge: read });
  actions.current = { chooseNode: choose, chooseEdge: read };
  const network = useMemo(() => documentNetwork(claims, mentions), [claims, mentions]);
  const graph = useMemo(() => {
    const made = emptyGraph();
    showNetwork(made, network, plainPicture, {}, new Map());
    made.updateEachNodeAttributes((_node, attributes) => ({ ...attributes, size: attributes.size * nodeScale }));
    arrange(made);
    return made;
  }, [network]);
  useEffect(() => {
    if (container.current === null) return;
    try {
      const drawing = drawNetwork(container.current, graph, {
        chooseNode: (id) => actions.current.chooseNode(id),
        chooseEdge: (ids) => actions.current.chooseEdge(ids),
      });
      return () => drawing.destroy();
    } catch {
      setUndrawable(true);
    }
  }, [graph]);
  const count = network.nodes.length;
  return (
    <>
      <div
        class="document-network"
        ref={container}
        role="img"
        aria-label={`Network of the document: ${count} entities and ${graph.size} ties`}
      />
      <p class="quiet document-network-note">
        {undrawable
          ? 'This browser can’t draw the network; the claims below tell the same.'
          : network.truncated
            ? `The ${count} entities most tied here; there are more.`
            : `${count} entities are tied here.`}
      </p>
    </>
  );
}
