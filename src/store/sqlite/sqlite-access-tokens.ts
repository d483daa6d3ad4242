import type { AccessTokenRecord } from '../../model/access-token.js';
import type { AccessTokens, StoredToken } from '../access-tokens.js';
import { pageFromRows } from '../page-from-rows.js';
import { insertRow } from './insert-row.js';
import type { PageSource } from './page-statement.js';
import { rowFields } from './read-fields.js';
import { readPages } from './read-pages.js';
import type { SqliteDatabase } from './sqlite-database.js';

interface TokenRow {
  readonly id: string;
  readonly digest: string;
  readonly name: string;
  readonly role: AccessTokenRecord['role'];
  readonly created_by: string;
  readonly created_at: string;
  readonly expires_at: string | null;
  readonly last_used_on: string | null;
  readonly revoked_by: string | null;
  readonly revoked_at: string | null;
}

function tokenRecord(row: TokenRow): AccessTokenRecord {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedOn: row.last_used_on,
    revokedBy: row.revoked_by,
    revokedAt: row.revoked_at,
  };
}

function tokenRow({ record, digest }: StoredToken): TokenRow {
  const { id, name, role } = record;
  return {
    ...{ id, digest, name, role },
    created_by: record.createdBy,
    created_at: record.createdAt,
    expires_at: record.expiresAt,
    last_used_on: record.lastUsedOn,
    revoked_by: record.revokedBy,
    revoked_at: record.revokedAt,
  };
}

const tokenSource: PageSource<AccessTokenRecord, TokenRow> = {
  fields: rowFields([
    ...(['id', 'name', 'role', 'created_by', 'created_at'] as const),
    ...(['expires_at', 'last_used_on', 'revoked_by', 'revoked_at'] as const),
  ] satisfies readonly (keyof TokenRow)[]),
  record: tokenRecord,
  parameters: {},
  owned: [],
  all: { from: 'access_token AS t', record: 't', key: 't.id', conditions: [] },
};

export function sqliteAccessTokens(database: SqliteDatabase): AccessTokens {
  const find = (id: string): StoredToken | null => {
    const row = database.first<TokenRow>('SELECT * FROM access_token WHERE id = :id', { id });
    return row === undefined ? null : { record: tokenRecord(row), digest: row.digest };
  };
  return {
    async add(token) {
      await database.write(() => insertRow(database, 'access_token', { ...tokenRow(token) }));
    },

    async find(id) {
      return find(id);
    },

    async list(page) {
      return readPages(database, tokenSource, [null], page)[0] ?? pageFromRows([], page);
    },

    async revoke(id, by, at) {
      return database.write(() => {
        database.run(
          'UPDATE access_token SET revoked_by = :by, revoked_at = :at WHERE id = :id AND revoked_at IS NULL',
          { id, by, at },
        );
        return find(id)?.record ?? null;
      });
    },

    async noteUse(id, day) {
      await database.write(() =>
        database.run('UPDATE access_token SET last_used_on = :day WHERE id = :id', { id, day }),
      );
    },
  };
}
