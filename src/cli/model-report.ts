import { ModelFailedError } from '../errors.js';
import type { Coverage, ModelReading } from '../model/document-graph.js';
import type { ReadDocument } from './run.js';
import type { Terminal } from './terminal.js';

/** Says in one line what a language model left unread, if anything. */
export function reportModelFailure(terminal: Terminal, { place, document }: ReadDocument, coverage: Coverage): boolean {
  const { model } = coverage;
  if (model?.failure === undefined) return false;
  const unread = model.parts - model.partsRead;
  terminal.report(
    new ModelFailedError(
      `${place} (${document.id}): ${model.extractor} left ${unread} of ${model.parts} parts unread: ${model.failure}.`,
      'What the rules found is kept; check the variables DIPLOGRAPH_LLM_… and the server, and repeat the command.',
    ),
  );
  return true;
}

/** Sums over the documents of a run. */
export interface ModelTotals {
  extractor: string;
  documents: number;
  requests: number;
  tokens: number;
  proposed: number;
  kept: number;
  known: number;
  referencesDropped: number;
  readonly dropped: Map<string, number>;
}

export function emptyModelTotals(): ModelTotals {
  const zero = { documents: 0, requests: 0, tokens: 0, proposed: 0, kept: 0, known: 0, referencesDropped: 0 };
  return { extractor: '', ...zero, dropped: new Map() };
}

export function addReading(totals: ModelTotals, reading: ModelReading): void {
  totals.extractor = reading.extractor;
  totals.documents += 1;
  for (const figure of ['requests', 'tokens', 'proposed', 'kept', 'known', 'referencesDropped'] as const) {
    totals[figure] += reading[figure];
  }
  for (const [reason, count] of Object.entries(reading.dropped)) {
    totals.dropped.set(reason, (totals.dropped.get(reason) ?? 0) + count);
  }
}

/** Lines of the report at the end of an ingest; none where no model was asked. */
export function renderModelTotals(totals: ModelTotals): string[] {
  if (totals.documents === 0) return [];
  const { extractor, requests, tokens, proposed, kept, known, referencesDropped } = totals;
  const dropped = [...totals.dropped].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  const reasons = dropped.map(([reason, count]) => `            dropped, ${reason}: ${count.toLocaleString('en')}`);
  const figures = [requests, tokens, proposed, kept, known].map((figure) => figure.toLocaleString('en'));
  return [
    `model       ${extractor}: ${figures[0]} ${requests === 1 ? 'request' : 'requests'}, ${figures[1]} tokens; of ${figures[2]} items proposed ${figures[3]} kept, ${figures[4]} known already`,
    ...reasons,
    ...(referencesDropped === 0
      ? []
      : [`            addressees and subjects not in the text: ${referencesDropped.toLocaleString('en')}`]),
  ];
}
