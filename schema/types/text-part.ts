import type { TextPart } from '../../src/search/text-parts.js';
import { builder } from '../builder.js';

export const TextPartType = builder.objectRef<TextPart>('TextPart').implement({
  description: 'A stretch of a text, marked where it is what was looked for.',
  fields: (t) => ({
    text: t.exposeString('text', { description: 'Its characters; all parts after one another are the whole text.' }),
    isMatch: t.exposeBoolean('isMatch', { description: 'Whether it is what was looked for: to be highlighted.' }),
  }),
});
