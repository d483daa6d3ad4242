import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoreUnavailableError } from '../../src/errors.js';
import { type Role, roles } from '../../src/model/access-token.js';
import { post, startTestServer, type TestServer } from './start-test-server.js';

const adminToken = 'a-token-of-the-tests-1957';
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const query = '{ stats { documents } }';
const decide = 'mutation { decideMatch(left: "person:nobody", right: "person:nobody-else", verdict: SAME) { id } }';

async function create(server: TestServer, name: string, role: Role, expiresAt?: string) {
  const { body } = await post(
    server,
    {
      query: `mutation Create($name: String!, $role: Role!, $expiresAt: String) {
        createToken(name: $name, role: $role, expiresAt: $expiresAt) { secret token { id } } }`,
      variables: { name, role, expiresAt },
    },
    bearer(adminToken),
  );
  const created = body.data?.createToken as { secret: string; token: { id: string } } | undefined;
  if (created === undefined) throw new Error(JSON.stringify(body));
  return { secret: created.secret, id: created.token.id };
}

const codeOf = ({ body }: Awaited<ReturnType<typeof post>>) => body.errors?.[0]?.extensions?.code;

describe('a server that anybody may read', () => {
  let server: TestServer;
  const secrets = new Map<Role, string>();
  beforeAll(async () => {
    server = await startTestServer({ adminToken });
    for (const role of roles) secrets.set(role, (await create(server, `One ${role}`, role)).secret);
  });
  afterAll(() => server.close());

  it('answers without a token, and changes nothing', async () => {
    expect((await post(server, { query })).body.errors).toBeUndefined();
    const refused = await post(server, { query: decide });
    expect([refused.status, codeOf(refused)]).toEqual([401, 'UNAUTHENTICATED']);
    expect(refused.body.errors?.[0]?.extensions?.cure).toContain('authorization: Bearer');
  });

  it('lets through each role what it may, and tells who may not what is missing', async () => {
    const attempts = [
      ['EDITOR', decide],
      ['ADMIN', 'mutation { revokeToken(id: "token:none") { id } }'],
      ['ADMIN', '{ tokens { nodes { id } } }'],
    ] as const;
    for (const [needed, source] of attempts) {
      for (const role of roles) {
        const answer = await post(server, { query: source }, bearer(secrets.get(role) ?? ''));
        const mayNot = roles.indexOf(role) < roles.indexOf(needed);
        expect([source, role, codeOf(answer) === 'FORBIDDEN', answer.status === 403]).toEqual([
          ...[source, role, mayNot, mayNot],
        ]);
        if (mayNot) expect(answer.body.errors?.[0]?.message).toContain(`needs the role ${needed.toLowerCase()}`);
      }
    }
  });

  it.each([
    ['of nobody', 'Bearer dgt_0123456789abcdef0123_0123456789012345678901234567890123456789012'],
    ['of another form', 'Bearer another-token-of-the-tests'],
    ['that is a part of a token', `Bearer ${adminToken.slice(0, -1)}`],
    ['that is empty', 'Bearer'],
  ])('refuses a token %s, even where none is needed', async (_what, authorization) => {
    for (const path of ['/graphql?query=%7B__typename%7D', '/export/gexf']) {
      const response = await fetch(`${server.url}${path}`, { headers: { authorization } });
      expect([path, response.status, response.headers.get('www-authenticate')]).toEqual([path, 401, 'Bearer']);
      expect((await response.json()).errors[0].extensions).toEqual({
        code: 'UNAUTHENTICATED',
        cure: expect.stringContaining('createToken'),
      });
    }
  });

  it('leaves passwords of other schemes to whoever asked for them', async () => {
    expect((await post(server, { query }, { authorization: 'Basic dXNlcjpwYXNz' })).status).toBe(200);
  });

  it('takes a token no longer, at once, from the moment in which it is revoked', async () => {
    const { secret, id } = await create(server, 'Short', 'EDITOR');
    expect(codeOf(await post(server, { query: decide }, bearer(secret)))).toBe('UNKNOWN_ENTITY');
    await post(server, { query: `mutation { revokeToken(id: "${id}") { id } }` }, bearer(adminToken));
    const refused = await post(server, { query: decide }, bearer(secret));
    expect([refused.status, codeOf(refused)]).toEqual([401, 'UNAUTHENTICATED']);
    expect(refused.body.errors?.[0]?.message).toContain('revoked');
  });

  it('takes a token no longer that was revoked beside it, in the store', async () => {
    const { secret, id } = await create(server, 'Short', 'EDITOR');
    await server.store.tokens.revoke(id, 'the operator', new Date().toISOString());
    expect((await post(server, { query: decide }, bearer(secret))).status).toBe(401);
  });

  it('logs no token', async () => {
    await post(server, { query: decide }, bearer(secrets.get('READER') ?? ''));
    const log = JSON.stringify(server.log);
    for (const secret of [adminToken, ...secrets.values()]) expect(log).not.toContain(secret);
  });
});

describe('a server that asks readers for a token', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer({ adminToken, readTokenRequired: true });
  });
  afterAll(() => server.close());

  it('gives the graph to nobody without one', async () => {
    const asked = [
      ['/graphql?query=%7B__typename%7D', {}],
      ['/graphql?query=%7B__schema%7BqueryType%7Bname%7D%7D%7D', {}],
      [
        '/graphql',
        { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) },
      ],
      ['/export/gexf', {}],
      ['/export/csv', { method: 'HEAD' }],
    ] as const;
    for (const [path, init] of asked) {
      const response = await fetch(`${server.url}${path}`, {
        ...init,
        headers: { accept: 'application/json', ...('headers' in init ? init.headers : {}) },
      });
      expect([path, response.status]).toEqual([path, 401]);
    }
  });

  it('gives it to who has one', async () => {
    const { secret } = await create(server, 'Ann', 'READER');
    expect((await post(server, { query }, bearer(secret))).body.errors).toBeUndefined();
    const download = await fetch(`${server.url}/export/gexf`, { headers: bearer(secret) });
    expect([download.status, (await download.text()).startsWith('<?xml')]).toEqual([200, true]);
  });

  it('keeps its pages and what operators ask open', async () => {
    const page = { accept: 'text/html' };
    for (const path of ['/', '/graphql', '/healthz', '/readyz', '/metrics']) {
      expect([path, (await fetch(`${server.url}${path}`, { headers: page })).status]).toEqual([path, 200]);
    }
  });
});

describe('a server whose store is away', () => {
  it("still knows the operator, and tells others that it can't know them", async () => {
    const away = new StoreUnavailableError('No answer.', 'Start it.');
    const server = await startTestServer({
      adminToken,
      faulty: (store) => ({ tokens: { ...store.tokens, find: () => Promise.reject(away) } }),
    });
    const { secret } = await create(server, 'Ann', 'READER');
    expect((await post(server, { query: '{ __typename }' }, bearer(adminToken))).status).toBe(200);
    const answer = await post(server, { query: '{ __typename }' }, bearer(secret));
    expect([answer.status, codeOf(answer)]).toEqual([503, 'STORE_UNAVAILABLE']);
    await server.close();
  });
});
