import { useEffect, useState } from 'preact/hooks';
import type { EntityHead } from '../api/entity-head.js';
import { isKept, onKeptChange, toggleKept } from '../kept-entities.js';

/** Keeps an entity at the top of the search box. */
export function KeepButton({ entity }: { readonly entity: EntityHead }) {
  const [kept, setKept] = useState(() => isKept(entity.id));
  useEffect(() => onKeptChange(() => setKept(isKept(entity.id))), [entity.id]);
  return (
    <button type="button" class="small" aria-pressed={kept} onClick={() => toggleKept(entity)}>
      {kept ? '★ Kept' : '☆ Keep'}
    </button>
  );
}
