import { Drawing } from '../../src/drawing/drawing.js';
import type { LayoutName } from '../../src/drawing/layouts.js';
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
import { reads } from '../reads.js';
import { EntityRef, RelationRef } from '../references.js';

/** What is reckoned of a network. */
const drawnReads = reads({ entity: ['id'], relation: ['id', 'source', 'target', 'type', 'weight'] });

/** About how many relations there are for each entity of a network: what `edges` are reckoned at. */
const edgesPerNode = 3;

/** A part of the graph, with what is reckoned of it where somebody asks. */
interface DrawnNetwork extends Subgraph {
  readonly drawing: Drawing;
  readonly layout: LayoutName;
}

export function drawn(subgraph: Subgraph, layout: LayoutName): DrawnNetwork {
  return { ...subgraph, drawing: new Drawing(subgraph), layout };
}

/** What it exposes costs less than what it resolves: there are hundreds. */
interface DrawnEntity extends Pick<EntityRecord, 'id' | 'kind'> {
  readonly label: string;
  readonly entity: EntityRecord;
  readonly network: DrawnNetwork;
}

const NetworkNode = builder.objectRef<DrawnEntity>('NetworkNode').implement({
  description: 'An entity as graph libraries draw it.',
  fields: (t) => ({
    id: t.exposeID('id', { description: "The entity's identifier.", extensions: reads({ entity: ['id'] }) }),
    label: t.exposeString('label', { description: "The entity's name.", extensions: reads({ entity: ['name'] }) }),
    kind: t.expose('kind', {
      type: EntityKindEnum,
      description: 'What it is.',
      extensions: reads({ entity: ['kind'] }),
    }),
    size: t.int({
      description: 'Sum of the weights of its edges in this network.',
      extensions: drawnReads,
      resolve: ({ entity, network }) => network.drawing.size(entity.id),
    }),
    degree: t.int({
      description: 'How many other nodes it is tied to.',
      extensions: drawnReads,
      resolve: ({ entity, network }) => network.drawing.degree(entity.id),
    }),
    betweenness: t.float({
      description:
        'The part of all pairs of other nodes between which it lies on the shortest paths, 0 to 1; direction and weight set aside. Exact up to some thousand nodes; in larger networks paths are followed from a part of them, evenly spread, and `betweennessEstimated` says so.',
      extensions: drawnReads,
      resolve: ({ entity, network }) => network.drawing.betweenness(entity.id),
    }),
    pageRank: t.float({
      description:
        'The part of the time that somebody spends there who follows relations at random, heavier ones more often, symmetric ones both ways, and begins anew anywhere in 15 of 100 steps. All nodes together have 1.',
      extensions: drawnReads,
      resolve: ({ entity, network }) => network.drawing.pageRank(entity.id),
    }),
    community: t.int({
      description: 'Number of its community, found by the Louvain method: 0 is the largest.',
      extensions: drawnReads,
      resolve: ({ entity, network }) => network.drawing.community(entity.id),
    }),
    x: t.float({
      description: 'Its place from left to right. The longer side of the picture goes from -1 to 1.',
      extensions: drawnReads,
      resolve: async ({ entity, network }) => (await network.drawing.place(network.layout, entity.id)).x,
    }),
    y: t.float({
      description: 'Its place on the other side, on the same scale.',
      extensions: drawnReads,
      resolve: async ({ entity, network }) => (await network.drawing.place(network.layout, entity.id)).y,
    }),
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
      extensions: reads({ relation: ['type'] }),
      resolve: ({ type }) => relationTypes[type].forward,
    }),
    weight: t.exposeInt('weight', { description: 'Number of its pieces of evidence.' }),
    relation: t.field({
      type: RelationRef,
      description: 'The relation itself.',
      complexity: wrapperCost,
      extensions: reads({}),
      resolve: (relation) => relation,
    }),
  }),
});

const ThinnedEntityType = builder.objectRef<ThinnedEntity>('ThinnedEntity').implement({
  description: 'An entity that a walk went from without taking in all its neighbours, or the edges to them.',
  fields: (t) => ({
    entity: t.field({
      type: EntityRef,
      description: 'The entity; one of the nodes.',
      complexity: recordCost,
      extensions: reads({}),
      resolve: ({ id }, _args, { loaders }) => loaders.entity(id),
    }),
    neighbours: t.exposeInt('neighbours', {
      description: 'How many neighbours the filter gives it; behind `after`, where the walk began there.',
    }),
    neighboursLeftOut: t.exposeInt('neighboursLeftOut', { description: 'How many of them no edge here leads to.' }),
    relationsLeftOut: t.exposeInt('relationsLeftOut', { description: 'How many relations lead to those.' }),
    after: t.string({
      nullable: true,
      description:
        'Where to go on: `neighbourhood(center: ID, after: THIS)` with the same filter meets the rest, strongest first. Null where not even the strongest is here: ask without `after`.',
      extensions: reads({}),
      resolve: ({ after }) => (after === null ? null : encodeCursor('tie', after)),
    }),
  }),
});

function drawnEntities(network: DrawnNetwork): readonly DrawnEntity[] {
  return network.entities.map((entity) => {
    const { id, name, kind } = entity;
    return { id, label: name, kind, entity, network };
  });
}

interface DrawnCommunity {
  readonly number: number;
  readonly nodeCount: number;
  readonly entity: EntityRecord;
}

const NetworkCommunity = builder.objectRef<DrawnCommunity>('NetworkCommunity').implement({
  description: 'Nodes tied more closely to each other than to the rest.',
  fields: (t) => ({
    number: t.exposeInt('number', {
      description:
        'What `community` of its nodes says. The largest is 0; of equal ones, the one whose first identifier is smallest comes first.',
    }),
    nodeCount: t.exposeInt('nodeCount', { description: 'How many nodes belong to it.' }),
    entity: t.expose('entity', {
      type: EntityRef,
      description: 'The node of it that comes first in the network, to name it by.',
      complexity: wrapperCost,
    }),
  }),
});

async function drawnCommunities({ entities, drawing }: DrawnNetwork): Promise<readonly DrawnCommunity[]> {
  const { sizes } = await drawing.communities();
  const first = new Map<number, EntityRecord>();
  for (const entity of entities) {
    const number = await drawing.community(entity.id);
    if (!first.has(number)) first.set(number, entity);
  }
  return [...sizes].flatMap((nodeCount, number) => {
    const entity = first.get(number);
    return entity ? [{ number, nodeCount, entity }] : [];
  });
}

export const Network = builder.objectRef<DrawnNetwork>('Network').implement({
  description: 'Nodes and edges, ready for graphology, Cytoscape or d3: every edge runs between two of the nodes.',
  fields: (t) => ({
    nodes: t.field({
      type: [NetworkNode],
      description: 'The most important first.',
      complexity: { field: 1, multiplier: 1 },
      extensions: reads({}),
      resolve: drawnEntities,
    }),
    edges: t.field({
      type: [NetworkEdge],
      description: 'The relations between the nodes, in the order of their identifiers.',
      complexity: { field: edgesPerNode, multiplier: edgesPerNode },
      extensions: reads({}),
      resolve: ({ relations }) => relations,
    }),
    truncated: t.exposeBoolean('truncated', {
      description: 'Whether a limit left out entities, or neighbours of those walked from.',
    }),
    edgesTruncated: t.exposeBoolean('edgesTruncated', {
      description: 'Whether `edgeLimit` left out edges between the nodes.',
    }),
    communities: t.field({
      type: [NetworkCommunity],
      description: 'What the nodes fall into by the Louvain method, over ties by weight; the largest first.',
      args: {
        first: t.arg.int({
          required: true,
          defaultValue: limits.defaultCommunities,
          description: `Most rows to give: 1 to ${limits.maxPageSize}.`,
        }),
      },
      extensions: drawnReads,
      resolve: async (network, { first }) => {
        const most = checkedSize('first', first, limits.maxPageSize);
        return (await drawnCommunities(network)).slice(0, most);
      },
    }),
    communityCount: t.int({
      description: 'How many communities there are. A node without an edge is one of its own.',
      extensions: drawnReads,
      resolve: async ({ drawing }) => (await drawing.communities()).sizes.length,
    }),
    modularity: t.float({
      nullable: true,
      description:
        'How much more of the weight lies within communities than chance would put there: near 0 where there is nothing to find, above 0.3 where there is. Null without an edge.',
      extensions: drawnReads,
      resolve: async ({ drawing }) => (await drawing.communities()).modularity,
    }),
    betweennessEstimated: t.boolean({
      description:
        'Whether `betweenness` of the nodes is an estimate, since the network is too large to follow all paths.',
      extensions: drawnReads,
      resolve: ({ drawing }) => drawing.isEstimate(),
    }),
    thinned: t.field({
      type: [ThinnedEntityType],
      description:
        'Of a neighbourhood: the entities of which edges to neighbours are missing, those that lack most first.',
      args: {
        first: t.arg.int({
          required: true,
          defaultValue: limits.defaultThinned,
          description: `Most rows to give: 1 to ${limits.maxPageSize}.`,
        }),
      },
      extensions: reads({}),
      resolve: ({ thinned = [] }, { first }) => thinned.slice(0, checkedSize('first', first, limits.maxPageSize)),
    }),
    thinnedCount: t.int({
      description: 'Of a neighbourhood: how many entities there are of which edges to neighbours are missing.',
      extensions: reads({}),
      resolve: ({ thinned = [] }) => thinned.length,
    }),
  }),
});
