import { describe } from '@jest/globals';
import type { OpenStore } from './ask.js';
import { batching } from './batching.suite.js';
import { documentQuestions } from './document-questions.suite.js';
import { editing } from './editing.suite.js';
import { entityQuestions } from './entity-questions.suite.js';
import { everyQuery } from './every-query.suite.js';
import { graphQuestions } from './graph-questions.suite.js';
import { ingest } from './ingest.suite.js';
import { networkQuestions } from './network-questions.suite.js';
import { paging } from './paging.suite.js';
import { patternQuestions } from './pattern-questions.suite.js';
import { review } from './review.suite.js';
import { passageQuestions } from './search-passages.suite.js';
import { sharedTalkQuestions } from './shared-talks.suite.js';
import { statementGroupQuestions } from './statement-groups.suite.js';
import { suggestQuestions } from './suggest.suite.js';
import { timeQuestions } from './times.suite.js';
import { tokens } from './tokens.suite.js';

/** What every store must answer alike. */
export function schemaSuite(open: OpenStore): void {
  describe('questions for entities', () => entityQuestions(open));
  describe('questions for documents', () => documentQuestions(open));
  describe('passages', () => passageQuestions(open));
  describe('suggestions', () => suggestQuestions(open));
  describe('questions for the graph', () => graphQuestions(open));
  describe('questions for the network', () => networkQuestions(open));
  describe('patterns', () => patternQuestions(open));
  describe('groups of statements', () => statementGroupQuestions(open));
  describe('accounts side by side', () => sharedTalkQuestions(open));
  describe('days of what is told and of the telling', () => timeQuestions(open));
  describe('paging', () => paging(open));
  describe('reviewing', () => review(open));
  tokens(open);
  describe('editing', () => editing(open));
  ingest(open);
  describe('batching', () => batching(open));
  describe('every query', () => everyQuery(open));
}
