import type { EntityKind, Modality, RelationType, StatementMode } from '../src/model/ontology.js';
import type { PartialDate } from '../src/model/partial-date.js';
import type { StatementFilter } from '../src/store/graph-store.js';
import type { TraversalFilter } from '../src/store/graph-walks.js';
import type { Args } from './builder.js';
import { EntityKindEnum, ModalityEnum, RelationTypeEnum, StatementModeEnum } from './enums.js';
import { checkedRange, PartialDateScalar } from './partial-date-scalar.js';

/** Arguments that mean the same wherever they stand. */
export const kindsArg = (t: Args, description: string) => t({ type: [EntityKindEnum], description });

export function rangeArgs(t: Args) {
  return {
    from: t({
      type: PartialDateScalar,
      description: 'Earliest date, counted from its first day. What has no date is left out.',
    }),
    to: t({
      type: PartialDateScalar,
      description: 'Latest date, counted to its last day. What has no date is left out.',
    }),
  };
}

/** @param kinds - What the argument `kinds` restricts here. */
export function relationArgs(t: Args, kinds: string) {
  return {
    types: t({ type: [RelationTypeEnum], description: 'Only relations of these types.' }),
    kinds: kindsArg(t, kinds),
    modality: t({
      type: [ModalityEnum],
      description: 'Only what is told in one of these ways; all ways where left out.',
    }),
  };
}

export interface RelationArgs {
  readonly types?: readonly RelationType[] | null | undefined;
  readonly kinds?: readonly EntityKind[] | null | undefined;
  readonly modality?: readonly Modality[] | null | undefined;
}

export function traversalFilter({ types, kinds, modality }: RelationArgs): TraversalFilter {
  return { types: types ?? undefined, kinds: kinds ?? undefined, modality: modality ?? undefined };
}

export function statementArgs(t: Args) {
  return {
    modes: t({ type: [StatementModeEnum], description: 'Only statements made in one of these ways.' }),
    ...rangeArgs(t),
  };
}

interface StatementArgs {
  readonly modes?: readonly StatementMode[] | null | undefined;
  readonly from?: PartialDate | null | undefined;
  readonly to?: PartialDate | null | undefined;
}

export function statementFilter({ modes, from, to }: StatementArgs): StatementFilter {
  return { modes: modes ?? undefined, ...checkedRange(from, to) };
}

/** Who takes part in a statement, beside what `statementArgs` asks for. */
export function statementPartyArgs(t: Args) {
  return {
    speaker: t.id({ description: 'Identifier of the entity that said it.' }),
    addressee: t.id({ description: 'Identifier of an entity that was told it.' }),
    subject: t.id({ description: 'Identifier of an entity that it is about.' }),
    ...statementArgs(t),
  };
}

interface StatementPartyArgs extends StatementArgs {
  readonly speaker?: string | null | undefined;
  readonly addressee?: string | null | undefined;
  readonly subject?: string | null | undefined;
}

export function statementPartyFilter(args: StatementPartyArgs): StatementFilter {
  return {
    speaker: args.speaker ?? undefined,
    addressee: args.addressee ?? undefined,
    subject: args.subject ?? undefined,
    ...statementFilter(args),
  };
}
