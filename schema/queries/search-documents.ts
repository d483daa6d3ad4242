import { mostDocuments } from '../../src/store/graph-search.js';
import type { QueryFields } from '../builder.js';
import { checkedText } from '../checked-text.js';
import { pageRequest, relayPage } from '../connection.js';
import { exampled } from '../exampled.js';
import { rangeArgs } from '../filter-args.js';
import { limits } from '../limits.js';
import { checkedRange } from '../partial-date-scalar.js';
import { pagedWalkCost } from '../query-cost.js';
import { DocumentHitConnection } from '../types/document-hit.js';

export const searchDocuments = (t: QueryFields) =>
  t.field({
    type: DocumentHitConnection,
    description: `Documents by the words of their titles, archival references and whole texts, also where no claim rests on these; those with the words in their titles first. A query is read as searchPassages reads it, but all its words have to be there; a name is found in documents that mention one who bears it. Of more than ${mostDocuments} documents the earliest are ranked.

Memoranda of conversation in which rice is spoken of:
\`searchDocuments(query: "memorandum conversation rice", first: 10) { nodes { score titleParts { text isMatch } snippet { parts { text isMatch } start end } document { id date } } truncated pageInfo { hasNextPage endCursor } }\``,
    args: {
      query: t.arg.string({
        required: true,
        description: exampled(
          `What to look for. Up to ${limits.maxQueryCharacters} characters and ${limits.maxQueryWords} words.`,
          'letter Tito',
        ),
      }),
      author: t.arg.id({
        description: exampled('Identifier of the person who wrote them.', 'person:alexander-puzanov'),
      }),
      ...rangeArgs(t.arg),
      ...t.arg.connectionArgs(),
    },
    complexity: pagedWalkCost,
    resolve: async (_root, args, { store }) => {
      const filter = { author: args.author ?? undefined, ...checkedRange(args.from, args.to) };
      const query = checkedText('query', args.query, limits.maxQueryCharacters);
      const page = await store.searchDocuments(query, filter, pageRequest('documentHit', args));
      return { ...relayPage('documentHit', page), terms: page.terms, isCut: page.isCut };
    },
  });
