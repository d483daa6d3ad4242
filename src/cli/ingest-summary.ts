import { type Coverage, lengthOfPassage } from '../model/document-graph.js';
import type { IngestReport } from '../model/ingest-job.js';
import type { GraphBatch } from '../model/records.js';
import type { PutOutcome, StoreStats } from '../store/graph-store.js';
import { addReading, emptyModelTotals, type ModelTotals, renderModelTotals } from './model-report.js';
import type { RunOutcome } from './run.js';

/** What an ingest read, found and skipped. */
export interface IngestSummary {
  readonly outcomes: Record<PutOutcome, number>;
  /** Identifiers: a document shares entities and relations with others. */
  readonly entities: Set<string>;
  readonly relations: Set<string>;
  statements: number;
  sentences: number;
  sentencesWithFindings: number;
  /** Documents that a language model didn't read to the end. */
  incomplete: number;
  /** What a language model gave, over all documents. */
  readonly model: ModelTotals;
  /** By reason. */
  readonly skipped: Map<string, { passages: number; characters: number }>;
}

export function emptyIngestSummary(): IngestSummary {
  return {
    outcomes: { added: 0, replaced: 0, unchanged: 0, 'kept-out': 0 },
    entities: new Set(),
    relations: new Set(),
    statements: 0,
    sentences: 0,
    sentencesWithFindings: 0,
    incomplete: 0,
    model: emptyModelTotals(),
    skipped: new Map(),
  };
}

/** @param batch - Absent for an unchanged document, which isn't extracted again. */
export function summarizeDocument(
  summary: IngestSummary,
  outcome: PutOutcome,
  coverage: Coverage,
  batch?: GraphBatch,
): void {
  summary.outcomes[outcome] += 1;
  summary.sentences += coverage.sentences;
  summary.sentencesWithFindings += coverage.sentencesWithFindings;
  for (const passage of coverage.skipped) {
    const { passages, characters } = summary.skipped.get(passage.reason) ?? { passages: 0, characters: 0 };
    summary.skipped.set(passage.reason, {
      passages: passages + 1,
      characters: characters + lengthOfPassage(passage),
    });
  }
  if (batch === undefined) return;
  if (coverage.model !== undefined) addReading(summary.model, coverage.model);
  if (outcome === 'kept-out') return;
  for (const { entity } of batch.entities) summary.entities.add(entity);
  for (const { id } of batch.relations) summary.relations.add(id);
  summary.statements += batch.statements.length;
}

/** The same as a job tells it. */
export function ingestReport(summary: IngestSummary, documentIds: readonly string[]): IngestReport {
  const { outcomes, entities, relations, statements, sentences, sentencesWithFindings, incomplete } = summary;
  return {
    ...outcomes,
    documentIds: [...documentIds],
    ...{ entities: entities.size, relations: relations.size, statements },
    ...{ sentences, sentencesWithFindings, incomplete },
    skipped: [...summary.skipped]
      .map(([reason, amount]) => ({ reason, ...amount }))
      .sort((a, b) => b.characters - a.characters),
  };
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

function share(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`;
}

/** One line on one document: what share of it gave something, and what was left out for which reason. */
export function renderDocumentCoverage(
  id: string,
  outcome: PutOutcome,
  { sentences, sentencesWithFindings, skipped }: Coverage,
): string {
  const characters = new Map<string, number>();
  for (const passage of skipped) {
    characters.set(passage.reason, (characters.get(passage.reason) ?? 0) + lengthOfPassage(passage));
  }
  const reasons = [...characters].map(([reason, number]) => `${reason} (${count(number, 'character')})`);
  const read = `${sentencesWithFindings} of ${count(sentences, 'sentence')} with findings`;
  return `${id}  ${outcome === 'kept-out' ? 'kept out' : outcome}, ${read}; left out: ${reasons.join(', ') || 'nothing'}\n`;
}

/** The report at the end of an ingest. */
export function renderIngestReport(summary: IngestSummary, run: RunOutcome, stats: StoreStats): string {
  const { added, replaced, unchanged, 'kept-out': keptOut } = summary.outcomes;
  const deleted = keptOut === 0 ? '' : `, ${keptOut} kept out, since they were deleted (diplograph ledger)`;
  const skipped = [...summary.skipped]
    .sort(([, a], [, b]) => b.characters - a.characters)
    .map(
      ([reason, { passages, characters }]) =>
        `            ${reason}: ${count(passages, 'passage')}, ${count(characters, 'character')}`,
    );
  return `${[
    `documents   ${count(run.documents, 'document')} read: ${added} added, ${replaced} replaced, ${unchanged} unchanged${deleted}; ${run.failed} failed`,
    `found       ${count(summary.entities.size, 'entity', 'entities')}, ${count(summary.relations.size, 'relation')}, ${count(summary.statements, 'statement')} in what was added or replaced`,
    `sentences   ${count(summary.sentences, 'sentence')}, ${share(summary.sentencesWithFindings, summary.sentences)} of them with findings`,
    `left out    ${skipped.length === 0 ? 'nothing' : ''}`.trimEnd(),
    ...skipped,
    ...renderModelTotals(summary.model),
    `store       ${count(stats.documents, 'document')}, ${count(stats.entities, 'entity', 'entities')}, ${count(stats.relations, 'relation')}, ${count(stats.statements, 'statement')}`,
  ].join('\n')}\n`;
}
