import { PartialDateScalar } from '../partial-date-scalar.js';
import { reads } from '../reads.js';
import { EvidenceRef, NodeRef } from '../references.js';
import { passageFields } from './passage-fields.js';

EvidenceRef.implement({
  description: 'A passage that supports a relation or a statement.',
  interfaces: [NodeRef],
  fields: (t) => ({
    id: t.exposeID('id', { description: 'Follows from the document, the place and the claim.' }),
    claim: t.field({
      type: NodeRef,
      description: 'The relation or statement that it supports.',
      extensions: reads({ evidence: ['claim'] }),
      resolve: ({ claim }, _args, { loaders }, info) => loaders.named(claim, info),
    }),
    quote: t.exposeString('quote', { description: 'The words of the document.' }),
    ...passageFields(t, 'evidence'),
    date: t.expose('date', {
      type: PartialDateScalar,
      nullable: true,
      description: 'When what it tells happened; else the date of the entry or of the document.',
    }),
    extractor: t.exposeString('extractor', {
      description: 'What found it: "rules", or "llm:" and the name of a language model.',
    }),
    rule: t.exposeString('rule', { description: 'Name of the rule that found it.' }),
    confidence: t.exposeFloat('confidence', { description: 'From 0 to 1.' }),
  }),
});
