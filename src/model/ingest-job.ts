export const jobStates = ['QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'] as const;
export type JobState = (typeof jobStates)[number];

export const jobStages = ['WAITING', 'FETCHING', 'READING', 'EXTRACTING', 'FINISHED'] as const;
export type JobStage = (typeof jobStages)[number];

/** What a job has stored so far: whole documents, whatever became of the job. */
export interface IngestReport {
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  /** In the order of the input. */
  readonly documentIds: readonly string[];
  /** Each once, in what was added or replaced. */
  readonly entities: number;
  readonly relations: number;
  readonly statements: number;
  readonly sentences: number;
  readonly sentencesWithFindings: number;
  /** Most characters first. */
  readonly skipped: readonly { readonly reason: string; readonly passages: number; readonly characters: number }[];
  /** Documents that a language model didn't read to the end. */
  readonly incomplete: number;
}

export interface JobError {
  readonly code: string;
  readonly message: string;
  readonly cure: string;
}

/** A job as it stands; a change makes a new one of it. */
export interface IngestJob {
  /** "job:019ac0ffee12a1b2c3d4", in the order in which they were begun. */
  readonly id: string;
  /** Of the input, as who began it called it. */
  readonly name: string;
  readonly by: string;
  readonly state: JobState;
  readonly stage: JobStage;
  /** Documents in the input; `null` until it has been gone through. */
  readonly documents: number | null;
  readonly documentsDone: number;
  /** ISO 8601, UTC. */
  readonly queuedAt: string;
  readonly startedAt: string | null;
  readonly finishedAt: string | null;
  readonly report: IngestReport;
  readonly error: JobError | null;
}

export const emptyReport: IngestReport = {
  ...{ added: 0, replaced: 0, unchanged: 0, documentIds: [], entities: 0, relations: 0, statements: 0 },
  ...{ sentences: 0, sentencesWithFindings: 0, skipped: [], incomplete: 0 },
};

export function isFinished({ state }: Pick<IngestJob, 'state'>): boolean {
  return state === 'DONE' || state === 'FAILED' || state === 'CANCELLED';
}
