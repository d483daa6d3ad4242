import type { EvidenceRecord, MentionRecord } from '../model/records.js';

/** What both stores keep by the names that records have. */

export const evidenceFields = [
  'id',
  'claim',
  'document',
  'quote',
  'start',
  'end',
  'date',
  'extractor',
  'rule',
  'confidence',
] as const satisfies readonly (keyof EvidenceRecord)[];

export const mentionFields = [
  'id',
  'entity',
  'document',
  'text',
  'start',
  'end',
  'kind',
] as const satisfies readonly (keyof MentionRecord)[];
