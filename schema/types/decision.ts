import { DecisionVerdictEnum } from '../enums.js';
import { DecisionRef } from '../references.js';

DecisionRef.implement({
  description: "A person's word on two identities. It outlives re-ingests; undone, it stays to be read.",
  fields: (t) => ({
    id: t.exposeID('id', { description: 'In the order in which decisions were made: "decision:00000001".' }),
    verdict: t.expose('verdict', { type: DecisionVerdictEnum, description: 'What was decided.' }),
    left: t.exposeID('left', { description: 'The identity whose identifier comes first.' }),
    right: t.exposeID('right', { description: 'The other one.' }),
    by: t.exposeString('by', { description: 'Who decided.' }),
    at: t.exposeString('at', { description: 'When: ISO 8601, UTC.' }),
    note: t.exposeString('note', { nullable: true, description: 'Why.' }),
    undoneBy: t.exposeString('undoneBy', { nullable: true, description: 'Who took it back.' }),
    undoneAt: t.exposeString('undoneAt', { nullable: true, description: 'When it was taken back.' }),
  }),
});
