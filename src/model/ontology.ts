/**
 * The ontology: entity kinds, relation types, statement modes and modalities.
 *
 * The only place that declares them. TypeScript types, GraphQL enums, Neo4j labels, constraints, the
 * explorer's legend and the terms of the JSON-LD export all derive from these rows. To add a relation
 * type is to add one row here.
 */

export interface EntityKindSpec {
  /** Name of the GraphQL type and of the Neo4j label. */
  readonly typeName: string;
  /** First part of the identifier: `person:kim-il-sung`. */
  readonly idPrefix: string;
  /** One sentence for the API's documentation and the legend. */
  readonly description: string;
  /** CIDOC-CRM class and schema.org type, for the JSON-LD export. */
  readonly cidoc: string;
  readonly schemaOrg: string;
  /** Fill colour in the explorer; all seven keep 3:1 contrast on white and on near-black. */
  readonly colour: string;
  /** Shape in the explorer, so that kinds are told apart without colours too. */
  readonly shape: KindShape;
}

export type KindShape = 'circle' | 'square' | 'diamond' | 'triangle' | 'turned triangle' | 'pentagon' | 'hexagon';

export const entityKinds = {
  PERSON: {
    typeName: 'Person',
    idPrefix: 'person',
    description: 'A named individual.',
    cidoc: 'E21_Person',
    schemaOrg: 'Person',
    colour: '#3b7dd8',
    shape: 'circle',
  },
  ORGANIZATION: {
    typeName: 'Organization',
    idPrefix: 'organization',
    description:
      'A party, party organ, government, ministry, committee, embassy, army, court, factory, institute or alliance.',
    cidoc: 'E74_Group',
    schemaOrg: 'Organization',
    colour: '#c2571a',
    shape: 'square',
  },
  PLACE: {
    typeName: 'Place',
    idPrefix: 'place',
    description: 'A country, province, district, city, named building or site; a country that acts is one too.',
    cidoc: 'E53_Place',
    schemaOrg: 'Place',
    colour: '#2e8b57',
    shape: 'diamond',
  },
  EVENT: {
    typeName: 'Event',
    idPrefix: 'event',
    description: 'A named or dated happening, and the conversation that a document records.',
    cidoc: 'E5_Event',
    schemaOrg: 'Event',
    colour: '#a34fb5',
    shape: 'triangle',
  },
  PUBLICATION: {
    typeName: 'Publication',
    idPrefix: 'publication',
    description: 'A newspaper, journal, book, film or play.',
    cidoc: 'E73_Information_Object',
    schemaOrg: 'CreativeWork',
    colour: '#8a7a1f',
    shape: 'pentagon',
  },
  AGREEMENT: {
    typeName: 'Agreement',
    idPrefix: 'agreement',
    description: 'A treaty, armistice, protocol or named plan.',
    cidoc: 'E73_Information_Object',
    schemaOrg: 'CreativeWork',
    colour: '#0f8f9c',
    shape: 'hexagon',
  },
  GROUP: {
    typeName: 'Group',
    idPrefix: 'group',
    description: 'A collective that speaks or acts without a name of its own.',
    cidoc: 'E74_Group',
    schemaOrg: 'Organization',
    colour: '#c7447a',
    shape: 'turned triangle',
  },
} as const satisfies Record<string, EntityKindSpec>;

/** CIDOC-CRM class and schema.org type of what is no entity. A relation is what a document says, so CRM takes it for a claim. */
export const recordTerms = {
  DOCUMENT: { cidoc: 'E31_Document', schemaOrg: 'ArchiveComponent' },
  RELATION: { cidoc: 'E13_Attribute_Assignment', schemaOrg: 'Role' },
  EVIDENCE: { cidoc: 'E33_Linguistic_Object', schemaOrg: 'Quotation' },
} as const satisfies Record<string, Pick<EntityKindSpec, 'cidoc' | 'schemaOrg'>>;

export type EntityKind = keyof typeof entityKinds;
export const entityKindNames = Object.keys(entityKinds) as readonly EntityKind[];

/** What can act as a power: the agents of `annotation`, in the order of the kinds above. */
const agents = ['PERSON', 'ORGANIZATION', 'PLACE', 'PUBLICATION', 'GROUP'] as const;
const anything = ['PERSON', 'ORGANIZATION', 'PLACE', 'EVENT', 'PUBLICATION', 'AGREEMENT', 'GROUP'] as const;

export interface RelationTypeSpec {
  readonly from: readonly EntityKind[];
  /** `DOCUMENT` is the document itself, which is no entity. */
  readonly to: readonly (EntityKind | 'DOCUMENT')[];
  /** Read between source and target: "Puzanov represents the USSR". */
  readonly forward: string;
  /** Read between target and source: "the USSR is represented by Puzanov". */
  readonly backward: string;
  /** A symmetric relation is stored once, with the smaller id as its source. */
  readonly symmetric: boolean;
  readonly description: string;
  /** CIDOC-CRM property that comes nearest. */
  readonly cidoc: string;
}

export const relationTypes = {
  HOLDS_POSITION: {
    from: ['PERSON'],
    to: ['ORGANIZATION', 'PLACE', 'PUBLICATION'],
    forward: 'holds a position in',
    backward: 'has as office holder',
    symmetric: false,
    description: "Holds or held an office, with its title; an ambassador's target is the country he is sent to.",
    cidoc: 'P107i_is_current_or_former_member_of',
  },
  REPRESENTS: {
    from: ['PERSON', 'ORGANIZATION'],
    to: ['PLACE', 'ORGANIZATION'],
    forward: 'represents',
    backward: 'is represented by',
    symmetric: false,
    description: 'Speaks for a country or a body: a Soviet ambassador represents the Soviet Union.',
    cidoc: 'P107i_is_current_or_former_member_of',
  },
  MEMBER_OF: {
    from: ['PERSON', 'GROUP'],
    to: ['ORGANIZATION', 'GROUP'],
    forward: 'is a member of',
    backward: 'has as member',
    symmetric: false,
    description: 'Belongs to, or headed, a body or a delegation.',
    cidoc: 'P107i_is_current_or_former_member_of',
  },
  PART_OF: {
    from: ['ORGANIZATION'],
    to: ['ORGANIZATION'],
    forward: 'is part of',
    backward: 'has as part',
    symmetric: false,
    description: 'An organ of a larger body: the CPSU CC of the CPSU.',
    cidoc: 'P107i_is_current_or_former_member_of',
  },
  LOCATED_IN: {
    from: ['PLACE', 'ORGANIZATION', 'EVENT'],
    to: ['PLACE'],
    forward: 'is located in',
    backward: 'is the location of',
    symmetric: false,
    description: 'Lies, sits or took place in a place.',
    cidoc: 'P89_falls_within',
  },
  MET_WITH: {
    from: ['PERSON'],
    to: ['PERSON'],
    forward: 'met with',
    backward: 'met with',
    symmetric: true,
    description: 'Present at the same talk or visit.',
    cidoc: 'P11i_participated_in',
  },
  PARTICIPATED_IN: {
    from: ['PERSON', 'ORGANIZATION', 'GROUP'],
    to: ['EVENT'],
    forward: 'participated in',
    backward: 'had as participant',
    symmetric: false,
    description: 'Took part in an event.',
    cidoc: 'P11i_participated_in',
  },
  ORGANIZED: {
    from: ['ORGANIZATION', 'PERSON'],
    to: ['EVENT'],
    forward: 'organized',
    backward: 'was organized by',
    symmetric: false,
    description: 'Held or convened an event: a body and its own plenum, congress or session.',
    cidoc: 'P14i_performed',
  },
  VISITED: {
    from: ['PERSON', 'GROUP', 'ORGANIZATION'],
    to: ['PLACE', 'ORGANIZATION', 'PERSON'],
    forward: 'visited',
    backward: 'was visited by',
    symmetric: false,
    description: 'Went to see a person, a body or a place.',
    cidoc: 'P14i_performed',
  },
  INFORMED: {
    from: agents,
    to: agents,
    forward: 'informed',
    backward: 'was informed by',
    symmetric: false,
    description: 'Told, reported to, briefed, or handed a paper to.',
    cidoc: 'P14i_performed',
  },
  ASKED: {
    from: agents,
    to: agents,
    forward: 'asked',
    backward: 'was asked by',
    symmetric: false,
    description: 'Asked a question of, or requested something of.',
    cidoc: 'P14i_performed',
  },
  PROMISED: {
    from: agents,
    to: agents,
    forward: 'promised',
    backward: 'was promised by',
    symmetric: false,
    description: 'Promised or undertook to do something for.',
    cidoc: 'P14i_performed',
  },
  SUPPORTED: {
    from: agents,
    to: anything,
    forward: 'supported',
    backward: 'was supported by',
    symmetric: false,
    description: 'Approved, endorsed, praised, thanked or helped.',
    cidoc: 'P14i_performed',
  },
  CRITICIZED: {
    from: agents,
    to: anything,
    forward: 'criticized',
    backward: 'was criticized by',
    symmetric: false,
    description: 'Criticised, condemned, opposed or exposed.',
    cidoc: 'P14i_performed',
  },
  AFFILIATED_WITH: {
    from: ['GROUP'],
    to: ['ORGANIZATION', 'PLACE'],
    forward: 'is affiliated with',
    backward: 'has as affiliate',
    symmetric: false,
    description: 'Workers of a factory, residents of a province.',
    cidoc: 'P107i_is_current_or_former_member_of',
  },
  AUTHORED: {
    from: ['PERSON'],
    to: ['DOCUMENT'],
    forward: 'authored',
    backward: 'was authored by',
    symmetric: false,
    description: 'Wrote the document.',
    cidoc: 'P14i_performed',
  },
} as const satisfies Record<string, RelationTypeSpec>;

export type RelationType = keyof typeof relationTypes;
export const relationTypeNames = Object.keys(relationTypes) as readonly RelationType[];

export const statementModes = {
  SAID: 'Said, stressed, noted, expressed.',
  ASKED: 'Asked a question.',
  REPLIED: 'Answered a question.',
  REQUESTED: 'Asked for something to be done.',
  PROMISED: 'Undertook to do something.',
  INFORMED: 'Told, reported, drew attention to.',
  PROPOSED: 'Proposed or suggested.',
  AGREED: 'Agreed, approved, supported.',
  THANKED: 'Thanked.',
  QUOTED: 'Words in quotation marks.',
} as const satisfies Record<string, string>;

export type StatementMode = keyof typeof statementModes;
export const statementModeNames = Object.keys(statementModes) as readonly StatementMode[];

export const modalities = {
  ASSERTED: 'Told as a fact.',
  PLANNED: 'Meant to happen.',
  CONDITIONAL: 'Told under a condition.',
  REPORTED: 'Hearsay: told by somebody whom the document quotes.',
} as const satisfies Record<string, string>;

export type Modality = keyof typeof modalities;
export const modalityNames = Object.keys(modalities) as readonly Modality[];

export const mentionKinds = {
  name: 'By name.',
  title: 'By office, or another description: "the ambassador", "the plenum".',
  pronoun: 'By pronoun: "I", "he", "our Party".',
} as const satisfies Record<string, string>;

export type MentionKind = keyof typeof mentionKinds;
export const mentionKindNames = Object.keys(mentionKinds) as readonly MentionKind[];

/** Whether the ontology lets a relation of this type run between these kinds. */
export function allowsRelation(type: RelationType, source: EntityKind, target: EntityKind | 'DOCUMENT'): boolean {
  const spec: RelationTypeSpec = relationTypes[type];
  return spec.from.includes(source) && spec.to.includes(target);
}
