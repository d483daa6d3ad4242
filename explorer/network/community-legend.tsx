import type { Network, NetworkNode } from '../api/load-network.js';
import { colouredCommunities, communityColour } from './community-colours.js';

interface CommunityLegendProps {
  readonly network: Network;
  readonly community: ReadonlyMap<string, number>;
  readonly choose: (id: string) => void;
}

/** Communities have no names: each is told by who is mentioned most in it. One of a single entity is none. */
export function CommunityLegend({ network, community, choose }: CommunityLegendProps) {
  const members = new Map<number, NetworkNode[]>();
  for (const node of network.nodes) {
    const number = community.get(node.id) ?? -1;
    members.set(number, [...(members.get(number) ?? []), node]);
  }
  const rows = [...members]
    .filter(([number, nodes]) => number >= 0 && number < colouredCommunities && nodes.length > 1)
    .sort(([a], [b]) => a - b)
    .map(([number, nodes]) => {
      const first = nodes.reduce((most, node) => (node.entity.mentionCount > most.entity.mentionCount ? node : most));
      return { number, first, count: nodes.length };
    });
  return (
    <ul class="communities" aria-label="Communities">
      {rows.map(({ number, first, count }) => (
        <li key={number}>
          <button type="button" class="switch" onClick={() => choose(first.id)}>
            <svg class="kind-dot" viewBox="0 0 16 16" aria-hidden="true">
              <circle cx="8" cy="8" r="5.6" fill={communityColour(number)} />
            </svg>
            {first.label} <span class="quiet">and {count - 1} more</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
