import { kindOfId } from '../../src/model/entity-id.js';
import type { EntityKind, StatementMode } from '../../src/model/ontology.js';
import type { PartialDate } from '../../src/model/partial-date.js';
import type { Count, PassageClaim, PassageFacets } from '../../src/store/graph-search.js';
import { builder } from '../builder.js';
import { checkedSize } from '../connection.js';
import { ClaimTypeEnum, FacetPeriodEnum, StatementModeEnum } from '../enums.js';
import { kindsArg } from '../filter-args.js';
import { limits } from '../limits.js';
import { PartialDateScalar } from '../partial-date-scalar.js';
import { recordCost, wrapperCost } from '../query-cost.js';
import { DocumentRef, EntityRef } from '../references.js';
import { knownDocument } from './known-document.js';
import { KindCount, TypeCount } from './stats.js';

const counted = { description: 'How many of the hits.' };

const MissingCount = builder.objectRef<Count<number>>('MissingCount').implement({
  description: 'Number of hits that miss so many words and names of the query.',
  fields: (t) => ({
    missing: t.exposeInt('value', { description: 'How many they miss: 0 where all are there.' }),
    count: t.exposeInt('count', counted),
  }),
});

const ClaimCount = builder.objectRef<Count<PassageClaim>>('ClaimTypeCount').implement({
  description: 'Number of hits that bear out claims of one type.',
  fields: (t) => ({
    claim: t.expose('value', { type: ClaimTypeEnum, description: 'The type of claim.' }),
    count: t.exposeInt('count', counted),
  }),
});

const ModeCount = builder.objectRef<Count<StatementMode>>('StatementModeCount').implement({
  description: 'Number of hits that bear out statements made in one way.',
  fields: (t) => ({
    mode: t.expose('value', { type: StatementModeEnum, description: 'The way.' }),
    count: t.exposeInt('count', counted),
  }),
});

const DateCount = builder.objectRef<Count<PartialDate | null>>('DateCount').implement({
  description: 'Number of hits of one month or year.',
  fields: (t) => ({
    date: t.expose('value', {
      type: PartialDateScalar,
      nullable: true,
      description: 'The month, or the year where no more is asked or known; null for undated hits.',
    }),
    count: t.exposeInt('count', counted),
  }),
});

const EntityCount = builder.objectRef<Count<string>>('EntityCount').implement({
  description: 'Number of hits in which one entity takes part.',
  fields: (t) => ({
    entity: t.field({
      type: EntityRef,
      description: 'The entity.',
      complexity: recordCost,
      resolve: ({ value }, _args, { loaders }) => loaders.entity(value),
    }),
    count: t.exposeInt('count', counted),
  }),
});

const DocumentCount = builder.objectRef<Count<string>>('DocumentCount').implement({
  description: 'Number of hits in one document.',
  fields: (t) => ({
    document: t.field({
      type: DocumentRef,
      description: 'The document.',
      complexity: recordCost,
      resolve: ({ value }, _args, { loaders }, info) => knownDocument(loaders, value, info),
    }),
    count: t.exposeInt('count', counted),
  }),
});

/** The first of a list of counts, and how many values more it has. */
interface Facet<T> {
  readonly counts: readonly Count<T>[];
  readonly others: number;
}

function firstOf<T>(counts: readonly Count<T>[], first: number): Facet<T> {
  const taken = checkedSize('first', first, limits.maxFacetValues);
  return { counts: counts.slice(0, taken), others: Math.max(0, counts.length - taken) };
}

const others = { description: 'How many values more there are: 0 where this is all.' };

const EntityFacet = builder.objectRef<Facet<string>>('EntityFacet').implement({
  description: 'Hits counted by entity, most first.',
  fields: (t) => ({
    counts: t.field({
      type: [EntityCount],
      description: 'The entities with their counts.',
      complexity: wrapperCost,
      resolve: ({ counts }) => [...counts],
    }),
    others: t.exposeInt('others', others),
  }),
});

const DocumentFacet = builder.objectRef<Facet<string>>('DocumentFacet').implement({
  description: 'Hits counted by document, most first.',
  fields: (t) => ({
    counts: t.field({
      type: [DocumentCount],
      description: 'The documents with their counts.',
      complexity: wrapperCost,
      resolve: ({ counts }) => [...counts],
    }),
    others: t.exposeInt('others', others),
  }),
});

const DateFacet = builder.objectRef<Facet<PartialDate | null>>('DateFacet').implement({
  description: 'Hits counted by month or year, in their order, undated last.',
  fields: (t) => ({
    counts: t.field({
      type: [DateCount],
      description: 'The months or years with their counts.',
      complexity: wrapperCost,
      resolve: ({ counts }) => [...counts],
    }),
    others: t.exposeInt('others', others),
  }),
});

const yearLength = 4;

/** Of a month each hit counts once, so that years are sums of their months. */
function byYear(months: PassageFacets['months']): readonly Count<PartialDate | null>[] {
  const years = new Map<PartialDate | null, number>();
  for (const { value, count } of months) {
    const year = value?.slice(0, yearLength) ?? null;
    years.set(year, (years.get(year) ?? 0) + count);
  }
  return [...years].map(([value, count]) => ({ value, count }));
}

/** In the order of their kinds: of entities of some kinds only. */
function ofKinds(
  counts: readonly Count<string>[],
  kinds: readonly EntityKind[] | null | undefined,
): readonly Count<string>[] {
  return counts.filter(({ value }) => !kinds || kinds.some((kind) => kind === kindOfId(value)));
}

export const PassageFacetsType = builder.objectRef<PassageFacets>('PassageFacets').implement({
  description:
    'All hits of a search counted, those that miss words of the query too: `searchPassages(mostMissing: 0)` counts those with all of them. A hit counts once for each value that it has: one with three persons for PERSON once, and for each of the three.',
  fields: (t) => {
    const first = t.arg.int({
      required: true,
      defaultValue: limits.defaultFacetValues,
      description: `Most values to give: 1 to ${limits.maxFacetValues}.`,
    });
    return {
      passages: t.exposeInt('passages', { description: 'How many hits there are altogether.' }),
      truncated: t.boolean({
        description: 'Whether more claims have the words than are counted.',
        resolve: ({ isCut }) => isCut,
      }),
      missing: t.field({
        type: [MissingCount],
        description: 'By how many words and names of the query they miss, none first.',
        complexity: wrapperCost,
        resolve: ({ missing }) => [...missing],
      }),
      claims: t.field({
        type: [ClaimCount],
        description: 'By type of claim, most first.',
        complexity: wrapperCost,
        resolve: ({ claims }) => [...claims],
      }),
      modes: t.field({
        type: [ModeCount],
        description: 'Statements by the way in which they were made, most first.',
        complexity: wrapperCost,
        resolve: ({ modes }) => [...modes],
      }),
      types: t.field({
        type: [TypeCount],
        description: 'Relations by type, most first.',
        complexity: wrapperCost,
        resolve: ({ types }) => types.map(({ value, count }) => ({ type: value, count })),
      }),
      kinds: t.field({
        type: [KindCount],
        description: 'By kind of the entities that take part, most first.',
        complexity: wrapperCost,
        resolve: ({ kinds }) => kinds.map(({ value, count }) => ({ kind: value, count })),
      }),
      dates: t.field({
        type: DateFacet,
        description: 'By month or year of what is told: `dates(by: YEAR) { counts { date count } }`.',
        args: {
          by: t.arg({ type: FacetPeriodEnum, required: true, defaultValue: 'YEAR', description: 'Months or years.' }),
          first,
        },
        complexity: wrapperCost,
        resolve: ({ months }, args) => firstOf(args.by === 'YEAR' ? byYear(months) : months, args.first),
      }),
      documents: t.field({
        type: DocumentFacet,
        description: 'By document: `documents(first: 5) { counts { document { title } count } others }`.',
        args: { first },
        resolve: ({ documents }, args) => firstOf(documents, args.first),
      }),
      entities: t.field({
        type: EntityFacet,
        description:
          'By entity that takes part: `entities(first: 5, kinds: [PERSON]) { counts { entity { name } count } others }`.',
        args: { first, kinds: kindsArg(t.arg, 'Only entities of these kinds.') },
        resolve: ({ entities }, args) => firstOf(ofKinds(entities, args.kinds), args.first),
      }),
    };
  },
});
