import { BadArgumentError } from '../src/errors.js';
import type { EntityKind, Modality, RelationType, StatementMode } from '../src/model/ontology.js';
import type { PartialDate } from '../src/model/partial-date.js';
import type { StatementFilter } from '../src/store/graph-store.js';
import type { EvidenceFilter, TraversalFilter } from '../src/store/graph-walks.js';
import type { Args } from './builder.js';
import { EntityKindEnum, ModalityEnum, RelationTypeEnum, StatementModeEnum } from './enums.js';
import { exampled } from './exampled.js';
import { checkedRange, PartialDateScalar } from './partial-date-scalar.js';

/** Arguments that mean the same wherever they stand. */
export const kindsArg = (t: Args, description: string) => t({ type: [EntityKindEnum], description });

export function rangeArgs(t: Args) {
  return {
    from: t({
      type: PartialDateScalar,
      description: exampled('Earliest date, counted from its first day. What has no date is left out.', '1956-08'),
    }),
    to: t({
      type: PartialDateScalar,
      description: exampled('Latest date, counted to its last day. What has no date is left out.', '1957'),
    }),
  };
}

/** Which passages of a relation let it through: one has to pass all together. */
export function evidenceArgs(t: Args) {
  return {
    minConfidence: t.float({
      description: exampled(
        'Only relations with a passage of at least this confidence, 0 to 1, that is also of the dates asked for.',
        0.5,
      ),
    }),
    since: t({
      type: PartialDateScalar,
      description: exampled('Only relations with a passage dated from here on, counted from its first day.', '1956-08'),
    }),
    until: t({
      type: PartialDateScalar,
      description: exampled('Only relations with a passage dated up to here, counted to its last day.', '1957-07-12'),
    }),
    asOf: t({
      type: PartialDateScalar,
      description: exampled(
        'What was told by a day: only relations with a passage in a document dated up to here, counted to its last day. since and until are of what is told, this is of the telling.',
        '1957-12',
      ),
    }),
  };
}

interface EvidenceArgs {
  readonly minConfidence?: number | null | undefined;
  readonly since?: PartialDate | null | undefined;
  readonly until?: PartialDate | null | undefined;
  readonly asOf?: PartialDate | null | undefined;
}

/** @throws {BadArgumentError} for a confidence that is none, or a range that ends before it begins. */
export function evidenceFilter(args: EvidenceArgs): EvidenceFilter {
  const minConfidence = args.minConfidence ?? undefined;
  if (minConfidence !== undefined && !(minConfidence >= 0 && minConfidence <= 1)) {
    throw new BadArgumentError(`minConfidence is ${minConfidence}; it must be from 0 to 1.`, 'Ask for 0.5.');
  }
  return { minConfidence, ...checkedRange(args.since, args.until), toldBy: args.asOf ?? undefined };
}

/**
 * What relations may be restricted to, read or walked along. Weights stay those of whole relations, whatever passages
 * let them through.
 *
 * @param kinds - What the argument `kinds` restricts here.
 */
export function relationArgs(t: Args, kinds: string) {
  return {
    types: t({ type: [RelationTypeEnum], description: 'Only relations of these types.' }),
    kinds: kindsArg(t, kinds),
    modality: t({
      type: [ModalityEnum],
      description: 'Only what is told in one of these ways; all ways where left out.',
    }),
    ...evidenceArgs(t),
  };
}

interface RelationArgs extends EvidenceArgs {
  readonly types?: readonly RelationType[] | null | undefined;
  readonly kinds?: readonly EntityKind[] | null | undefined;
  readonly modality?: readonly Modality[] | null | undefined;
}

/** @throws {BadArgumentError} as `evidenceFilter` does. */
export function traversalFilter({ types, kinds, modality, ...evidence }: RelationArgs): TraversalFilter {
  return {
    types: types ?? undefined,
    kinds: kinds ?? undefined,
    modality: modality ?? undefined,
    ...evidenceFilter(evidence),
  };
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
    speaker: t.id({ description: exampled('Identifier of the entity that said it.', 'person:kim-il-sung') }),
    addressee: t.id({ description: exampled('Identifier of an entity that was told it.', 'person:alexander-puzanov') }),
    subject: t.id({ description: exampled('Identifier of an entity that it is about.', 'person:nikita-khrushchev') }),
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
