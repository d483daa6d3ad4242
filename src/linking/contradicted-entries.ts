import type { LedgerEntry, PairVerdict } from '../model/ledger.js';
import { verdictsOf } from '../model/ledger.js';
import { Clusters } from './settle-identities.js';

interface Tie {
  readonly to: string;
  /** `null` for one that is only wanted. */
  readonly entry: LedgerEntry | null;
}

/** The entries by which two are called the same, through as few others as can be; `null` where they aren't. */
function entriesBetween(
  ties: ReadonlyMap<string, readonly Tie[]>,
  from: string,
  to: string,
): readonly LedgerEntry[] | null {
  const reached = new Map<string, readonly LedgerEntry[]>([[from, []]]);
  for (const [id, entries] of reached) {
    if (id === to) return entries;
    // A Map is walked in the order in which it grows: nearest first.
    for (const tie of ties.get(id) ?? []) {
      if (!reached.has(tie.to)) reached.set(tie.to, tie.entry === null ? entries : [...entries, tie.entry]);
    }
  }
  return null;
}

/**
 * The entries that have to be undone before something can be decided; each once, in the order in which they were made.
 *
 * @param held - Entries that hold: all that bear on the same identities, and on whom those are called the same as.
 */
export function contradictedEntries(
  held: readonly LedgerEntry[],
  wanted: readonly PairVerdict[],
): readonly LedgerEntry[] {
  const all = [
    ...held.flatMap((entry) => verdictsOf(entry.edit).map((pair) => ({ ...pair, entry }))),
    ...wanted.map((pair) => ({ ...pair, entry: null })),
  ];
  const same = new Clusters();
  const ties = new Map<string, Tie[]>();
  const tie = (from: string, to: string, entry: LedgerEntry | null) => {
    const others = ties.get(from);
    if (others) others.push({ to, entry });
    else ties.set(from, [{ to, entry }]);
  };
  for (const { left, right, verdict, entry } of all) {
    if (verdict !== 'SAME') continue;
    same.join(left, right);
    tie(left, right, entry);
    tie(right, left, entry);
  }
  const contradicted = new Set<LedgerEntry>();
  for (const { left, right, verdict, entry } of all) {
    if (verdict === 'SAME' || same.root(left) !== same.root(right)) continue;
    // An earlier doubt gives way to who knows; a later one doesn't outweigh what is known.
    if (entry !== null && verdict === 'DIFFERENT') contradicted.add(entry);
    if (entry === null) for (const between of entriesBetween(ties, left, right) ?? []) contradicted.add(between);
  }
  return [...contradicted].sort((a, b) => a.version - b.version);
}
