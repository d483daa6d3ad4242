import { parseCoordinates } from '../model/coordinates.js';
import { relationTypes } from '../model/ontology.js';
import type { DocumentRecord, EntityRecord } from '../model/records.js';
import type { DrawnNode, ExportedEdge, ExportedGraph, ExportedNode } from './exported-graph.js';

export type AttributeValue = string | number | boolean | readonly string[] | null;

/** A column of the tables, a key of the XML formats, a field of the JSON: declared once for all of them. */
export interface Attribute<T> {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'list';
  /** `null` where the item has none. */
  readonly value: (item: T) => AttributeValue;
}

function ofEntity(read: (record: EntityRecord) => AttributeValue) {
  return (node: ExportedNode): AttributeValue => (node.type === 'entity' ? read(node.record) : null);
}

function ofDocument(read: (record: DocumentRecord) => AttributeValue) {
  return (node: ExportedNode): AttributeValue => (node.type === 'document' ? read(node.record) : null);
}

export function nodeId({ record }: ExportedNode): string {
  return record.id;
}

export function nodeLabel(node: ExportedNode): string {
  return node.type === 'entity' ? node.record.name : node.record.title;
}

/** "AVPRF, fond 0102, opis 13": what an archive counts, in its order. */
export function printedReference({ archivalReference }: DocumentRecord): string | null {
  if (archivalReference === null) return null;
  const { archive, ...counted } = archivalReference;
  const parts = Object.entries(counted).map(([name, value]) => `${name} ${value}`);
  return [...(archive === undefined ? [] : [archive]), ...parts].join(', ');
}

function coordinate(part: 'latitude' | 'longitude') {
  return ofEntity(({ coordinates }) => (coordinates === null ? null : (parseCoordinates(coordinates)?.[part] ?? null)));
}

export function drawnAs(node: ExportedNode): DrawnNode | undefined {
  return node.type === 'entity' ? node.drawn : undefined;
}

function ofDrawn(name: keyof DrawnNode, type: 'integer' | 'number'): Attribute<ExportedNode> {
  return { name, type, value: (node) => drawnAs(node)?.[name] ?? null };
}

/** Of nodes that are drawn; the formats that know of places and sizes have these once more, in their own way. */
const drawnAttributes: readonly Attribute<ExportedNode>[] = [
  ofDrawn('size', 'integer'),
  ofDrawn('degree', 'integer'),
  ofDrawn('betweenness', 'number'),
  ofDrawn('pageRank', 'number'),
  ofDrawn('community', 'integer'),
];

/** For formats that know of no places. */
export const placeAttributes: readonly Attribute<ExportedNode>[] = [ofDrawn('x', 'number'), ofDrawn('y', 'number')];

/** Beside identifier, label and place. */
export function nodeAttributesOf({ isDrawn }: ExportedGraph): readonly Attribute<ExportedNode>[] {
  return isDrawn ? [...nodeAttributes, ...drawnAttributes] : nodeAttributes;
}

const nodeAttributes: readonly Attribute<ExportedNode>[] = [
  { name: 'kind', type: 'string', value: (node) => (node.type === 'entity' ? node.record.kind : 'DOCUMENT') },
  { name: 'aliases', type: 'list', value: ofEntity(({ aliases }) => aliases) },
  {
    name: 'description',
    type: 'string',
    value: ({ type, record }) => (type === 'entity' ? record.description : record.summary),
  },
  { name: 'authority', type: 'string', value: ofEntity(({ authority }) => authority) },
  { name: 'candidates', type: 'list', value: ofEntity(({ candidates }) => candidates) },
  { name: 'latitude', type: 'number', value: coordinate('latitude') },
  { name: 'longitude', type: 'number', value: coordinate('longitude') },
  { name: 'mentionCount', type: 'integer', value: ofEntity(({ mentionCount }) => mentionCount) },
  { name: 'firstDate', type: 'string', value: ofEntity(({ firstDate }) => firstDate) },
  { name: 'lastDate', type: 'string', value: ofEntity(({ lastDate }) => lastDate) },
  { name: 'date', type: 'string', value: ({ record }) => record.date },
  { name: 'endDate', type: 'string', value: ofEntity(({ endDate }) => endDate) },
  { name: 'duration', type: 'string', value: ofEntity(({ duration }) => duration) },
  { name: 'archivalReference', type: 'string', value: ofDocument(printedReference) },
  { name: 'citation', type: 'string', value: ofDocument(({ citation }) => citation) },
  { name: 'url', type: 'string', value: ofDocument(({ url }) => url) },
];

export function edgeLabel({ relation }: ExportedEdge): string {
  return relationTypes[relation.type].forward;
}

/** Beside identifier, ends, label and weight. Every file holds directed edges; `symmetric` says where direction means nothing. */
export const edgeAttributes: readonly Attribute<ExportedEdge>[] = [
  { name: 'type', type: 'string', value: ({ relation }) => relation.type },
  { name: 'symmetric', type: 'boolean', value: ({ relation }) => relationTypes[relation.type].symmetric },
  { name: 'modality', type: 'string', value: ({ relation }) => relation.modality },
  { name: 'title', type: 'string', value: ({ relation }) => relation.title },
  { name: 'date', type: 'string', value: ({ relation }) => relation.date },
  { name: 'evidence', type: 'string', value: ({ evidence }) => evidence.id },
  { name: 'quote', type: 'string', value: ({ evidence }) => evidence.quote },
  { name: 'document', type: 'string', value: ({ document }) => document.id },
  { name: 'documentTitle', type: 'string', value: ({ document }) => document.title },
  // UTF-16 code units of the text as received.
  { name: 'start', type: 'integer', value: ({ evidence }) => evidence.start },
  { name: 'end', type: 'integer', value: ({ evidence }) => evidence.end },
];

/** A list in a format that has none: parted by "|", which a backslash protects inside a value. */
export function joinedList(values: readonly string[]): string {
  return values.map((value) => value.replace(/[\\|]/g, '\\$&')).join('|');
}
