import { relationTypes } from '../../src/model/ontology.js';
import type { EntityRecord, RelationRecord } from '../../src/model/records.js';
import type { Subgraph } from '../../src/store/graph-store.js';
import type { ThinnedEntity } from '../../src/store/graph-walks.js';
import { builder } from '../builder.js';
import { checkedSize } from '../connection.js';
import { encodeCursor } from '../cursor.js';
import { EntityKindEnum, RelationTypeEnum } from '../enums.js';
import { limits } from '../limits.js';
import { recordCost, wrapperCost } from '../query-cost.js';
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

const ThinnedEntityType = builder.objectRef<ThinnedEntity>('ThinnedEntity').implement({
  description: 'An entity that a walk went from without taking in all its neighbours.',
  fields: (t) => ({
    entity: t.field({
      type: EntityRef,
      description: 'The entity; one of the nodes.',
      complexity: recordCost,
      resolve: ({ id }, _args, { loaders }) => loaders.entity(id),
    }),
    neighbours: t.exposeInt('neighbours', {
      description: 'How many neighbours the filter gives it; behind `after`, where the walk began there.',
    }),
    neighboursLeftOut: t.exposeInt('neighboursLeftOut', { description: 'How many of them are not among the nodes.' }),
    relationsLeftOut: t.exposeInt('relationsLeftOut', { description: 'How many relations lead to those.' }),
    after: t.string({
      nullable: true,
      description:
        'Where to go on: `neighbourhood(center: ID, after: THIS)` with the same filter meets the rest, strongest first. Null where not even the strongest is here: ask without `after`.',
      resolve: ({ after }) => (after === null ? null : encodeCursor('tie', after)),
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
    truncated: t.exposeBoolean('truncated', { description: 'Whether a limit cut something off.' }),
    thinned: t.field({
      type: [ThinnedEntityType],
      description: 'Of a neighbourhood: the entities of which not all neighbours are here, those that lack most first.',
      args: {
        first: t.arg.int({
          required: true,
          defaultValue: limits.defaultThinned,
          description: `Most rows to give: 1 to ${limits.maxPageSize}.`,
        }),
      },
      resolve: ({ thinned = [] }, { first }) => thinned.slice(0, checkedSize('first', first, limits.maxPageSize)),
    }),
    thinnedCount: t.int({
      description: 'Of a neighbourhood: how many entities there are of which not all neighbours are here.',
      resolve: ({ thinned = [] }) => thinned.length,
    }),
  }),
});
