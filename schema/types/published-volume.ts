import type { PublishedVolume } from '../../src/model/document-graph.js';
import { builder } from '../builder.js';

export const PublishedVolumeType = builder.objectRef<PublishedVolume>('PublishedVolume').implement({
  description: 'A volume of documents, as its title page tells.',
  fields: (t) => {
    const part = (name: 'publisher' | 'place' | 'year' | 'isbn' | 'number', description: string) =>
      t.string({ nullable: true, description, resolve: (volume) => volume[name] ?? null });
    return {
      title: t.exposeString('title', { description: 'Its whole title, with series and number.' }),
      editors: t.exposeStringList('editors', { description: 'Who edited it.' }),
      seriesEditors: t.exposeStringList('seriesEditors', { description: 'Who edited the series.' }),
      publisher: part('publisher', 'Who published it.'),
      place: part('place', 'Where.'),
      year: part('year', 'When.'),
      isbn: part('isbn', 'Its ISBN.'),
      number: part('number', 'Number of the document in it.'),
    };
  },
});
