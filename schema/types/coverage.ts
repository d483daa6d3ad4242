import type { Coverage, SkippedPassage } from '../../src/model/document-graph.js';
import { builder } from '../builder.js';

const SkippedPassageType = builder.objectRef<SkippedPassage>('SkippedPassage').implement({
  description: 'A passage that was not read.',
  fields: (t) => ({
    start: t.exposeInt('start', { description: 'Where it begins, in UTF-16 code units of the text as received.' }),
    end: t.exposeInt('end', { description: 'Where it ends.' }),
    reason: t.exposeString('reason', { description: 'Why it was left out.' }),
  }),
});

export const CoverageType = builder.objectRef<Coverage>('Coverage').implement({
  description: 'How much of a document gave something; nothing is left out silently.',
  fields: (t) => ({
    sentences: t.exposeInt('sentences', { description: 'Sentences of the body.' }),
    sentencesWithFindings: t.exposeInt('sentencesWithFindings', {
      description: 'Those with at least one mention, relation or statement.',
    }),
    skipped: t.expose('skipped', { type: [SkippedPassageType], description: 'Passages that were not read.' }),
  }),
});
