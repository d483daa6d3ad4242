import { useEffect, useRef, useState } from 'preact/hooks';
import type { Verdict } from '../api/edit-graph.js';
import type { Match } from '../api/load-matches.js';
import { EditFailure } from '../edit/edit-failure.js';
import { noteOf, WhyField } from '../edit/why-field.js';
import { Notice, Waiting } from '../panels/notice.js';
import { TokenForm } from '../panels/token-form.js';
import type { ViewProps } from '../views.js';
import { IdentityCard } from './identity-card.js';
import './review.css';
import { type Review, useReview } from './use-review.js';

const verdicts: readonly { readonly key: string; readonly verdict: Verdict; readonly title: string }[] = [
  { key: 's', verdict: 'SAME', title: 'The same' },
  { key: 'd', verdict: 'DIFFERENT', title: 'Two different' },
  { key: 'u', verdict: 'UNSURE', title: 'Nobody can know' },
];

const verdictWords: Readonly<Record<Verdict, string>> = { SAME: 'is', DIFFERENT: 'is not', UNSURE: 'may be' };

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type !== 'checkbox' && target.type !== 'radio';
}

/** The pairs that wait; the arrow keys, or j and k, go from one to the next. */
function MatchList({ review: { waiting, current, choose } }: { readonly review: Review }) {
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the current pair is another element of the list.
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <ol class="match-list" ref={list}>
      {waiting.map((match) => (
        <li key={match.id}>
          <button
            type="button"
            aria-current={match.id === current?.id ? 'true' : undefined}
            onClick={() => choose(match)}
          >
            {match.left.name} <span class="quiet">and</span> {match.right.name}
            <span class="quiet"> {Math.round(match.score * 100)} %</span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function neighbour(waiting: readonly Match[], current: Match | null, step: number): Match | null {
  const at = current === null ? -1 : waiting.indexOf(current);
  return waiting[at + step] ?? null;
}

interface PairProps extends Pick<ViewProps, 'change'> {
  readonly review: Review;
  readonly match: Match;
}

/** Two identities side by side, and the question whether they are one. */
function Pair({ review, match, change }: PairProps) {
  const [note, setNote] = useState('');
  const decide = (verdict: Verdict) => {
    review.decide(verdict, noteOf(note));
    setNote('');
  };
  const ways = {
    choose: (chosen: string) => change({ chosen, relations: [] }),
    open: (passage: { document: string; start: number; end: number }) => change({ view: 'DOCUMENT', passage }),
  };
  return (
    <section class="pair" aria-labelledby="pair-title">
      <h2 id="pair-title">
        {match.left.name} and {match.right.name}: one and the same?
      </h2>
      <p class="quiet">
        {match.reason}; alike by {Math.round(match.score * 100)} %
      </p>
      <div class="verdicts">
        {verdicts.map(({ key, verdict, title }) => (
          <button
            key={key}
            type="button"
            disabled={review.busy}
            aria-keyshortcuts={key}
            onClick={() => decide(verdict)}
          >
            {title} <kbd>{key}</kbd>
          </button>
        ))}
        <WhyField value={note} change={setNote} />
      </div>
      <div class="identities">
        <IdentityCard key={match.left.id} identity={match.left} {...ways} />
        <IdentityCard key={match.right.id} identity={match.right} {...ways} />
      </div>
    </section>
  );
}

function DecidedList({ review }: { readonly review: Review }) {
  const { decided, busy, undo } = review;
  if (decided.length === 0) return null;
  return (
    <section class="decided" aria-labelledby="decided-title">
      <h3 id="decided-title">Decided just now</h3>
      <ul class="list">
        {decided.map((one, index) => (
          <li key={one.id}>
            {one.match.left.name} <strong>{verdictWords[one.verdict]}</strong> {one.match.right.name}{' '}
            <button
              type="button"
              class="small"
              disabled={busy}
              aria-keyshortcuts={index === 0 ? 'z' : undefined}
              onClick={() => undo(one)}
            >
              Undo {index === 0 && <kbd>z</kbd>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Pairs whose names are alike and of whom nobody knows yet whether they are one: decided by a person, one key each. */
export default function ReviewView({ change }: ViewProps) {
  const review = useReview();
  const { reading, waiting, current, decided, error } = review;
  const area = useRef<HTMLDivElement>(null);
  const isThere = current !== null;
  // The keys work while the focus is in the view; it begins there, and a button that has gone gives it back.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each decision may have taken the focused button away.
  useEffect(() => {
    if (!area.current?.contains(document.activeElement)) area.current?.focus();
  }, [isThere, decided.length]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isWriting(event.target) || event.ctrlKey || event.metaKey || event.altKey) return;
    const verdict = verdicts.find(({ key }) => key === event.key)?.verdict;
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    const next = step === undefined ? null : neighbour(waiting, current, step);
    if (verdict !== undefined) review.decide(verdict, null);
    else if (event.key === 'z' && decided[0] !== undefined) review.undo(decided[0]);
    else if (next !== null) review.choose(next);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its buttons do the same as its keys.
    <div class="review" ref={area} tabIndex={-1} onKeyDown={onKeyDown}>
      <div class="review-side">
        <TokenForm label="To decide, give a token that may change the graph" />
        <p class="quiet" role="status">
          {reading.state === 'reading' ? 'Reading the list …' : `${waiting.length} pairs wait for a decision.`}
        </p>
        <MatchList review={review} />
        <DecidedList review={review} />
      </div>
      <div class="review-main">
        <EditFailure error={error} again={review.again} />
        {reading.error !== null && (
          <Notice
            title={reading.error.message}
            cure={reading.error.cure}
            action={{ label: 'Try again', run: review.again }}
          />
        )}
        {current !== null && <Pair key={current.id} review={review} match={current} change={change} />}
        {current === null && reading.state === 'reading' && <Waiting what="the list" />}
        {current === null && reading.state === 'complete' && (
          <Notice
            title="No pair waits for a decision."
            cure="When documents come that name somebody otherwise, the pairs that nobody can be sure of stand here."
            action={{ label: 'Read the list anew', run: review.again }}
          />
        )}
      </div>
    </div>
  );
}
