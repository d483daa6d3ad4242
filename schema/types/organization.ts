import { entityObject } from './entity-object.js';
import { relatedEntities } from './related-entities.js';

entityObject('ORGANIZATION', (t) => ({
  partOf: relatedEntities(t, {
    type: 'PART_OF',
    direction: 'OUT',
    description: 'Larger bodies of which it is an organ.',
  }),
  parts: relatedEntities(t, { type: 'PART_OF', direction: 'IN', description: 'Its organs.' }),
  members: relatedEntities(t, {
    type: 'MEMBER_OF',
    direction: 'IN',
    description: 'Persons and groups that belong to it.',
  }),
  officeHolders: relatedEntities(t, {
    type: 'HOLDS_POSITION',
    direction: 'IN',
    description: 'Persons who hold or held an office in it; the title is that of the relation.',
  }),
  representatives: relatedEntities(t, {
    type: 'REPRESENTS',
    direction: 'IN',
    description: 'Persons and bodies that speak for it.',
  }),
  places: relatedEntities(t, { type: 'LOCATED_IN', direction: 'OUT', description: 'Where it sits.' }),
  organized: relatedEntities(t, {
    type: 'ORGANIZED',
    direction: 'OUT',
    description: 'Events that it held or convened.',
  }),
}));
