/** A file on its way into the graph, as far as the explorer selects it. */
export interface IngestJob {
  readonly id: string;
  readonly state: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';
  readonly stage: 'WAITING' | 'FETCHING' | 'READING' | 'EXTRACTING' | 'FINISHED';
  /** Part of the documents that are done, 0 to 1. */
  readonly progress: number;
  readonly documents: number | null;
  readonly documentsDone: number;
  readonly error: { readonly message: string; readonly cure: string } | null;
  readonly report: IngestReport;
}

/** What a job has stored so far. */
export interface IngestReport {
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly entities: number;
  readonly relations: number;
  readonly statements: number;
  readonly documentIds: readonly string[];
  readonly coverage: { readonly sentences: number; readonly sentencesWithFindings: number };
}

export const ingestJobFields = `
  id state stage progress documents documentsDone
  error { message cure }
  report {
    added replaced unchanged entities relations statements documentIds
    coverage { sentences sentencesWithFindings }
  }`;
