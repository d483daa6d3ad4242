import { entityObject } from './entity-object.js';
import { relatedEntities } from './related-entities.js';

entityObject('GROUP', (t) => ({
  affiliations: relatedEntities(t, {
    type: 'AFFILIATED_WITH',
    direction: 'OUT',
    description: 'Bodies and places that it belongs to: the factory of its workers, the province of its residents.',
  }),
  memberOf: relatedEntities(t, { type: 'MEMBER_OF', direction: 'OUT', description: 'Bodies to which it belongs.' }),
  members: relatedEntities(t, {
    type: 'MEMBER_OF',
    direction: 'IN',
    description: 'Persons and groups that belong to it.',
  }),
  attended: relatedEntities(t, {
    type: 'PARTICIPATED_IN',
    direction: 'OUT',
    description: 'Events in which it took part.',
  }),
}));
