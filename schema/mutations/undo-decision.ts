import type { MutationFields } from '../builder.js';
import { needing } from '../needed-role.js';
import { DecisionRef } from '../references.js';
import { editorOf } from './editor-of.js';

export const undoDecision = (t: MutationFields) =>
  t.field({
    type: DecisionRef,
    ...needing('EDITOR', 'Takes a decision back, and links as if it had not been made. It stays to be read.'),
    args: { id: t.arg.id({ required: true, description: 'Identifier of the decision.' }) },
    resolve: (_root, { id }, context) => context.store.undoDecision(id, editorOf(context), new Date().toISOString()),
  });
