import type { EntityKind } from '../model/ontology.js';
import { type Identity, type IdentityName, identityOf } from './identity.js';

/** What one document calls an identity. */
export interface Naming extends IdentityName {
  readonly document: string;
}

/** A name with its record, and how many documents give it. */
export interface Spelling extends Omit<IdentityName, 'identity'> {
  readonly documents: number;
}

/** What documents that are written or deleted together call identities otherwise than before. */
export interface NameChange {
  readonly identity: string;
  readonly removed: readonly Naming[];
  readonly added: readonly Naming[];
}

function keyOf({ kind, name, authority }: Omit<IdentityName, 'identity'>): string {
  return JSON.stringify([kind, name, authority]);
}

/** Only what differs: a document that is read anew mostly calls everybody what it did. */
export function nameChanges(before: readonly Naming[], after: readonly Naming[]): readonly NameChange[] {
  const namingKey = (naming: Naming): string => `${naming.document} ${naming.identity} ${keyOf(naming)}`;
  const [known, wanted] = [new Set(before.map(namingKey)), new Set(after.map(namingKey))];
  const changes = new Map<string, { identity: string; removed: Naming[]; added: Naming[] }>();
  const changeOf = (identity: string) => {
    const change = changes.get(identity) ?? { identity, removed: [], added: [] };
    changes.set(identity, change);
    return change;
  };
  for (const naming of before) if (!wanted.has(namingKey(naming))) changeOf(naming.identity).removed.push(naming);
  for (const naming of after) if (!known.has(namingKey(naming))) changeOf(naming.identity).added.push(naming);
  return [...changes.values()];
}

/** All spellings of an identity after a change; none where no document names it any more. */
export function changedSpellings(spellings: readonly Spelling[], { removed, added }: NameChange): readonly Spelling[] {
  const counts = new Map<string, { kind: EntityKind; name: string; authority: string | null; documents: number }>();
  const count = ({ kind, name, authority }: Omit<IdentityName, 'identity'>, documents: number) => {
    const key = keyOf({ kind, name, authority });
    const counted = counts.get(key) ?? { kind, name, authority, documents: 0 };
    counted.documents += documents;
    counts.set(key, counted);
  };
  for (const spelling of spellings) count(spelling, spelling.documents);
  for (const naming of removed) count(naming, -1);
  for (const naming of added) count(naming, 1);
  return [...counts.values()].filter(({ documents }) => documents > 0);
}

/** The identity that its spellings make; `null` for none. */
export function spelledIdentity(identity: string, spellings: readonly Spelling[]): Identity | null {
  const [first, ...rest] = spellings.map(({ kind, name, authority }) => ({ identity, kind, name, authority }));
  return first === undefined ? null : identityOf([first, ...rest]);
}
