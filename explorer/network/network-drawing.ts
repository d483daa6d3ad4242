import Sigma from 'sigma';
import { nearestEdge } from './nearest-edge.js';
import type { DrawnEdge, DrawnNode, NetworkGraph } from './network-graph.js';
import { nodeHoverDrawing } from './node-hover-drawing.js';
import { onThemeChange, readTheme } from './theme.js';

export interface NetworkChoice {
  readonly center: string | null;
  readonly relations: readonly string[];
}

export interface NetworkActions {
  chooseNode(id: string): void;
  chooseEdge(relations: readonly string[]): void;
}

export interface NetworkDrawing {
  /** Marks the centre and the edge whose evidence is shown. */
  mark(choice: NetworkChoice): void;
  zoomIn(): void;
  zoomOut(): void;
  showAll(): void;
  destroy(): void;
}

const longestLabel = 28;

/** Events are named by whole phrases, which would cover the network; the pointer brings the whole name up. */
function shortened(label: string): string {
  const letters = [...label];
  return letters.length <= longestLabel
    ? label
    : `${letters
        .slice(0, longestLabel - 1)
        .join('')
        .trimEnd()}…`;
}

const zoomMs = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200;

/**
 * Draws the graph with Sigma into an element, and tells what is clicked.
 *
 * What is not tied to the node under the pointer turns faint: in a dense network the neighbours of
 * one node can't be followed otherwise.
 *
 * @throws {Error} when the browser has no WebGL.
 */
export function drawNetwork(container: HTMLElement, graph: NetworkGraph, actions: NetworkActions): NetworkDrawing {
  let theme = readTheme();
  let choice: NetworkChoice = { center: null, relations: [] };
  let pointedAt: string | null = null;

  const isNear = (node: string) => pointedAt === null || node === pointedAt || graph.areNeighbors(node, pointedAt);
  const isChosen = ({ relations }: DrawnEdge) => relations.some((id) => choice.relations.includes(id));

  const sigma = new Sigma<DrawnNode, DrawnEdge>(graph, container, {
    // The element has no size while its panel is folded on a narrow screen.
    allowInvalidContainer: true,
    enableEdgeEvents: true,
    labelFont: 'system-ui, sans-serif',
    labelSize: 13,
    labelRenderedSizeThreshold: 5,
    labelDensity: 1,
    labelGridCellSize: 120,
    labelColor: { color: theme.text },
    stagePadding: 60,
    zIndex: true,
    minCameraRatio: 0.05,
    maxCameraRatio: 4,
    defaultDrawNodeHover: nodeHoverDrawing(() => theme),
    nodeReducer: (node, attributes) => {
      const chosen = node === choice.center;
      if (!isNear(node)) return { ...attributes, label: '', color: theme.faintNode, zIndex: 0 };
      const label = node === pointedAt ? attributes.label : shortened(attributes.label);
      return {
        ...attributes,
        label,
        size: attributes.size + (chosen ? 3 : 0),
        forceLabel: chosen,
        zIndex: chosen ? 2 : 1,
      };
    },
    edgeReducer: (edge, attributes) => {
      if (isChosen(attributes)) return { ...attributes, color: theme.chosenLine, size: attributes.size + 2, zIndex: 2 };
      const near = pointedAt === null || graph.hasExtremity(edge, pointedAt);
      return { ...attributes, color: near ? theme.line : theme.faintLine, zIndex: near ? 1 : 0 };
    },
  });

  const point = (node: string | null) => {
    pointedAt = node;
    container.style.cursor = node === null ? '' : 'pointer';
    sigma.refresh({ skipIndexation: true });
  };
  sigma.on('clickNode', ({ node }) => actions.chooseNode(node));
  sigma.on('clickEdge', ({ edge }) => actions.chooseEdge(graph.getEdgeAttribute(edge, 'relations')));
  sigma.on('clickStage', ({ event }) => {
    const edge = nearestEdge(sigma, graph, event);
    if (edge !== null) actions.chooseEdge(graph.getEdgeAttribute(edge, 'relations'));
  });
  sigma.on('enterNode', ({ node }) => point(node));
  sigma.on('leaveNode', () => point(null));
  sigma.on('enterEdge', () => {
    container.style.cursor = 'pointer';
  });
  sigma.on('leaveEdge', () => {
    container.style.cursor = '';
  });
  const stopFollowing = onThemeChange(() => {
    theme = readTheme();
    sigma.setSetting('labelColor', { color: theme.text });
  });

  const camera = sigma.getCamera();
  return {
    mark(next) {
      choice = next;
      sigma.refresh({ skipIndexation: true });
    },
    zoomIn: () => void camera.animatedZoom({ duration: zoomMs }),
    zoomOut: () => void camera.animatedUnzoom({ duration: zoomMs }),
    showAll: () => void camera.animatedReset({ duration: zoomMs }),
    destroy() {
      stopFollowing();
      sigma.kill();
    },
  };
}
