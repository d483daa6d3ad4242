import { recordCost } from '../query-cost.js';
import { CommonNeighbourRef, EntityRef } from '../references.js';

CommonNeighbourRef.implement({
  description: 'An entity that is tied to several others.',
  fields: (t) => ({
    entity: t.expose('entity', { type: EntityRef, description: 'The entity.', complexity: recordCost }),
    tiedTo: t.exposeInt('tiedTo', { description: 'How many of those asked for it is tied to.' }),
    weight: t.exposeInt('weight', {
      description: 'Sum of the weights of its relations to them; connectionsBetween gives these.',
    }),
  }),
});
