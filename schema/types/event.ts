import { PartialDateScalar } from '../partial-date-scalar.js';
import { entityObject } from './entity-object.js';
import { relatedEntities } from './related-entities.js';

entityObject('EVENT', (t) => ({
  date: t.expose('date', { type: PartialDateScalar, nullable: true, description: 'Its date, or its first day.' }),
  endDate: t.expose('endDate', { type: PartialDateScalar, nullable: true, description: 'The last day of a range.' }),
  duration: t.exposeString('duration', {
    nullable: true,
    description: 'How long it took, as ISO 8601 writes it.',
  }),
  participants: relatedEntities(t, { type: 'PARTICIPATED_IN', direction: 'IN', description: 'Who took part in it.' }),
  organizers: relatedEntities(t, { type: 'ORGANIZED', direction: 'IN', description: 'Who held or convened it.' }),
  places: relatedEntities(t, { type: 'LOCATED_IN', direction: 'OUT', description: 'Where it took place.' }),
}));
