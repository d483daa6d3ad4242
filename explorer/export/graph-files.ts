import { MultiDirectedGraph } from 'graphology';
import { write } from 'graphology-gexf/browser';
import { entityKinds, recordTerms, relationTypes } from '../../src/model/ontology.js';
import type { Network, NetworkEdge, NetworkNode } from '../api/load-network.js';
import type { Shown } from '../network/network-view.js';
import { XmlDocument } from './xml-document.js';

/** What is drawn, for files that other programs read: every relation by itself, in its own direction. */
export interface Picture {
  readonly network: Network;
  readonly shown: Shown;
}

export interface GraphFile {
  readonly title: string;
  readonly extension: string;
  readonly mediaType: string;

  readonly write: (picture: Picture) => string;
}

const nodeColumns = ['id', 'label', 'kind', 'mentions', 'x', 'y', 'size', 'color'] as const;
const edgeColumns = ['id', 'source', 'target', 'type', 'label', 'modality', 'date', 'weight'] as const;

/** y goes up in the files, as it does on the server. */
function nodeRow({ id, label, kind, entity }: NetworkNode, { graph }: Shown) {
  const { x = 0, y = 0, size = 1, color = '' } = graph.hasNode(id) ? graph.getNodeAttributes(id) : {};
  return { id, label, kind, mentions: entity.mentionCount, x, y, size, color };
}

function edgeRow({ id, source, target, type, weight, relation: { modality, date } }: NetworkEdge) {
  return { id, source, target, type, label: relationTypes[type].forward, modality, date: date ?? '', weight };
}

function gexf({ network, shown }: Picture): string {
  const graph = new MultiDirectedGraph();
  for (const node of network.nodes) {
    const { id, x, y, ...row } = nodeRow(node, shown);
    // Gephi counts in hundreds.
    graph.addNode(id, { ...row, x: 1_000 * x, y: 1_000 * y });
  }
  for (const edge of network.edges) {
    const { id, source, target, ...row } = edgeRow(edge);
    graph.addDirectedEdgeWithKey(id, source, target, row);
  }
  return write(graph, { pretty: false });
}

function graphml({ network, shown }: Picture): string {
  const xml = new XmlDocument('http://graphml.graphdrawing.org/xmlns', 'graphml');
  const isNumber = new Set(['mentions', 'x', 'y', 'size', 'weight']);
  const keys = [
    ...nodeColumns.slice(1).map((name) => ['node', name] as const),
    ...edgeColumns.slice(3).map((name) => ['edge', name] as const),
  ];
  for (const [owner, name] of keys) {
    const type = isNumber.has(name) ? 'double' : 'string';
    xml.add(xml.root, 'key', { id: `${owner}.${name}`, for: owner, 'attr.name': name, 'attr.type': type });
  }
  const graph = xml.add(xml.root, 'graph', { edgedefault: 'directed' });
  const addData = (element: Element, owner: string, row: Readonly<Record<string, string | number>>) => {
    for (const [name, value] of Object.entries(row)) {
      if (value !== '') xml.add(element, 'data', { key: `${owner}.${name}` }, String(value));
    }
  };
  for (const node of network.nodes) {
    const { id, ...row } = nodeRow(node, shown);
    addData(xml.add(graph, 'node', { id }), 'node', row);
  }
  for (const edge of network.edges) {
    const { id, source, target, ...row } = edgeRow(edge);
    addData(xml.add(graph, 'edge', { id, source, target }), 'edge', row);
  }
  return xml.print();
}

/** Quoted where it has to be, and never a formula to a spreadsheet. */
function csvCell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** @see https://www.rfc-editor.org/rfc/rfc4180 */
function csv({ network, shown }: Picture): string {
  const columns = ['source', 'sourceName', 'sourceKind', 'type', 'target', 'targetName', 'targetKind'];
  const nodes = new Map(network.nodes.map((node) => [node.id, nodeRow(node, shown)]));
  const rows = network.edges.map((edge) => {
    const { id, source, target, type, modality, date, weight } = edgeRow(edge);
    const [from, to] = [nodes.get(source), nodes.get(target)];
    return [source, from?.label, from?.kind, type, target, to?.label, to?.kind, modality, date, weight, id];
  });
  return [[...columns, 'modality', 'date', 'passages', 'id'], ...rows]
    .map((row) => row.map((value) => csvCell(value ?? '')).join(','))
    .join('\r\n');
}

/** @see https://www.w3.org/TR/json-ld11/ */
function jsonld({ network }: Picture): string {
  const prefixes = [...Object.values(entityKinds).map(({ idPrefix }) => idPrefix), 'relation'];
  const reference = (id: string) => ({ '@id': id, '@type': '@id' });
  const context = {
    '@version': 1.1,
    crm: 'http://www.cidoc-crm.org/cidoc-crm/',
    schema: 'https://schema.org/',
    dg: 'urn:diplograph:ontology:',
    ...Object.fromEntries(prefixes.map((prefix) => [prefix, `urn:diplograph:${prefix}:`])),
    name: 'schema:name',
    label: 'http://www.w3.org/2000/01/rdf-schema#label',
    mentionCount: 'dg:mentionCount',
    source: reference('crm:P140_assigned_attribute_to'),
    target: reference('crm:P141_assigned'),
    property: reference('crm:P177_assigned_property_of_type'),
    modality: reference('dg:modality'),
    date: 'schema:temporalCoverage',
    weight: 'dg:weight',
  };
  const entities = network.nodes.map(({ id, label, kind, entity: { mentionCount } }) => {
    const { typeName, cidoc, schemaOrg } = entityKinds[kind];
    return { '@id': id, '@type': [`dg:${typeName}`, `crm:${cidoc}`, `schema:${schemaOrg}`], name: label, mentionCount };
  });
  const { cidoc, schemaOrg } = recordTerms.RELATION;
  const relations = network.edges.map(({ id, type, source, target, weight, relation: { modality, date } }) => ({
    '@id': id,
    '@type': [`crm:${cidoc}`, `schema:${schemaOrg}`],
    source,
    property: [`dg:${type}`, `crm:${relationTypes[type].cidoc}`],
    target,
    label: relationTypes[type].forward,
    modality: `dg:${modality}`,
    ...(date === null ? {} : { date }),
    weight,
  }));
  return JSON.stringify({ '@context': context, '@graph': [...entities, ...relations] }, null, 1);
}

/** A new format is a function and a row. */
export const graphFiles: readonly GraphFile[] = [
  { title: 'GEXF', extension: 'gexf', mediaType: 'application/xml', write: gexf },
  { title: 'GraphML', extension: 'graphml', mediaType: 'application/xml', write: graphml },
  { title: 'CSV', extension: 'csv', mediaType: 'text/csv', write: csv },
  { title: 'JSON-LD', extension: 'jsonld', mediaType: 'application/ld+json', write: jsonld },
];
