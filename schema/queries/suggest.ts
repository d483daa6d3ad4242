import type { QueryFields } from '../builder.js';
import { checkedText } from '../checked-text.js';
import { checkedSize } from '../connection.js';
import { exampled } from '../exampled.js';
import { kindsArg } from '../filter-args.js';
import { limits } from '../limits.js';
import { SuggestionsType } from '../types/suggestions.js';

export const suggest = (t: QueryFields) =>
  t.field({
    type: SuggestionsType,
    description: `Entities and documents by what was typed so far, quick enough to be asked at each key.

What "kim ir" may become, with the letters typed marked:
\`suggest(prefix: "kim ir", first: 8) { entities { entity { id kind name mentionCount } parts { text isMatch } } documents { document { id date } parts { text isMatch } } kinds { counts { kind count } } }\``,
    args: {
      prefix: t.arg.string({
        required: true,
        description: exampled(`What was typed. Up to ${limits.maxTypedCharacters} characters.`, 'kim ir'),
      }),
      kinds: kindsArg(t.arg, 'Only entities of these kinds.'),
      first: t.arg.int({
        required: true,
        defaultValue: limits.defaultSuggestions,
        description: `Most entities, and most documents: 1 to ${limits.maxSuggestions}.`,
      }),
    },
    complexity: ({ first }) => ({ field: 1, multiplier: first }),
    resolve: (_root, { prefix, kinds, first }) => ({
      text: checkedText('prefix', prefix, limits.maxTypedCharacters),
      kinds: kinds ?? null,
      limit: checkedSize('first', first, limits.maxSuggestions),
    }),
  });
