import { BadArgumentError } from '../src/errors.js';
import type { EntityKind, RelationType } from '../src/model/ontology.js';
import { type Pattern, type PatternPlace, settlePattern } from '../src/model/pattern.js';
import { builder } from './builder.js';
import { checkedIds } from './checked-ids.js';
import { EntityKindEnum, RelationDirectionEnum, RelationTypeEnum } from './enums.js';
import { exampled } from './exampled.js';
import { limits } from './limits.js';

export const PatternPlaceInput = builder.inputType('PatternPlaceInput', {
  description: 'Who may stand at a place of a pattern; anybody where both are left out.',
  fields: (t) => ({
    entities: t.idList({
      description: exampled(`One of these: up to ${limits.maxCompared} identifiers.`, [
        'person:kim-il-sung',
        'person:nam-il',
      ]),
    }),
    kinds: t.field({ type: [EntityKindEnum], description: 'Only entities of these kinds.' }),
  }),
});

export const PatternStepInput = builder.inputType('PatternStepInput', {
  description: 'A step of a pattern: relations that lead from a place to the next.',
  fields: (t) => ({
    types: t.field({ type: [RelationTypeEnum], required: true, description: 'Of one of these types.' }),
    direction: t.field({
      type: RelationDirectionEnum,
      defaultValue: 'OUT',
      description: 'OUT: "asked"; IN: "was asked by"; null: either.',
    }),
    from: t.int({
      description:
        'Number of the place where it begins: 0 where the pattern begins, 1 where its first step leads to. Where the step before leads to, if left out.',
    }),
    to: t.field({ type: PatternPlaceInput, description: 'Who may stand where it leads to; anybody where left out.' }),
  }),
});

interface PlaceArgs {
  readonly entities?: readonly string[] | null | undefined;
  readonly kinds?: readonly EntityKind[] | null | undefined;
}

interface StepArgs {
  readonly types: readonly RelationType[];
  readonly direction?: 'OUT' | 'IN' | null | undefined;
  readonly from?: number | null | undefined;
  readonly to?: PlaceArgs | null | undefined;
}

function checkedPlace(args: PlaceArgs | null | undefined): PatternPlace {
  const entities = args?.entities == null ? undefined : checkedIds('entities', args.entities, 1, limits.maxCompared);
  return { entities, kinds: args?.kinds ?? undefined };
}

/** @throws {BadArgumentError} for a pattern that has no shape, or that the ontology leaves no room for. */
export function checkedPattern(start: PlaceArgs | null | undefined, asked: readonly StepArgs[]): Pattern {
  const pattern = {
    places: [checkedPlace(start), ...asked.map(({ to }) => checkedPlace(to))],
    steps: asked.map(({ types, direction, from }, index) => ({
      ...{ types: [...new Set(types)], direction: direction ?? undefined, from: from ?? index },
    })),
  };
  const outcome = settlePattern(pattern);
  if ('fault' in outcome) throw new BadArgumentError(outcome.fault.message, outcome.fault.cure);
  return pattern;
}
