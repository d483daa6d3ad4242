import type { PassageFacets, PassageFilter } from '../../src/store/graph-search.js';
import type { QueryFields } from '../builder.js';
import { checkedText } from '../checked-text.js';
import { checkedSize, pageRequest, relayPage } from '../connection.js';
import { ClaimTypeEnum, RelationTypeEnum, StatementModeEnum } from '../enums.js';
import { exampled } from '../exampled.js';
import { kindsArg, rangeArgs } from '../filter-args.js';
import { limits } from '../limits.js';
import { checkedRange } from '../partial-date-scalar.js';
import { pagedWalkCost } from '../query-cost.js';
import { PassageHitConnection } from '../types/passage-connection.js';

export const searchPassages = (t: QueryFields) =>
  t.field({
    type: PassageHitConnection,
    description: `The words of documents that statements and relations rest on, best first.

A query is words; "words in quotation marks", one behind the other as they are; and -words or -"phrases" that must not be there. Passages with all of its words in some form come first, then those that miss one, and so on: of three words or names one may be missing, of six two, of twelve ${limits.maxMissing}; of more, and of what stands in quotation marks, even a single word, none. What a question is asked with ("what", "who", "did", "about") isn't looked for beside other words. Case, diacritics, plurals, tenses, and British and American spelling are forgiven; so is a misspelled word that no passage has. A name is found by every other name of those who bear it, and where they take part without being named: "Kim Ir Sen rice" finds what Kim Il Sung says of rice.

What was said of the off-shore islands in 1955, and who speaks most of them:
\`searchPassages(query: "\\"off-shore islands\\" evacuation", from: "1955", to: "1955", first: 10) { nodes { date score missing { text } snippet { parts { text isMatch } } claim { ... on Statement { speaker { name } mode } } document { title } } facets { passages entities(first: 5) { counts { entity { name } count } } } pageInfo { hasNextPage endCursor } }\``,
    args: {
      query: t.arg.string({
        required: true,
        description: exampled(
          `What to look for. Up to ${limits.maxQueryCharacters} characters and ${limits.maxQueryWords} words.`,
          'Kim Ir Sen plenum',
        ),
      }),
      mostMissing: t.arg.int({
        description: `Only passages that miss no more of the words and names than these: 0 to ${limits.maxMissing}.`,
      }),
      claims: t.arg({ type: [ClaimTypeEnum], description: 'Only what claims of these types rest on.' }),
      modes: t.arg({
        type: [StatementModeEnum],
        description: 'Only statements made in one of these ways; with types, relations of these types too.',
      }),
      types: t.arg({
        type: [RelationTypeEnum],
        description: 'Only relations of these types; with modes, statements made in these ways too.',
      }),
      document: t.arg.id({
        description: exampled('Identifier of the only document to search.', 'document:example-900105'),
      }),
      entity: t.arg.id({
        description: exampled(
          'Identifier of an entity that takes part: says it, is told it, passes it on or is spoken of in it; or stands at either end of a relation.',
          'person:kim-il-sung',
        ),
      }),
      kinds: kindsArg(t.arg, 'Only passages in which an entity of one of these kinds takes part.'),
      ...rangeArgs(t.arg),
      ...t.arg.connectionArgs(),
    },
    complexity: pagedWalkCost,
    resolve: async (_root, args, { store }) => {
      const filter: PassageFilter = {
        claims: args.claims ?? undefined,
        modes: args.modes ?? undefined,
        types: args.types ?? undefined,
        document: args.document ?? undefined,
        entity: args.entity ?? undefined,
        kinds: args.kinds ?? undefined,
        ...checkedRange(args.from, args.to),
      };
      const question = {
        query: checkedText('query', args.query, limits.maxQueryCharacters),
        mostMissing: checkedSize('mostMissing', args.mostMissing ?? limits.maxMissing, limits.maxMissing, 0),
        filter,
      };
      const page = await store.searchPassages(question, pageRequest('passage', args));
      let facets: Promise<PassageFacets> | undefined;
      return {
        ...relayPage('passage', page),
        terms: page.terms,
        isCut: page.isCut,
        // Counted once, under however many aliases.
        facets: () => (facets ??= store.passageFacets(question)),
      };
    },
  });
