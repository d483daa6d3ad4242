/** Kept in `user_version`; raised whenever the statements below change. */
export const schemaVersion = 14;

/** "Dipl" in ASCII, kept in `application_id`: tells a store of ours from any other SQLite file. */
export const applicationId = 0x4469706c;

/**
 * The tables. Text compares by bytes of UTF-8 (BINARY), which is code-point order. Lists and objects that are only
 * ever read whole are JSON. Every page is one walk along an index that ends in the sort key of its record:
 *
 * - `relation_end`, `statement_party`, `contribution` are the two ends of a relation, the parties of a statement,
 *   and the entities of a document, each row ready to be filtered without a look at its record;
 * - `first_day` and `last_day` are the days that a partial date covers (`coveredDays`);
 * - of statements, mentions and evidence, which are most of a store, identifiers and sort keys are reckoned of the columns
 *   that they follow from, as `statementId`, `mentionId`, `evidenceId` and `sortKeys` do. The indexes of the last two hold
 *   what the key begins with, and of the few that share it the key itself decides. The keys of statements are
 *   stored all the same, since their parties refer to them.
 */
export const schemaStatements = `
-- number is the rowid in a table of search tokens, here and below; declared, since VACUUM may change an undeclared one.
CREATE TABLE document (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  sort_key TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  date TEXT,
  first_day TEXT,
  last_day TEXT,
  authors TEXT NOT NULL,
  archival_reference TEXT,
  published_in TEXT,
  citation TEXT,
  url TEXT,
  translator TEXT,
  original_language TEXT,
  summary TEXT,
  format TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  coverage TEXT NOT NULL,
  text_length INTEGER NOT NULL
) STRICT;

-- Holds documentTokens only.
CREATE VIRTUAL TABLE document_search USING fts5 (
  tokens, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);
CREATE VIRTUAL TABLE document_word USING fts5vocab (document_search, row);

-- Clustered by entity: to sum up a body that a thousand documents speak of is to read one stretch of the file.
CREATE TABLE contribution (
  entity TEXT NOT NULL,
  document_key TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  document_date TEXT,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL,
  description TEXT,
  authority TEXT,
  candidates TEXT NOT NULL,
  coordinates TEXT,
  date TEXT,
  end_date TEXT,
  duration TEXT,
  mention_count INTEGER NOT NULL,
  is_author INTEGER NOT NULL,
  PRIMARY KEY (entity, document_key)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX contribution_by_document ON contribution (document, entity);

CREATE TABLE entity (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  mention_key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  aliases TEXT NOT NULL,
  description TEXT,
  authority TEXT,
  candidates TEXT NOT NULL,
  coordinates TEXT,
  mention_count INTEGER NOT NULL,
  first_date TEXT,
  last_date TEXT,
  date TEXT,
  end_date TEXT,
  duration TEXT,
  first_day TEXT,
  last_day TEXT,
  timeline_key TEXT
) STRICT;

-- What is counted of an entity (EntityTally), apart from what is read of it.
CREATE TABLE entity_tally (
  entity TEXT PRIMARY KEY,
  tally TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX entity_by_kind ON entity (kind, id);
CREATE INDEX entity_by_timeline ON entity (timeline_key) WHERE timeline_key IS NOT NULL;

-- Holds searchTokens only: they are ASCII words already, and names are read from entity.
CREATE VIRTUAL TABLE entity_search USING fts5 (
  tokens, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

-- titles are the spellings of its title, counted (RelationTally).
CREATE TABLE relation (
  id TEXT PRIMARY KEY,
  type TEXT NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  source_kind TEXT NOT NULL,
  target_kind TEXT NOT NULL,
  title TEXT,
  titles TEXT,
  modality TEXT NOT NULL,
  date TEXT,
  weight INTEGER NOT NULL
) STRICT;
CREATE INDEX relation_by_source ON relation (source, id);
CREATE INDEX relation_by_target ON relation (target, id);
CREATE INDEX relation_by_type ON relation (type, id);

-- What each document says of a relation: the spelling of its title. Its evidence says the rest.
CREATE TABLE relation_support (
  document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  relation TEXT NOT NULL,
  title TEXT,
  PRIMARY KEY (document, relation)
) STRICT, WITHOUT ROWID;

-- Found from the relation by its ends, not by an index of its own. role is OUT for the source, IN for the target, BOTH at either end of a symmetric relation and for a loop.
CREATE TABLE relation_end (
  entity TEXT NOT NULL,
  relation TEXT NOT NULL,
  role TEXT NOT NULL,
  type TEXT NOT NULL,
  modality TEXT NOT NULL,
  kind TEXT NOT NULL,
  other TEXT NOT NULL,
  other_kind TEXT NOT NULL,
  weight INTEGER NOT NULL,
  PRIMARY KEY (entity, relation)
) STRICT, WITHOUT ROWID;
CREATE INDEX relation_end_by_other ON relation_end (entity, other);

-- Who is tied to whom, most strongly first, and how many of each kind: weight is the sum of the relations that join the
-- two, loops and documents set aside. What is strongest of a hundred thousand ties is read without a look at the rest.
-- In tie_count, weight is the sum of all relations to entities of the kind, loops included; entity_rank sums it up over the kinds.
CREATE TABLE tie (
  entity TEXT NOT NULL,
  other_kind TEXT NOT NULL,
  weight INTEGER NOT NULL,
  other TEXT NOT NULL,
  relations INTEGER NOT NULL,
  PRIMARY KEY (entity, other_kind, weight DESC, other)
) STRICT, WITHOUT ROWID;
CREATE TABLE tie_count (
  entity TEXT NOT NULL,
  other_kind TEXT NOT NULL,
  neighbours INTEGER NOT NULL,
  relations INTEGER NOT NULL,
  weight INTEGER NOT NULL,
  PRIMARY KEY (entity, other_kind)
) STRICT, WITHOUT ROWID;
CREATE TABLE entity_rank (
  kind TEXT NOT NULL,
  weight INTEGER NOT NULL,
  entity TEXT NOT NULL,
  PRIMARY KEY (kind, weight DESC, entity)
) STRICT, WITHOUT ROWID;

CREATE TABLE statement (
  number INTEGER PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  speaker TEXT NOT NULL,
  mode TEXT NOT NULL,
  addressees TEXT NOT NULL,
  about TEXT NOT NULL,
  reported_by TEXT NOT NULL,
  quote TEXT NOT NULL,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  date TEXT,
  first_day TEXT,
  last_day TEXT,
  id TEXT AS ('statement:' || substr(document, 10) || '/' || start || '-' || "end" || '/' || speaker || '/' || lower(mode)),
  sort_key TEXT NOT NULL UNIQUE AS (ifnull(date, '~') || '!' || document || printf('!%09d!', start) || id) STORED
) STRICT;
CREATE INDEX statement_by_document ON statement (document, sort_key);

-- Hold passageToken only; evidence_search those of relations. Their words are what a misspelled one is compared with.
CREATE VIRTUAL TABLE statement_search USING fts5 (
  tokens, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);
CREATE VIRTUAL TABLE evidence_search USING fts5 (
  tokens, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);
CREATE VIRTUAL TABLE statement_word USING fts5vocab (statement_search, row);
CREATE VIRTUAL TABLE evidence_word USING fts5vocab (evidence_search, row);

-- roles is a sum: 1 speaker, 2 addressee, 4 subject. One row, so that a page meets a statement once.
CREATE TABLE statement_party (
  entity TEXT NOT NULL,
  sort_key TEXT NOT NULL REFERENCES statement (sort_key) ON DELETE CASCADE,
  roles INTEGER NOT NULL,
  PRIMARY KEY (entity, sort_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX statement_party_by_statement ON statement_party (sort_key);

CREATE TABLE mention (
  document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  entity TEXT NOT NULL,
  text TEXT NOT NULL,
  kind TEXT NOT NULL,
  id TEXT AS ('mention:' || substr(document, 10) || '/' || start || '-' || "end" || '/' || entity),
  sort_key TEXT AS (document || printf('!%09d!', start) || id)
) STRICT;
CREATE INDEX mention_by_entity ON mention (entity, document, start);
CREATE INDEX mention_by_document ON mention (document, start);

CREATE TABLE evidence (
  number INTEGER PRIMARY KEY,
  claim TEXT NOT NULL,
  document TEXT NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  end INTEGER NOT NULL,
  quote TEXT NOT NULL,
  date TEXT,
  extractor TEXT NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL NOT NULL,
  id TEXT AS ('evidence:' || substr(document, 10) || '/' || start || '-' || "end" || '/' || claim),
  sort_date TEXT AS (ifnull(date, '~')),
  sort_key TEXT AS (sort_date || '!' || document || printf('!%09d!', start) || id)
) STRICT;
CREATE INDEX evidence_by_claim ON evidence (claim, sort_date, document, start);
CREATE INDEX evidence_by_document ON evidence (document, sort_date, start);

-- Documents as they named their entities, before linking. No foreign keys: a document's graph is written anew, and
-- so taken away for a moment, whenever another document changes what its identities are linked to.
-- One that has no row in document has yet to be written, and one that has none in identity_name either to be linked: see finishLoad.
CREATE TABLE document_source (
  document TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  batch BLOB NOT NULL
) STRICT;

-- Apart from its document: a walk along documents doesn't read megabytes of text.
CREATE TABLE document_text (
  document TEXT PRIMARY KEY,
  text TEXT NOT NULL
) STRICT;

CREATE TABLE identity_name (
  identity TEXT NOT NULL,
  document TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  authority TEXT,
  PRIMARY KEY (identity, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_name_by_document ON identity_name (document, identity);

-- spellings is what documents call it, counted.
CREATE TABLE identity (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  authority TEXT,
  spellings TEXT NOT NULL,
  entity TEXT NOT NULL,
  given_name TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_by_entity ON identity (entity, id);

CREATE TABLE identity_key (
  key TEXT NOT NULL,
  identity TEXT NOT NULL REFERENCES identity (id) ON DELETE CASCADE,
  PRIMARY KEY (key, identity)
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_key_by_identity ON identity_key (identity);

CREATE TABLE name_match (
  id TEXT PRIMARY KEY,
  sort_key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  left_id TEXT NOT NULL REFERENCES identity (id) ON DELETE CASCADE,
  right_id TEXT NOT NULL REFERENCES identity (id) ON DELETE CASCADE,
  left_name TEXT NOT NULL,
  right_name TEXT NOT NULL,
  verdict TEXT NOT NULL,
  score REAL NOT NULL,
  reason TEXT NOT NULL,
  state TEXT NOT NULL,
  together INTEGER NOT NULL
) STRICT;
CREATE INDEX name_match_by_left ON name_match (left_id, sort_key);
CREATE INDEX name_match_by_right ON name_match (right_id, sort_key);
CREATE INDEX name_match_by_state ON name_match (state, sort_key);

-- What people changed; outlives the documents that it was about. changed is the version of the ledger at which the
-- entry was made or, if later, undone.
CREATE TABLE ledger_entry (
  id TEXT PRIMARY KEY,
  action TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  note TEXT,
  edit TEXT NOT NULL,
  names TEXT NOT NULL,
  undone TEXT,
  changed INTEGER NOT NULL
) STRICT;
CREATE INDEX ledger_entry_by_change ON ledger_entry (changed);

CREATE TABLE ledger_subject (
  subject TEXT NOT NULL,
  entry TEXT NOT NULL REFERENCES ledger_entry (id) ON DELETE CASCADE,
  PRIMARY KEY (subject, entry)
) STRICT, WITHOUT ROWID;

-- The relations that entries keep out of the graph, between the entities of now.
CREATE TABLE retracted_relation (
  entry TEXT NOT NULL,
  relation TEXT NOT NULL,
  source TEXT NOT NULL,
  target TEXT NOT NULL,
  PRIMARY KEY (entry, relation)
) STRICT, WITHOUT ROWID;
CREATE INDEX retracted_relation_by_relation ON retracted_relation (relation);

-- Documents that people deleted, as document_source keeps them, until the deletion is undone.
CREATE TABLE deleted_document (
  document TEXT PRIMARY KEY,
  batch BLOB NOT NULL,
  text TEXT NOT NULL
) STRICT;

-- Who may read or change over the network. Of a token's secret only the digest is kept.
CREATE TABLE access_token (
  id TEXT PRIMARY KEY,
  digest TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT,
  last_used_on TEXT,
  revoked_by TEXT,
  revoked_at TEXT
) STRICT;
`;
