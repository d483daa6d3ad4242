import type { NodeHoverDrawingFunction } from 'sigma/rendering';
import type { DrawnEdge, DrawnNode } from './network-graph.js';
import type { Theme } from './theme.js';

/** Sigma's own label of a node under the pointer stands on white, also on a dark page. */
export function nodeHoverDrawing(theme: () => Theme): NodeHoverDrawingFunction<DrawnNode, DrawnEdge> {
  return (context, { label, x, y, size, color }, { labelSize, labelFont, labelWeight }) => {
    const { surface, text } = theme();
    const padding = 4;
    context.beginPath();
    context.fillStyle = color;
    context.arc(x, y, size + 2, 0, 2 * Math.PI);
    context.fill();
    if (typeof label !== 'string') return;
    context.font = `${labelWeight} ${labelSize}px ${labelFont}`;
    const width = context.measureText(label).width + 2 * padding;
    const left = x + size + padding;
    const top = y - labelSize / 2 - padding;
    context.fillStyle = surface;
    context.fillRect(left, top, width, labelSize + 2 * padding);
    context.strokeStyle = color;
    context.strokeRect(left, top, width, labelSize + 2 * padding);
    context.fillStyle = text;
    context.fillText(label, left + padding, y + labelSize / 3);
  };
}
