import { snippetRange } from '../../src/search/snippet.js';
import { type TextRange, textParts } from '../../src/search/text-parts.js';
import type { PassageHit } from '../../src/store/graph-search.js';
import { builder } from '../builder.js';
import { checkedSize } from '../connection.js';
import { limits } from '../limits.js';
import { PartialDateScalar } from '../partial-date-scalar.js';
import { wrapperCost } from '../query-cost.js';
import { NodeRef } from '../references.js';
import { passageFields } from './passage-fields.js';
import { PassageTermType } from './passage-term.js';
import { TextPartType } from './text-part.js';

const HighlightType = builder.objectRef<TextRange & { readonly hit: PassageHit }>('Highlight').implement({
  description: 'Words of a passage that were looked for.',
  fields: (t) => ({
    start: t.int({
      description:
        "Where they begin, in UTF-16 code units of the document's text: `text.slice(start, end)` are the words.",
      resolve: ({ hit, start }) => hit.start + start,
    }),
    end: t.int({ description: 'Where they end there.', resolve: ({ hit, end }) => hit.start + end }),
    quoteStart: t.int({
      description: 'Where they begin in the quote: `quote.slice(quoteStart, quoteEnd)` are the words.',
      resolve: ({ start }) => start,
    }),
    quoteEnd: t.int({ description: 'Where they end there.', resolve: ({ end }) => end }),
    text: t.string({
      description: 'The words.',
      resolve: ({ hit, start, end }) => hit.quote.slice(start, end),
    }),
  }),
});

/** What is shown, of which text, and where this begins in its document. */
interface Snippet extends TextRange {
  readonly hit: Pick<PassageHit, 'quote' | 'highlights' | 'start'>;
}

export const SnippetType = builder.objectRef<Snippet>('Snippet').implement({
  description: 'What to show of a passage or a text: the words looked for and those around them.',
  fields: (t) => ({
    parts: t.field({
      type: [TextPartType],
      description: 'Its text in parts, the words looked for marked.',
      complexity: wrapperCost,
      resolve: ({ hit, start, end }) => {
        const inside = hit.highlights
          .map((range) => ({ start: Math.max(start, range.start) - start, end: Math.min(end, range.end) - start }))
          .filter((range) => range.start < range.end);
        return [...textParts(hit.quote.slice(start, end), inside)];
      },
    }),
    start: t.int({
      description: "Where it begins in the document's text.",
      resolve: ({ hit, start }) => hit.start + start,
    }),
    end: t.int({ description: 'Where it ends there.', resolve: ({ hit, end }) => hit.start + end }),
    isCutBefore: t.boolean({
      description: 'Whether the quote, or the text, begins before it.',
      resolve: ({ start }) => start > 0,
    }),
    isCutAfter: t.boolean({
      description: 'Whether the quote, or the text, goes on behind it.',
      resolve: ({ hit, end }) => end < hit.quote.length,
    }),
  }),
});

export const PassageHitType = builder.objectRef<PassageHit>('PassageHit').implement({
  description: 'Words of a document that answer a search, and the claims that rest on them.',
  fields: (t) => ({
    claim: t.field({
      type: NodeRef,
      description: 'The statement or relation that rests on these words; of several the first of `claims`.',
      resolve: ({ claims: [claim = ''] }, _args, { loaders }) => loaders.named(claim),
    }),
    claims: t.field({
      type: [NodeRef],
      description:
        'All that rest on these words, or on most of them, and pass the filter: statements first, then relations.',
      resolve: ({ claims }, _args, { loaders }) => claims.map((claim) => loaders.named(claim)),
    }),
    quote: t.exposeString('quote', { description: 'The words of the document.' }),
    ...passageFields(t),
    date: t.expose('date', {
      type: PartialDateScalar,
      nullable: true,
      description: 'The day of what is told, as the first claim has it.',
    }),
    missing: t.field({
      type: [PassageTermType],
      description:
        'Words and names of the query that are not there, as it has them; hits that miss fewer come first. Empty where all are.',
      complexity: wrapperCost,
      resolve: ({ missing }) => [...missing],
    }),
    score: t.exposeFloat('score', {
      description:
        'From 0 to 1: how many of the words stand there, how often the words stand there for its length, how near to one another, and how much as they were written. It compares hits of one query, not of two.',
    }),
    highlights: t.field({
      type: [HighlightType],
      description: 'Where the words looked for stand, in order.',
      complexity: wrapperCost,
      resolve: (hit) => hit.highlights.map((range) => ({ ...range, hit })),
    }),
    snippet: t.field({
      type: SnippetType,
      description: 'Ready to be shown: `"[Chou En-lai]’s [negotiation] proposal"`, in parts.',
      args: {
        characters: t.arg.int({
          required: true,
          defaultValue: limits.defaultSnippetCharacters,
          description: `Most UTF-16 code units of it: 1 to ${limits.maxSnippetCharacters}. Words are not cut.`,
        }),
      },
      complexity: wrapperCost,
      resolve: (hit, { characters }) => ({
        ...snippetRange(hit.quote, hit.focus, checkedSize('characters', characters, limits.maxSnippetCharacters)),
        hit,
      }),
    }),
  }),
});
