import { BadArgumentError } from '../../src/errors.js';
import type { Change } from '../../src/model/ledger.js';
import type { Args } from '../builder.js';
import type { SchemaContext } from '../context.js';
import { exampled } from '../exampled.js';
import { limits } from '../limits.js';
import { editorOf } from './editor-of.js';

/** The arguments that every change takes. */
export function changeArgs(arg: Args) {
  return {
    note: arg.string({
      description: exampled(`Why; at most ${limits.maxNoteCharacters} characters.`, 'They signed the same letter.'),
    }),
    expectedVersion: arg.int({
      description:
        'The ledgerVersion that you saw. Where others changed the same things since, nothing is changed, and the error has the code CONFLICT.',
    }),
  };
}

/**
 * Who changes something, when and why.
 *
 * @throws {UnauthenticatedError} without a token.
 */
export function changeOf(
  context: SchemaContext,
  args: { readonly note?: string | null | undefined; readonly expectedVersion?: number | null | undefined },
): Change {
  const by = editorOf(context);
  const note = args.note ?? null;
  if ((note?.length ?? 0) > limits.maxNoteCharacters) {
    throw new BadArgumentError(`The note has more than ${limits.maxNoteCharacters} characters.`, 'Shorten it.');
  }
  return { by, at: new Date().toISOString(), note, expectedVersion: args.expectedVersion ?? null };
}
