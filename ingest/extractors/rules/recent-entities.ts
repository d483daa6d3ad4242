import type { EntityDraft } from './entity-draft.js';

/** The entity as the one mentioned last; the oldest are forgotten. */
export function moveLast(list: readonly EntityDraft[], entity: EntityDraft): EntityDraft[] {
  return [...list.filter((other) => other !== entity), entity].slice(-60);
}
