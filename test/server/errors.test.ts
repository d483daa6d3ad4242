import { describe, expect, it } from '@jest/globals';
import { DiplographError, type ErrorCode, errorCodes } from '../../src/errors.js';
import { post, startTestServer } from './start-test-server.js';

async function answerWhenStatsThrow(error: unknown, query = '{ stats { documents } }') {
  const server = await startTestServer({ faulty: () => ({ stats: () => Promise.reject(error) }) });
  try {
    return { ...(await post(server, { query })), log: server.log };
  } finally {
    await server.close();
  }
}

describe('errors thrown on purpose', () => {
  it.each(Object.keys(errorCodes) as ErrorCode[])('%s shows its message, code, cure and HTTP status', async (code) => {
    const { status, body } = await answerWhenStatsThrow(new DiplographError(code, 'It is so.', 'Do this.'));
    expect(status).toBe(errorCodes[code].httpStatus);
    expect(body.errors).toEqual([
      expect.objectContaining({ message: 'It is so.', path: ['stats'], extensions: { code, cure: 'Do this.' } }),
    ]);
  });

  it('leave the status at 200 where another question of the query was answered', async () => {
    const error = new DiplographError('STORE_UNAVAILABLE', 'It is so.', 'Do this.');
    const { status, body } = await answerWhenStatsThrow(
      error,
      '{ path(from: "person:nobody", to: "person:nobody") { length } search(query: "Kim") { score } }',
    );
    expect([status, body.errors?.[0]?.extensions?.code]).toEqual([200, 'UNKNOWN_ENTITY']);
    expect(body.data?.search).toEqual(expect.arrayContaining([{ score: expect.any(Number) }]));
  });
});

describe('errors that nobody expected', () => {
  it('are masked, and logged with the identifier that the answer gives', async () => {
    const { status, headers, body, log } = await answerWhenStatsThrow(new Error('password=hunter2'));
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain('hunter2');
    const [error] = body.errors ?? [];
    const requestId = headers.get('x-request-id');
    expect(error?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', cure: expect.any(String), requestId });
    const line = log.find(({ msg }) => msg === 'unexpected error');
    expect(line).toMatchObject({ requestId, path: 'stats', err: { message: 'password=hunter2' } });
  });

  it('are masked where something else than an error was thrown', async () => {
    const { status, body } = await answerWhenStatsThrow('hunter2');
    expect([status, body.errors?.[0]?.extensions?.code]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    expect(JSON.stringify(body)).not.toContain('hunter2');
  });
});

describe("GraphQL's own refusals", () => {
  it('pass with their message', async () => {
    const { body } = await answerWhenStatsThrow(new Error('never asked'), '{ nothing }');
    expect(body.errors?.[0]?.message).toContain('Cannot query field "nothing"');
  });
});
