import { forgetAnswers } from '../remember.js';
import { sharedState, useShared } from '../shared-state.js';

/** What is remembered between clicks while somebody edits: it ends with the page. */
export interface EditState {
  /** Grows with each change: what was read before it is read anew. */
  readonly revision: number;
  /** The entity that is to be merged into another one. */
  readonly marked: { readonly id: string; readonly name: string; readonly ledgerVersion: number } | null;
  /** Whether what changes an entity is unfolded, for whichever entity is shown. */
  readonly isEditing: boolean;
  /** The last entry of the ledger made here, to be taken back. */
  readonly last: { readonly entry: string; readonly words: string } | null;
}

const state = sharedState<EditState>({ revision: 0, marked: null, isEditing: false, last: null });

export const useEditState = (): EditState => useShared(state);

export function changeEditState(parts: Partial<EditState>): void {
  state.set({ ...state.get(), ...parts });
}

/** The graph is another one: everything on the page is read anew. */
export function graphChanged(parts: Omit<Partial<EditState>, 'revision'>): void {
  forgetAnswers();
  changeEditState({ ...parts, revision: state.get().revision + 1 });
}
