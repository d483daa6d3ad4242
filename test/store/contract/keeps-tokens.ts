import { describe, expect, it } from '@jest/globals';
import { timeOrderedId } from '../../../src/access/time-ordered-id.js';
import type { AccessTokenRecord } from '../../../src/model/access-token.js';
import type { PageRequest } from '../../../src/store/graph-store.js';
import type { CurrentStore } from '../graph-store.contract.js';

let clock = Date.UTC(1957, 6, 12) + 0x0100_0000_0000;

/** Later than all before it. */
function token(fields: Partial<AccessTokenRecord> = {}): AccessTokenRecord {
  clock += 1;
  return {
    ...{ id: `token:${timeOrderedId(clock)}`, name: 'An editor', role: 'EDITOR', createdBy: 'admin' },
    ...{ createdAt: '2030-01-01T00:00:00.000Z', expiresAt: null, lastUsedOn: null, revokedBy: null, revokedAt: null },
    ...fields,
  };
}

const digest = '0123456789abcdef'.repeat(4);

export function keepsTokens(current: CurrentStore): void {
  describe('tokens', () => {
    it('are found again as they were added, and nothing is found for another identifier', async () => {
      const { tokens } = current();
      const plain = token();
      const full = token({ name: 'Ő "quoted" – 김', role: 'READER', expiresAt: '2031-01-01T00:00:00.000Z' });
      await tokens.add({ record: plain, digest });
      await tokens.add({ record: full, digest });
      expect(await tokens.find(plain.id)).toEqual({ record: plain, digest });
      expect(await tokens.find(full.id)).toEqual({ record: full, digest });
      expect(await tokens.find(token().id)).toBeNull();
      expect(await tokens.find('')).toBeNull();
    });

    it('are made once under an identifier', async () => {
      const { tokens } = current();
      const record = token();
      await tokens.add({ record, digest });
      await expect(tokens.add({ record: { ...record, role: 'ADMIN' }, digest })).rejects.toThrow();
      expect((await tokens.find(record.id))?.record.role).toBe('EDITOR');
    });

    it('are listed in the order in which they were made, page by page in both directions', async () => {
      const { tokens } = current();
      const made = [token(), token(), token()];
      for (const record of made.toReversed()) await tokens.add({ record, digest });
      const last = await tokens.list({ last: 2 });
      expect(last.items.map(({ record }) => record)).toEqual(made.slice(1));
      expect(last.items.map(({ cursor }) => cursor)).toEqual(made.slice(1).map(({ id }) => id));
      expect(last).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
      const before = await tokens.list({ last: 1, before: made[1]?.id });
      expect(before.items.map(({ record }) => record)).toEqual([made[0]]);
      const listed: string[] = [];
      for (let page: PageRequest | null = { first: 2 }; page !== null; ) {
        const { items, hasNextPage } = await tokens.list(page);
        listed.push(...items.map(({ record }) => record.id));
        page = hasNextPage ? { first: 2, after: items.at(-1)?.cursor } : null;
      }
      expect(listed).toEqual([...new Set(listed)].sort());
      expect(listed).toEqual(expect.arrayContaining(made.map(({ id }) => id)));
    });

    it('are revoked once, and for good', async () => {
      const { tokens } = current();
      const record = token();
      const other = token();
      await tokens.add({ record, digest });
      await tokens.add({ record: other, digest });
      const revoked = { ...record, revokedBy: 'admin', revokedAt: '2030-01-02T00:00:00.000Z' };
      expect(await tokens.revoke(record.id, 'admin', '2030-01-02T00:00:00.000Z')).toEqual(revoked);
      expect(await tokens.revoke(record.id, 'another', '2030-01-03T00:00:00.000Z')).toEqual(revoked);
      expect(await tokens.find(record.id)).toEqual({ record: revoked, digest });
      expect(await tokens.find(other.id)).toEqual({ record: other, digest });
      expect(await tokens.revoke(token().id, 'admin', '2030-01-02T00:00:00.000Z')).toBeNull();
    });

    it('keep the day on which they were last used', async () => {
      const { tokens } = current();
      const record = token();
      await tokens.add({ record, digest });
      await tokens.noteUse(record.id, '2030-01-05');
      await tokens.noteUse(token().id, '2030-01-05');
      expect((await tokens.find(record.id))?.record).toEqual({ ...record, lastUsedOn: '2030-01-05' });
    });

    it('are no part of the graph', async () => {
      const store = current();
      const record = token();
      await store.tokens.add({ record, digest });
      expect(await store.nodes([record.id])).toEqual([null]);
      expect(await store.stats()).toMatchObject({ documents: 0, entities: 0, relations: 0 });
    });
  });
}
