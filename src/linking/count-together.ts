import type { LinkingTables, StoredMatch } from './linking-tables.js';
import type { Naming } from './name-changes.js';
import { step, type Work } from './steps.js';

function documentsByIdentity(namings: readonly Naming[]): ReadonlyMap<string, ReadonlySet<string>> {
  const documents = new Map<string, Set<string>>();
  for (const { identity, document } of namings) {
    documents.set(identity, (documents.get(identity) ?? new Set()).add(document));
  }
  return documents;
}

function shared(documents: ReadonlyMap<string, ReadonlySet<string>>, { left, right }: StoredMatch): number {
  const [one, other] = [documents.get(left), documents.get(right)];
  return one === undefined || other === undefined ? 0 : [...one].filter((document) => other.has(document)).length;
}

/**
 * Counts anew how many documents name both of two that are alike, where some came, changed or went.
 *
 * @param rematched - Identities of which every match is counted already.
 * @returns Identities that some document now tells apart, or none does any longer.
 */
export function* countTogether(
  tables: LinkingTables,
  before: readonly Naming[],
  after: readonly Naming[],
  rematched: ReadonlySet<string>,
): Work<readonly string[]> {
  const [was, is] = [documentsByIdentity(before), documentsByIdentity(after)];
  const ids = [...new Set([...was.keys(), ...is.keys()])].filter((id) => !rematched.has(id));
  if (ids.length < 2) return [];
  const changed = (yield* step(tables.matchesAmong(ids))).flatMap((match) => {
    const together = match.together + shared(is, match) - shared(was, match);
    return together === match.together ? [] : [{ match, together }];
  });
  if (changed.length === 0) return [];
  yield* step(tables.saveMatches(changed.map(({ match, together }) => ({ ...match, together }))));
  return changed
    .filter(({ match, together }) => (match.together === 0) !== (together === 0))
    .flatMap(({ match }) => [match.left, match.right]);
}
