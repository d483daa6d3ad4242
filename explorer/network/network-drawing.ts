import Sigma from 'sigma';
import { EdgeLineProgram, EdgeRectangleProgram } from 'sigma/rendering';
import { onSchemeChange } from '../colour-scheme.js';
import { collectLabel, drawLabels, shortened } from './labels.js';
import { nearestEdge } from './nearest-edge.js';
import type { DrawnEdge, DrawnNode, NetworkGraph } from './network-graph.js';
import { nodeHoverDrawing } from './node-hover-drawing.js';
import { NodeShapeProgram } from './node-shape-program.js';
import type { Place } from './places.js';
import { readTheme } from './theme.js';

/** What stands out of the rest. */
export interface Marks {
  readonly chosen: string | null;
  readonly relations: readonly string[];
  /** Entities of the paths that were found; the rest turns faint. */
  readonly path: ReadonlySet<string> | null;
}

export interface NetworkActions {
  chooseNode(id: string): void;
  chooseEdge(relations: readonly string[]): void;
  /** A node was clicked twice. */
  expandNode?(id: string): void;
  /** A node was dragged to another place; without it none can be dragged. */
  dropNode?(id: string, place: Place): void;
}

export interface NetworkDrawing {
  readonly sigma: Sigma<DrawnNode, DrawnEdge>;
  mark(marks: Marks): void;
  /** Draws anew what has changed in the graph, and moves nothing else. */
  refresh(): void;
  /** Lets the picture follow nodes that move, or holds it. */
  follow(isFollowing: boolean): void;
  zoomIn(): void;
  zoomOut(): void;
  showAll(): void;
  /** By a tenth of the picture. */
  pan(right: number, down: number): void;
  destroy(): void;
}

/** Beyond this, hair lines, which are drawn several times as fast. */
const manyLines = 3_000;
/** Beyond this, drawing all nodes anew takes longer than a pointer stays on one. */
const manyNodes = 4_000;

const zoomMs = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 200;

/** The frame that is drawn, fitted to the nodes of now; nodes that come later don't move it. */
function holdFrame(sigma: Sigma<DrawnNode, DrawnEdge>): void {
  sigma.setCustomBBox(null);
  sigma.refresh();
  sigma.setCustomBBox(sigma.getBBox());
}

function isSomethingMarked({ chosen, relations, path }: Marks): boolean {
  return chosen !== null || relations.length > 0 || path !== null;
}

/**
 * Draws the graph with Sigma into an element, and tells what is done to it.
 *
 * What is not tied to the node under the pointer turns faint: in a dense network the neighbours of
 * one node can't be followed otherwise.
 *
 * @throws {Error} when the browser has no WebGL.
 */
export function drawNetwork(container: HTMLElement, graph: NetworkGraph, actions: NetworkActions): NetworkDrawing {
  let theme = readTheme();
  let marks: Marks = { chosen: null, relations: [], path: null };
  let pointedAt: string | null = null;
  let marked = new Set<string>();
  let dragged: string | null = null;

  const isNear = (node: string) => {
    if (pointedAt !== null) return node === pointedAt || graph.areNeighbors(node, pointedAt);
    return marks.path?.has(node) ?? true;
  };

  const sigma = new Sigma<DrawnNode, DrawnEdge>(graph, container, {
    // The element has no size while its panel is folded on a narrow screen.
    allowInvalidContainer: true,
    defaultNodeType: 'shape',
    nodeProgramClasses: { shape: NodeShapeProgram },
    nodeHoverProgramClasses: { shape: NodeShapeProgram },
    defaultEdgeType: 'rectangle',
    edgeProgramClasses: { rectangle: EdgeRectangleProgram, line: EdgeLineProgram },
    labelFont: 'system-ui, sans-serif',
    labelSize: 13,
    // How many there are is for the grid alone: the largest nodes of each cell.
    labelRenderedSizeThreshold: 0,
    labelDensity: 1.5,
    labelGridCellSize: 90,
    labelColor: { color: theme.text },
    defaultDrawNodeLabel: collectLabel,
    defaultDrawNodeHover: nodeHoverDrawing(() => theme),
    stagePadding: 60,
    zIndex: true,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
    doubleClickZoomingRatio: 1,
    nodeReducer: (node, attributes) => {
      const chosen = node === marks.chosen;
      if (!isNear(node)) return { ...attributes, label: '', color: theme.faintNode, zIndex: 0 };
      return {
        ...attributes,
        label: node === pointedAt || chosen ? attributes.label : shortened(attributes.label),
        size: attributes.size + (chosen ? 3 : 0),
        highlighted: chosen,
        forceLabel: marks.path?.has(node) === true || (pointedAt !== null && graph.order <= manyNodes),
        zIndex: chosen ? 2 : 1,
      };
    },
    edgeReducer: (edge, attributes) => {
      const type = graph.size > manyLines ? 'line' : 'rectangle';
      if (marked.has(edge)) {
        return { ...attributes, type, color: theme.chosenLine, size: attributes.size + 2, zIndex: 2 };
      }
      const near =
        pointedAt !== null
          ? graph.hasExtremity(edge, pointedAt)
          : marks.path === null || graph.extremities(edge).every((node) => marks.path?.has(node));
      const color = !near ? theme.faintLine : attributes.asserted ? theme.line : theme.unsureLine;
      return { ...attributes, type, color, zIndex: near ? 1 : 0 };
    },
  });
  drawLabels(sigma, () => theme);
  sigma.setCustomBBox(sigma.getBBox());

  const restyle = () => sigma.refresh({ skipIndexation: true });
  const point = (node: string | null) => {
    if (dragged !== null || node === pointedAt) return;
    pointedAt = node;
    if (graph.order <= manyNodes) restyle();
  };
  const chooseNearest = (at: Place) => {
    const edge = nearestEdge(sigma, graph, at);
    if (edge !== null) actions.chooseEdge(graph.getEdgeAttribute(edge, 'relations'));
  };
  sigma.on('clickNode', ({ node }) => actions.chooseNode(node));
  sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
    preventSigmaDefault();
    actions.expandNode?.(node);
  });
  sigma.on('clickStage', ({ event }) => chooseNearest(event));
  sigma.on('enterNode', ({ node }) => point(node));
  sigma.on('leaveNode', () => point(null));
  sigma.getMouseCaptor().on('mousemove', (event) => {
    if ((event.original as MouseEvent).buttons !== 0) return;
    container.style.cursor = pointedAt !== null || nearestEdge(sigma, graph, event) !== null ? 'pointer' : '';
  });

  let dropAt: Place | null = null;
  sigma.on('downNode', ({ node }) => {
    if (actions.dropNode) dragged = node;
  });
  sigma.on('moveBody', ({ event, preventSigmaDefault }) => {
    if (dragged === null) return;
    preventSigmaDefault();
    event.original.preventDefault();
    dropAt = sigma.viewportToGraph(event);
    graph.mergeNodeAttributes(dragged, dropAt);
  });
  const drop = () => {
    const node = dragged;
    dragged = null;
    if (node !== null && dropAt !== null && graph.hasNode(node)) actions.dropNode?.(node, dropAt);
    dropAt = null;
  };
  sigma.on('upNode', drop);
  sigma.on('upStage', drop);

  const stopFollowing = onSchemeChange(() => {
    theme = readTheme();
    sigma.setSetting('labelColor', { color: theme.text });
  });

  const camera = sigma.getCamera();
  return {
    sigma,
    mark(next) {
      if (!isSomethingMarked(marks) && !isSomethingMarked(next)) return;
      marks = next;
      const chosen = new Set(next.relations);
      marked = new Set(graph.filterEdges((_edge, { relations }) => relations.some((id) => chosen.has(id))));
      restyle();
    },
    refresh: () => sigma.refresh(),
    follow(isFollowing) {
      if (isFollowing) sigma.setCustomBBox(null).refresh();
      else holdFrame(sigma);
    },
    zoomIn: () => void camera.animatedZoom({ duration: zoomMs }),
    zoomOut: () => void camera.animatedUnzoom({ duration: zoomMs }),
    showAll() {
      holdFrame(sigma);
      void camera.animatedReset({ duration: zoomMs });
    },
    pan(right, down) {
      const { x, y, ratio } = camera.getState();
      camera.setState({ x: x + (right * ratio) / 10, y: y - (down * ratio) / 10 });
    },
    destroy() {
      stopFollowing();
      sigma.kill();
    },
  };
}
