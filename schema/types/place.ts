import { entityObject } from './entity-object.js';
import { relatedEntities } from './related-entities.js';

entityObject('PLACE', (t) => ({
  within: relatedEntities(t, { type: 'LOCATED_IN', direction: 'OUT', description: 'Larger places in which it lies.' }),
  contains: relatedEntities(t, {
    type: 'LOCATED_IN',
    direction: 'IN',
    kinds: ['PLACE'],
    description: 'Places that lie in it.',
  }),
  organizations: relatedEntities(t, {
    type: 'LOCATED_IN',
    direction: 'IN',
    kinds: ['ORGANIZATION'],
    description: 'Bodies that sit in it.',
  }),
  events: relatedEntities(t, {
    type: 'LOCATED_IN',
    direction: 'IN',
    kinds: ['EVENT'],
    description: 'Events that took place in it.',
  }),
  representatives: relatedEntities(t, {
    type: 'REPRESENTS',
    direction: 'IN',
    description: 'Persons and bodies that speak for it.',
  }),
  visitors: relatedEntities(t, { type: 'VISITED', direction: 'IN', description: 'Who went there.' }),
}));
