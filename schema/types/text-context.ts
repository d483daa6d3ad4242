import { BadArgumentError } from '../../src/errors.js';
import { builder } from '../builder.js';
import { limits } from '../limits.js';
import type { Loaders } from '../loaders.js';

interface ContextParts {
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

export const TextContext = builder.objectRef<ContextParts>('TextContext').implement({
  description: 'A passage with the text around it: `before`, `text` and `after` follow one another in the document.',
  fields: (t) => ({
    before: t.exposeString('before', { description: 'The text before the passage.' }),
    text: t.exposeString('text', { description: 'The passage.' }),
    after: t.exposeString('after', { description: 'The text after the passage.' }),
  }),
});

/** Moves a cut that would fall inside a surrogate pair to the side of the passage. */
function isInsidePair(text: string, cut: number): boolean {
  return cut > 0 && /[\ud800-\udbff]/.test(text.charAt(cut - 1)) && /[\udc00-\udfff]/.test(text.charAt(cut));
}

export async function contextOf(
  loaders: Loaders,
  { document, start, end }: { readonly document: string; readonly start: number; readonly end: number },
  characters: number | null | undefined,
): Promise<ContextParts> {
  const size = characters ?? limits.defaultContextCharacters;
  if (size < 0 || size > limits.maxContextCharacters) {
    throw new BadArgumentError(
      `characters is ${size}; it must be from 0 to ${limits.maxContextCharacters}.`,
      'Read text of the document where more is wanted.',
    );
  }
  const text = await loaders.text(document);
  const from = Math.max(0, start - size);
  const to = Math.min(text.length, end + size);
  return {
    before: text.slice(isInsidePair(text, from) ? from + 1 : from, start),
    text: text.slice(start, end),
    after: text.slice(end, isInsidePair(text, to) ? to - 1 : to),
  };
}
