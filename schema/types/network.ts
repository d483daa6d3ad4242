import { relationTypes } from '../../src/model/ontology.js';
import type { EntityRecord, RelationRecord } from '../../src/model/records.js';
import type { Subgraph } from '../../src/store/graph-store.js';
import { builder } from '../builder.js';
import { EntityKindEnum, RelationTypeEnum } from '../enums.js';
import { wrapperCost } from '../query-cost.js';
import { EntityRef, RelationRef } from '../references.js';

/** About how many relations there are for each entity of a network: what `edges` are reckoned at. */
const edgesPerNode = 3;

interface SizedEntity {
  readonly entity: EntityRecord;
  readonly size: number;
}

const NetworkNode = builder.objectRef<SizedEntity>('NetworkNode').implement({
  description: 'An entity as graph libraries draw it.',
  fields: (t) => ({
    id: t.id({ description: "The entity's identifier.", resolve: ({ entity }) => entity.id }),
    label: t.string({ description: "The entity's name.", resolve: ({ entity }) => entity.name }),
    kind: t.field({ type: EntityKindEnum, description: 'What it is.', resolve: ({ entity }) => entity.kind }),
    size: t.exposeInt('size', { description: 'Sum of the weights of its edges in this network.' }),
    entity: t.expose('entity', { type: EntityRef, description: 'The entity itself.', complexity: wrapperCost }),
  }),
});

const NetworkEdge = builder.objectRef<RelationRecord>('NetworkEdge').implement({
  description: 'A relation as graph libraries draw it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: "The relation's identifier." }),
    source: t.exposeID('source', { description: 'Identifier of the node where it begins.' }),
    target: t.exposeID('target', { description: 'Identifier of the node where it ends.' }),
    type: t.expose('type', { type: RelationTypeEnum, description: 'How the two are tied.' }),
    label: t.string({
      description: 'The type as words between source and target.',
      resolve: ({ type }) => relationTypes[type].forward,
    }),
    weight: t.exposeInt('weight', { description: 'Number of its pieces of evidence.' }),
    relation: t.field({
      type: RelationRef,
      description: 'The relation itself.',
      complexity: wrapperCost,
      resolve: (relation) => relation,
    }),
  }),
});

function sized({ entities, relations }: Subgraph): readonly SizedEntity[] {
  const sizes = new Map<string, number>();
  for (const { source, target, weight } of relations) {
    for (const end of new Set([source, target])) sizes.set(end, (sizes.get(end) ?? 0) + weight);
  }
  return entities.map((entity) => ({ entity, size: sizes.get(entity.id) ?? 0 }));
}

export const Network = builder.objectRef<Subgraph>('Network').implement({
  description: 'Nodes and edges, ready for graphology, Cytoscape or d3: every edge runs between two of the nodes.',
  fields: (t) => ({
    nodes: t.field({
      type: [NetworkNode],
      description: 'The most important first.',
      complexity: { field: 1, multiplier: 1 },
      resolve: sized,
    }),
    edges: t.field({
      type: [NetworkEdge],
      description: 'The relations between the nodes, in the order of their identifiers.',
      complexity: { field: edgesPerNode, multiplier: edgesPerNode },
      resolve: ({ relations }) => relations,
    }),
    truncated: t.exposeBoolean('truncated', { description: 'Whether the limit cut something off.' }),
  }),
});
