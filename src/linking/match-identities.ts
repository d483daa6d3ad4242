import type { EntityKind } from '../model/ontology.js';
import { type BlockingKeys, blockingKeys } from '../names/blocking-keys.js';
import { compareNames } from '../names/compare-names.js';
import { foldName } from '../names/fold-name.js';
import type { Identity } from './identity.js';

/** Why two identities may be one entity. */
export interface NameMatch {
  readonly verdict: 'SAME' | 'POSSIBLE';
  /** Above 0 to 1. */
  readonly score: number;
  /** For the reader of a review list. */
  readonly reason: string;
}

/** The names of other kinds say too little without the document around them. */
const comparedAs: Partial<Record<EntityKind, 'PERSON' | 'PLACE' | 'LETTERS'>> = {
  PERSON: 'PERSON',
  PLACE: 'PLACE',
  ORGANIZATION: 'LETTERS',
  PUBLICATION: 'LETTERS',
  AGREEMENT: 'LETTERS',
};

/** Bodies that every country has one of: without its country such a name is anybody's. */
const commonBody =
  /^(?:ministry|committee|commission|council|department|directorate|bureau|cabinet|government|parliament|national assembly|supreme court|people s committee|peoples committee|party committee|central committee|politburo|presidium|secretariat|general staff|army|navy|air force|foreign office|foreign ministry|embassy|legation|consulate|delegation)\b/u;

function isSingleWord(name: string): boolean {
  return !/[\s·-]/u.test(name.trim()) && /^[\p{Script=Latin}\p{Script=Cyrillic}'’.]+$/u.test(name.trim());
}

/**
 * Keys by which identities are found that `matchIdentities` may find alike, as `blockingKeys` has them.
 *
 * A person's single name has none: it fits every bearer of it, and is the identity of one document alone.
 */
export function matchKeys({ kind, name }: Identity): BlockingKeys {
  const how = comparedAs[kind];
  if (how === undefined || (how === 'PERSON' && isSingleWord(name))) return { kept: [], asked: [] };
  const letters = foldName(name);
  const { kept, asked } = how === 'LETTERS' ? { kept: [letters], asked: [letters] } : blockingKeys(name, how);
  const ofKind = (keys: readonly string[]) =>
    keys.filter((key) => key !== '').map((key) => `${kind.toLowerCase()}/${key}`);
  return { kept: ofKind(kept), asked: ofKind(asked) };
}

/**
 * Whether two identities may be one entity, by their names alone, so that the answer never depends on what else is
 * stored. Two records of authorities are two entities by what authorities are.
 *
 * @returns `null` where nothing says so.
 */
export function matchIdentities(a: Identity, b: Identity): NameMatch | null {
  const how = comparedAs[a.kind];
  if (how === undefined || a.kind !== b.kind || a.id === b.id) return null;
  if (a.authority !== null && b.authority !== null) return null;
  if (how === 'LETTERS') {
    const letters = foldName(a.name);
    if (letters !== foldName(b.name)) return null;
    return a.kind === 'ORGANIZATION' && commonBody.test(letters)
      ? { verdict: 'POSSIBLE', score: 0.5, reason: 'the same letters, of a body that every country has' }
      : { verdict: 'SAME', score: 1, reason: 'the same letters' };
  }
  const { verdict, score, reason } = compareNames(a.name, b.name, how);
  return verdict === 'DIFFERENT' ? null : { verdict, score, reason };
}
