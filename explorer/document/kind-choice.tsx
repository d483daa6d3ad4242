import { type EntityKind, entityKindNames, entityKinds } from '../../src/model/ontology.js';
import type { Mention } from '../api/load-document-mentions.js';
import { KindDot } from '../panels/kind-dot.js';

interface KindChoiceProps {
  readonly mentions: readonly Mention[];
  readonly hidden: ReadonlySet<EntityKind>;
  readonly toggle: (kind: EntityKind) => void;
}

/** The kinds that the text mentions, in the order of the ontology; each can be left unmarked. */
export function KindChoice({ mentions, hidden, toggle }: KindChoiceProps) {
  const counts = new Map<EntityKind, number>();
  for (const { entity } of mentions) counts.set(entity.kind, (counts.get(entity.kind) ?? 0) + 1);
  return (
    <fieldset class="choices kind-choice">
      <legend class="unseen">Mentions to mark</legend>
      {entityKindNames
        .filter((kind) => counts.has(kind))
        .map((kind) => (
          <label key={kind} title={entityKinds[kind].description}>
            <input type="checkbox" checked={!hidden.has(kind)} onChange={() => toggle(kind)} />
            <KindDot kind={kind} />
            {entityKinds[kind].typeName} <span class="quiet">{counts.get(kind)}</span>
          </label>
        ))}
    </fieldset>
  );
}
