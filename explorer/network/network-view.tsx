import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Network } from '../api/load-network.js';
import { Notice } from '../panels/notice.js';
import { expanded, type Picture, pinned } from '../picture.js';
import { type Route, subjectOf } from '../route.js';
import { CommunityLegend } from './community-legend.js';
import { startLayout } from './layout-run.js';
import { drawNetwork, type NetworkActions, type NetworkDrawing } from './network-drawing.js';
import { emptyGraph, type NetworkGraph, showNetwork } from './network-graph.js';
import { NodeTools } from './node-tools.js';
import type { Places } from './places.js';
import { useMeasures } from './use-measures.js';

/** What is drawn at the moment, for the files that are made of it. */
export interface Shown {
  readonly graph: NetworkGraph;
  readonly drawing: NetworkDrawing | null;
}

interface NetworkViewProps extends Pick<NetworkActions, 'chooseNode' | 'chooseEdge'> {
  readonly network: Network;
  /** While it is the same, nodes keep their places. */
  readonly scene: string;
  readonly route: Route;
  readonly draw: (parts: Partial<Picture>) => void;
  /** Entities of the paths that were found. */
  readonly path: ReadonlySet<string> | null;
  /** Is handed what is drawn, whenever that is another drawing. */
  readonly onShown: (shown: Shown) => void;
}

const panKeys: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function onKey(event: KeyboardEvent, drawing: NetworkDrawing | null): void {
  if (drawing === null || event.ctrlKey || event.metaKey || event.altKey) return;
  const pan = panKeys[event.key];
  if (pan) drawing.pan(...pan);
  else if (event.key === '+' || event.key === '=') drawing.zoomIn();
  else if (event.key === '-') drawing.zoomOut();
  else if (event.key === '0') drawing.showAll();
  else return;
  event.preventDefault();
}

/**
 * The drawn network. Everything in it can be reached without it too: the panel and the tables list the same
 * entities and relations for keyboards and screen readers.
 */
export function NetworkView({ network, scene, route, draw, path, onShown, ...ways }: NetworkViewProps) {
  const { picture, relations } = route;
  const container = useRef<HTMLDivElement>(null);
  const drawing = useRef<NetworkDrawing | null>(null);
  const actions = useRef<NetworkActions | null>(null);
  actions.current = {
    ...ways,
    expandNode: (id) => draw(expanded(picture, id)),
    dropNode: (id, place) => draw(pinned(picture, id, place)),
  };
  const [undrawable, setUndrawable] = useState(false);
  const [isMoving, setMoving] = useState(false);
  const [leftOut, setLeftOut] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scene is another graph.
  const { graph, places } = useMemo(() => ({ graph: emptyGraph(), places: new Map() as Places }), [scene]);
  const { measures, isWaiting } = useMeasures(graph, network, picture);

  useLayoutEffect(() => {
    setLeftOut(showNetwork(graph, network, picture, measures, places));
    drawing.current?.refresh();
  }, [graph, network, picture, measures, places]);

  useLayoutEffect(() => {
    if (container.current === null) return;
    try {
      drawing.current = drawNetwork(container.current, graph, {
        chooseNode: (id) => actions.current?.chooseNode(id),
        expandNode: (id) => actions.current?.expandNode?.(id),
        chooseEdge: (ids) => actions.current?.chooseEdge(ids),
        dropNode: (id, place) => actions.current?.dropNode?.(id, place),
      });
    } catch {
      setUndrawable(true);
    }
    onShown({ graph, drawing: drawing.current });
    return () => {
      drawing.current?.destroy();
      drawing.current = null;
    };
  }, [graph, onShown]);

  const chosen = subjectOf(route);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another graph or network has nothing marked.
  useEffect(() => drawing.current?.mark({ chosen, relations, path }), [graph, network, chosen, relations, path]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what comes, goes or is pinned has to be known to the layout.
  useEffect(() => {
    if (!isMoving) return;
    drawing.current?.follow(true);
    const stop = startLayout(graph, places);
    return () => {
      stop();
      drawing.current?.follow(false);
    };
  }, [isMoving, graph, places, network, picture.pins]);

  if (undrawable) {
    return (
      <Notice
        title="The network can’t be drawn."
        cure="This browser has no WebGL, or has it turned off. The tables show the same entities and relations."
      />
    );
  }
  return (
    <div class="network">
      <div
        class="network-canvas"
        ref={container}
        role="img"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys move the picture.
        tabIndex={0}
        aria-label={`Network of ${network.nodes.length} entities and ${network.edges.length} relations`}
        onKeyDown={(event) => onKey(event, drawing.current)}
      />
      <p class="network-told" role="status">
        {isWaiting && 'Reckoning … '}
        {network.truncated && `The ${network.nodes.length} most strongly tied are drawn; there are more. `}
        {network.edgesTruncated && 'Only the strongest ties between them are drawn. '}
        {leftOut > 0 && `The ${leftOut} lightest relations are left out. `}
        {picture.hidden.length > 0 && (
          <>
            {picture.hidden.length} hidden.{' '}
            <button type="button" class="small" onClick={() => draw({ hidden: [] })}>
              Show again
            </button>
          </>
        )}
      </p>
      {measures.community && (
        <CommunityLegend network={network} community={measures.community} choose={ways.chooseNode} />
      )}
      <div class="network-tools" role="toolbar" aria-label="Picture">
        {chosen !== null && graph.hasNode(chosen) && (
          <NodeTools id={chosen} picture={picture} place={() => graph.getNodeAttributes(chosen)} draw={draw} />
        )}
        <button type="button" onClick={() => drawing.current?.zoomIn()} aria-label="Zoom in">
          +
        </button>
        <button type="button" onClick={() => drawing.current?.zoomOut()} aria-label="Zoom out">
          −
        </button>
        <button type="button" onClick={() => drawing.current?.showAll()}>
          Show all
        </button>
        <button type="button" aria-pressed={isMoving} onClick={() => setMoving(!isMoving)}>
          {isMoving ? 'Stop layout' : 'Start layout'}
        </button>
      </div>
    </div>
  );
}
