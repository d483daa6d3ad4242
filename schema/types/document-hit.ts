import { snippetRange } from '../../src/search/snippet.js';
import { textParts } from '../../src/search/text-parts.js';
import type { DocumentHit } from '../../src/store/graph-search.js';
import { builder } from '../builder.js';
import { checkedSize } from '../connection.js';
import { limits } from '../limits.js';
import { wrapperCost } from '../query-cost.js';
import { DocumentRef } from '../references.js';
import { hitConnection } from './hit-connection.js';
import { SnippetType } from './passage-hit.js';
import { TextPartType } from './text-part.js';

const DocumentHitType = builder.objectRef<DocumentHit>('DocumentHit').implement({
  description: 'A document that answers a search.',
  fields: (t) => ({
    document: t.expose('document', { type: DocumentRef, description: 'The document.', complexity: wrapperCost }),
    score: t.exposeFloat('score', {
      description: 'From 0 to 1: a half for the words that its title or archival reference has, a half for its text.',
    }),
    titleParts: t.field({
      type: [TextPartType],
      description: 'Its title in parts, the words looked for marked.',
      complexity: wrapperCost,
      resolve: ({ document, titleRanges }) => [...textParts(document.title, titleRanges)],
    }),
    snippet: t.field({
      type: SnippetType,
      nullable: true,
      description: 'Where its text says most of what was looked for; null where only its title or reference does.',
      args: {
        characters: t.arg.int({
          required: true,
          defaultValue: limits.defaultSnippetCharacters,
          description: `Most UTF-16 code units of it: 1 to ${limits.maxSnippetCharacters}. Words are not cut.`,
        }),
      },
      resolve: async ({ document, focus, highlights }, { characters }, { loaders }) => {
        const size = checkedSize('characters', characters, limits.maxSnippetCharacters);
        if (highlights.length === 0) return null;
        const quote = await loaders.text(document.id);
        return { ...snippetRange(quote, focus, size), hit: { quote, highlights, start: 0 } };
      },
    }),
  }),
});

export const DocumentHitConnection = hitConnection(DocumentHitType, {
  singular: 'document',
  truncated: 'Whether more documents have these words than are ranked, so that the latest were left out.',
});
