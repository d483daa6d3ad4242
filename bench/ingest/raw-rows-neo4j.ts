import neo4j, { type Driver } from 'neo4j-driver';

type Properties = Readonly<Record<string, unknown>>;

interface Nodes {
  readonly labels: string;
  readonly nodes: readonly Properties[];
}

interface Relationships {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  /** The property by which an end is found. */
  readonly fromKey: string;
  readonly toKey: string;
  readonly relationships: readonly { readonly from: unknown; readonly to: unknown; readonly properties: Properties }[];
}

export interface Graph {
  readonly nodes: readonly Nodes[];
  readonly relationships: readonly Relationships[];
}

const rowsAtOnce = 2_000;
/** Of several labels an end is found by the first. */
const indexedBy = (label: string): string => (label === 'NameKey' ? 'key' : 'id');

async function ask<Row>(driver: Driver, cypher: string, parameters: Properties = {}): Promise<readonly Row[]> {
  const { records } = await driver.executeQuery(cypher, parameters);
  return records.map((record) => record.toObject() as Row);
}

/** All that a database holds. */
export async function graphOfNeo4j(driver: Driver): Promise<Graph> {
  const kinds = await ask<{ labels: string[] }>(driver, 'MATCH (n) RETURN DISTINCT labels(n) AS labels');
  const nodes: Nodes[] = [];
  for (const { labels } of kinds) {
    const rows = await ask<{ n: Properties }>(driver, 'MATCH (n) WHERE labels(n) = $labels RETURN properties(n) AS n', {
      labels,
    });
    nodes.push({ labels: labels.join(':'), nodes: rows.map(({ n }) => n) });
  }
  const ends = await ask<{ type: string; from: string; to: string }>(
    driver,
    'MATCH (a)-[r]->(b) RETURN DISTINCT type(r) AS type, labels(a)[0] AS from, labels(b)[0] AS to',
  );
  const relationships: Relationships[] = [];
  for (const { type, from, to } of ends) {
    const [fromKey, toKey] = [indexedBy(from), indexedBy(to)];
    const rows = await ask<Relationships['relationships'][number]>(
      driver,
      `MATCH (a:${from})-[r:${type}]->(b:${to}) WHERE labels(a)[0] = '${from}' AND labels(b)[0] = '${to}'
       RETURN a.${fromKey} AS from, b.${toKey} AS to, properties(r) AS properties`,
    );
    relationships.push({ type, from, to, fromKey, toKey, relationships: rows });
  }
  return { nodes, relationships };
}

/** The same graph by UNWIND and CREATE alone, with the same indexes. */
export async function createRaw(driver: Driver, { nodes, relationships }: Graph): Promise<void> {
  const session = driver.session({ bookmarkManager: neo4j.bookmarkManager() });
  const inBatches = async (cypher: string, rows: readonly unknown[]) => {
    for (let at = 0; at < rows.length; at += rowsAtOnce) {
      await session.executeWrite((transaction) => transaction.run(cypher, { rows: rows.slice(at, at + rowsAtOnce) }));
    }
  };
  for (const { labels, nodes: rows } of nodes)
    await inBatches(`UNWIND $rows AS row CREATE (n:${labels}) SET n = row`, rows);
  for (const { type, from, to, fromKey, toKey, relationships: rows } of relationships) {
    await inBatches(
      `UNWIND $rows AS row MATCH (a:${from} {${fromKey}: row.from}) MATCH (b:${to} {${toKey}: row.to})
       CREATE (a)-[r:${type}]->(b) SET r = row.properties`,
      rows,
    );
  }
  await session.close();
}
