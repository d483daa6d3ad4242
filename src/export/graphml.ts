import {
  type Attribute,
  edgeAttributes,
  edgeLabel,
  joinedList,
  nodeAttributesOf,
  nodeId,
  nodeLabel,
  placeAttributes,
} from './attributes.js';
import { escapeXml } from './escape-xml.js';
import type { ExportFormat } from './export-format.js';
import type { ExportedEdge, ExportedGraph, ExportedNode } from './exported-graph.js';

/** Names of the attribute types in GraphML, which has no lists. */
const typeNames = { string: 'string', list: 'string', integer: 'int', number: 'double', boolean: 'boolean' } as const;

function nodeKeys(graph: ExportedGraph): readonly Attribute<ExportedNode>[] {
  return [
    { name: 'label', type: 'string', value: nodeLabel },
    ...nodeAttributesOf(graph),
    ...(graph.isDrawn ? placeAttributes : []),
  ];
}
const ofEdges: readonly Attribute<ExportedEdge>[] = [
  { name: 'label', type: 'string', value: edgeLabel },
  { name: 'weight', type: 'integer', value: ({ relation }) => relation.weight },
  ...edgeAttributes,
];

/** Keys of nodes and edges share one space of identifiers: "node.label", "edge.label". */
function declarations<T>(owner: 'node' | 'edge', attributes: readonly Attribute<T>[]): string {
  return attributes
    .map(
      ({ name, type }) =>
        `  <key id="${owner}.${name}" for="${owner}" attr.name="${name}" attr.type="${typeNames[type]}"/>\n`,
    )
    .join('');
}

function data<T>(owner: 'node' | 'edge', item: T, attributes: readonly Attribute<T>[]): string {
  return attributes
    .map(({ name, value }) => {
      const given = value(item);
      const text = given === null ? '' : typeof given === 'object' ? joinedList(given) : String(given);
      return text === '' ? '' : `<data key="${owner}.${name}">${escapeXml(text)}</data>`;
    })
    .join('');
}

function nodeElement(node: ExportedNode, keys: readonly Attribute<ExportedNode>[]): string {
  return `    <node id="${escapeXml(nodeId(node))}">${data('node', node, keys)}</node>\n`;
}

function edgeElement(edge: ExportedEdge): string {
  const { id, source, target } = edge.relation;
  const place = `id="${escapeXml(id)}" source="${escapeXml(source)}" target="${escapeXml(target)}"`;
  return `    <edge ${place}>${data('edge', edge, ofEdges)}</edge>\n`;
}

/**
 * GraphML, for networkx, igraph, yEd and Gephi. All edges are directed: networkx refuses a file that mixes both.
 *
 * @see http://graphml.graphdrawing.org/specification.html
 */
export const graphml: ExportFormat = {
  name: 'graphml',
  fileName: 'diplograph.graphml',
  mediaType: 'application/graphml+xml',
  async *write(graph) {
    const keys = nodeKeys(graph);
    yield `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
${declarations('node', keys)}${declarations('edge', ofEdges)}  <graph id="diplograph" edgedefault="directed">\n`;
    for await (const page of graph.nodes()) yield page.map((node) => nodeElement(node, keys)).join('');
    for await (const page of graph.edges()) yield page.map(edgeElement).join('');
    yield '  </graph>\n</graphml>\n';
  },
};
