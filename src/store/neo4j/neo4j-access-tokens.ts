import type { AccessTokenRecord } from '../../model/access-token.js';
import type { AccessTokens } from '../access-tokens.js';
import { pageFromRows } from '../page-from-rows.js';
import type { Neo4jConnection } from './neo4j-connection.js';
import { accessTokenMap } from './node-records.js';
import { type PageSource, readPages } from './read-pages.js';

const tokenSource: PageSource<AccessTokenRecord, AccessTokenRecord> = {
  variable: 't',
  key: 't.id',
  returned: accessTokenMap('t'),
  record: (row) => row,
  parameters: {},
  owned: [],
  all: [{ match: 'MATCH (t:AccessToken)', conditions: [] }],
};

export function neo4jAccessTokens(connection: Neo4jConnection): AccessTokens {
  return {
    async add({ record, digest }) {
      await connection.write((run) => run('CREATE (t:AccessToken) SET t = $token', { token: { ...record, digest } }));
    },

    async find(id) {
      const [found] = await connection.read((run) =>
        run<{ record: AccessTokenRecord; digest: string }>(
          `MATCH (t:AccessToken {id: $id}) RETURN ${accessTokenMap('t')} AS record, t.digest AS digest`,
          { id },
        ),
      );
      return found ?? null;
    },

    async list(page) {
      const [tokens] = await connection.read((run) => readPages(run, tokenSource, [null], page));
      return tokens ?? pageFromRows([], page);
    },

    async revoke(id, by, at) {
      const [revoked] = await connection.write((run) =>
        run<{ record: AccessTokenRecord }>(
          `MATCH (t:AccessToken {id: $id})
           SET t.revokedBy = coalesce(t.revokedBy, $by), t.revokedAt = coalesce(t.revokedAt, $at)
           RETURN ${accessTokenMap('t')} AS record`,
          { id, by, at },
        ),
      );
      return revoked?.record ?? null;
    },

    async noteUse(id, day) {
      await connection.write((run) => run('MATCH (t:AccessToken {id: $id}) SET t.lastUsedOn = $day', { id, day }));
    },
  };
}
