import { parseCoordinates } from '../model/coordinates.js';
import { relationTypes } from '../model/ontology.js';
import type { DocumentRecord, EntityRecord } from '../model/records.js';
import { edgeLabel, printedReference } from './attributes.js';
import type { ExportFormat } from './export-format.js';
import type { ExportedEdge, ExportedNode } from './exported-graph.js';
import { entityTypes, jsonldContext, recordTypes, vocabulary } from './jsonld-context.js';
import { printedJson } from './plain-text.js';

/** JSON-LD reads `null` as "not said", and so does this file: such fields are left out. */
type Fields = Readonly<Record<string, unknown>>;

function said(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0)),
  );
}

function entityObject(record: EntityRecord): Fields {
  const point = record.coordinates === null ? null : parseCoordinates(record.coordinates);
  return {
    '@id': record.id,
    '@type': entityTypes(record.kind),
    name: record.name,
    aliases: record.aliases,
    description: record.description,
    authority: record.authority,
    candidates: record.candidates,
    geo: point && { '@type': 'schema:GeoCoordinates', ...point },
    mentionCount: record.mentionCount,
    firstDate: record.firstDate,
    lastDate: record.lastDate,
    startDate: record.date,
    endDate: record.endDate,
    duration: record.duration,
  };
}

function documentObject(record: DocumentRecord): Fields {
  return {
    '@id': record.id,
    '@type': recordTypes('DOCUMENT'),
    name: record.title,
    description: record.summary,
    dateCreated: record.date,
    archivalReference: printedReference(record),
    citation: record.citation,
    url: record.url,
  };
}

function nodeObject(node: ExportedNode): Fields {
  return said(node.type === 'entity' ? entityObject(node.record) : documentObject(node.record));
}

/**
 * A relation is what a document says, planned or heard of perhaps; so it is a claim with its words and its source
 * (CIDOC-CRM's attribute assignment), and never a bare triple.
 */
function edgeObject(edge: ExportedEdge): Fields {
  const { relation, evidence, document } = edge;
  return said({
    '@id': relation.id,
    '@type': recordTypes('RELATION'),
    source: relation.source,
    property: [`dg:${relation.type}`, `crm:${relationTypes[relation.type].cidoc}`],
    target: relation.target,
    label: edgeLabel(edge),
    title: relation.title,
    modality: `dg:${relation.modality}`,
    date: relation.date,
    weight: relation.weight,
    documentedIn: { '@id': document.id, name: document.title },
    supportedBy: {
      '@id': evidence.id,
      '@type': recordTypes('EVIDENCE'),
      quote: evidence.quote,
      partOf: document.id,
      start: evidence.start,
      end: evidence.end,
    },
  });
}

/** @see https://www.w3.org/TR/json-ld11/ */
export const jsonld: ExportFormat = {
  name: 'jsonld',
  fileName: 'diplograph.jsonld',
  mediaType: 'application/ld+json',
  async *write(graph) {
    const terms = vocabulary.map((term) => printedJson(term)).join(',\n');
    yield `{"@context":${printedJson(jsonldContext)},"@graph":[\n${terms}`;
    for await (const page of graph.nodes()) yield page.map((node) => `,\n${printedJson(nodeObject(node))}`).join('');
    for await (const page of graph.edges()) yield page.map((edge) => `,\n${printedJson(edgeObject(edge))}`).join('');
    yield '\n]}\n';
  },
};
