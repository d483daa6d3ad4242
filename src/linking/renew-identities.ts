import type { MatchRecord } from '../model/records.js';
import { type Identity, isEqualIdentity, type LinkedIdentity } from './identity.js';
import type { LinkingTables, StoredMatch } from './linking-tables.js';
import { matchIdentities, matchKeys } from './match-identities.js';
import { changedSpellings, type NameChange, type Spelling, spelledIdentity } from './name-changes.js';
import { pairKey } from './settle-identities.js';
import { step, type Work } from './steps.js';

/** An identity that is new or is called otherwise. */
interface Renewed {
  readonly identity: Identity;
  /** Under which it is kept. */
  readonly keys: readonly string[];
  /** Under which others are kept that may be alike. */
  readonly asked: readonly string[];
  readonly spellings: readonly Spelling[];
}

/** What became of identities when what documents call them changed. */
interface Renewal {
  readonly renewed: readonly Renewed[];
  readonly gone: readonly string[];
  /** Called as before, by more documents or by fewer. */
  readonly counted: readonly { readonly id: string; readonly spellings: readonly Spelling[] }[];
}

/** What the names of two say of each other; `null` where nothing. */
export function matchOf(a: Identity, b: Identity): MatchRecord | null {
  const found = matchIdentities(a, b);
  if (found === null) return null;
  const [left, right] = a.id < b.id ? [a, b] : [b, a];
  return {
    id: `match:${left.id}/${right.id}`,
    kind: left.kind,
    left: left.id,
    right: right.id,
    leftName: left.name,
    rightName: right.name,
    ...found,
    state: 'OPEN',
  };
}

function* planRenewal(tables: LinkingTables, changes: readonly NameChange[]): Work<Renewal> {
  const ids = changes.map(({ identity }) => identity);
  const stored = new Map((yield* step(tables.identities(ids))).map((identity) => [identity.id, identity]));
  const spelled = new Map((yield* step(tables.spellings(ids))).map(({ id, spellings }) => [id, spellings]));
  const renewed: Renewed[] = [];
  const gone: string[] = [];
  const counted: { id: string; spellings: readonly Spelling[] }[] = [];
  for (const change of changes) {
    const { identity: id } = change;
    const spellings = changedSpellings(spelled.get(id) ?? [], change);
    const identity = spelledIdentity(id, spellings);
    const before = stored.get(id);
    if (identity === null) {
      if (before !== undefined) gone.push(id);
    } else if (before !== undefined && isEqualIdentity(before, identity)) counted.push({ id, spellings });
    else {
      const { kept, asked } = matchKeys(identity);
      renewed.push({ identity, keys: kept, asked, spellings });
    }
  }
  return { renewed, gone, counted };
}

/** Those of whom a name is alike, among all that are kept under a key that they ask for. */
function* findMatches(tables: LinkingTables, renewed: readonly Renewed[]): Work<readonly MatchRecord[]> {
  const keys = [...new Set(renewed.flatMap((one) => one.asked))];
  if (keys.length === 0) return [];
  const candidates = new Map<string, Set<LinkedIdentity>>();
  for (const candidate of yield* step(tables.identitiesWithKeys(keys))) {
    for (const key of matchKeys(candidate).kept) {
      const others = candidates.get(key) ?? new Set();
      candidates.set(key, others.add(candidate));
    }
  }
  const matches = new Map<string, MatchRecord>();
  for (const one of renewed) {
    for (const other of new Set(one.asked.flatMap((key) => [...(candidates.get(key) ?? [])]))) {
      const pair = pairKey(one.identity.id, other.id);
      if (matches.has(pair)) continue;
      const match = matchOf(one.identity, other);
      if (match !== null) matches.set(pair, match);
    }
  }
  return [...matches.values()];
}

/** What links by itself is counted: how many documents name both. Only a link by name asks for it. */
function* counting(tables: LinkingTables, matches: readonly MatchRecord[]): Work<readonly StoredMatch[]> {
  const sure = matches.filter(({ verdict }) => verdict === 'SAME');
  const counts = sure.length === 0 ? [] : yield* step(tables.countTogether(sure));
  const together = new Map(sure.map(({ id }, index) => [id, counts[index] ?? 0]));
  return matches.map((match) => ({ ...match, together: together.get(match.id) ?? 0 }));
}

/**
 * Brings what is known of identities up to what documents now call them, once the documents are kept.
 *
 * @returns Those whose links have to be settled anew, and those of which all matches are new.
 */
export function* renewIdentities(
  tables: LinkingTables,
  changes: readonly NameChange[],
): Work<{ readonly unsettled: ReadonlySet<string>; readonly rematched: ReadonlySet<string> }> {
  const { renewed, gone, counted } = yield* planRenewal(tables, changes);
  const rematched = new Set([...gone, ...renewed.map(({ identity }) => identity.id)]);
  const lost = rematched.size === 0 ? [] : yield* step(tables.matchesOf([...rematched]));
  if (counted.length > 0) yield* step(tables.saveSpellings(counted));
  if (gone.length > 0) yield* step(tables.deleteIdentities(gone));
  const found: StoredMatch[] = [];
  if (renewed.length > 0) {
    if (lost.length > 0) yield* step(tables.deleteMatchesOf(renewed.map(({ identity }) => identity.id)));
    yield* step(tables.saveIdentities(renewed));
    found.push(...(yield* counting(tables, yield* findMatches(tables, renewed))));
    if (found.length > 0) yield* step(tables.saveMatches(found));
  }
  const ends = [...lost, ...found].flatMap(({ left, right }) => [left, right]);
  return { unsettled: new Set([...rematched, ...ends]), rematched };
}
