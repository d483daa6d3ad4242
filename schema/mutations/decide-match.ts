import type { MutationFields } from '../builder.js';
import { DecisionVerdictEnum } from '../enums.js';
import { exampled } from '../exampled.js';
import { needing } from '../needed-role.js';
import { MatchDecisionRef } from '../references.js';
import { changeArgs, changeOf } from './change-args.js';

export const decideMatch = (t: MutationFields) =>
  t.field({
    type: MatchDecisionRef,
    ...needing(
      'EDITOR',
      'Says whether two identities are one entity, and links them accordingly, in place of an earlier word on the same two.',
    ),
    args: {
      left: t.arg.id({
        required: true,
        description: exampled('An identity, or an entity for the one that names it.', 'person:choe-chang-ik'),
      }),
      right: t.arg.id({
        required: true,
        description: exampled('Another one of the same kind.', 'person:tsoi-chang-ik'),
      }),
      verdict: t.arg({ type: DecisionVerdictEnum, required: true, description: 'What is decided.' }),
      ...changeArgs(t.arg),
    },
    resolve: (_root, { left, right, verdict, ...change }, context) =>
      context.store.edit({ action: 'DECIDE_MATCH', left, right, verdict }, changeOf(context, change)),
  });
