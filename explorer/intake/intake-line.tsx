import type { IngestJob } from '../api/ingest-job.js';
import { Notice } from '../panels/notice.js';
import type { PassageRoute } from '../route.js';
import { cancelIntake, type IntakeFile, retryIntake } from './intake.js';
import { IntakeReport } from './intake-report.js';

const percent = (part: number) => `${Math.round(part * 100)} %`;

function stageWords({ stage, documents, documentsDone }: IngestJob): string {
  if (stage === 'WAITING') return 'Waits for its turn';
  if (stage === 'EXTRACTING' && documents !== null) return `${documentsDone} of ${documents} documents read`;
  return 'Is gone through';
}

function stepWords({ step, sent, job, error, isCancelled }: IntakeFile): string {
  if (step === 'waiting') return 'Waits';
  if (step === 'sending') return `${percent(sent)} sent`;
  if (step === 'reading') return job === null ? 'Sent' : stageWords(job);
  if (isCancelled) return 'Stopped';
  return error !== null || job?.error ? 'Not read' : 'Read';
}

interface IntakeLineProps {
  readonly file: IntakeFile;
  readonly open: (passage: PassageRoute) => void;
}

/** One file, how far it has come, and what became of it. */
export function IntakeLine({ file, open }: IntakeLineProps) {
  const { name, step, sent, job, error, isCancelled } = file;
  const failure = error ?? job?.error ?? null;
  const part = step === 'sending' ? sent : (job?.progress ?? 0);
  return (
    <li>
      <p class="intake-head">
        <strong>{name}</strong> <span class="quiet">{stepWords(file)}</span>
        {step === 'ended' ? (
          (failure !== null || isCancelled) && (
            <button type="button" class="small" onClick={() => retryIntake(file)}>
              Try {name} again
            </button>
          )
        ) : (
          <button type="button" class="small" onClick={() => cancelIntake(file)}>
            Stop <span class="unseen">{name}</span>
          </button>
        )}
      </p>
      {(step === 'sending' || step === 'reading') && <progress aria-label={name} value={part} />}
      {failure !== null && (
        <div role="alert">
          <Notice title={failure.message} cure={failure.cure} />
        </div>
      )}
      {step === 'ended' && job !== null && (failure === null || job.report.documentIds.length > 0) && (
        <IntakeReport report={job.report} open={open} />
      )}
    </li>
  );
}
