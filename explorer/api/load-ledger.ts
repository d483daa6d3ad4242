import type { RelationType } from '../../src/model/ontology.js';
import { ask } from './ask.js';
import type { Page } from './connection.js';
import type { Verdict } from './edit-graph.js';

/** Something that an entry speaks of, by the name that it had then. */
export interface EditedThing {
  readonly name: string;
  /** What it is now; of an identity its entity. `null` where it is gone. */
  readonly node: { readonly __typename: string; readonly id: string } | null;
}

type What =
  | {
      readonly action: 'DECIDE_MATCH';
      readonly verdict: Verdict;
      readonly left: EditedThing;
      readonly right: EditedThing;
    }
  | { readonly action: 'MERGE'; readonly entities: readonly EditedThing[]; readonly into: EditedThing | null }
  | { readonly action: 'SPLIT'; readonly entity: EditedThing; readonly identities: readonly EditedThing[] }
  | { readonly action: 'RENAME'; readonly entity: EditedThing; readonly formerName: string; readonly newName: string }
  | {
      readonly action: 'RETRACT';
      readonly type: RelationType;
      readonly told: readonly { readonly source: EditedThing; readonly target: EditedThing }[];
    }
  | { readonly action: 'DELETE_DOCUMENT'; readonly document: EditedThing };

/** What a person changed in the graph. */
export type LedgerEntry = What & {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly note: string | null;
  readonly undoneBy: string | null;
  readonly undoneAt: string | null;
  readonly undoneNote: string | null;
};

const thing = '{ name node { __typename id } }';

export const ledgerQuery = `
  query Ledger($about: ID, $before: String) {
    ledger(about: $about, last: 20, before: $before) {
      nodes {
        id action by at note undoneBy undoneAt undoneNote
        ... on MatchDecision { verdict left ${thing} right ${thing} }
        ... on EntityMerge { entities ${thing} into ${thing} }
        ... on EntitySplit { entity ${thing} identities ${thing} }
        ... on EntityRename { entity ${thing} formerName newName }
        ... on RelationRetraction { type told { source ${thing} target ${thing} } }
        ... on DocumentDeletion { document ${thing} }
      }
      pageInfo { hasPreviousPage startCursor }
    }
  }`;

/**
 * What people changed, the latest first.
 *
 * @param about - Only what concerns this entity.
 */
export async function loadLedger(
  about: string | null,
  before: string | null,
  signal: AbortSignal,
): Promise<Page<LedgerEntry>> {
  type Data = {
    readonly ledger: {
      readonly nodes: readonly LedgerEntry[];
      readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
    };
  };
  const { nodes, pageInfo } = (await ask<Data>(ledgerQuery, { about, before }, signal)).ledger;
  return { items: nodes.toReversed(), next: pageInfo.hasPreviousPage ? pageInfo.startCursor : null };
}
