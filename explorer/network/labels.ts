import type Sigma from 'sigma';
import type { NodeLabelDrawingFunction } from 'sigma/rendering';
import type { DrawnEdge, DrawnNode } from './network-graph.js';
import type { Theme } from './theme.js';

export interface Label {
  readonly text: string;
  /** Centre of its node, in pixels. */
  readonly x: number;
  readonly y: number;
  /** Radius of its node. */
  readonly size: number;
  /** Drawn before all others. */
  readonly isForced: boolean;
}

export interface PlacedLabel extends Label {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

const longestLabel = 28;
const gap = 3;

/** Events are named by whole phrases, which would cover the network; the pointer brings the whole name up. */
export function shortened(label: string): string {
  const letters = [...label];
  if (letters.length <= longestLabel) return label;
  const kept = letters.slice(0, longestLabel - 1);
  return `${kept.join('').trimEnd()}…`;
}

function overlaps(a: PlacedLabel, b: PlacedLabel, height: number): boolean {
  const apart = a.left + a.width + gap < b.left || b.left + b.width + gap < a.left;
  return !apart && Math.abs(a.top - b.top) < height;
}

/** How much of its node's neighbours a label would cover: their number. */
function nodesUnder(label: PlacedLabel, all: readonly Label[], height: number): number {
  return all.filter(
    ({ x, y, size }) =>
      x + size > label.left &&
      x - size < label.left + label.width &&
      y + size > label.top &&
      y - size < label.top + height,
  ).length;
}

export interface LabelPage {
  /** Size of the picture, in pixels: a label that would reach over its rim is put to another side, or left out. */
  readonly width: number;
  readonly height: number;
  /** Height of a line of text, in pixels. */
  readonly lineHeight: number;
  /** Width of a text, in pixels. */
  readonly measure: (text: string) => number;
}

/**
 * Chooses which labels are drawn, and on which side of their node, so that no two of them cover each other, and nodes
 * are covered where it can't be helped: labels of larger nodes first.
 */
export function placeLabels(labels: readonly Label[], page: LabelPage): readonly PlacedLabel[] {
  const { lineHeight, measure } = page;
  const order = [...labels].sort((a, b) => Number(b.isForced) - Number(a.isForced) || b.size - a.size);
  const placed: PlacedLabel[] = [];
  for (const label of order) {
    const width = measure(label.text);
    const offset = label.size + gap;
    const isSeen = ({ left, top }: PlacedLabel) =>
      left >= 0 && top >= 0 && left + width <= page.width && top + lineHeight <= page.height;
    const [best] = [
      { left: label.x + offset, top: label.y - lineHeight / 2 },
      { left: label.x - offset - width, top: label.y - lineHeight / 2 },
      { left: label.x - width / 2, top: label.y + offset },
      { left: label.x - width / 2, top: label.y - offset - lineHeight },
    ]
      .map((side) => ({ ...label, ...side, width }))
      .filter((side) => label.isForced || isSeen(side))
      .filter((side) => placed.every((other) => !overlaps(side, other, lineHeight)))
      .map((side) => ({ side, cost: nodesUnder(side, labels, lineHeight) }))
      .sort((a, b) => a.cost - b.cost);
    if (best) placed.push(best.side);
  }
  return placed;
}

const waiting = new WeakMap<CanvasRenderingContext2D, Label[]>();

/** Sigma hands labels over one by one; they are drawn by `drawLabels` once all are known. */
export const collectLabel: NodeLabelDrawingFunction<DrawnNode, DrawnEdge> = (context, data) => {
  if (typeof data.label !== 'string' || data.label === '') return;
  const labels = waiting.get(context) ?? [];
  const { x, y, size } = data;
  labels.push({ text: data.label, x, y, size, isForced: data.forceLabel === true });
  waiting.set(context, labels);
};

/** A hole in the middle of what stays where it was put. */
function drawPins(sigma: Sigma<DrawnNode, DrawnEdge>, context: CanvasRenderingContext2D, colour: string): void {
  context.fillStyle = colour;
  sigma.getGraph().forEachNode((_node, { x, y, size, pinned }) => {
    if (!pinned) return;
    const middle = sigma.graphToViewport({ x, y });
    context.beginPath();
    context.arc(middle.x, middle.y, Math.max(2, sigma.scaleSize(size) * 0.4), 0, 2 * Math.PI);
    context.fill();
  });
}

/** Draws at the end of each picture what was collected while it was made. */
export function drawLabels(sigma: Sigma<DrawnNode, DrawnEdge>, theme: () => Theme): void {
  const context = sigma.getCanvases().labels?.getContext('2d');
  if (!context) return;
  const widths = new Map<string, number>();
  const measure = (text: string) => {
    const known = widths.get(text) ?? context.measureText(text).width;
    widths.set(text, known);
    return known;
  };
  sigma.on('beforeRender', () => waiting.delete(context));
  sigma.on('afterRender', () => {
    const labels = waiting.get(context) ?? [];
    const { labelSize, labelFont } = sigma.getSettings();
    const { text, surface } = theme();
    context.font = `${labelSize}px ${labelFont}`;
    context.textBaseline = 'top';
    context.lineJoin = 'round';
    context.lineWidth = 3;
    for (const label of placeLabels(labels, { ...sigma.getDimensions(), lineHeight: labelSize + 2, measure })) {
      // The rim keeps lines out of the letters.
      context.strokeStyle = surface;
      context.strokeText(label.text, label.left, label.top);
      context.fillStyle = text;
      context.fillText(label.text, label.left, label.top);
    }
    drawPins(sigma, context, surface);
  });
}
