import type { Identity } from './identity.js';

/** Two identities whose names are alike. `left < right` in code-point order. */
export interface SettledMatch {
  readonly left: string;
  readonly right: string;
  readonly verdict: 'SAME' | 'POSSIBLE';
}

/** What a person said of two identities; the last word. */
export interface SettledDecision {
  readonly left: string;
  readonly right: string;
  readonly verdict: 'SAME' | 'DIFFERENT' | 'UNSURE';
}

/** All that bears on which identities of a region are one entity. */
export interface Region {
  readonly identities: readonly Identity[];
  readonly matches: readonly SettledMatch[];
  readonly decisions: readonly SettledDecision[];
  /** For each document that names two of them or more: which. A document that tells two apart is not overruled. */
  readonly together: readonly (readonly string[])[];
}

/** Which identities belong together. */
class Clusters {
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

/** The two that decisions call both the same, through others, and different; `null` where they agree. */
export function contradiction(decisions: readonly SettledDecision[]): SettledDecision | null {
  const clusters = new Clusters();
  for (const { left, right, verdict } of decisions) if (verdict === 'SAME') clusters.join(left, right);
  return (
    decisions.find(
      ({ left, right, verdict }) => verdict === 'DIFFERENT' && clusters.root(left) === clusters.root(right),
    ) ?? null
  );
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

/** Identifier of an entity: that of its record; else of its fullest name. */
function representative(members: readonly Identity[]): string {
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
 * document names both, and nobody decided otherwise; a likeness that was called different no longer counts. What people decided always holds; where a link by name
 * would join two that were told apart, the names' links of that entity are given up.
 *
 * @param region - Closed: with an identity all that it is called the same as, by name or by decision.
 * @returns Identity → identifier of its entity.
 */
export function settleIdentities({ identities, matches, decisions, together }: Region): ReadonlyMap<string, string> {
  const known = new Set(identities.map(({ id }) => id));
  const decided = decisions.filter(({ left, right }) => known.has(left) && known.has(right));
  const verdicts = new Map(decided.map(({ left, right, verdict }) => [pairKey(left, right), verdict]));
  const apart = new Set(
    together.flatMap((ids) => ids.flatMap((one, at) => ids.slice(at + 1).map((other) => pairKey(one, other)))),
  );
  // What is called the same stays a likeness, or "J. Dulles", decided to be John, would be left to Janet by name.
  const likely = matches.filter(
    ({ left, right, verdict }) => verdict === 'SAME' && verdicts.get(pairKey(left, right)) !== 'DIFFERENT',
  );
  const alike = likenesses(likely);
  const nobody: ReadonlySet<string> = new Set();
  const sure = likely.filter(
    ({ left, right }) =>
      !verdicts.has(pairKey(left, right)) &&
      !apart.has(pairKey(left, right)) &&
      isEqualSet(alike.get(left) ?? nobody, alike.get(right) ?? nobody),
  );

  const asDecided = new Clusters();
  for (const { left, right, verdict } of decided) if (verdict === 'SAME') asDecided.join(left, right);
  const asNamed = new Clusters();
  for (const { id } of identities) asNamed.join(id, asDecided.root(id));
  for (const { left, right } of sure) asNamed.join(left, right);
  const overruled = new Set(
    decided
      .filter(({ left, right, verdict }) => verdict !== 'SAME' && asNamed.root(left) === asNamed.root(right))
      .map(({ left }) => asNamed.root(left)),
  );

  const members = new Map<string, Identity[]>();
  const clusterOf = (id: string) => (overruled.has(asNamed.root(id)) ? asDecided : asNamed).root(id);
  for (const identity of identities) {
    const cluster = clusterOf(identity.id);
    members.set(cluster, [...(members.get(cluster) ?? []), identity]);
  }
  const entities = new Map<string, string>();
  for (const cluster of members.values()) {
    const entity = representative(cluster);
    for (const { id } of cluster) entities.set(id, entity);
  }
  return entities;
}
