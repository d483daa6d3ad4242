import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Neo4jAccess } from '../../test/requirements.js';
import type { BareServer } from './measure.js';

/** What it takes of our graph: the same nodes and relationships that the store wrote. */
const typeDefinitions = `
  type Person @node {
    id: ID!
    name: String!
    mentionsKey: String!
    statements: [Statement!]! @relationship(type: "SPOKEN_BY", direction: IN)
  }
  type Statement @node {
    id: ID!
    mode: String!
    quote: String!
    sortKey: String!
    evidence: [Evidence!]! @relationship(type: "SUPPORTS", direction: IN)
  }
  type Evidence @node { quote: String! start: Int! end: Int! sortKey: String! }`;

export const statementsByLibrary = `{ people(limit: 50, sort: [{ mentionsKey: ASC }]) { id name
  statements(limit: 8, sort: [{ sortKey: ASC }]) { id mode quote
    evidence(limit: 2, sort: [{ sortKey: ASC }]) { quote start end } } } }`;

const packages = ['@neo4j/graphql@7', 'graphql@16', 'graphql-yoga@5'] as const;

/** Kept beside the archive, out of the tree: nothing of the project needs it. */
function installed(): NodeJS.Require {
  const folder = join(tmpdir(), 'diplograph-bench', 'neo4j-graphql');
  if (!existsSync(join(folder, 'node_modules', '@neo4j', 'graphql'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-save', ...packages], { cwd: folder });
  }
  return createRequire(join(folder, 'package.json'));
}

/** What is used of the packages, whose own types are where they are installed. */
interface Packages {
  readonly Neo4jGraphQL: new (options: object) => { getSchema(): Promise<object> };
  readonly createYoga: (options: object) => Parameters<typeof createServer>[1];
  readonly driver: (url: string, token: unknown) => { close(): Promise<void> };
  readonly auth: { basic(user: string, password: string): unknown };
}

/** `@neo4j/graphql` on the database of the store, behind the same GraphQL server as ours, with nothing switched on. */
export async function serveNeo4jGraphql({ url, user, password }: Neo4jAccess): Promise<BareServer> {
  const load = installed();
  const { Neo4jGraphQL } = load('@neo4j/graphql') as Pick<Packages, 'Neo4jGraphQL'>;
  const { createYoga } = load('graphql-yoga') as Pick<Packages, 'createYoga'>;
  const neo4j = load('neo4j-driver') as Pick<Packages, 'driver' | 'auth'>;
  const driver = neo4j.driver(url, neo4j.auth.basic(user, password));
  const schema = await new Neo4jGraphQL({ typeDefs: typeDefinitions, driver }).getSchema();
  const server = createServer(createYoga({ schema, logging: false, landingPage: false, graphiql: false }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close() {
      server.closeAllConnections();
      server.close();
      void driver.close();
    },
  };
}
