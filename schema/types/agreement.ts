import { entityObject } from './entity-object.js';
import { relatedEntities } from './related-entities.js';

entityObject('AGREEMENT', (t) => ({
  supporters: relatedEntities(t, { type: 'SUPPORTED', direction: 'IN', description: 'Who approved of it.' }),
  critics: relatedEntities(t, { type: 'CRITICIZED', direction: 'IN', description: 'Who criticised or opposed it.' }),
}));
