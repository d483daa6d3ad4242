import { idPrefix } from './entity-id.js';
import type { Modality, RelationType } from './ontology.js';

/**
 * The ledger of edits: all that people changed, entry by entry. The graph follows from the documents and from those of
 * its entries that hold. An entry speaks of identities, which a new ingest makes again, and never of what linking made
 * of them; it is kept for good: what was undone stays to be read.
 */

export type DecisionVerdict = (typeof decisionVerdicts)[number];
/** UNSURE keeps two apart like DIFFERENT, and takes the pair off the list until somebody knows more. */
export const decisionVerdicts = ['SAME', 'DIFFERENT', 'UNSURE'] as const;

/** A person's word on whether two identities are one entity. `left < right` in code-point order. */
export interface PairVerdict {
  readonly left: string;
  readonly right: string;
  readonly verdict: DecisionVerdict;
}

export interface MatchDecision {
  readonly action: 'DECIDE_MATCH';
  readonly verdicts: readonly [PairVerdict];
}

export interface EntityMerge {
  readonly action: 'MERGE';
  /** The entities, as they were. */
  readonly entities: readonly string[];
  /** The identity that gives the merged entity its identifier; where unset, its names settle it. */
  readonly into: string | null;
  /** The name that the merged entity shows, as `into` did. */
  readonly name: string | null;
  readonly verdicts: readonly PairVerdict[];
}

export interface EntitySplit {
  readonly action: 'SPLIT';
  /** The entity, as it was, and the identities that were taken out of it. */
  readonly entity: string;
  readonly identities: readonly string[];
  readonly verdicts: readonly PairVerdict[];
}

export interface EntityRename {
  readonly action: 'RENAME';
  /** The identity that gave the entity its identifier. Whoever it belongs to bears the name. */
  readonly identity: string;
  readonly name: string;
  readonly formerName: string;
}

export interface RelationRetraction {
  readonly action: 'RETRACT';
  /** Identifier of the relation, as it was. */
  readonly relation: string;
  readonly type: RelationType;
  readonly title: string | null;
  readonly modality: Modality;
  /** Between which identities documents told it; for AUTHORED the target is a document. */
  readonly told: readonly { readonly source: string; readonly target: string }[];
}

export interface DocumentDeletion {
  readonly action: 'DELETE_DOCUMENT';
  readonly document: string;
}

export type Edit = MatchDecision | EntityMerge | EntitySplit | EntityRename | RelationRetraction | DocumentDeletion;
export type EditAction = Edit['action'];
export const editActions = [
  'DECIDE_MATCH',
  'MERGE',
  'SPLIT',
  'RENAME',
  'RETRACT',
  'DELETE_DOCUMENT',
] as const satisfies readonly EditAction[];

/** Who, when (ISO 8601, UTC) and why. */
export interface Signature {
  readonly by: string;
  readonly at: string;
  readonly note: string | null;
}

export interface LedgerEntry extends Signature {
  /** "edit:00000012": made of its version, so that entries sort in the order in which they were made. */
  readonly id: string;
  /** Of the ledger, which this entry made: each entry and each undoing raises it by one. */
  readonly version: number;
  readonly edit: Edit;
  /** What the entry speaks of, as it was called then: to be read when it is gone. In code-point order of `id`. */
  readonly names: readonly { readonly id: string; readonly name: string }[];
  /** `null` while the entry holds. */
  readonly undone: (Signature & { readonly version: number }) | null;
}

export function entryId(version: number): string {
  return `edit:${String(version).padStart(8, '0')}`;
}

export function versionOfEntry(id: string): number {
  return Number(id.slice(id.indexOf(':') + 1));
}

export function verdictsOf(edit: Edit): readonly PairVerdict[] {
  return 'verdicts' in edit ? edit.verdicts : [];
}

/** The identity that an edit gives a name, and the name. */
export function nameGivenBy(edit: Edit): { readonly identity: string; readonly name: string } | null {
  if (edit.action === 'RENAME') return edit;
  if (edit.action !== 'MERGE' || edit.into === null || edit.name === null) return null;
  return { identity: edit.into, name: edit.name };
}

/** The identities whose linking, name or relations an edit bears on. */
export function identitiesOfEdit(edit: Edit): readonly string[] {
  const ids = verdictsOf(edit).flatMap(({ left, right }) => [left, right]);
  if (edit.action === 'RENAME') ids.push(edit.identity);
  if (edit.action === 'RETRACT') {
    for (const { source, target } of edit.told) ids.push(source, ...(idPrefix(target) === 'document' ? [] : [target]));
  }
  return [...new Set(ids)];
}

/** Everything by which an entry is found: its identities, its documents, and the relation that it retracts. */
export function subjectsOfEdit(edit: Edit): readonly string[] {
  const ids = [...identitiesOfEdit(edit)];
  if (edit.action === 'DELETE_DOCUMENT') ids.push(edit.document);
  if (edit.action === 'RETRACT') ids.push(edit.relation, ...edit.told.map(({ target }) => target));
  return [...new Set(ids)];
}

export type WantedEdit =
  | {
      readonly action: 'DECIDE_MATCH';
      /** Identities, or entities: one is the identity that gave it its identifier. */
      readonly left: string;
      readonly right: string;
      readonly verdict: DecisionVerdict;
    }
  | { readonly action: 'MERGE'; readonly entities: readonly string[]; readonly into: string | null }
  | { readonly action: 'SPLIT'; readonly entity: string; readonly identities: readonly string[] }
  | { readonly action: 'RENAME'; readonly entity: string; readonly name: string }
  | { readonly action: 'RETRACT'; readonly relation: string }
  | { readonly action: 'DELETE_DOCUMENT'; readonly document: string };

/** A change that somebody wants to make. */
export interface Change extends Signature {
  /**
   * The version of the ledger that the editor saw. What others changed since on the same identities, documents or
   * relation is a conflict; what they changed elsewhere is none.
   */
  readonly expectedVersion: number | null;
}
