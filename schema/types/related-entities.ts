import type { EntityKind, RelationType } from '../../src/model/ontology.js';
import type { EntityRecord, RelationRecord } from '../../src/model/records.js';
import { builder, type FieldsOf } from '../builder.js';
import { connection } from '../connection.js';
import { ModalityEnum } from '../enums.js';
import { evidenceArgs, evidenceFilter } from '../filter-args.js';
import { recordCost, wrapperCost } from '../query-cost.js';
import { reads } from '../reads.js';
import { EntityRef, RelationRef } from '../references.js';

interface RelatedEntityEdge {
  /** From where one looks: the node is the other end. */
  readonly owner: string;
  readonly edge: { readonly node: RelationRecord; readonly cursor: string };
}

interface RelatedEntityPage {
  readonly edges: readonly RelatedEntityEdge[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

function otherEnd({ owner, edge: { node } }: RelatedEntityEdge): string {
  return node.source === owner ? node.target : node.source;
}

/** Not made by the Relay plugin, which wants the nodes loaded before anybody has asked for them. */
const RelatedEntityEdgeRef = builder.objectRef<RelatedEntityEdge>('RelatedEntityEdge').implement({
  description: 'One of a page of related entities.',
  fields: (t) => ({
    node: t.field({
      type: EntityRef,
      description: 'The entity at the other end.',
      complexity: recordCost,
      extensions: reads({ relation: ['source', 'target'] }),
      resolve: (edge, _args, { loaders }) => loaders.entity(otherEnd(edge)),
    }),
    relation: t.field({
      type: RelationRef,
      description: 'What ties the two, with its evidence.',
      complexity: wrapperCost,
      extensions: reads({}),
      resolve: ({ edge }) => edge.node,
    }),
    cursor: t.string({
      description: 'Place of the relation in this order, for `after` and `before`.',
      extensions: reads({}),
      resolve: ({ edge }) => edge.cursor,
    }),
  }),
});

const RelatedEntityConnection = builder.objectRef<RelatedEntityPage>('RelatedEntityConnection').implement({
  description: 'A page of entities tied by relations of one type.',
  fields: (t) => ({
    edges: t.field({
      type: [RelatedEntityEdgeRef],
      description: 'The entities of this page, each with its relation and cursor.',
      complexity: wrapperCost,
      extensions: reads({}),
      resolve: ({ edges }) => edges,
    }),
    nodes: t.field({
      type: [EntityRef],
      description:
        'The entities of this page. One stands here once for each relation: twice for two offices in one body.',
      complexity: recordCost,
      extensions: reads({ relation: ['source', 'target'] }),
      resolve: ({ edges }, _args, { loaders }) => edges.map((edge) => loaders.entity(otherEnd(edge))),
    }),
    pageInfo: t.expose('pageInfo', {
      type: builder.pageInfoRef(),
      description: 'Where this page stands.',
      complexity: wrapperCost,
    }),
  }),
});

export interface RelatedEntities {
  readonly type: RelationType;
  /** Left out for symmetric relations. */
  readonly direction?: 'OUT' | 'IN';
  /** Kinds of the other end, where the type allows more than the field speaks of. */
  readonly kinds?: readonly EntityKind[];
  readonly description: string;
}

/** A field that reads relations of one type as the entities at their other end. */
export function relatedEntities(t: FieldsOf<EntityRecord>, { type, direction, kinds, description }: RelatedEntities) {
  return t.field({
    type: RelatedEntityConnection,
    description: `${description} In the order of the relations' identifiers.`,
    args: {
      modality: t.arg({ type: [ModalityEnum], description: 'Only what is told in one of these ways.' }),
      ...evidenceArgs(t.arg),
      ...t.arg.connectionArgs(),
    },
    extensions: reads({ entity: ['id'] }),
    resolve: async ({ id }, args, { loaders }) => {
      const filter = { types: [type], direction, kinds, modality: args.modality ?? undefined, ...evidenceFilter(args) };
      const page = await connection('relation', args, (request) => loaders.relations(id, filter, request));
      return { pageInfo: page.pageInfo, edges: page.edges.map((edge) => ({ owner: id, edge })) };
    },
  });
}
