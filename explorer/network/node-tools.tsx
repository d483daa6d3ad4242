import { expanded, type Picture, pinned } from '../picture.js';
import type { Place } from './places.js';

interface NodeToolsProps {
  readonly id: string;
  readonly picture: Picture;
  /** Where it stands now. */
  readonly place: () => Place;
  readonly draw: (parts: Partial<Picture>) => void;
}

/** What can be done with the selected entity in the picture. */
export function NodeTools({ id, picture, place, draw }: NodeToolsProps) {
  const isPinned = picture.pins.some((pin) => pin.id === id);
  return (
    <>
      <button type="button" disabled={picture.expanded.includes(id)} onClick={() => draw(expanded(picture, id))}>
        Expand
      </button>
      <button type="button" onClick={() => draw({ hidden: [...new Set([...picture.hidden, id])] })}>
        Hide
      </button>
      <button
        type="button"
        aria-pressed={isPinned}
        onClick={() => draw(pinned(picture, id, isPinned ? null : place()))}
      >
        {isPinned ? 'Unpin' : 'Pin'}
      </button>
    </>
  );
}
