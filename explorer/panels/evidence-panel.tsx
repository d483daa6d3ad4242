import { loadEvidence, loadRelation } from '../api/load-evidence.js';
import { Retraction } from '../edit/retraction.js';
import type { PassageRoute } from '../route.js';
import { useAnswer } from '../use-answer.js';
import { usePages } from '../use-pages.js';
import { Failure, Notice, Waiting } from './notice.js';
import { PagedList } from './paged-list.js';
import { PassageQuote } from './passage-quote.js';
import { RelationLine } from './relation-line.js';

interface RelationEvidenceProps {
  readonly id: string;
  readonly choose: (id: string) => void;
  readonly open: (passage: PassageRoute) => void;
  /** It was retracted. */
  readonly leave: () => void;
}

function RelationEvidence({ id, choose, open, leave }: RelationEvidenceProps) {
  const asked = useAnswer(id, (signal) => loadRelation(id, signal));
  const pages = usePages(id, (after, signal) => loadEvidence(id, after, signal));
  if (asked.state === 'waiting') return <Waiting what="the relation" />;
  if (asked.state === 'failed') return <Failure {...asked} />;
  if (asked.answer === null) {
    return (
      <Notice title="This relation is no longer there." cure="The document that told of it has changed or gone." />
    );
  }
  return (
    <section class="claim">
      <RelationLine relation={asked.answer} choose={choose} />
      <PagedList pages={pages} what="passages" emptyCure="The document has just changed: load the page again.">
        {(evidence) => (
          <>
            <PassageQuote passage={evidence} open={open} />
            <p class="quiet">
              Found by the rule “{evidence.rule}”, confidence {Math.round(evidence.confidence * 100)} %
            </p>
          </>
        )}
      </PagedList>
      <Retraction relation={asked.answer} leave={leave} />
    </section>
  );
}

interface EvidencePanelProps extends Omit<RelationEvidenceProps, 'id' | 'leave'> {
  readonly relations: readonly string[];
  readonly close: () => void;
  /** Leaves one out that has gone. */
  readonly leaveOut: (relation: string) => void;
}

/** What the relations of one drawn edge rest on. */
export function EvidencePanel({ relations, close, leaveOut, ...ways }: EvidencePanelProps) {
  return (
    <section aria-labelledby="evidence-title">
      <header class="panel-head">
        <h2 id="evidence-title">Evidence</h2>
        <button type="button" class="small" onClick={close}>
          Back
        </button>
      </header>
      {relations.map((id) => (
        <RelationEvidence key={id} id={id} leave={() => leaveOut(id)} {...ways} />
      ))}
    </section>
  );
}
