import { useEffect, useState } from 'preact/hooks';

/** What is remembered between clicks while somebody edits: it ends with the page. */
export interface EditState {
  /** Grows with each change: what was read before it is read anew. */
  readonly revision: number;
  /** The entity that is to be merged into another one. */
  readonly marked: { readonly id: string; readonly name: string } | null;
  /** The last entry of the ledger made here, to be taken back. */
  readonly last: { readonly entry: string; readonly words: string } | null;
}

let state: EditState = { revision: 0, marked: null, last: null };
const changed = new EventTarget();

export function changeEditState(parts: Partial<EditState>): void {
  state = { ...state, ...parts };
  changed.dispatchEvent(new Event('change'));
}

/** The graph is another one: everything on the page is read anew. */
export function graphChanged(parts: Omit<Partial<EditState>, 'revision'>): void {
  changeEditState({ ...parts, revision: state.revision + 1 });
}

export function useEditState(): EditState {
  const [shown, setShown] = useState(state);
  useEffect(() => {
    const follow = () => setShown(state);
    follow();
    changed.addEventListener('change', follow);
    return () => changed.removeEventListener('change', follow);
  }, []);
  return shown;
}
