import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { startTestServer, type TestServer } from './start-test-server.js';

describe('the audits of GraphQL over HTTP', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it.each(serverAudits({ url: '' }).map(({ id, name }) => [id, name]))('%s: %s', async (id) => {
    const audit = serverAudits({ url: `${server.url}/graphql` }).find((one) => one.id === id);
    expect(await audit?.fn()).toMatchObject({ status: 'ok' });
  });
});
