import {
  type EntityKind,
  entityKindNames,
  entityKinds,
  modalities,
  modalityNames,
  type RelationTypeSpec,
  recordTerms,
  relationTypeNames,
  relationTypes,
} from '../model/ontology.js';

/** Terms of this project, of the CIDOC Conceptual Reference Model and of schema.org, as the ontology ties them together. */

/** Identifiers are compact IRIs: `person:kim-il-sung` is `urn:diplograph:person:kim-il-sung`. */
const prefixes = [...entityKindNames.map((kind) => entityKinds[kind].idPrefix), 'document', 'relation', 'evidence'];

const reference = { '@type': '@id' } as const;
const set = { '@container': '@set' } as const;

/** In the file itself: a reader needs no network, and no server of ours. */
export const jsonldContext = {
  '@version': 1.1,
  crm: 'http://www.cidoc-crm.org/cidoc-crm/',
  schema: 'https://schema.org/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  owl: 'http://www.w3.org/2002/07/owl#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dg: 'urn:diplograph:ontology:',
  ...Object.fromEntries(prefixes.map((prefix) => [prefix, `urn:diplograph:${prefix}:`])),
  label: 'rdfs:label',
  comment: 'rdfs:comment',
  subClassOf: { '@id': 'rdfs:subClassOf', ...reference },
  closeMatch: { '@id': 'skos:closeMatch', ...reference },
  name: 'schema:name',
  aliases: { '@id': 'schema:alternateName', ...set },
  description: 'schema:description',
  authority: 'schema:identifier',
  candidates: { '@id': 'dg:candidate', ...set },
  geo: 'schema:geo',
  latitude: 'schema:latitude',
  longitude: 'schema:longitude',
  mentionCount: 'dg:mentionCount',
  firstDate: 'dg:firstDate',
  lastDate: 'dg:lastDate',
  startDate: 'schema:startDate',
  endDate: 'schema:endDate',
  duration: 'schema:duration',
  dateCreated: 'schema:dateCreated',
  archivalReference: 'schema:itemLocation',
  citation: 'schema:citation',
  url: 'schema:url',
  source: { '@id': 'crm:P140_assigned_attribute_to', ...reference },
  target: { '@id': 'crm:P141_assigned', ...reference },
  property: { '@id': 'crm:P177_assigned_property_of_type', ...reference },
  documentedIn: { '@id': 'crm:P70i_is_documented_in', ...reference },
  weight: 'dg:weight',
  modality: { '@id': 'dg:modality', ...reference },
  title: 'schema:roleName',
  date: 'schema:temporalCoverage',
  supportedBy: { '@id': 'dg:supportedBy', ...reference },
  quote: 'schema:text',
  partOf: { '@id': 'schema:isPartOf', ...reference },
  // In UTF-16 code units, so not the terms of Web Annotation, which count code points.
  start: 'dg:start',
  end: 'dg:end',
} as const;

export function entityTypes(kind: EntityKind): readonly string[] {
  const { typeName, cidoc, schemaOrg } = entityKinds[kind];
  return [`dg:${typeName}`, `crm:${cidoc}`, `schema:${schemaOrg}`];
}

export function recordTypes(record: keyof typeof recordTerms): readonly string[] {
  const { cidoc, schemaOrg } = recordTerms[record];
  return [`crm:${cidoc}`, `schema:${schemaOrg}`];
}

/** What the file says of its own terms: kinds under their CIDOC-CRM and schema.org classes, relation types beside the nearest property. */
export const vocabulary: readonly Readonly<Record<string, unknown>>[] = [
  ...entityKindNames.map((kind) => {
    const [id, ...classes] = entityTypes(kind);
    const { typeName, description } = entityKinds[kind];
    return { '@id': id, '@type': 'rdfs:Class', label: typeName, comment: description, subClassOf: classes };
  }),
  ...relationTypeNames.map((type) => {
    const { forward, description, symmetric, cidoc }: RelationTypeSpec = relationTypes[type];
    return {
      '@id': `dg:${type}`,
      '@type': symmetric ? ['rdf:Property', 'owl:SymmetricProperty'] : 'rdf:Property',
      label: forward,
      comment: description,
      closeMatch: `crm:${cidoc}`,
    };
  }),
  ...modalityNames.map((modality) => ({ '@id': `dg:${modality}`, label: modality, comment: modalities[modality] })),
];
