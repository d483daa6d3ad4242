import type { Claim } from '../api/load-document-claims.js';
import type { Mention } from '../api/load-document-mentions.js';
import type { Network, NetworkEdge, NetworkNode } from '../api/load-network.js';

/** More can't be told apart in a picture beside a text. */
const mostNodes = 40;

/**
 * The network that one document tells: its relations, as heavy as they have passages here, between the entities with
 * the most of them.
 */
export function documentNetwork(claims: readonly Claim[], mentions: readonly Mention[]): Network {
  const mentionCounts = new Map<string, number>();
  for (const { entity } of mentions) mentionCounts.set(entity.id, (mentionCounts.get(entity.id) ?? 0) + 1);
  const nodes = new Map<string, NetworkNode>();
  const edges = new Map<string, NetworkEdge>();
  const ties = new Map<string, number>();
  for (const { claim } of claims) {
    // Who wrote the document is told above the text, and what has no second entity makes no line.
    if (claim.__typename !== 'Relation' || 'title' in claim.target) continue;
    const { id, type, modality, date, source, target } = claim;
    for (const { id: end, name, kind } of [source, target]) {
      ties.set(end, (ties.get(end) ?? 0) + 1);
      nodes.set(end, { id: end, label: name, kind, entity: { mentionCount: mentionCounts.get(end) ?? 0 } });
    }
    const weight = (edges.get(id)?.weight ?? 0) + 1;
    edges.set(id, { id, type, weight, source: source.id, target: target.id, relation: { modality, date } });
  }
  const strongest = [...nodes.values()]
    .sort((a, b) => (ties.get(b.id) ?? 0) - (ties.get(a.id) ?? 0) || (a.id < b.id ? -1 : 1))
    .slice(0, mostNodes);
  const drawn = new Set(strongest.map(({ id }) => id));
  return {
    nodes: strongest,
    edges: [...edges.values()].filter(({ source, target }) => drawn.has(source) && drawn.has(target)),
    truncated: nodes.size > drawn.size,
    edgesTruncated: false,
  };
}
