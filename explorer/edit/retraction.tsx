import { useState } from 'preact/hooks';
import { relationTypes } from '../../src/model/ontology.js';
import { retractRelation } from '../api/edit-graph.js';
import type { SeenRelation } from '../api/load-evidence.js';
import { TokenForm } from '../panels/token-form.js';
import { EditFailure } from './edit-failure.js';
import { useEdit } from './use-edit.js';
import { noteOf, WhyField } from './why-field.js';

interface RetractionProps {
  readonly relation: SeenRelation;
  /** The relation has gone. */
  readonly leave: () => void;
}

/** "Nam Il met with Puzanov" */
function printed({ source, type, target }: SeenRelation): string {
  return `${source.name} ${relationTypes[type].forward} ${'title' in target ? target.title : target.name}`;
}

/** Takes a relation out of the graph that the documents don't bear out. */
export function Retraction({ relation, leave }: RetractionProps) {
  const [why, setWhy] = useState('');
  const { run, busy, error } = useEdit();
  return (
    <details class="edits">
      <summary>Retract it</summary>
      <form
        class="edit-form"
        onSubmit={(event) => {
          event.preventDefault();
          run(async () => {
            const terms = { expectedVersion: relation.ledgerVersion, note: noteOf(why) };
            const entry = await retractRelation(relation.id, terms);
            leave();
            return { last: { entry, words: `“${printed(relation)}” was retracted.` } };
          });
        }}
      >
        <p class="quiet">With all its passages, whichever document tells it. It can be taken back.</p>
        <WhyField value={why} change={setWhy} />
        <button type="submit" class="small" disabled={busy}>
          Retract
        </button>
      </form>
      <EditFailure error={error} />
      <TokenForm label="To change the graph, give a token that may" />
    </details>
  );
}
