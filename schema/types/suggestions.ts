import type { EntityKind } from '../../src/model/ontology.js';
import { textParts } from '../../src/search/text-parts.js';
import {
  type DocumentSuggestion,
  type EntitySuggestion,
  mostSuggested,
  type SuggestedKinds,
} from '../../src/store/graph-search.js';
import { builder } from '../builder.js';
import { limits } from '../limits.js';
import { recordCost, wrapperCost } from '../query-cost.js';
import { DocumentRef, EntityRef } from '../references.js';
import { KindCount } from './stats.js';
import { TextPartType } from './text-part.js';

const EntitySuggestionType = builder.objectRef<EntitySuggestion>('EntitySuggestion').implement({
  description: 'An entity that somebody who types may mean.',
  fields: (t) => ({
    entity: t.expose('entity', { type: EntityRef, description: 'The entity.', complexity: wrapperCost }),
    matched: t.exposeString('matched', { description: 'The name or alias that matched.' }),
    parts: t.field({
      type: [TextPartType],
      description: 'That name in parts, the letters typed marked: "Kim Ir" and " Sen".',
      complexity: wrapperCost,
      resolve: ({ matched, ranges }) => [...textParts(matched, ranges)],
    }),
  }),
});

const DocumentSuggestionType = builder.objectRef<DocumentSuggestion>('DocumentSuggestion').implement({
  description: 'A document that somebody who types may mean.',
  fields: (t) => ({
    document: t.expose('document', { type: DocumentRef, description: 'The document.', complexity: wrapperCost }),
    parts: t.field({
      type: [TextPartType],
      description: 'Its title in parts, the letters typed marked.',
      complexity: wrapperCost,
      resolve: ({ document, ranges }) => [...textParts(document.title, ranges)],
    }),
  }),
});

const SuggestedKindsType = builder.objectRef<SuggestedKinds>('SuggestedKinds').implement({
  description:
    'Entities that somebody who types may mean, counted by kind. Of a kind with few, names that are like what was typed may follow once it alone is asked for.',
  fields: (t) => ({
    counts: t.field({
      type: [KindCount],
      description: 'Kinds that there are, most first.',
      complexity: wrapperCost,
      resolve: ({ kinds }) => kinds.map(({ value, count }) => ({ kind: value, count })),
    }),
    truncated: t.boolean({
      description: `Whether there may be more than the ${mostSuggested} that are counted, the most mentioned.`,
      resolve: ({ isCut }) => isCut,
    }),
  }),
});

/** What was typed; what it may mean is looked up as far as it is asked for. */
export interface Typed {
  readonly text: string;
  readonly kinds: readonly EntityKind[] | null;
  readonly limit: number;
}

/** Lists as long as the query's `first`, which multiplies them. */
const suggestionCost = { field: 1, multiplier: 1 } as const;

export const SuggestionsType = builder.objectRef<Typed>('Suggestions').implement({
  description: 'What somebody who types may mean.',
  fields: (t) => ({
    entities: t.field({
      type: [EntitySuggestionType],
      description:
        'Entities with a name or alias that has all words typed, in any order, the last by its beginning; most mentioned first. Where they are few, names that sound like it follow, then those that have most of its letters.',
      complexity: suggestionCost,
      resolve: async (typed, _args, { store, loaders }) => {
        const found = await store.suggestEntities(typed.text, typed.kinds, typed.limit);
        loaders.seeEntities(found.map(({ entity }) => entity));
        return [...found];
      },
    }),
    kinds: t.field({
      type: SuggestedKindsType,
      description: 'How many entities there are of each kind, whatever kinds and how many are asked for.',
      complexity: recordCost,
      resolve: ({ text, limit }, _args, { store }) => store.suggestedKinds(text, limit),
    }),
    documents: t.field({
      type: [DocumentSuggestionType],
      description: `Documents with a title that has all words typed, the last by its beginning; by date, undated last. No more than ${limits.maxSuggestions}.`,
      complexity: suggestionCost,
      resolve: async ({ text, limit }, _args, { store }) => [...(await store.suggestDocuments(text, limit))],
    }),
  }),
});
