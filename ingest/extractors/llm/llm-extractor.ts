import type { DocumentGraph, ModelReading } from '../../../src/model/document-graph.js';
import { type DocumentText, documentText } from '../../text/document-text.js';
import type { SecondExtractor } from '../extractor.js';
import { type ChatClient, chatClient, type DialectMemory } from './chat-client.js';
import { ChunkText } from './chunk-text.js';
import { cutIntoChunks } from './chunks.js';
import { ClaimLedger } from './claim-ledger.js';
import { EntityLedger } from './entity-ledger.js';
import { type LlmSettings, limits } from './llm-settings.js';
import { ModelFailure } from './model-failure.js';
import { instructions, partMessage } from './prompt.js';
import { readProposals } from './proposals.js';
import { sentencesWithFindings } from './sentences-with-findings.js';
import { Tally } from './verdict.js';

/** What all documents of a run share. */
interface RunState {
  readonly dialect: DialectMemory;
  tokens: number;
  /** The refusal that every later request would meet too. */
  refusal: ModelFailure | null;
}

/**
 * A language model as second reader: what it proposes is added to the graph of the rules where the text bears it out.
 *
 * The model has no hold on anything but its proposals. Whoever speaks through it, a document that gives it orders or
 * a server that invents, gets at most well-formed items whose words stand in the text.
 */
export function llmExtractor(settings: LlmSettings): SecondExtractor {
  const name = `llm:${settings.model}`;
  const run: RunState = { dialect: { index: 0 }, tokens: 0, refusal: null };

  return {
    name,
    async complete(document, graph) {
      const text = documentText(document);
      const chunks = cutIntoChunks(text, limits.chunkCharacters, limits.overlapCharacters).map(
        (range) => new ChunkText(text, range, document.text),
      );
      const entities = new EntityLedger(graph.entities, document.id);
      const claims = new ClaimLedger(graph.relations, graph.statements, entities, name);
      const tally = new Tally();
      const limit = timeLimit(settings);
      const client = chatClient(settings, run.dialect, limit.signal);
      let partsRead = 0;
      let failure: ModelFailure | null = null;
      for (const chunk of chunks) {
        try {
          add(await ask(client, chunk, settings, run), chunk, entities, claims, tally);
          partsRead += 1;
        } catch (error) {
          if (!(error instanceof ModelFailure)) throw error;
          failure = error;
          if (error.reach === 'run') run.refusal = error;
          if (error.reach !== 'part') break;
        }
      }
      limit.clear();
      const reading: ModelReading = {
        extractor: name,
        parts: chunks.length,
        partsRead,
        requests: client.requests,
        tokens: client.tokens,
        proposed: tally.proposed,
        kept: tally.kept,
        known: tally.known,
        dropped: tally.dropped,
        referencesDropped: tally.referencesDropped,
        ...(failure === null ? {} : { failure: failure.message }),
      };
      return completed(text, graph, entities, claims, reading);
    },
  };
}

async function ask(client: ChatClient, chunk: ChunkText, settings: LlmSettings, run: RunState) {
  if (run.refusal !== null) throw run.refusal;
  if (run.tokens >= settings.maxTokens) {
    throw new ModelFailure(`the limit of ${settings.maxTokens} tokens is reached`, 'document');
  }
  const before = client.tokens;
  try {
    const proposals = readProposals(await client.ask(instructions, partMessage(chunk.shown)));
    if (proposals === null) throw new ModelFailure('the answer is not the JSON that was asked for', 'part');
    return proposals;
  } finally {
    run.tokens += client.tokens - before;
  }
}

function add(
  proposals: NonNullable<ReturnType<typeof readProposals>>,
  chunk: ChunkText,
  entities: EntityLedger,
  claims: ClaimLedger,
  tally: Tally,
): void {
  tally.proposed += proposals.proposed;
  for (const [reason, count] of proposals.dropped) tally.drop(reason, count);
  for (const proposed of proposals.entities) tally.add('entity', entities.propose(proposed, chunk));
  for (const proposed of proposals.relations) tally.add('relation', claims.relate(proposed, chunk));
  for (const proposed of proposals.statements) {
    tally.add(
      'statement',
      claims.state(proposed, chunk, () => {
        tally.referencesDropped += 1;
      }),
    );
  }
}

/** Fires when the document's time is over or the run is to stop. */
function timeLimit({ maxSeconds, stop }: LlmSettings): { readonly signal: AbortSignal; clear(): void } {
  const controller = new AbortController();
  const over = new ModelFailure(`the limit of ${maxSeconds} s for a document is reached`, 'document');
  const interrupted = new ModelFailure('it was interrupted', 'run');
  const onStop = () => controller.abort(interrupted);
  const timer = setTimeout(() => controller.abort(over), maxSeconds * 1000);
  if (stop?.aborted) onStop();
  stop?.addEventListener('abort', onStop);
  return {
    signal: controller.signal,
    clear() {
      clearTimeout(timer);
      stop?.removeEventListener('abort', onStop);
    },
  };
}

function completed(
  text: DocumentText,
  graph: DocumentGraph,
  entities: EntityLedger,
  claims: ClaimLedger,
  model: ModelReading,
): DocumentGraph {
  const whole = { entities: entities.entities, relations: claims.relations, statements: claims.statements };
  const { coverage } = graph.document;
  const added = sentencesWithFindings(text, whole) - sentencesWithFindings(text, graph);
  return {
    ...whole,
    document: {
      ...graph.document,
      coverage: {
        ...coverage,
        sentencesWithFindings: Math.min(coverage.sentences, coverage.sentencesWithFindings + added),
        model,
      },
    },
  };
}
