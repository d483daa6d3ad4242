import { type RelationTypeSpec, relationTypes } from '../../src/model/ontology.js';
import { connection } from '../connection.js';
import { EvidenceConnection } from '../connection-types.js';
import { ModalityEnum, RelationTypeEnum } from '../enums.js';
import { PartialDateScalar } from '../partial-date-scalar.js';
import { askedRecords } from '../read-ahead.js';
import { reads } from '../reads.js';
import { EntityRef, EvidenceRef, NodeRef, RelationRef } from '../references.js';

RelationRef.implement({
  description: 'A tie between two entities, unique for its type, ends, title and modality.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Readable and stable.' }),
    type: t.expose('type', { type: RelationTypeEnum, description: 'How the two are tied.' }),
    label: t.string({
      description: 'The type as words between source and target.',
      extensions: reads({ relation: ['type'] }),
      resolve: ({ type }) => relationTypes[type].forward,
    }),
    backwardLabel: t.string({
      description: 'The type as words between target and source.',
      extensions: reads({ relation: ['type'] }),
      resolve: ({ type }) => relationTypes[type].backward,
    }),
    symmetric: t.boolean({
      description: 'Whether it runs both ways; the source is then the end with the smaller identifier.',
      extensions: reads({ relation: ['type'] }),
      resolve: ({ type }) => (relationTypes[type] satisfies RelationTypeSpec).symmetric,
    }),
    source: t.field({
      type: EntityRef,
      description: 'Where it begins.',
      extensions: reads({ relation: ['source'] }),
      resolve: ({ source }, _args, { loaders }, info) => loaders.entity(source, info),
    }),
    target: t.field({
      type: NodeRef,
      description: 'Where it ends: an entity, or the document that somebody authored.',
      extensions: reads({ relation: ['target'] }),
      resolve: ({ target }, _args, { loaders }, info) => loaders.named(target, info),
    }),
    title: t.exposeString('title', { nullable: true, description: 'The office, where it is one.' }),
    modality: t.expose('modality', { type: ModalityEnum, description: 'Whether it is told as a fact.' }),
    date: t.expose('date', {
      type: PartialDateScalar,
      nullable: true,
      description: 'Earliest date of its evidence.',
    }),
    weight: t.exposeInt('weight', { description: 'Number of its pieces of evidence.' }),
    evidence: t.connection(
      {
        type: EvidenceRef,
        description: 'The passages that support it; by date, undated last.',
        extensions: reads({ relation: ['id'] }),
        resolve: ({ id }, args, { loaders }, info) =>
          connection('evidence', args, (page) => loaders.evidence(id, null, page, askedRecords(info))),
      },
      EvidenceConnection,
    ),
  }),
});
