import { type Coordinates, parseCoordinates } from '../../src/model/coordinates.js';
import { builder } from '../builder.js';
import { entityObject } from './entity-object.js';
import { relatedEntities } from './related-entities.js';

const CoordinatesRef = builder.objectRef<Coordinates>('Coordinates').implement({
  description: 'A point on the earth, WGS 84.',
  fields: (t) => ({
    latitude: t.exposeFloat('latitude', { description: 'Degrees, north positive.' }),
    longitude: t.exposeFloat('longitude', { description: 'Degrees, east positive.' }),
  }),
});

entityObject('PLACE', (t) => ({
  coordinates: t.field({
    type: CoordinatesRef,
    nullable: true,
    description: 'Where it lies; of a country or a province, a point inside it. Null where no gazetteer told.',
    resolve: ({ coordinates }) => (coordinates === null ? null : parseCoordinates(coordinates)),
  }),
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
