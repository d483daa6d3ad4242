import { entityObject } from './entity-object.js';
import { relatedEntities } from './related-entities.js';

entityObject('PUBLICATION', (t) => ({
  officeHolders: relatedEntities(t, {
    type: 'HOLDS_POSITION',
    direction: 'IN',
    description: 'Its editors and staff; the title is that of the relation.',
  }),
  supported: relatedEntities(t, {
    type: 'SUPPORTED',
    direction: 'OUT',
    description: 'What it approved of or praised.',
  }),
  criticized: relatedEntities(t, {
    type: 'CRITICIZED',
    direction: 'OUT',
    description: 'What it criticised or condemned.',
  }),
}));
