import neo4j from 'neo4j-driver';
import type { GraphStore } from '../../src/store/graph-store.js';
import { hops } from '../../src/store/neo4j/relationship-types.js';
import type { Neo4jAccess } from '../../test/requirements.js';
import { interleaved, percentile } from '../api/measure.js';

const maxHops = 6;
/** Among a million, one path in twenty takes seconds, and twenty rounds would tell nothing of those. */
const longestMs = 120_000;

/** Any shortest path of the server's own choice, with what the contract gives of its entities and relations. */
const shortestPath = `
  MATCH (a:Entity {id: $from}), (b:Entity {id: $to})
  MATCH p = shortestPath((a)-[:${hops}*..${maxHops}]-(b))
  RETURN [n IN nodes(p) | n {.id, .kind, .name, .aliases, .description, .authority, .candidates, .coordinates, .mentionCount,
      .firstDate, .lastDate, .date, .endDate, .duration}] AS entities,
    [r IN relationships(p) | r {.id, .type, .source, .target, .title, .modality, .date, .weight}] AS relations`;

export interface PathTimes {
  /** Milliseconds of the contract's path, of Cypher's, and of Cypher's once more: how far it is from itself. */
  readonly times: readonly (readonly number[])[];
  readonly ratioP50: number;
  readonly ratioP95: number;
}

/**
 * The shortest path that the contract asks for, the first in code-point order, and any that Cypher finds, by turns.
 *
 * @throws {Error} where the two are not of the same length.
 */
export async function comparePaths(
  store: GraphStore,
  { url, user, password }: Neo4jAccess,
  pairs: readonly (readonly [string, string])[],
): Promise<PathTimes> {
  const driver = neo4j.driver(url, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
  const ours = async ([from, to]: readonly [string, string]) =>
    (await store.shortestPath(from, to, maxHops, {}))?.entities.length ?? 0;
  const theirs = async ([from, to]: readonly [string, string]) => {
    const session = driver.session({ defaultAccessMode: neo4j.session.READ });
    try {
      const { records } = await session.run(shortestPath, { from, to });
      return (records[0]?.get('entities') as readonly unknown[] | undefined)?.length ?? 0;
    } finally {
      await session.close();
    }
  };
  try {
    for (const pair of pairs.slice(0, 20)) {
      const [our, their] = [await ours(pair), await theirs(pair)];
      if (our !== their) throw new Error(`The paths from ${pair.join(' to ')} have ${our} and ${their} entities.`);
    }
    const inTurn = (ask: (pair: readonly [string, string]) => Promise<unknown>) => {
      let round = 0;
      return () => ask(pairs[round++ % pairs.length] ?? ['', '']);
    };
    const times = await interleaved([inTurn(ours), inTurn(theirs), inTurn(theirs)], longestMs);
    const [our = [], their = []] = times;
    const ratio = (part: number) => percentile(our, part) / percentile(their, part);
    return { times, ratioP50: ratio(0.5), ratioP95: ratio(0.95) };
  } finally {
    await driver.close();
  }
}
