import type { EntityDraft } from './entity-draft.js';
import type { EntityRegistry } from './entity-registry.js';
import { entityOf } from './structural-relations.js';
import type { TalkDraft } from './talk-draft.js';

/** "Meeting of the Politburo": who speaks there speaks to the body. */
export function bodyOfTalk({ event }: TalkDraft, registry: EntityRegistry): EntityDraft | undefined {
  const bodies = event.terms.flatMap(({ parts }) => parts.flatMap(({ role, term }) => (role === 'body' ? [term] : [])));
  const [body] = bodies;
  const entity = body === undefined ? undefined : entityOf(body, registry);
  return entity?.kind === 'ORGANIZATION' ? entity : undefined;
}
