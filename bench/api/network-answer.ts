import pino from 'pino';
import { entityKindNames } from '../../src/model/ontology.js';
import type { EntityRecord, RelationRecord } from '../../src/model/records.js';
import { startServer } from '../../src/server/server.js';
import type { Subgraph } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open-store.js';
import { interleaved, percentile, post, serve } from './measure.js';

const nodeCount = 5_000;
const edgeCount = 20_000;

const question = JSON.stringify({
  query: `{ network(limit: ${nodeCount}) { nodes { id label kind } edges { id source target type weight } } }`,
});

function madeUpNetwork(): Subgraph {
  const entities = Array.from({ length: nodeCount }, (_, number): EntityRecord => {
    const kind = entityKindNames[number % entityKindNames.length] ?? 'PERSON';
    return {
      ...{
        id: `${kind.toLowerCase()}:somebody-${number}`,
        kind,
        name: `Somebody ${number}`,
        aliases: [],
        candidates: [],
      },
      ...{ description: null, authority: null, coordinates: null, mentionCount: 1, firstDate: null, lastDate: null },
      ...{ date: null, endDate: null, duration: null },
    };
  });
  const idOf = (number: number) => entities[number % nodeCount]?.id ?? '';
  const relations = Array.from({ length: edgeCount }, (_, number): RelationRecord => {
    const [source, target] = [idOf(number), idOf(number * 7 + 1)];
    return {
      ...{ id: `relation:met-with/${source}/${target}/${number}`, type: 'MET_WITH', source, target, title: null },
      ...{ modality: 'ASSERTED', date: null, weight: (number % 9) + 1 },
    };
  });
  return { entities, relations, truncated: false };
}

/** A network of this size as GraphQL beside its answer through `JSON.stringify`; no database on either side. */
export async function compareNetworkAnswer(): Promise<void> {
  const network = madeUpNetwork();
  const store = await openStore('sqlite::memory:');
  const stub = Object.assign(Object.create(store) as typeof store, {
    stoppedBy: () => stub,
    briefly: () => stub,
    network: () => Promise.resolve(network),
  });
  const api = await startServer({
    ...{ store: stub, host: '127.0.0.1', port: 0, pages: 'dist/explorer' },
    logger: pino({ level: 'silent' }),
  });
  const ask = () => post(`${api.url}/graphql`, question);
  const answer: unknown = JSON.parse(await ask());
  const bare = await serve(() => JSON.stringify(answer));
  const [asked = [], written = []] = await interleaved([ask, () => post(bare.url, question)]);
  const [p50, p95] = [0.5, 0.95].map((part) => [percentile(asked, part), percentile(written, part)] as const);
  const cells = [p50, p95].map((pair) => pair?.map((ms) => ms.toFixed(0)).join(' | '));
  console.log(`\nA network of ${nodeCount} nodes and ${edgeCount} edges, made up: GraphQL beside JSON.stringify\n`);
  console.log('| p50 | stringify p50 | p95 | stringify p95 | ratio p50 |\n| --: | --: | --: | --: | --: |');
  console.log(`| ${cells.join(' | ')} | ${((p50?.[0] ?? 0) / (p50?.[1] ?? 1)).toFixed(2)} |`);
  bare.close();
  await api.close();
  await store.close();
}
