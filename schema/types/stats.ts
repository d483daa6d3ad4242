import type { StoreStats } from '../../src/store/graph-store.js';
import { builder } from '../builder.js';
import { EntityKindEnum, RelationTypeEnum } from '../enums.js';

export const KindCount = builder.objectRef<StoreStats['entitiesByKind'][number]>('EntityKindCount').implement({
  description: 'Number of entities of one kind.',
  fields: (t) => ({
    kind: t.expose('kind', { type: EntityKindEnum, description: 'The kind.' }),
    count: t.exposeInt('count', { description: 'How many there are.' }),
  }),
});

export const TypeCount = builder.objectRef<StoreStats['relationsByType'][number]>('RelationTypeCount').implement({
  description: 'Number of relations of one type.',
  fields: (t) => ({
    type: t.expose('type', { type: RelationTypeEnum, description: 'The type.' }),
    count: t.exposeInt('count', { description: 'How many there are.' }),
  }),
});

export const Stats = builder.objectRef<StoreStats>('Stats').implement({
  description: 'How much the store holds.',
  fields: (t) => ({
    documents: t.exposeInt('documents', { description: 'Number of documents.' }),
    entities: t.exposeInt('entities', { description: 'Number of entities.' }),
    relations: t.exposeInt('relations', { description: 'Number of relations.' }),
    statements: t.exposeInt('statements', { description: 'Number of statements.' }),
    mentions: t.exposeInt('mentions', { description: 'Number of mentions.' }),
    evidence: t.exposeInt('evidence', { description: 'Number of pieces of evidence.' }),
    entitiesByKind: t.expose('entitiesByKind', {
      type: [KindCount],
      description: 'Every kind, with 0 where there is none.',
    }),
    relationsByType: t.expose('relationsByType', {
      type: [TypeCount],
      description: 'Every type, with 0 where there is none.',
    }),
  }),
});
