import { useEffect, useRef } from 'preact/hooks';
import type { Claim } from '../api/load-document-claims.js';
import { Notice } from '../panels/notice.js';
import type { AllPages } from '../use-all-pages.js';
import { ClaimLine } from './claim-line.js';
import { inView, nextPassage } from './claims-in-view.js';
import type { TextRange } from './text-segments.js';

/** More can't be taken in at once: the longest documents have no denser page. */
const mostListed = 60;

interface ClaimListProps {
  /** In the order of the text. */
  readonly claims: readonly Claim[];
  readonly reading: AllPages<Claim>['state'];
  readonly view: TextRange | null;
  readonly chosen: TextRange | null;
  readonly choose: (id: string) => void;
  /** Marks a passage and brings it into view. */
  readonly show: (passage: TextRange) => void;
  /** Tells which passage is pointed at; `null` for none. */
  readonly point: (passage: TextRange | null) => void;
}

function isSame(a: TextRange, b: TextRange | null): boolean {
  return b !== null && a.start === b.start && a.end === b.end;
}

/** What the sentences in view are evidence of; it follows the text as that is scrolled. */
export function ClaimList({ claims, reading, view, chosen, choose, show, point }: ClaimListProps) {
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is another place in the list.
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [chosen?.start, chosen?.end, claims.length]);
  if (claims.length === 0 && reading === 'complete') {
    return (
      <Notice
        title="No sentence of this document gave a relation or a statement."
        cure="The tab “Source” tells what was read and what was skipped."
      />
    );
  }
  const seen = view === null ? [] : inView(claims, view);
  const isChosenSeen = chosen !== null && seen.some((claim) => isSame(claim, chosen));
  const from = chosen !== null && isChosenSeen ? chosen : view;
  const [before, behind] =
    from === null ? [null, null] : [nextPassage(claims, from, 'before'), nextPassage(claims, from, 'behind')];
  return (
    <>
      <div class="claim-steps">
        <p class="quiet" role="status">
          {seen.length} of {claims.length}
          {reading === 'reading' && '+'} claims rest on what is in view
        </p>
        <button type="button" class="small" disabled={before === null} onClick={() => before && show(before)}>
          Previous
        </button>
        <button type="button" class="small" disabled={behind === null} onClick={() => behind && show(behind)}>
          Next
        </button>
      </div>
      <ul class="list claims" ref={list}>
        {seen.slice(0, mostListed).map((claim) => (
          <li
            key={claim.id}
            aria-current={isSame(claim, chosen) ? 'true' : undefined}
            onMouseEnter={() => point(claim)}
            onMouseLeave={() => point(null)}
          >
            <ClaimLine claim={claim} choose={choose} />
            <p class="quiet">
              <button
                type="button"
                class="small"
                onClick={() => show(claim)}
                onFocus={() => point(claim)}
                onBlur={() => point(null)}
              >
                Show in the text
              </button>{' '}
              Rule “{claim.rule}”, confidence {Math.round(claim.confidence * 100)} %
            </p>
          </li>
        ))}
      </ul>
      {seen.length > mostListed && <p class="quiet">{seen.length - mostListed} more are in view.</p>}
    </>
  );
}
