import type { Network } from '../api/load-network.js';
import { loadStats } from '../api/load-stats.js';
import { useAnswer } from '../use-answer.js';
import { EntityButton } from './entity-button.js';

const listed = 20;

/** What one sees first: what the store holds, what can be done, and the entities spoken of most. */
export function OverviewPanel({
  network,
  choose,
}: {
  readonly network: Network;
  readonly choose: (id: string) => void;
}) {
  const asked = useAnswer('stats', loadStats);
  const most = [...network.nodes].sort((a, b) => b.entity.mentionCount - a.entity.mentionCount).slice(0, listed);
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
        Search for a name, in any spelling, or click a node to see its network. Click a line between two nodes to read
        the sentences that it rests on.
      </p>
      <h3>Spoken of most</h3>
      <ul class="list">
        {most.map(({ id, label, kind, entity }) => (
          <li key={id}>
            <EntityButton entity={{ id, name: label, kind }} choose={choose} />
            <span class="quiet"> {entity.mentionCount}×</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
