import type { DecisionVerdict, PairVerdict } from '../model/ledger.js';
import type { Identity } from './identity.js';

/** Two identities whose names are alike. `left < right` in code-point order. */
export interface SettledMatch {
  readonly left: string;
  readonly right: string;
  readonly verdict: 'SAME' | 'POSSIBLE';
  /** How many documents name both: one that tells two apart is not overruled. */
  readonly together: number;
}

/** All that bears on which identities of a region are one entity. */
export interface Region {
  readonly identities: readonly Identity[];
  readonly matches: readonly SettledMatch[];
  /** What people said, of identities that documents name or named. */
  readonly verdicts: readonly PairVerdict[];
  /** Identities that people chose to name their entity, the last choice last. */
  readonly chosen: readonly string[];
}

/** Which identities belong together. */
export class Clusters {
  readonly #parents = new Map<string, string>();

  join(a: string, b: string): void {
    const [first, second] = [this.root(a), this.root(b)].sort();
    if (first !== undefined && second !== undefined && first !== second) this.#parents.set(second, first);
  }

  root(id: string): string {
    const parent = this.#parents.get(id);
    if (parent === undefined) return id;
    const root = this.root(parent);
    this.#parents.set(id, root);
    return root;
  }
}

export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** What people said of each pair. Two words on one pair don't contradict each other; whoever knows is heard before whoever is unsure. */
function wordsOn(verdicts: readonly PairVerdict[]): ReadonlyMap<string, DecisionVerdict> {
  const words = new Map<string, DecisionVerdict>();
  for (const { left, right, verdict } of verdicts) {
    const pair = pairKey(left, right);
    if (verdict !== 'UNSURE' || !words.has(pair)) words.set(pair, verdict);
  }
  return words;
}

/** The identities that each is alike to, itself among them. */
function likenesses(matches: readonly SettledMatch[]): ReadonlyMap<string, ReadonlySet<string>> {
  const alike = new Map<string, Set<string>>();
  const see = (one: string, other: string) => {
    const set = alike.get(one) ?? new Set([one]);
    alike.set(one, set.add(other));
  };
  for (const { left, right } of matches) {
    see(left, right);
    see(right, left);
  }
  return alike;
}

function isEqualSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}

/** Identifier of an entity: the one that people chose last; else that of its record; else of its fullest name. */
function representative(members: readonly Identity[], chosen: readonly string[]): string {
  const choice = chosen.findLast((id) => members.some((member) => member.id === id));
  if (choice !== undefined) return choice;
  const [first] = [...members].sort(
    (a, b) =>
      Number(a.authority === null) - Number(b.authority === null) ||
      b.name.length - a.name.length ||
      (a.id < b.id ? -1 : 1),
  );
  return first?.id ?? '';
}

/**
 * Which identities are one entity: a function of the set of documents and decisions, whatever the order in which they
 * came.
 *
 * Two identities with the same name are linked without being asked for when each is alike to exactly those that the
 * other is alike to ("J. Dulles", alike to John and to Janet Dulles, who are not alike, goes to neither), when no
 * document names both, and nobody decided otherwise; a likeness that was called different no longer counts. What people
 * decided always holds, also through an identity that no document names any more; where a link by name would join two
 * that were told apart, the names' links of that entity are given up.
 *
 * @param region - Closed: with an identity all that it is called the same as, by name or by decision.
 * @returns Identity → identifier of its entity; also for an identity that only decisions name, which stands for itself
 *   where none of those that it was called the same as is named by a document.
 */
export function settleIdentities(region: Region): ReadonlyMap<string, string> {
  const { identities, matches, verdicts, chosen } = region;
  const words = wordsOn(verdicts);
  // What is called the same stays a likeness, or "J. Dulles", decided to be John, would be left to Janet by name.
  const likely = matches.filter(
    ({ left, right, verdict }) => verdict === 'SAME' && words.get(pairKey(left, right)) !== 'DIFFERENT',
  );
  const alike = likenesses(likely);
  const nobody: ReadonlySet<string> = new Set();
  const sure = likely.filter(
    ({ left, right, together }) =>
      !words.has(pairKey(left, right)) &&
      together === 0 &&
      isEqualSet(alike.get(left) ?? nobody, alike.get(right) ?? nobody),
  );

  const all = new Set([...identities.map(({ id }) => id), ...verdicts.flatMap(({ left, right }) => [left, right])]);
  const asDecided = new Clusters();
  for (const { left, right, verdict } of verdicts) if (verdict === 'SAME') asDecided.join(left, right);
  const asNamed = new Clusters();
  for (const id of all) asNamed.join(id, asDecided.root(id));
  for (const { left, right } of sure) asNamed.join(left, right);
  const overruled = new Set(
    verdicts
      .filter(
        ({ left, right, verdict }) =>
          verdict !== 'SAME' &&
          asNamed.root(left) === asNamed.root(right) &&
          asDecided.root(left) !== asDecided.root(right),
      )
      .map(({ left }) => asNamed.root(left)),
  );

  const clusterOf = (id: string) => (overruled.has(asNamed.root(id)) ? asDecided : asNamed).root(id);
  const members = new Map<string, Identity[]>();
  for (const identity of identities) {
    const cluster = clusterOf(identity.id);
    members.set(cluster, [...(members.get(cluster) ?? []), identity]);
  }
  const entityOf = new Map([...members].map(([cluster, own]) => [cluster, representative(own, chosen)]));
  return new Map([...all].map((id) => [id, entityOf.get(clusterOf(id)) ?? id]));
}
