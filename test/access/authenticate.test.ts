import * as crypto from 'node:crypto';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { IssuedToken } from '../../src/access/issue-token.js';
import type { Role } from '../../src/model/access-token.js';
import { openStore } from '../../src/store/open-store.js';

const compared = jest.fn(crypto.timingSafeEqual);
jest.unstable_mockModule('node:crypto', () => ({ ...crypto, timingSafeEqual: compared }));
const { authenticate } = await import('../../src/access/authenticate.js');
const { issueToken, revokeToken } = await import('../../src/access/issue-token.js');

const adminToken = 'a-token-of-the-tests-1957';
const now = Date.UTC(2030, 0, 1, 12);
const { tokens } = await openStore('sqlite::memory:');
const issue = (name: string, role: Role, expiresAt: string | null = null): Promise<IssuedToken> =>
  issueToken(tokens, { name, role, expiresAt, by: 'admin' }, now);
const who = (given: string, at = now, admin: string | undefined = adminToken) => authenticate(tokens, given, admin, at);
const refusal = (given: string, at = now) =>
  who(given, at).then(
    () => {
      throw new Error('The token was taken.');
    },
    (error: Error & { code: string; cure: string }) => error,
  );
/** Another character of the same alphabet. */
const other = (character: string) => (character === 'b' ? 'c' : 'b');

describe('who sent a token', () => {
  it('is the operator with the token of the configuration, and nobody where there is none', async () => {
    expect(await who(adminToken)).toEqual({ name: 'admin', role: 'ADMIN' });
    await expect(authenticate(tokens, adminToken, undefined)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(authenticate(tokens, 'undefined', undefined)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is who was given it, in the role that was given', async () => {
    const [reader, editor] = [await issue('Ann', 'READER'), await issue('Ben', 'EDITOR')];
    expect(await who(reader.secret)).toEqual({ name: 'Ann', role: 'READER' });
    expect(await who(editor.secret)).toEqual({ name: 'Ben', role: 'EDITOR' });
    expect(await who(editor.secret, now, undefined)).toEqual({ name: 'Ben', role: 'EDITOR' });
  });

  it('is nobody where one character of it is another, wherever it stands, or it is cut or goes on', async () => {
    const { secret } = await issue('Ann', 'ADMIN');
    const changed = [...secret].map((character, at) => secret.slice(0, at) + other(character) + secret.slice(at + 1));
    for (const given of [...changed, secret.slice(0, -1), `${secret}A`, `${secret} `, '', 'dgt_', secret.slice(4)]) {
      expect([given, await refusal(given)]).toEqual([given, expect.objectContaining({ code: 'UNAUTHENTICATED' })]);
    }
    for (const given of [adminToken.slice(0, -1), `${adminToken}1`, adminToken.toUpperCase()]) {
      expect([given, await refusal(given)]).toEqual([given, expect.objectContaining({ code: 'UNAUTHENTICATED' })]);
    }
  });

  it('is nobody with the secret of one token under the number of another', async () => {
    const [one, two] = [await issue('Ann', 'READER'), await issue('Ben', 'ADMIN')];
    const mixed = two.secret.slice(0, 25) + one.secret.slice(25);
    expect(mixed).not.toBe(one.secret);
    expect((await refusal(mixed)).code).toBe('UNAUTHENTICATED');
  });

  it('is nobody from the moment in which it is revoked or expires, and its owner is told why', async () => {
    const issued = await issue('Ann', 'EDITOR', '2030-01-02');
    expect(await who(issued.secret, Date.UTC(2030, 0, 2) - 1)).toMatchObject({ name: 'Ann' });
    const expired = await refusal(issued.secret, Date.UTC(2030, 0, 2));
    expect([expired.code, expired.message]).toEqual([
      'UNAUTHENTICATED',
      'The token expired at 2030-01-02T00:00:00.000Z.',
    ]);
    await revokeToken(tokens, issued.record.id, 'admin');
    const revoked = await refusal(issued.secret);
    expect([revoked.code, revoked.message]).toEqual(['UNAUTHENTICATED', expect.stringContaining('was revoked at')]);
    expect(revoked.cure).toContain('authorization: Bearer');
    // Whoever doesn't have the secret learns nothing of the token.
    const guessed = await refusal(issued.secret.slice(0, -1) + other(issued.secret.slice(-1)));
    expect(guessed.message).toBe('The token is not known here.');
  });

  it('is marked by the day, once a day', async () => {
    const issued = await issue('Ann', 'READER');
    const noteUse = jest.spyOn(tokens, 'noteUse');
    const lastUse = async () => (await tokens.find(issued.record.id))?.record.lastUsedOn;
    expect(await lastUse()).toBeNull();
    await who(issued.secret);
    expect(await lastUse()).toBe('2030-01-01');
    await who(issued.secret, now + 1_000);
    expect(noteUse).toHaveBeenCalledTimes(1);
    await who(issued.secret, Date.UTC(2030, 0, 3));
    expect(await lastUse()).toBe('2030-01-03');
    noteUse.mockRejectedValueOnce(new Error('The store is busy.'));
    expect(await who(issued.secret, Date.UTC(2030, 0, 4))).toMatchObject({ name: 'Ann' });
    noteUse.mockRestore();
  });
});

describe('the way that a token takes', () => {
  beforeEach(() => {
    compared.mockClear();
  });

  it('compares digests of equal length in constant time, be it known, wrong, unknown or no token at all', async () => {
    const { secret } = await issue('Ann', 'READER');
    const unknown = (await issue('Ben', 'READER')).secret.replace(/^dgt_.{20}/, `dgt_${'0'.repeat(20)}`);
    for (const given of [secret, `${secret.slice(0, -1)}${other(secret.slice(-1))}`, unknown, 'x', '']) {
      compared.mockClear();
      await who(given).catch(() => undefined);
      // Once with the operator's, once with that of the store or of nobody.
      expect(compared.mock.calls.map(([a, b]) => [a.byteLength, b.byteLength])).toEqual([
        [32, 32],
        [32, 32],
      ]);
    }
  });
});

describe('tokens that are made', () => {
  it('are kept without their secret', async () => {
    const { record, secret } = await issue('Ann', 'EDITOR');
    const kept = JSON.stringify([await tokens.find(record.id), await tokens.list({ last: 100 })]);
    expect(secret).toMatch(/^dgt_[0-9a-f]{20}_[\w-]{43}$/);
    expect(kept).not.toContain(secret.slice(25));
    expect((await issue('Ann', 'EDITOR')).secret.slice(25)).not.toBe(secret.slice(25));
  });

  it.each(['', ' ', 'admin', 'Admin', 'two  spaces', ' led', 'two\nlines', 'bell\u0007', 'a'.repeat(101), '\u202e'])(
    'do not get %j as a name',
    async (name) => {
      await expect(issue(name, 'READER')).rejects.toMatchObject({ code: 'BAD_ARGUMENT' });
    },
  );

  it.each(['yesterday', '2030', '2030-02-30', '2029-12-31', '2030-01-01T11:59:59Z', '2030-01-05T10:00', '1e99'])(
    'do not expire at %j',
    async (time) => {
      await expect(issue('Ann', 'READER', time)).rejects.toMatchObject({ code: 'BAD_ARGUMENT' });
    },
  );

  it('expire at a moment with its offset, told in UTC', async () => {
    expect((await issue('Ann', 'READER', '2030-06-01T01:30:00+02:00')).record.expiresAt).toBe(
      '2030-05-31T23:30:00.000Z',
    );
  });

  it('are not revoked under a name that none has', async () => {
    await expect(revokeToken(tokens, 'token:nobody', 'admin')).rejects.toMatchObject({ code: 'BAD_ARGUMENT' });
  });
});
