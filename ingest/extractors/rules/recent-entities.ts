import type { EntityDraft } from './entity-draft.js';

/** The entity as the one mentioned last; the oldest are forgotten. */
export function moveLast(list: readonly EntityDraft[], entity: EntityDraft): readonly EntityDraft[] {
  if (list.at(-1) === entity) return list;
  return [...list.filter((other) => other !== entity), entity].slice(-60);
}
