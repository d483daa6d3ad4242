import { entityKinds } from '../model/ontology.js';
import {
  type Attribute,
  drawnAs,
  edgeAttributes,
  edgeLabel,
  joinedList,
  nodeAttributesOf,
  nodeId,
  nodeLabel,
} from './attributes.js';
import { escapeXml } from './escape-xml.js';
import type { ExportFormat } from './export-format.js';
import type { ExportedEdge, ExportedNode } from './exported-graph.js';

/** Names of the attribute types in GEXF. Its `liststring` has no agreed way to write a value with a comma in it. */
const typeNames = {
  string: 'string',
  list: 'string',
  integer: 'integer',
  number: 'double',
  boolean: 'boolean',
} as const;

/** Documents are grey, the entities as in the explorer. */
const documentColour = '#8c8c8c';

function declarations<T>(owner: 'node' | 'edge', attributes: readonly Attribute<T>[]): string {
  const rows = attributes.map(
    ({ name, type }) => `      <attribute id="${name}" title="${name}" type="${typeNames[type]}"/>\n`,
  );
  return `    <attributes class="${owner}" mode="static">\n${rows.join('')}    </attributes>\n`;
}

function values<T>(item: T, attributes: readonly Attribute<T>[]): string {
  const written = attributes.flatMap(({ name, value }) => {
    const given = value(item);
    if (given === null) return [];
    const text = typeof given === 'object' ? joinedList(given) : String(given);
    return text === '' ? [] : [`<attvalue for="${name}" value="${escapeXml(text)}"/>`];
  });
  return `<attvalues>${written.join('')}</attvalues>`;
}

function colour(node: ExportedNode): string {
  const hex = node.type === 'entity' ? entityKinds[node.record.kind].colour : documentColour;
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `<viz:color r="${r}" g="${g}" b="${b}"/>`;
}

/** Areas grow with the weight of the edges, to a largest that leaves the nodes beside it free. */
function drawing(node: ExportedNode): string {
  const drawn = drawnAs(node);
  if (drawn === undefined) return '';
  const diameter = Math.min(40, 4 + 2 * Math.sqrt(drawn.size)).toFixed(1);
  return `<viz:position x="${drawn.x}" y="${drawn.y}" z="0"/><viz:size value="${diameter}"/>`;
}

function nodeElement(node: ExportedNode, attributes: readonly Attribute<ExportedNode>[]): string {
  const written = values(node, attributes) + colour(node) + drawing(node);
  return `      <node id="${escapeXml(nodeId(node))}" label="${escapeXml(nodeLabel(node))}">${written}</node>\n`;
}

/** `kind` keeps Gephi from adding up edges of several types between the same ends. */
function edgeElement(edge: ExportedEdge): string {
  const { id, source, target, type, weight } = edge.relation;
  const place = `id="${escapeXml(id)}" source="${escapeXml(source)}" target="${escapeXml(target)}"`;
  return `      <edge ${place} label="${escapeXml(edgeLabel(edge))}" weight="${weight}" kind="${type}">${values(edge, edgeAttributes)}</edge>\n`;
}

/**
 * GEXF 1.3, for Gephi.
 *
 * All edges are directed: networkx refuses a file that mixes both.
 *
 * @see https://gexf.net/schema.html
 */
export const gexf: ExportFormat = {
  name: 'gexf',
  fileName: 'diplograph.gexf',
  mediaType: 'application/gexf+xml',
  async *write(graph) {
    const attributes = nodeAttributesOf(graph);
    yield `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta><creator>Diplograph</creator></meta>
  <graph defaultedgetype="directed" mode="static">
${declarations('node', attributes)}${declarations('edge', edgeAttributes)}    <nodes>\n`;
    for await (const page of graph.nodes()) yield page.map((node) => nodeElement(node, attributes)).join('');
    yield '    </nodes>\n    <edges>\n';
    for await (const page of graph.edges()) yield page.map(edgeElement).join('');
    yield '    </edges>\n  </graph>\n</gexf>\n';
  },
};
