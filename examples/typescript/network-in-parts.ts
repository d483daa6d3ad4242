import { answerInParts } from './answer-in-parts.js';
import { graphql } from './graphql.js';

const Network = graphql(`
  query NetworkThenPlaces($limit: Int!) {
    network(limit: $limit, kinds: [PERSON]) {
      nodes { id label }
      edges { id source target }
      ... @defer { nodes { x y community } }
    }
  }
`);

const url = process.env.DIPLOGRAPH_URL ?? 'http://127.0.0.1:4000';
// Who is tied to whom is there before the places, which take the server a while: a list can stand before the picture does.
for await (const { network } of answerInParts(url, Network, { limit: 200 })) {
  const placed = network.nodes.filter((node) => 'x' in node && node.x !== undefined).length;
  console.log(`${network.nodes.length} persons, ${network.edges.length} ties, ${placed} placed`);
}
