import {
  type Attribute,
  drawnAs,
  edgeAttributes,
  edgeLabel,
  nodeAttributesOf,
  nodeId,
  nodeLabel,
} from './attributes.js';
import type { ExportFormat } from './export-format.js';
import type { ExportedEdge, ExportedNode } from './exported-graph.js';
import { printedJson } from './plain-text.js';

function fields<T>(item: T, attributes: readonly Attribute<T>[]): Record<string, unknown> {
  return Object.fromEntries(
    attributes.flatMap(({ name, value }) => {
      const given = value(item);
      return given === null ? [] : [[name, given]];
    }),
  );
}

function nodeElement(node: ExportedNode, attributes: readonly Attribute<ExportedNode>[]): unknown {
  const label = nodeLabel(node);
  // Cytoscape's desktop program shows `name`, where cytoscape.js has no opinion.
  const data = { id: nodeId(node), name: label, label, ...fields(node, attributes) };
  const drawn = drawnAs(node);
  return drawn === undefined ? { data } : { data, position: { x: drawn.x, y: drawn.y } };
}

function edgeElement(edge: ExportedEdge): unknown {
  const { id, source, target, type, weight } = edge.relation;
  // The desktop program draws edges of several types by `interaction`.
  const own = { id, source, target, interaction: type, label: edgeLabel(edge), weight };
  return { data: { ...own, ...fields(edge, edgeAttributes) } };
}

/** One element a line. */
async function* lines<T>(pages: AsyncIterable<readonly T[]>, element: (item: T) => unknown): AsyncGenerator<string> {
  let separator = '';
  for await (const page of pages) {
    yield separator + page.map((item) => printedJson(element(item))).join(',\n');
    separator = ',\n';
  }
}

/** @see https://js.cytoscape.org/#notation/elements-json */
export const cytoscape: ExportFormat = {
  name: 'cytoscape',
  fileName: 'diplograph.cyjs',
  mediaType: 'application/json',
  async *write(graph) {
    const attributes = nodeAttributesOf(graph);
    yield '{"data":{"name":"Diplograph"},"elements":{"nodes":[\n';
    yield* lines(graph.nodes(), (node) => nodeElement(node, attributes));
    yield '\n],"edges":[\n';
    yield* lines(graph.edges(), edgeElement);
    yield '\n]}}\n';
  },
};
