import type { Pipeline } from '../../ingest/pipeline.js';
import type { SourceDocument } from '../../ingest/sources/source.js';
import type { LlmConfig } from '../config.js';
import { DiplographError } from '../errors.js';
import { findInputs } from './inputs.js';
import type { Interruption, Signal } from './interruption.js';
import { signalExitCode } from './interruption.js';
import type { Terminal } from './terminal.js';

/** What a command that goes over documents is given. */
export interface RunOptions {
  readonly paths: readonly string[];
  readonly authorities: readonly string[];
  /** The language model that reads after the rules. */
  readonly llm?: LlmConfig | undefined;
  readonly terminal: Terminal;
  readonly interruption: Interruption;
}

/** How a run over documents went. */
export interface RunOutcome {
  /** Documents that went through. */
  readonly documents: number;
  /** Inputs and documents that didn't; each was reported when it happened. */
  readonly failed: number;
  /** The signal that ended the run before its end. */
  readonly signal: Signal | null;
}

/** What a run hands to the command, one at a time. */
export interface ReadDocument {
  readonly document: SourceDocument;
  /** The path or address that it came from. */
  readonly place: string;
  /** Whether its input holds others too. */
  readonly ofVolume: boolean;
}

/** Exit code of what can't be read; the other documents have gone through all the same. */
const failedExitCode = 3;

/** Errors of a store are the run's: the next document would meet them too. */
function endsRun(error: unknown): boolean {
  return error instanceof DiplographError && error.code.startsWith('STORE_');
}

/** The documents of one input, each with whether it has company, which only the next one tells. */
async function* withCompany(
  documents: AsyncIterable<SourceDocument>,
): AsyncGenerator<{ document: SourceDocument; ofVolume: boolean }> {
  let waiting: SourceDocument | null = null;
  let count = 0;
  for await (const document of documents) {
    if (waiting !== null) yield { document: waiting, ofVolume: true };
    waiting = document;
    count += 1;
  }
  if (waiting !== null) yield { document: waiting, ofVolume: count > 1 };
}

/** What a command does with a document after the next one was read. */
export interface Later {
  readonly stored: Promise<void>;
}

/** How a command keeps documents under way. */
interface UnderWay {
  /** How many at most. */
  readonly most: number;
  /** Told once all are read, or the run ends early: what waits has to be done now. */
  finish(): Promise<void>;
}

/**
 * Hands each document that the PATHs name to a command. A bad one is reported in one line and never stops the others.
 *
 * @param handle - Resolves when the next document may be read.
 * @param underWay - Where `handle` leaves something for later.
 */
export async function runOverDocuments(
  options: RunOptions,
  handle: (read: ReadDocument, pipeline: Pipeline) => Promise<Later | undefined>,
  underWay: UnderWay = { most: 1, finish: async () => undefined },
): Promise<RunOutcome> {
  const { terminal, interruption } = options;
  const stop = new AbortController();
  void interruption.received.then(() => stop.abort());
  const llm = options.llm === undefined ? undefined : { ...options.llm, stop: stop.signal };
  // Only now: the language model takes longer to load than most commands that read no document take to run.
  const { createPipeline } = await import('../../ingest/pipeline.js');
  const pipeline = await createPipeline({ authorities: options.authorities, llm });
  const pending = new Set<Promise<void>>();
  let documents = 0;
  let failed = 0;
  const broken: unknown[] = [];
  const fail = (error: unknown, place?: string) => {
    if (endsRun(error)) throw error;
    failed += 1;
    terminal.report(place === undefined || error instanceof DiplographError ? error : new DocumentDefect(place, error));
  };
  const leave = ({ stored }: Later, place: string) => {
    const settled = stored
      .then(() => {
        documents += 1;
      })
      .catch((error: unknown) => {
        try {
          fail(error, place);
        } catch {
          broken.push(error);
        }
      })
      .finally(() => pending.delete(settled));
    pending.add(settled);
  };
  const outcome = async (signal: Signal | null): Promise<RunOutcome> => {
    await underWay.finish();
    while (pending.size > 0) {
      await Promise.race(pending);
      await underWay.finish();
    }
    if (broken.length > 0) throw broken[0];
    return { documents, failed, signal: signal ?? (await interruption.check()) };
  };
  const places = await findInputs(options.paths, fail);
  for (const [index, place] of places.entries()) {
    terminal.progress(`[${index + 1}/${places.length}] ${place.name}`);
    try {
      const reads = withCompany(pipeline.read(place.input()));
      for (;;) {
        const next = await Promise.race([reads.next(), interruption.received]);
        const signal = typeof next === 'string' ? next : await interruption.check();
        if (signal !== null) return await outcome(signal);
        if (typeof next === 'string' || next.done === true) break;
        const where = `${place.name} (${next.value.document.id})`;
        try {
          const later = await handle({ ...next.value, place: place.name }, pipeline);
          if (later === undefined) documents += 1;
          else leave(later, where);
        } catch (error) {
          fail(error, where);
        }
        while (pending.size >= underWay.most && broken.length === 0) await Promise.race(pending);
        if (broken.length > 0) return await outcome(null);
      }
    } catch (error) {
      fail(error, place.name);
    }
  }
  return outcome(null);
}

/** What went wrong unexpectedly in one document, with the place that helps to find it. */
class DocumentDefect extends Error {
  override readonly name = 'DocumentDefect';
  constructor(place: string, cause: unknown) {
    super(`${place}: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause });
  }
}

/** @param incomplete - Documents that a language model didn't read to the end. */
export function exitCodeOfRun({ failed, signal }: RunOutcome, incomplete = 0): number {
  if (signal !== null) return signalExitCode(signal);
  return failed + incomplete > 0 ? failedExitCode : 0;
}
