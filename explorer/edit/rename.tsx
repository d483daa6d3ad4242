import { useState } from 'preact/hooks';
import { renameEntity } from '../api/edit-graph.js';
import type { EntityFacts } from '../api/load-entity.js';
import type { Editing } from './use-edit.js';
import { noteOf, WhyField } from './why-field.js';

/** As the API takes it. */
const longestName = 300;

/** Another name to be shown; that of the documents stays as an alias. */
export function Rename({
  entity,
  editing: { run, busy },
}: {
  readonly entity: EntityFacts;
  readonly editing: Editing;
}) {
  const [name, setName] = useState(entity.name);
  const [why, setWhy] = useState('');
  const wanted = name.trim();
  return (
    <form
      class="edit-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted === '' || wanted === entity.name) return;
        run(async () => {
          const terms = { expectedVersion: entity.ledgerVersion, note: noteOf(why) };
          const entry = await renameEntity(entity.id, wanted, terms);
          return { last: { entry, words: `${entity.name} is named ${wanted} now.` } };
        });
      }}
    >
      <label>
        Name to show{' '}
        <input
          type="text"
          maxLength={longestName}
          value={name}
          onInput={({ currentTarget: { value } }) => setName(value)}
        />
      </label>
      <WhyField value={why} change={setWhy} />
      <button type="submit" class="small" disabled={busy || wanted === '' || wanted === entity.name}>
        Rename
      </button>
    </form>
  );
}
