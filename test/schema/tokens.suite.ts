import { describe, expect, it } from '@jest/globals';
import { graphql } from 'graphql';
import { createContext } from '../../schema/context.js';
import { schema } from '../../schema/schema.js';
import { authenticate } from '../../src/access/authenticate.js';
import { DiplographError } from '../../src/errors.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { graphBatch } from '../store/graph-batch-fixture.js';
import { fill, type OpenStore } from './ask.js';

// biome-ignore lint/suspicious/noExplicitAny: an answer has the shape of its query, which each test knows.
type Answer = any;

async function asAdmin(store: GraphStore, source: string): Promise<Answer> {
  const contextValue = createContext(store, { name: 'Chief', role: 'ADMIN' });
  const { data, errors } = await graphql({ schema, source, contextValue });
  if (errors?.[0]) throw errors[0].originalError ?? errors[0];
  return JSON.parse(JSON.stringify(data));
}

export function tokens(open: OpenStore): void {
  describe('tokens', () => {
    it('are given, listed without their secret, and taken back', async () => {
      const store = await open();
      const before = new Date().toISOString();
      const { createToken } = await asAdmin(
        store,
        `mutation { createToken(name: "Ann", role: EDITOR, expiresAt: "2999-01-01") {
           secret token { id name role createdBy createdAt expiresAt lastUsedOn revokedAt } } }`,
      );
      expect(createToken.token).toMatchObject({
        ...{ name: 'Ann', role: 'EDITOR', createdBy: 'Chief', expiresAt: '2999-01-01T00:00:00.000Z' },
        ...{ lastUsedOn: null, revokedAt: null },
      });
      expect(createToken.token.createdAt >= before).toBe(true);
      expect(await authenticate(store.tokens, createToken.secret, undefined)).toEqual({ name: 'Ann', role: 'EDITOR' });

      const second = await asAdmin(store, 'mutation { createToken(name: "Ben", role: READER) { token { id } } }');
      const listed = await asAdmin(store, '{ tokens(first: 1) { nodes { name } pageInfo { endCursor hasNextPage } } }');
      expect([listed.tokens.nodes, listed.tokens.pageInfo.hasNextPage]).toEqual([[{ name: 'Ann' }], true]);
      const { endCursor } = listed.tokens.pageInfo;
      const rest = await asAdmin(store, `{ tokens(after: "${endCursor}") { nodes { id expiresAt } } }`);
      expect(rest.tokens.nodes).toEqual([{ id: second.createToken.token.id, expiresAt: null }]);

      const { revokeToken } = await asAdmin(
        store,
        `mutation { revokeToken(id: "${createToken.token.id}") { name revokedBy revokedAt } }`,
      );
      expect(revokeToken).toEqual({ name: 'Ann', revokedBy: 'Chief', revokedAt: expect.any(String) });
      await expect(authenticate(store.tokens, createToken.secret, undefined)).rejects.toMatchObject({
        code: 'UNAUTHENTICATED',
      });
    });

    it('are refused with what to do where the name, the time or the identifier is wrong', async () => {
      const store = await open();
      for (const [field, about] of [
        ['createToken(name: "admin", role: ADMIN) { secret }', 'another name'],
        ['createToken(name: "Ann", role: ADMIN, expiresAt: "1957-07-12") { secret }', 'future'],
        ['createToken(name: "Ann", role: ADMIN, expiresAt: "soon") { secret }', '2030-12-31'],
        ['revokeToken(id: "token:none") { id }', 'query tokens'],
      ] as const) {
        const error = await asAdmin(store, `mutation { ${field} }`).catch((thrown: unknown) => thrown);
        expect(error).toBeInstanceOf(DiplographError);
        expect(error).toMatchObject({ code: 'BAD_ARGUMENT', cure: expect.stringContaining(about) });
      }
    });

    it('sign with their name what is decided', async () => {
      const entities = (id: string, name: string) => [{ id, name }];
      const store = await fill(open, [
        graphBatch({ key: 'a', entities: entities('person:j-dulles', 'J. Dulles') }),
        graphBatch({ key: 'b', entities: entities('person:john-dulles', 'John Dulles') }),
      ]);
      const contextValue = createContext(store, { name: 'Ann', role: 'EDITOR' });
      const source =
        'mutation { decideMatch(left: "person:j-dulles", right: "person:john-dulles", verdict: SAME) { by } }';
      expect(await graphql({ schema, source, contextValue })).toEqual({ data: { decideMatch: { by: 'Ann' } } });
    });
  });
}
