import { loadMostMentioned } from '../api/load-most-mentioned.js';
import { loadStats } from '../api/load-stats.js';
import { useAnswer } from '../use-answer.js';
import { EntityButton } from './entity-button.js';
import { Failure, Waiting } from './notice.js';

const listed = 20;

function MostMentioned({ choose }: { readonly choose: (id: string) => void }) {
  const asked = useAnswer('most mentioned', (signal) => loadMostMentioned(listed, signal));
  if (asked.state === 'waiting') return <Waiting what="the entities" />;
  if (asked.state === 'failed') return <Failure {...asked} />;
  return (
    <ul class="list">
      {asked.answer.map((entity) => (
        <li key={entity.id}>
          <EntityButton entity={entity} choose={choose} />
          <span class="quiet"> {entity.mentionCount}×</span>
        </li>
      ))}
    </ul>
  );
}

/** What one sees first: what the store holds, what can be done, and the entities spoken of most. */
export function OverviewPanel({ choose }: { readonly choose: (id: string) => void }) {
  const asked = useAnswer('stats', loadStats);
  return (
    <section>
      <h2>Who met whom, who said what</h2>
      {asked.state === 'answered' && (
        <p>
          {asked.answer.documents} documents tell of {asked.answer.entities} entities, {asked.answer.relations}{' '}
          relations and {asked.answer.statements} statements.
        </p>
      )}
      <p class="hint">
        Search for a name, in any spelling, to see the network around it. Click a node to read what is told of it, and a
        line between two nodes to read the sentences that it rests on.
      </p>
      <h3>Spoken of most</h3>
      <MostMentioned choose={choose} />
    </section>
  );
}
