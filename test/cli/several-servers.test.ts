import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { claimDatabase, claimTimeoutMs, type ExclusiveDatabase } from '../neo4j-server/exclusive-database.js';
import { describeWith, neo4jRequirement } from '../requirements.js';
import { writeArchive } from './generated-archive.js';
import { runCli } from './run-cli.js';
import { type ServingProcess, serveCli } from './serve-cli.js';

jest.setTimeout(claimTimeoutMs);
const operator = 'a-token-of-the-tests-1957';
const documents = 24;

interface Asked {
  readonly query: string;
  readonly variables?: object;
  readonly token?: string;
}

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query.
type Answer = any;

/** Asks again where Neo4j was too busy to answer in time, as clients do. */
async function ask(server: ServingProcess, asked: Asked): Promise<Answer> {
  const { query, variables, token } = asked;
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await response.json();
  if (errors === undefined) return data;
  const { code } = errors[0].extensions;
  if (code !== 'STORE_UNAVAILABLE') return { code };
  await pause(500);
  return ask(server, asked);
}

/** As drawn, with the places that a server reckons once for a graph and keeps. */
const network: Asked = { query: '{ network(limit: 50) { nodes { id label x y } edges { id weight } } }' };
const people: Asked = { query: '{ entities(kinds: [PERSON], first: 50) { nodes { id name } } }' };

describeWith(neo4jRequirement(), 'several servers on one Neo4j, and several processes that ingest', (access) => {
  let folder: string;
  let database: ExclusiveDatabase;
  let servers: readonly [ServingProcess, ServingProcess];
  const url = access.url.replace(/^bolt/, 'neo4j');
  const env = { NEO4J_USER: access.user, NEO4J_PASSWORD: access.password };

  const both = async (asked: Asked): Promise<Answer> => {
    const [one, other] = await Promise.all([ask(servers[0], asked), ask(servers[1], asked)]);
    expect(other).toEqual(one);
    return one;
  };

  beforeAll(async () => {
    database = await claimDatabase(access);
    folder = mkdtempSync(join(tmpdir(), 'diplograph-servers-'));
    writeArchive(folder, documents);
    const serve = () => serveCli(['--store', url], { ...env, DIPLOGRAPH_ADMIN_TOKEN: operator });
    servers = await Promise.all([serve(), serve()]);
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await database.release();
    rmSync(folder, { recursive: true });
  });

  it('answer while documents come in, and alike once they are there', async () => {
    const ingests = Promise.all(
      ['1/2', '2/2'].map((shard) => runCli(['ingest', folder, '--shard', shard, '--store', url], { env })),
    );
    const seen: number[] = [];
    const stillRunning = () => Promise.race([ingests.then(() => false), pause(20).then(() => true)]);
    while (await stillRunning()) {
      const server = servers[seen.length % 2] as ServingProcess;
      seen.push((await ask(server, { query: '{ stats { documents } }' })).stats.documents);
      await ask(server, network);
    }
    expect((await ingests).map(({ status }) => status)).toEqual([0, 0]);
    // Whole documents, one behind another, whichever server is asked.
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect((await both({ query: '{ stats { documents } }' })).stats).toEqual({ documents });
    expect((await both(network)).network.nodes.length).toBeGreaterThan(5);
  });

  it('see at once what another changed, in what they had drawn, too', async () => {
    const { id, name } = (await both(people)).entities.nodes[0];
    await both(network);
    const renamed = await ask(servers[0], {
      query: 'mutation ($id: ID!) { renameEntity(entity: $id, name: "Somebody Else", note: "A test.") { newName } }',
      variables: { id },
      token: operator,
    });
    expect(renamed.renameEntity).toEqual({ newName: 'Somebody Else' });
    const labels = (answer: Answer) => answer.network.nodes.map(({ label }: Answer) => label);
    expect(labels(await ask(servers[1], network))).toContain('Somebody Else');
    expect(labels(await both(network))).not.toContain(name);
  });

  it('refuse what an editor saw before another server changed it', async () => {
    const { ledgerVersion } = await both({ query: '{ ledgerVersion }' });
    const { id } = (await both(people)).entities.nodes[1];
    const rename = (server: ServingProcess, name: string) =>
      ask(server, {
        query: `mutation ($id: ID!, $name: String!, $seen: Int!) {
          renameEntity(entity: $id, name: $name, note: "A test.", expectedVersion: $seen) { newName } }`,
        variables: { id, name, seen: ledgerVersion },
        token: operator,
      });
    const answers = await Promise.all([rename(servers[0], 'First Name'), rename(servers[1], 'Second Name')]);
    const [refused, ...others] = answers.filter(({ code }) => code !== undefined);
    expect([refused.code, others]).toEqual(['CONFLICT', []]);
    const kept = answers.find(({ code }) => code === undefined).renameEntity;
    expect((await both({ query: 'query ($id: ID!) { entity(id: $id) { name } }', variables: { id } })).entity).toEqual({
      name: kept.newName,
    });
  });

  it('know the tokens that another gave, until it takes them back', async () => {
    const made = await ask(servers[0], {
      query: 'mutation { createToken(name: "Ann Quill", role: EDITOR) { secret token { id } } }',
      token: operator,
    });
    const { secret, token } = made.createToken;
    const seesMatches = async () =>
      (await ask(servers[1], { query: '{ ledgerVersion }', token: secret })).code ?? 'seen';
    expect(await seesMatches()).toBe('seen');
    await ask(servers[0], {
      query: 'mutation ($id: ID!) { revokeToken(id: $id) { id } }',
      variables: { id: token.id },
      token: operator,
    });
    expect(await seesMatches()).toBe('UNAUTHENTICATED');
  });
});
