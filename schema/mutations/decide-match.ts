import { BadArgumentError } from '../../src/errors.js';
import type { MutationFields } from '../builder.js';
import { DecisionVerdictEnum } from '../enums.js';
import { limits } from '../limits.js';
import { needing } from '../needed-role.js';
import { DecisionRef } from '../references.js';
import { editorOf } from './editor-of.js';

export const decideMatch = (t: MutationFields) =>
  t.field({
    type: DecisionRef,
    ...needing(
      'EDITOR',
      'Says whether two identities are one entity, and links them accordingly, in place of an earlier word on the same two.',
    ),
    args: {
      left: t.arg.id({ required: true, description: 'An identity, or an entity for the one that names it.' }),
      right: t.arg.id({ required: true, description: 'Another one of the same kind.' }),
      verdict: t.arg({ type: DecisionVerdictEnum, required: true, description: 'What is decided.' }),
      note: t.arg.string({ description: `Why; at most ${limits.maxNoteCharacters} characters.` }),
    },
    resolve: (_root, { left, right, verdict, note }, context) => {
      const by = editorOf(context);
      if ((note?.length ?? 0) > limits.maxNoteCharacters) {
        throw new BadArgumentError(`The note has more than ${limits.maxNoteCharacters} characters.`, 'Shorten it.');
      }
      return context.store.decide({ left, right, verdict, note: note ?? null, by, at: new Date().toISOString() });
    },
  });
