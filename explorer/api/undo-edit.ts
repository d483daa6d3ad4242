import { change } from './change.js';

export const undoMutation = `
  mutation Undo($entry: ID!) {
    undo(entry: $entry) { id }
  }`;

/** Takes an entry of the ledger back. */
export async function undoEdit(entry: string): Promise<void> {
  await change(undoMutation, { entry });
}
