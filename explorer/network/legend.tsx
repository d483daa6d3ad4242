import { entityKindNames, entityKinds } from '../../src/model/ontology.js';
import type { Network } from '../api/load-network.js';
import { KindDot } from '../panels/kind-dot.js';

/** The kinds that are drawn, in the order of the ontology, with how many of each. */
export function Legend({ network: { nodes, truncated } }: { readonly network: Network }) {
  const counts = entityKindNames
    .map((kind) => ({ kind, count: nodes.filter((node) => node.kind === kind).length }))
    .filter(({ count }) => count > 0);
  return (
    <div class="legend">
      <ul aria-label="Legend">
        {counts.map(({ kind, count }) => (
          <li key={kind} title={entityKinds[kind].description}>
            <KindDot kind={kind} /> {entityKinds[kind].typeName} <span class="quiet">{count}</span>
          </li>
        ))}
      </ul>
      {truncated && <p class="quiet">The {nodes.length} most strongly tied are drawn; there are more.</p>}
    </div>
  );
}
