import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { SourceText } from '../api/load-document.js';
import type { Claim } from '../api/load-document-claims.js';
import type { Mention } from '../api/load-document-mentions.js';
import { Notice } from '../panels/notice.js';
import { Tabs } from '../panels/tabs.js';
import type { AllPages } from '../use-all-pages.js';
import { useAnswer } from '../use-answer.js';
import { Additions } from './additions.js';
import { CitePanel } from './cite-panel.js';
import { ClaimList } from './claim-list.js';
import { CoverageReport } from './coverage-report.js';
import { SourceFacts } from './source-facts.js';
import type { TextRange } from './text-segments.js';

interface ReaderPanelProps {
  readonly panel: RefObject<HTMLElement | null>;
  readonly source: SourceText;
  /** In the order of the text. */
  readonly claims: readonly Claim[];
  readonly evidence: AllPages<Claim>;
  readonly mentions: AllPages<Mention>;
  readonly view: TextRange | null;
  readonly chosen: TextRange | null;
  readonly choose: (entity: string) => void;
  readonly read: (relations: readonly string[]) => void;
  readonly show: (passage: TextRange) => void;
  readonly point: (passage: TextRange | null) => void;
}

/** The drawing comes with Sigma, which nobody waits for who came to read. */
function SmallNetwork({
  claims,
  mentions,
  choose,
  read,
}: Pick<ReaderPanelProps, 'claims' | 'choose' | 'read'> & { readonly mentions: readonly Mention[] }) {
  const asked = useAnswer('', () => import('./document-network-view.js'));
  if (asked.state !== 'answered') return null;
  const View = asked.answer.default;
  return <View claims={claims} mentions={mentions} choose={choose} read={read} />;
}

/** What the document is, what it tells, and what it added to the graph, beside its text. */
export function ReaderPanel({ panel, source, claims, evidence, mentions, view, chosen, ...ways }: ReaderPanelProps) {
  const { choose, read, show, point } = ways;
  const [tab, setTab] = useState('claims');
  const chosenClaim = claims.find(({ start, end }) => start === chosen?.start && end === chosen.end);
  const failed = mentions.error ?? evidence.error;
  const isRead = evidence.state === 'complete' && mentions.state === 'complete';
  return (
    <section class="reader-panel" ref={panel} tabIndex={-1} aria-label="About the document">
      {failed !== null && <Notice title={failed.message} cure={`Marks may be missing. ${failed.cure}`} />}
      <div class="document-network-place">
        {isRead && <SmallNetwork claims={claims} mentions={mentions.items} choose={choose} read={read} />}
      </div>
      <Tabs
        label="About the document"
        chosen={tab}
        choose={setTab}
        tabs={[
          {
            id: 'claims',
            title: 'Claims',
            content: () => (
              <ClaimList
                claims={claims}
                reading={evidence.state}
                view={view}
                chosen={chosen}
                choose={choose}
                show={show}
                point={point}
              />
            ),
          },
          {
            id: 'source',
            title: 'Source',
            content: () => (
              <>
                <SourceFacts source={source} choose={choose} />
                <CoverageReport coverage={source.coverage} show={show} />
              </>
            ),
          },
          {
            id: 'cite',
            title: 'Cite',
            content: () => <CitePanel document={source.id} evidence={chosenClaim?.id ?? null} />,
          },
          {
            id: 'added',
            title: 'Added by it',
            content: () => <Additions document={source.id} choose={choose} read={(relation) => read([relation])} />,
          },
        ]}
      />
    </section>
  );
}
