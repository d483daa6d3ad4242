import { type Attribute, edgeAttributes, edgeLabel, nodeAttributes, nodeId, nodeLabel } from './attributes.js';
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

function nodeData(node: ExportedNode): unknown {
  const label = nodeLabel(node);
  // Cytoscape's desktop program shows `name`, where cytoscape.js has no opinion.
  return { id: nodeId(node), name: label, label, ...fields(node, nodeAttributes) };
}

function edgeData(edge: ExportedEdge): unknown {
  const { id, source, target, type, weight } = edge.relation;
  // The desktop program draws edges of several types by `interaction`.
  return { id, source, target, interaction: type, label: edgeLabel(edge), weight, ...fields(edge, edgeAttributes) };
}

/** One element a line. */
async function* lines<T>(pages: AsyncIterable<readonly T[]>, data: (item: T) => unknown): AsyncGenerator<string> {
  let separator = '';
  for await (const page of pages) {
    yield separator + page.map((item) => printedJson({ data: data(item) })).join(',\n');
    separator = ',\n';
  }
}

/** @see https://js.cytoscape.org/#notation/elements-json */
export const cytoscape: ExportFormat = {
  name: 'cytoscape',
  fileName: 'diplograph.cyjs',
  mediaType: 'application/json',
  async *write(graph) {
    yield '{"data":{"name":"Diplograph"},"elements":{"nodes":[\n';
    yield* lines(graph.nodes(), nodeData);
    yield '\n],"edges":[\n';
    yield* lines(graph.edges(), edgeData);
    yield '\n]}}\n';
  },
};
