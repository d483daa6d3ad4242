import type { ArchivalReference } from '../../src/model/document-graph.js';
import { builder } from '../builder.js';

const parts = {
  archive: 'The archive.',
  fond: 'Its record group.',
  opis: 'The inventory in the fond.',
  papka: 'The folder.',
  delo: 'The file.',
  listy: 'The sheets.',
} as const satisfies Record<keyof ArchivalReference, string>;

export const ArchivalReferenceType = builder.objectRef<ArchivalReference>('ArchivalReference').implement({
  description: 'Where an archive keeps a document. Soviet archives count fond, opis, papka, delo, listy.',
  fields: (t) => {
    const part = (name: keyof ArchivalReference) =>
      t.string({ nullable: true, description: parts[name], resolve: (reference) => reference[name] ?? null });
    return {
      archive: part('archive'),
      fond: part('fond'),
      opis: part('opis'),
      papka: part('papka'),
      delo: part('delo'),
      listy: part('listy'),
    };
  },
});
