import { isMisspelling } from '../../search/misspelling.js';
import { dateWindow } from '../date-window.js';
import type { PassageFilter } from '../graph-search.js';
import type { PassageRow, SearchReader } from '../search-reader.js';
import { printTokenQuery } from '../token-query.js';
import { list, listed } from './page-statement.js';
import { type DocumentRow, documentRecord, type EntityRow, entityRecord } from './rows.js';
import type { SqliteDatabase } from './sqlite-database.js';

type StoredPassage = Omit<PassageRow, 'parties' | 'named'> & { readonly parties: string; readonly mentioned: string };

/** A partial date is compared with as much of a day as it tells, as in `evident.ts`. */
const ofTheDays = (row: string): string =>
  `(:firstDay IS NULL OR ${row}.date >= substr(:firstDay, 1, length(${row}.date)))
   AND (:lastDay IS NULL OR ${row}.date <= substr(:lastDay, 1, length(${row}.date)))`;

const statementParties = 'json_array(s.speaker, json(s.addressees), json(s.about), json(s.reported_by))';
const kinds = list('kinds');

const statements = `
  SELECT s.id AS claim, s.mode, NULL AS type, s.document, s.date, s.quote, s.start, s.end, s.sort_key,
    ${statementParties} AS parties
  FROM statement_search CROSS JOIN statement AS s ON s.number = statement_search.rowid
  WHERE statement_search MATCH :tokens AND (:modes IS NULL OR s.mode IN ${list('modes')})
    AND (:document IS NULL OR s.document = :document) AND ${ofTheDays('s')}
    AND (:kinds IS NULL OR EXISTS (
      SELECT 1 FROM json_tree(${statementParties}) AS party JOIN entity AS e ON e.id = party.atom WHERE e.kind IN ${kinds}))`;

const relations = `
  SELECT x.claim, NULL AS mode, r.type, x.document, x.date, x.quote, x.start, x.end, x.sort_key,
    json_array(r.source, r.target) AS parties
  FROM evidence_search CROSS JOIN evidence AS x ON x.number = evidence_search.rowid
    CROSS JOIN relation AS r ON r.id = x.claim
  WHERE evidence_search MATCH :tokens AND (:types IS NULL OR r.type IN ${list('types')})
    AND (:document IS NULL OR x.document = :document) AND ${ofTheDays('x')}
    AND (:kinds IS NULL OR r.source_kind IN ${kinds} OR r.target_kind IN ${kinds})`;

/** Of an entity only the mentions in the passage are looked at. */
const mentioned = `
  SELECT json_group_array(DISTINCT m.entity) FROM mention AS m
  WHERE m.entity IN ${list('named')} AND m.document = x.document AND m.start >= x.start AND m.start < x.end
    AND m.end <= x.end`;

/** The two kinds of claims that a filter lets through. */
function claimsOf({ claims, modes, types }: PassageFilter): readonly string[] {
  const isWanted = (claim: 'STATEMENT' | 'RELATION') => claims === undefined || claims.includes(claim);
  return [
    ...(isWanted('STATEMENT') && (modes !== undefined || types === undefined) ? [statements] : []),
    ...(isWanted('RELATION') && (types !== undefined || modes === undefined) ? [relations] : []),
  ];
}

/** The tables of each index, and those of their words where these are looked through. */
const tablesOf = {
  passages: [
    ['statement_search', 'statement_word'],
    ['evidence_search', 'evidence_word'],
  ],
  documents: [['document_search', 'document_word']],
  names: [['entity_search']],
} as const;

function countToken(database: SqliteDatabase, search: string, token: string, most: number): number {
  const counted = database.first<{ count: number }>(
    `SELECT count(*) AS count FROM (SELECT 1 FROM ${search} WHERE ${search} MATCH :token LIMIT :most)`,
    { token, most },
  );
  return counted?.count ?? 0;
}

export function sqliteSearchReader(database: SqliteDatabase): SearchReader {
  return {
    entities: async (tokens, kinds, limit) =>
      database
        .all<EntityRow>(
          `SELECT e.* FROM entity_search CROSS JOIN entity AS e ON e.number = entity_search.rowid
           WHERE entity_search MATCH :tokens ${kinds === null ? '' : `AND e.kind IN ${list('kinds')}`}
           ORDER BY e.mention_key LIMIT :limit`,
          { tokens: printTokenQuery(tokens), kinds: listed(kinds ?? undefined), limit },
        )
        .map(entityRecord),

    titled: async (tokens, limit) =>
      database
        .all<DocumentRow>(
          `SELECT d.* FROM document_search CROSS JOIN document AS d ON d.number = document_search.rowid
           WHERE document_search MATCH :tokens ORDER BY d.sort_key LIMIT :limit`,
          { tokens: printTokenQuery(tokens), limit },
        )
        .map(documentRecord),

    tokenCounts: async (index, tokens, most) => {
      const counts = tokens.map((token): [string, number] => {
        let count = 0;
        for (const [search] of tablesOf[index]) {
          if (count < most) count += countToken(database, search, token, most - count);
        }
        return [token, count];
      });
      return new Map(counts.filter(([, count]) => count > 0));
    },

    misspelled: async (index, stem) => {
      const begun = index.word(stem.charAt(0));
      const words = tablesOf[index.name].flatMap(([, table]) =>
        database.all<{ readonly term: string }>(
          `SELECT term FROM ${table} WHERE term >= :begun AND term < :begun || '~'`,
          { begun },
        ),
      );
      const tokens = new Set(words.map(({ term }) => term));
      return [...tokens].filter((token) => isMisspelling(stem, token.slice(1)));
    },

    async documents(tokens, filter, limit) {
      const rows = database.all<DocumentRow & { readonly text: string }>(
        `SELECT d.*, t.text FROM document_search CROSS JOIN document AS d ON d.number = document_search.rowid
           CROSS JOIN document_text AS t ON t.document = d.id
         WHERE document_search MATCH :tokens AND (:firstDay IS NULL OR d.last_day >= :firstDay)
           AND (:lastDay IS NULL OR d.first_day <= :lastDay)
           AND (:author IS NULL OR EXISTS (
             SELECT 1 FROM contribution AS a WHERE a.entity = :author AND a.document_key = d.sort_key AND a.is_author))
         ORDER BY d.sort_key LIMIT :limit`,
        { tokens: printTokenQuery(tokens), ...dateWindow(filter), author: filter.author ?? null, limit },
      );
      return rows.map((row) => ({ document: documentRecord(row), text: row.text }));
    },

    async passages(tokens, filter, named, limit) {
      const claims = claimsOf(filter);
      if (claims.length === 0) return [];
      const rows = database.all<StoredPassage & { readonly sort_key: string }>(
        `SELECT x.*, (${mentioned}) AS mentioned FROM (${claims.join(' UNION ALL ')} ORDER BY sort_key LIMIT :limit) AS x
         ORDER BY x.sort_key`,
        {
          tokens: printTokenQuery(tokens),
          named: listed(named),
          modes: listed(filter.modes),
          types: listed(filter.types),
          kinds: listed(filter.kinds),
          document: filter.document ?? null,
          ...dateWindow(filter),
          limit,
        },
      );
      return rows.map(({ sort_key: _, parties: stored, mentioned: others, ...row }) => {
        const parties = (JSON.parse(stored) as (string | string[])[]).flat();
        const there = new Set([...parties, ...(JSON.parse(others) as string[])]);
        return { ...row, parties, named: named.filter((one) => there.has(one)) };
      });
    },
  };
}
