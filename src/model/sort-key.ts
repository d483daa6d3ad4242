import type { AccessTokenRecord } from './access-token.js';
import type { IngestJob } from './ingest-job.js';
import type { LedgerEntry } from './ledger.js';
import type {
  DocumentRecord,
  EntityRecord,
  EvidenceRecord,
  MatchRecord,
  MentionRecord,
  RelationRecord,
  StatementRecord,
} from './records.js';

/**
 * Sort keys. Every page of every store is ordered by one ASCII string, ascending in code-point order, and
 * its cursors are these strings: both stores give the same order, and a cursor keeps its place while
 * records come and go around it. No key holds a value that changes while its record stays (a count, a
 * weight, a name), but for the orders that say so.
 */

/** Sorts after every date. */
const undated = '~';
/** Sorts before every character of a date or an identifier, so that "1957" comes before "1957-07". */
const then = '!';
const offsetDigits = 9;

function padded(offset: number): string {
  return String(offset).padStart(offsetDigits, '0');
}

/** Somebody at the other end of relations, and the sum of their weights. */
export interface Tie {
  readonly id: string;
  readonly weight: number;
}

export const sortKeys = {
  entity: (record: Pick<EntityRecord, 'id'>) => record.id,
  /** Most mentions first. Changes as documents come: a page read meanwhile may repeat or miss an entity. */
  entityByMentions: (record: Pick<EntityRecord, 'id' | 'mentionCount'>) =>
    `${padded(999_999_999 - record.mentionCount)}${then}${record.id}`,
  relation: (record: Pick<RelationRecord, 'id'>) => record.id,
  statement: (record: Pick<StatementRecord, 'id' | 'date' | 'document' | 'start'>) =>
    `${record.date ?? undated}${then}${record.document}${then}${padded(record.start)}${then}${record.id}`,
  /** Most statements first. Changes as documents come. */
  statementGroup: ({ owner, count }: { readonly owner: string; readonly count: number }) =>
    `${padded(999_999_999 - count)}${then}${owner}`,
  /** Earliest first, undated last. @param owner - As `src/model/statement-month.ts` names a month. */
  statementMonth: ({ owner }: { readonly owner: string }) => owner,
  evidence: (record: Pick<EvidenceRecord, 'id' | 'date' | 'document' | 'start'>) =>
    `${record.date ?? undated}${then}${record.document}${then}${padded(record.start)}${then}${record.id}`,
  mention: (record: Pick<MentionRecord, 'id' | 'document' | 'start'>) =>
    `${record.document}${then}${padded(record.start)}${then}${record.id}`,
  /** Those that miss fewest terms of a query first (0 to 9), then best first. What a passage scores follows from its words. */
  passage: (hit: {
    missing: number;
    score: number;
    date: string | null;
    document: string;
    start: number;
    end: number;
  }) =>
    [
      String(hit.missing),
      padded(1_000_000 - Math.round(hit.score * 1e6)),
      hit.date ?? undated,
      hit.document,
      padded(hit.start),
      padded(hit.end),
    ].join(then),
  /** Best first. A document's score for a query follows from its words. */
  documentHit: (hit: { score: number; date: string | null; id: string }) =>
    [padded(1_000_000 - Math.round(hit.score * 1e6)), hit.date ?? undated, hit.id].join(then),
  document: (record: Pick<DocumentRecord, 'id' | 'date'>) => `${record.date ?? undated}${then}${record.id}`,
  /** Likeliest first; a name's likeness never changes. */
  match: (record: Pick<MatchRecord, 'id' | 'score'>) =>
    `${padded(1_000 - Math.round(record.score * 1_000))}${then}${record.id}`,
  /** Most strongly tied first. Changes as documents come: a page read meanwhile may repeat or miss an entity. */
  tie: ({ id, weight }: Tie) => `${padded(999_999_999 - weight)}${then}${id}`,
  /** Shortest first. @param ids - The entities of a path in order. */
  path: (ids: readonly string[]) => `${ids.length - 1}${then}${ids.join(then)}`,
  /** Tied to most of those asked for first, then most strongly. Changes as documents come. */
  sharedNeighbour: ({ id, tiedTo, weight }: Tie & { readonly tiedTo: number }) =>
    `${padded(999_999_999 - tiedTo)}${then}${padded(999_999_999 - weight)}${then}${id}`,
  /** Most often together first. Changes as documents come. */
  coPresence: ({
    left,
    right,
    occasions,
  }: {
    readonly left: string;
    readonly right: string;
    readonly occasions: number;
  }) => `${padded(999_999_999 - occasions)}${then}${left}${then}${right}`,
  /** @param ids - The entities of a chain, by place. */
  pattern: (ids: readonly string[]) => ids.join(then),
  /** By date, undated last; then by the other document. @param account.left - What tells the talk apart in its document. */
  account: (account: { date: string | null; document: string; left: string; right: string }) =>
    [account.date ?? undated, account.document, account.left, account.right].join(then),
  accessToken: (record: Pick<AccessTokenRecord, 'id'>) => record.id,
  /** In the order in which they were made. */
  edit: (record: Pick<LedgerEntry, 'id'>) => record.id,
  job: (record: Pick<IngestJob, 'id'>) => record.id,
  /**
   * Of an event, which always has a date there; documents and statements have their own keys on a timeline, so that a document's
   * statements follow it as they stand in it.
   */
  timeline: (date: string, id: string) => `${date}${then}${id}`,
} as const;

/** What `sortKeys.tie` made a key of. */
export function tieOfKey(key: string): Tie {
  return { id: key.slice(offsetDigits + then.length), weight: 999_999_999 - Number(key.slice(0, offsetDigits)) };
}

/** The entities whose chain `sortKeys.pattern` made a key of. */
export function idsOfPatternKey(key: string): readonly string[] {
  return key.split(then);
}

/** The entities whose path `sortKeys.path` made a key of. */
export function idsOfPathKey(key: string): readonly string[] {
  return key.split(then).slice(1);
}
