import type { QueryFields } from '../builder.js';
import { checkedSize } from '../connection.js';
import { exampled } from '../exampled.js';
import { kindsArg } from '../filter-args.js';
import { limits } from '../limits.js';
import { reads } from '../reads.js';
import { SearchHitType } from '../types/search-hit.js';

export const search = (t: QueryFields) =>
  t.field({
    type: [SearchHitType],
    description:
      'Entities by name or alias, tolerant of spelling, diacritics, order of words and romanisation; the likest first.',
    args: {
      query: t.arg.string({
        required: true,
        description: exampled('A name or a part of one, however it is spelt.', 'Kim Ir Sen'),
      }),
      kinds: kindsArg(t.arg, 'Only entities of these kinds.'),
      first: t.arg.int({
        description: `Most hits to give; ${limits.defaultPageSize} where left out, ${limits.maxSearchHits} at most.`,
      }),
    },
    extensions: reads({}),
    resolve: async (_root, { query, kinds, first }, { store, loaders }) => {
      const limit = checkedSize('first', first ?? limits.defaultPageSize, limits.maxSearchHits);
      const hits = await store.search(query, kinds ?? null, limit);
      loaders.seeEntities(hits.map((hit) => hit.entity));
      return hits;
    },
  });
