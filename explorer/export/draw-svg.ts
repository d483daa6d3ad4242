import { entityKinds } from '../../src/model/ontology.js';
import { shapePath } from '../kind-shapes.js';
import { type Label, placeLabels } from '../network/labels.js';
import type { Shown } from '../network/network-view.js';
import { readTheme } from '../network/theme.js';
import { XmlDocument } from './xml-document.js';

const rounded = (value: number) => Math.round(value * 10) / 10;

/**
 * The picture as it is seen: what is in view, in the colours of the page, with the labels that are drawn. Each node
 * carries its identifier and its whole name.
 */
export function drawSvg({ graph, drawing }: Shown): string {
  if (drawing === null) throw new Error('Nothing is drawn.');
  const { sigma } = drawing;
  const theme = readTheme();
  const { width, height } = sigma.getDimensions();
  const svg = new XmlDocument('http://www.w3.org/2000/svg', 'svg');
  const { root } = svg;
  root.setAttribute('viewBox', `0 0 ${width} ${height}`);
  root.setAttribute('width', String(width));
  root.setAttribute('height', String(height));
  svg.add(root, 'title', {}, document.title);
  svg.add(root, 'rect', { width, height, fill: theme.surface });

  const placeOf = (node: string) => sigma.graphToViewport(graph.getNodeAttributes(node));
  const isSeen = (...nodes: string[]) =>
    nodes.some((node) => {
      const { x, y } = placeOf(node);
      return x >= 0 && y >= 0 && x <= width && y <= height;
    });

  const lines = svg.add(root, 'g', { fill: 'none', 'stroke-linecap': 'round' });
  const edges = graph.filterEdges((_edge, _attributes, source, target) => isSeen(source, target));
  const depth = (edge: string) => sigma.getEdgeDisplayData(edge)?.zIndex ?? 0;
  for (const edge of edges.sort((a, b) => depth(a) - depth(b))) {
    const data = sigma.getEdgeDisplayData(edge);
    if (!data) continue;
    const [from, to] = graph.extremities(edge).map(placeOf) as [{ x: number; y: number }, { x: number; y: number }];
    svg.add(lines, 'line', {
      x1: rounded(from.x),
      y1: rounded(from.y),
      x2: rounded(to.x),
      y2: rounded(to.y),
      stroke: data.color,
      'stroke-width': rounded(sigma.scaleSize(data.size)),
    });
  }

  const shapes = svg.add(root, 'g', {});
  const labels: Label[] = [];
  const labelled = new Set(sigma.getNodeDisplayedLabels());
  const { labelSize, labelFont } = sigma.getSettings();
  graph.forEachNode((node, { kind, label }) => {
    const data = sigma.getNodeDisplayData(node);
    if (!data || !isSeen(node)) return;
    const { x, y } = placeOf(node);
    const size = sigma.scaleSize(data.size);
    const shape = svg.add(shapes, 'path', {
      id: node,
      d: shapePath(entityKinds[kind].shape, x, y, size),
      fill: data.color,
    });
    svg.add(shape, 'title', {}, label);
    if (data.label && (labelled.has(node) || data.highlighted)) {
      labels.push({ text: data.label, x, y, size, isForced: data.forceLabel || data.highlighted });
    }
  });

  const context = document.createElement('canvas').getContext('2d');
  if (context) context.font = `${labelSize}px ${labelFont}`;
  const measure = (text: string) => context?.measureText(text).width ?? 0;
  const texts = svg.add(root, 'g', {
    fill: theme.text,
    stroke: theme.surface,
    'stroke-width': 3,
    'stroke-linejoin': 'round',
    'paint-order': 'stroke',
    'font-family': labelFont,
    'font-size': labelSize,
  });
  for (const label of placeLabels(labels, { width, height, lineHeight: labelSize + 2, measure })) {
    svg.add(texts, 'text', { x: rounded(label.left), y: rounded(label.top + labelSize * 0.9) }, label.text);
  }
  return svg.print();
}

/** Twice as many points as the screen: sharp in print and on fine screens. */
const pngScale = 2;

/** The same picture as points. */
export async function drawPng(shown: Shown): Promise<Blob> {
  const image = new Image();
  // The page's policy lets pictures in from data addresses alone.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawSvg(shown))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.width * pngScale;
  canvas.height = image.height * pngScale;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The browser made no picture.'))), 'image/png');
  });
}
