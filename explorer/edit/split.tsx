import { useState } from 'preact/hooks';
import { splitEntity } from '../api/edit-graph.js';
import type { EntityFacts } from '../api/load-entity.js';
import { loadIdentity } from '../api/load-identity.js';
import { useAnswer } from '../use-answer.js';
import type { Editing } from './use-edit.js';

/** The names that were linked to be this entity, to be taken out of it. */
export function Split({ entity, editing: { run, busy } }: { readonly entity: EntityFacts; readonly editing: Editing }) {
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const asked = useAnswer(entity.id, (signal) => loadIdentity(entity.id, signal));
  const identities = asked.state === 'answered' ? (asked.answer?.identities ?? []) : [];
  if (identities.length < 2) return <p class="quiet">It is linked with no other name: there is nothing to split.</p>;
  const toggle = (id: string) => {
    const next = new Set(out);
    if (!next.delete(id)) next.add(id);
    setOut(next);
  };
  return (
    <fieldset class="choices split">
      <legend>Take out as one of its own</legend>
      {identities.map(({ id, name }) => (
        <label key={id}>
          <input type="checkbox" checked={out.has(id)} onChange={() => toggle(id)} />
          <span>
            {name} <span class="quiet">{id}</span>
          </span>
        </label>
      ))}
      <button
        type="button"
        class="small"
        disabled={busy || out.size === 0 || out.size === identities.length}
        onClick={() =>
          run(async () => {
            const entry = await splitEntity(entity.id, [...out], entity.ledgerVersion);
            return {
              last: {
                entry,
                words: `${out.size} of its names ${out.size === 1 ? 'was' : 'were'} taken out of ${entity.name}.`,
              },
            };
          })
        }
      >
        Split
      </button>
    </fieldset>
  );
}
