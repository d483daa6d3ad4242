import type { ApiError } from '../api/api-error.js';
import { cancelIngest } from '../api/cancel-ingest.js';
import type { IngestJob } from '../api/ingest-job.js';
import { keptToken } from '../api/token.js';
import { uploadFile } from '../api/upload-file.js';
import { graphChanged } from '../edit/edit-state.js';
import { sharedState, useShared } from '../shared-state.js';
import { toApiError } from '../use-answer.js';

/** A file that somebody gave, and how far it has come. */
export interface IntakeFile {
  readonly key: number;
  readonly name: string;
  readonly step: 'waiting' | 'sending' | 'reading' | 'ended';
  /** Part that has been sent, 0 to 1. */
  readonly sent: number;
  /** What the server told last of its job. */
  readonly job: IngestJob | null;
  /** Why it didn't get to the server, or nothing was told of it any longer. */
  readonly error: ApiError | null;
  readonly isCancelled: boolean;
}

/** Brought when the first file comes: most come to read. */
const loadFollowing = () => import('../api/follow-ingest.js');

interface Intake {
  readonly isOpen: boolean;
  readonly files: readonly IntakeFile[];
}

const state = sharedState<Intake>({ isOpen: false, files: [] });
/** The bytes, and what stops the sending; neither is shown. */
const contents = new Map<number, { readonly file: File; readonly aborter: AbortController }>();
let lastKey = 0;
let isAtWork = false;

export const useIntake = (): Intake => useShared(state);

export function openIntake(isOpen: boolean): void {
  state.set({ ...state.get(), isOpen });
}

function note(key: number, parts: Partial<IntakeFile>): void {
  const { files, isOpen } = state.get();
  state.set({ isOpen, files: files.map((file) => (file.key === key ? { ...file, ...parts } : file)) });
}

/** Sends one file, and follows its job to the end. */
async function take(key: number): Promise<void> {
  const content = contents.get(key);
  if (content === undefined) return;
  const { file, aborter } = content;
  try {
    note(key, { step: 'sending' });
    const id = await uploadFile(file, (sent) => note(key, { sent }), aborter.signal);
    note(key, { step: 'reading', sent: 1 });
    if (aborter.signal.aborted) await cancelIngest(id);
    else aborter.signal.addEventListener('abort', () => void cancelIngest(id).catch(() => undefined), { once: true });
    const { followIngest } = await loadFollowing();
    for await (const job of followIngest(id)) note(key, { job });
  } catch (cause) {
    if (!aborter.signal.aborted) note(key, { error: toApiError(cause) });
  }
  note(key, { step: 'ended', isCancelled: aborter.signal.aborted });
}

const hasStored = ({ job }: IntakeFile) => job !== null && job.report.added + job.report.replaced > 0;

/** One file after another, as the server reads them: whatever becomes of one, the next has its turn. */
async function work(): Promise<void> {
  if (isAtWork) return;
  isAtWork = true;
  let isNew = false;
  for (;;) {
    const next = state.get().files.find(({ step }) => step === 'waiting');
    if (next === undefined || keptToken() === null) break;
    await take(next.key);
    isNew ||= state.get().files.some((file) => file.key === next.key && hasStored(file));
  }
  isAtWork = false;
  // What the views show is read anew when all are through, not in the middle of somebody's reading for each.
  if (isNew) graphChanged({});
}

/** Goes on with the files that wait, for instance for a token. */
export function continueIntake(): void {
  void work();
}

export function takeIn(files: readonly File[]): void {
  const added = files.map((file): IntakeFile => {
    lastKey += 1;
    contents.set(lastKey, { file, aborter: new AbortController() });
    return { key: lastKey, name: file.name, step: 'waiting', sent: 0, job: null, error: null, isCancelled: false };
  });
  state.set({ isOpen: true, files: [...state.get().files, ...added] });
  continueIntake();
}

/** Stops a file wherever it is; the documents of it that are stored stay. */
export function cancelIntake({ key, step }: IntakeFile): void {
  if (step === 'waiting') note(key, { step: 'ended', isCancelled: true });
  contents.get(key)?.aborter.abort();
}

/** Sends a file again that failed or was stopped. */
export function retryIntake({ key }: IntakeFile): void {
  const content = contents.get(key);
  if (content === undefined) return;
  contents.set(key, { ...content, aborter: new AbortController() });
  note(key, { step: 'waiting', sent: 0, job: null, error: null, isCancelled: false });
  continueIntake();
}

/** Takes those off the list that are through. */
export function clearIntake(): void {
  const { files, isOpen } = state.get();
  for (const { key, step } of files) if (step === 'ended') contents.delete(key);
  state.set({ isOpen, files: files.filter(({ step }) => step !== 'ended') });
}
