import { MultiDirectedGraph } from 'graphology';
import { createClient } from './client.js';
import { graphql, type ResultOf } from './graphql.js';

const Network = graphql(`
  query Network($limit: Int!, $since: PartialDate, $until: PartialDate) {
    network(limit: $limit, kinds: [PERSON], since: $since, until: $until, layout: FORCE) {
      nodes { id label kind x y size community betweenness }
      edges { id source target type label weight }
      truncated
    }
  }
`);

type DrawnNetwork = ResultOf<typeof Network>['network'];
type NodeAttributes = Omit<DrawnNetwork['nodes'][number], 'id'>;
type EdgeAttributes = Omit<DrawnNetwork['edges'][number], 'id' | 'source' | 'target'>;

/** A graph for Sigma, or for any measure of graphology: identifiers are keys, all else is an attribute. */
function graphOf({ nodes, edges }: DrawnNetwork): MultiDirectedGraph<NodeAttributes, EdgeAttributes> {
  const graph = new MultiDirectedGraph<NodeAttributes, EdgeAttributes>();
  for (const { id, ...attributes } of nodes) graph.addNode(id, attributes);
  for (const { id, source, target, ...attributes } of edges) {
    graph.addDirectedEdgeWithKey(id, source, target, attributes);
  }
  return graph;
}

const [since = null, until = null] = process.argv.slice(2);
const client = createClient(process.env.DIPLOGRAPH_URL ?? 'http://127.0.0.1:4000');
const { network } = await client.ask(Network, { limit: 200, since, until });
const graph = graphOf(network);
console.log(`${graph.order} persons, ${graph.size} ties; ${network.truncated ? 'cut' : 'whole'}`);
const between = graph
  .mapNodes((id, { label, betweenness }) => ({ label, betweenness, others: new Set(graph.neighbors(id)).size }))
  .sort((one, other) => other.betweenness - one.betweenness);
for (const { label, betweenness, others } of between.slice(0, 5)) {
  console.log(`${betweenness.toFixed(3)}  ${label}, tied to ${others}`);
}
