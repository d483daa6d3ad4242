import { UndirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { type Network, overviewQuery } from '../../explorer/api/load-network.js';
import { entityKinds } from '../../src/model/ontology.js';

/** Sigma as it comes, with the same answer of the API as the explorer: what the explorer is measured against. */
const [width = 830, height = 600, limit = 1_000] = location.hash.slice(1).split('x').map(Number);
const response = await fetch('/graphql', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ query: overviewQuery, variables: { limit } }),
});
const { data } = (await response.json()) as { readonly data: { readonly network: Network } };
const graph = new UndirectedGraph();
for (const { id, label, kind, x = 0, y = 0 } of data.network.nodes) {
  graph.addNode(id, { label, x, y, size: 4, color: entityKinds[kind].colour });
}
for (const { source, target } of data.network.edges)
  if (source !== target) graph.mergeEdge(source, target, { size: 2, color: '#a5afbd' });
const container = document.getElementById('bare');
if (container === null) throw new Error('The page has lost the element that is drawn into.');
Object.assign(container.style, { width: `${width}px`, height: `${height}px` });
new Sigma(graph, container);
