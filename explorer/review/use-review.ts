import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ApiError } from '../api/api-error.js';
import { decideMatch, type Verdict } from '../api/edit-graph.js';
import { loadLedgerVersion } from '../api/load-ledger-version.js';
import { loadOpenMatches, type Match } from '../api/load-matches.js';
import { undoEdit } from '../api/undo-edit.js';
import { type AllPages, useAllPages } from '../use-all-pages.js';
import { toApiError } from '../use-answer.js';

export interface Decided {
  readonly match: Match;
  readonly verdict: Verdict;
  /** Identifier of the ledger's entry. */
  readonly id: string;
}

export interface Review {
  readonly reading: AllPages<Match>;
  /** Pairs that still wait, likeliest first. */
  readonly waiting: readonly Match[];
  /** The pair under decision; `null` where none is left. */
  readonly current: Match | null;
  /** What was decided since the page was opened, the last one first. */
  readonly decided: readonly Decided[];
  readonly busy: boolean;
  readonly error: ApiError | null;
  readonly choose: (match: Match) => void;
  readonly decide: (verdict: Verdict, note: string | null) => void;
  readonly undo: (decided: Decided) => void;
  /** Reads the list anew, with what others have decided meanwhile. */
  readonly again: () => void;
}

/**
 * The version of the ledger at which a pair came into view: what was decided here on the pairs before it is older, what
 * others change while somebody thinks is newer.
 *
 * @param key - Another one whenever a pair comes into view.
 */
function useSeenVersion(key: string): () => Promise<number> {
  const seen = useRef<Promise<number> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each pair has a version of its own.
  useEffect(() => {
    const version = loadLedgerVersion(new AbortController().signal);
    // Whoever decides is told of a failure.
    version.catch(() => undefined);
    seen.current = version;
  }, [key]);
  return () => seen.current ?? loadLedgerVersion(new AbortController().signal);
}

/** The list of pairs whose names are alike, and the decisions on them, one at a time. */
export function useReview(): Review {
  const [round, setRound] = useState(0);
  const reading = useAllPages(String(round), loadOpenMatches);
  const [decided, setDecided] = useState<readonly Decided[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);

  const waiting = useMemo(() => {
    const done = new Set(decided.map(({ match }) => match.id));
    return reading.items.filter(({ id }) => !done.has(id));
  }, [reading.items, decided]);
  const current = waiting.find(({ id }) => id === chosen) ?? waiting[0] ?? null;

  const seenVersion = useSeenVersion(`${round} ${current?.id}`);

  const run = async (change: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setError(null);
    try {
      await change();
    } catch (cause) {
      setError(toApiError(cause));
    } finally {
      setBusy(false);
    }
  };
  const decide = (verdict: Verdict, note: string | null) =>
    void run(async () => {
      if (current === null) return;
      const id = await decideMatch(current, verdict, { note, expectedVersion: await seenVersion() });
      // The pair that followed comes next, not the first of the list.
      const at = waiting.indexOf(current);
      setChosen(waiting[at + 1]?.id ?? waiting[at - 1]?.id ?? null);
      setDecided([{ match: current, verdict, id }, ...decided]);
    });
  const undo = (one: Decided) =>
    void run(async () => {
      await undoEdit(one.id);
      setDecided(decided.filter(({ id }) => id !== one.id));
      setChosen(one.match.id);
    });
  return {
    reading,
    waiting,
    current,
    decided,
    busy,
    error,
    choose: ({ id }) => setChosen(id),
    decide,
    undo,
    again: () => {
      setDecided([]);
      setError(null);
      setRound(round + 1);
    },
  };
}
