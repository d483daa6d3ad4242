import pino from 'pino';
import { entityKindNames } from '../../src/model/ontology.js';
import type { EntityRecord, RelationRecord } from '../../src/model/records.js';
import { startServer } from '../../src/server/server.js';
import type { Subgraph } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open-store.js';
import type { Report } from '../frame/report.js';
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
  return { entities, relations, truncated: false, edgesTruncated: false };
}

/** A network of this size as GraphQL beside its answer through `JSON.stringify`; no database on either side. */
export async function compareNetworkAnswer(report: Report): Promise<void> {
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
  const ms = (times: readonly number[], part: number) => Math.round(percentile(times, part));
  const ratio = percentile(asked, 0.5) / percentile(written, 0.5);
  report.table(
    [
      {
        ...{
          p50: ms(asked, 0.5),
          'stringify p50': ms(written, 0.5),
          p95: ms(asked, 0.95),
          'stringify p95': ms(written, 0.95),
        },
        'ratio p50': Number(ratio.toFixed(2)),
      },
    ],
    `A network of ${nodeCount} nodes and ${edgeCount} edges, made up: GraphQL beside JSON.stringify, ms`,
  );
  report.ratio('a network of 5,000 nodes, of JSON.stringify', ratio, { tolerance: 0.25 });
  bare.close();
  await api.close();
  await store.close();
}
