import { entityKinds } from '../../model/ontology.js';
import type { EntityRecord } from '../../model/records.js';
import { mostErrors } from '../../search/misspelling.js';
import { passageToken } from '../../search/passage-tokens.js';
import { dateWindow } from '../date-window.js';
import type { PassageFilter } from '../graph-search.js';
import type { PassageRow, SearchReader } from '../search-reader.js';
import { printTokenQuery } from '../token-query.js';
import { evidenceParameters } from './evident.js';
import type { RunCypher } from './neo4j-connection.js';
import { fullTextIndexes } from './neo4j-schema.js';
import { type DocumentRow, documentMap, entityMap, fromDocumentRow, listOf } from './node-records.js';
import { dateConditions, ifSet } from './page-sources.js';

/** Of a statement. */
const partiesBeside = ['addressees', 'about', 'reportedBy'].map((property) => listOf('n', property)).join(' + ');

/** A partial date is compared with as much of a day as it tells, as in `evident.ts`. */
const passages = `
  CALL db.index.fulltext.queryNodes('${fullTextIndexes.passages}', $tokens) YIELD node AS n
  WHERE ($document IS NULL OR n.document = $document)
    AND (NOT $isDated OR (n.date >= left($firstDay, size(n.date)) AND n.date <= left($lastDay, size(n.date))))
  OPTIONAL MATCH (n)-[:SUPPORTS]->(r:Relation)
  WITH n, r WHERE CASE WHEN n:Statement
    THEN $isStatement AND ($modes IS NULL OR n.mode IN $modes)
    ELSE $isRelation AND ($types IS NULL OR r.type IN $types) END
  WITH n, r, CASE WHEN n:Statement THEN [n.speaker] + ${partiesBeside} ELSE [r.source, r.target] END AS parties
  WHERE $kinds IS NULL OR any(party IN parties WHERE split(party, ':')[0] IN $kinds)
  WITH n, r, parties ORDER BY n.sortKey LIMIT $limit
  RETURN coalesce(n.claim, n.id) AS claim, n.mode AS mode, r.type AS type, n.document AS document, n.date AS date,
    n.quote AS quote, n.start AS start, n.end AS end,
    parties,
    [one IN $named WHERE any(token IN one.tokens WHERE n.passageTokens CONTAINS token) | one.id] AS named
  ORDER BY n.sortKey`;

/** The two kinds of claims that a filter lets through. */
function claimsOf({ claims, modes, types }: PassageFilter) {
  const isWanted = (claim: 'STATEMENT' | 'RELATION') => claims === undefined || claims.includes(claim);
  return {
    isStatement: isWanted('STATEMENT') && (modes !== undefined || types === undefined),
    isRelation: isWanted('RELATION') && (types !== undefined || modes === undefined),
  };
}

export function neo4jSearchReader(run: RunCypher): SearchReader {
  return {
    async entities(tokens, kinds, limit) {
      const rows = await run<{ entity: EntityRecord }>(
        `CALL db.index.fulltext.queryNodes('${fullTextIndexes.names}', $tokens) YIELD node AS e
         WHERE $kinds IS NULL OR e.kind IN $kinds
         WITH e ORDER BY e.mentionsKey LIMIT $limit RETURN ${entityMap('e')} AS entity`,
        { tokens: printTokenQuery(tokens), kinds, limit },
      );
      return rows.map(({ entity }) => entity);
    },

    async titled(tokens, limit) {
      const rows = await run<{ document: DocumentRow }>(
        `CALL db.index.fulltext.queryNodes('${fullTextIndexes.documents}', $tokens) YIELD node AS d
         WITH d ORDER BY d.sortKey LIMIT $limit RETURN ${documentMap('d')} AS document`,
        { tokens: printTokenQuery(tokens), limit },
      );
      return rows.map(({ document }) => fromDocumentRow(document));
    },

    async tokenCounts(index, tokens, most) {
      const rows = await run<{ token: string; count: number }>(
        `UNWIND $tokens AS token
         CALL (token) {
           CALL db.index.fulltext.queryNodes('${fullTextIndexes[index]}', token, {limit: $most}) YIELD node RETURN count(node) AS count
         }
         WITH token, count WHERE count > 0 RETURN token, count`,
        { tokens, most },
      );
      return new Map(rows.map(({ token, count }) => [token, count]));
    },

    // Lucene's fuzzy query: it lets through all that `isMisspelling` does, and a little more.
    async misspelled(index, stem) {
      const errors = mostErrors(stem);
      return errors === 0 ? [] : [`${index.word(stem)}~${errors}`];
    },

    async documents(tokens, filter, limit) {
      const rows = await run<{ document: DocumentRow; text: string }>(
        `CALL db.index.fulltext.queryNodes('${fullTextIndexes.documents}', $tokens) YIELD node AS d
         WHERE ${[ifSet('author', '$author IN d.authors'), ...dateConditions('d')].join(' AND ')}
         WITH d ORDER BY d.sortKey LIMIT $limit
         MATCH (d)-[:HAS_TEXT]->(t:Text)
         RETURN ${documentMap('d')} AS document, t.text AS text ORDER BY d.sortKey`,
        { tokens: printTokenQuery(tokens), author: filter.author ?? null, ...dateWindow(filter), limit },
      );
      return rows.map(({ document, text }) => ({ document: fromDocumentRow(document), text }));
    },

    async passages(tokens, filter, named, limit) {
      const { document, modes, types, kinds, from, to } = filter;
      return run<PassageRow>(passages, {
        tokens: printTokenQuery(tokens),
        named: named.map((id) => ({ id, tokens: [passageToken.party(id), passageToken.mentioned(id)] })),
        document: document ?? null,
        modes: modes ?? null,
        types: types ?? null,
        kinds: kinds?.map((kind) => entityKinds[kind].idPrefix) ?? null,
        ...claimsOf(filter),
        ...evidenceParameters({ from, to }),
        limit,
      });
    },
  };
}
