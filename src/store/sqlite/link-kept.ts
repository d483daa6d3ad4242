import type { Identity } from '../../linking/identity.js';
import { linkNames } from '../../linking/link-documents.js';
import { matchKeys } from '../../linking/match-identities.js';
import { type Naming, type Spelling, spelledIdentity } from '../../linking/name-changes.js';
import { matchOf } from '../../linking/renew-identities.js';
import { settle } from '../../linking/settle.js';
import { runNow } from '../../linking/steps.js';
import { unpackNames } from '../source-batch.js';
import { GatheredRows, insertRows } from './insert-row.js';
import { unlinkedDocuments } from './kept-documents.js';
import { list, listed } from './page-statement.js';
import type { SqliteDatabase } from './sqlite-database.js';
import { documentsNamingBoth, matchColumns, matchValues, type sqliteLinkingTables } from './sqlite-linking-tables.js';
import { summed } from './summed.js';
import { withoutIndexes } from './without-indexes.js';

type Tables = ReturnType<typeof sqliteLinkingTables>;

/** Identities that are settled together, with all that they are tied to. */
const settledAtOnce = 500;

function namesIn(database: SqliteDatabase, documents: readonly string[]): readonly Naming[] {
  return database
    .all<{ batch: Buffer }>(`SELECT batch FROM document_source WHERE document IN ${list('ids')}`, {
      ids: listed(documents),
    })
    .flatMap(({ batch }) => unpackNames(batch));
}

function insertNames(database: SqliteDatabase, table: string, names: readonly Naming[]): void {
  const rows = names.map(({ identity, document, kind, name, authority }) => [
    identity,
    document,
    kind,
    name,
    authority,
  ]);
  insertRows(database, table, {}, ['identity', 'document', 'kind', 'name', 'authority'], rows);
}

/** Each identity once, by all that documents call it. Under which keys it is found, and which it asks for, is noted. */
function writeIdentities(database: SqliteDatabase): void {
  const said = summed(
    database.each<Spelling & { readonly identity: string }>(
      `SELECT identity, kind, name, authority, count(*) AS documents FROM identity_name
       GROUP BY identity, kind, name, authority ORDER BY identity`,
    ),
    ({ identity }) => identity,
    (): Spelling[] => [],
    (spellings, { kind, name, authority, documents }) => spellings.push({ kind, name, authority, documents }),
  );
  const columns = ['id', 'kind', 'name', 'authority', 'spellings', 'entity'];
  const identities = new GatheredRows(database, 'identity', columns);
  const keptKeys = new GatheredRows(database, 'kept_key', ['key', 'identity']);
  const askedKeys = new GatheredRows(database, 'asked_key', ['key', 'identity']);
  for (const { first, sum: spellings } of said) {
    const identity = spelledIdentity(first.identity, spellings);
    if (identity === null) continue;
    const { id, kind, name, authority } = identity;
    identities.add([id, kind, name, authority, JSON.stringify(spellings), id]);
    const { kept, asked } = matchKeys(identity);
    for (const key of kept) keptKeys.add([key, id]);
    for (const key of asked) askedKeys.add([key, id]);
  }
  for (const rows of [identities, keptKeys, askedKeys]) rows.write();
}

interface Pair extends Identity {
  readonly otherId: string;
  readonly otherName: string;
  readonly otherAuthority: string | null;
}

/** Compares each two of which one is found under a key that the other asks for. */
function writeMatches(database: SqliteDatabase): void {
  const pairs = database.each<Pair>(
    `SELECT l.id, l.kind, l.name, l.authority, r.id AS otherId, r.name AS otherName, r.authority AS otherAuthority
     FROM (SELECT DISTINCT min(a.identity, k.identity) AS lesser, max(a.identity, k.identity) AS greater
           FROM asked_key AS a CROSS JOIN identity_key AS k ON k.key = a.key WHERE a.identity <> k.identity) AS p
     CROSS JOIN identity AS l ON l.id = p.lesser CROSS JOIN identity AS r ON r.id = p.greater`,
  );
  const found = new GatheredRows(database, 'name_match', matchColumns);
  for (const { otherId, otherName, otherAuthority, ...one } of pairs) {
    const match = matchOf(one, { id: otherId, kind: one.kind, name: otherName, authority: otherAuthority });
    if (match !== null) found.add(matchValues({ ...match, together: 0 }));
  }
  found.write();
  database.run(
    `UPDATE name_match AS m SET together = (${documentsNamingBoth('m.left_id', 'm.right_id')}) WHERE m.verdict = 'SAME'`,
  );
}

/** Settles whoever is called the same as another, or was decided on by people; everybody else is an entity alone. */
function settleAll(database: SqliteDatabase, tables: Tables): void {
  for (let after = ''; ; ) {
    const ids = database
      .all<{ id: string }>(
        `SELECT i.id FROM identity AS i WHERE i.id > :after AND (
           EXISTS (SELECT 1 FROM name_match AS m WHERE m.left_id = i.id AND m.verdict = 'SAME')
           OR EXISTS (SELECT 1 FROM name_match AS m WHERE m.right_id = i.id AND m.verdict = 'SAME')
           OR EXISTS (SELECT 1 FROM ledger_subject AS s WHERE s.subject = i.id))
         ORDER BY i.id LIMIT :settledAtOnce`,
        { after, settledAtOnce },
      )
      .map(({ id }) => id);
    const last = ids.at(-1);
    if (last === undefined) return;
    runNow(settle(tables, ids));
    after = last;
  }
}

/** What `linkNames` comes to in the end, of all names at once: each row once, in the order of its table. */
function linkAll(database: SqliteDatabase, tables: Tables): void {
  database.execute(`
    CREATE TEMP TABLE kept_name (
      identity TEXT NOT NULL, document TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL, authority TEXT
    ) STRICT;
    CREATE TEMP TABLE kept_key (key TEXT NOT NULL, identity TEXT NOT NULL) STRICT;
    CREATE TEMP TABLE asked_key (key TEXT NOT NULL, identity TEXT NOT NULL) STRICT`);
  for (const documents of unlinkedDocuments(database)) insertNames(database, 'kept_name', namesIn(database, documents));
  withoutIndexes(database, ['identity_name', 'identity', 'identity_key'], () => {
    database.execute(
      'INSERT INTO identity_name SELECT identity, document, kind, name, authority FROM kept_name ORDER BY identity, document',
    );
    writeIdentities(database);
    database.execute('INSERT INTO identity_key SELECT key, identity FROM kept_key ORDER BY key, identity');
  });
  withoutIndexes(database, ['name_match'], () => writeMatches(database));
  settleAll(database, tables);
  database.execute('DROP TABLE kept_name; DROP TABLE kept_key; DROP TABLE asked_key');
}

/**
 * Links the names of all documents that are kept and not linked, within a transaction. To be called while there is no graph, before
 * anything but keeping documents is done: wherever there is one, all names are linked.
 */
export function linkKept(database: SqliteDatabase, tables: Tables): void {
  const [some] = unlinkedDocuments(database);
  if (some === undefined) return;
  if (database.first('SELECT 1 FROM identity LIMIT 1') === undefined) {
    linkAll(database, tables);
    return;
  }
  // Somebody edited or put documents since some were kept.
  for (const documents of unlinkedDocuments(database)) {
    const names = namesIn(database, documents);
    insertNames(database, 'identity_name', names);
    runNow(linkNames(tables, names));
  }
}
