import { change } from './change.js';
import type { Match } from './load-matches.js';

export type Verdict = 'SAME' | 'DIFFERENT' | 'UNSURE';

export const editMutations = {
  decide: `
    mutation DecideMatch($left: ID!, $right: ID!, $verdict: DecisionVerdict!, $note: String, $expectedVersion: Int!) {
      entry: decideMatch(left: $left, right: $right, verdict: $verdict, note: $note, expectedVersion: $expectedVersion) { id }
    }`,
  merge: `
    mutation Merge($entities: [ID!]!, $into: ID!, $expectedVersion: Int!) {
      entry: mergeEntities(entities: $entities, into: $into, expectedVersion: $expectedVersion) { id }
    }`,
  rename: `
    mutation Rename($entity: ID!, $name: String!, $note: String, $expectedVersion: Int!) {
      entry: renameEntity(entity: $entity, name: $name, note: $note, expectedVersion: $expectedVersion) { id }
    }`,
  retract: `
    mutation Retract($relation: ID!, $note: String, $expectedVersion: Int!) {
      entry: retractRelation(relation: $relation, note: $note, expectedVersion: $expectedVersion) { id }
    }`,
  split: `
    mutation Split($entity: ID!, $identities: [ID!]!, $expectedVersion: Int!) {
      entry: splitEntity(entity: $entity, identities: $identities, expectedVersion: $expectedVersion) { id }
    }`,
} as const;

/** @returns the identifier of the ledger's entry, which can be taken back. */
async function edit(name: keyof typeof editMutations, variables: object): Promise<string> {
  return (await change<{ readonly entry: { readonly id: string } }>(editMutations[name], variables)).entry.id;
}

/** What every edit says of itself. */
export interface EditTerms {
  /** The version of the ledger that its maker saw: what others changed since is a CONFLICT, and not changed unseen. */
  readonly expectedVersion: number;
  /** Why. */
  readonly note: string | null;
}

/** Says of two identities whether they are one. */
export const decideMatch = ({ left, right }: Match, verdict: Verdict, terms: EditTerms): Promise<string> =>
  edit('decide', { left: left.id, right: right.id, verdict, ...terms });

/** Makes two entities one. */
export const mergeEntities = (from: string, into: string, expectedVersion: number): Promise<string> =>
  edit('merge', { entities: [into, from], into, expectedVersion });

/** Gives an entity the name that it shows. */
export const renameEntity = (entity: string, name: string, terms: EditTerms): Promise<string> =>
  edit('rename', { entity, name, ...terms });

/** Takes a relation out, whichever document tells it. */
export const retractRelation = (relation: string, terms: EditTerms): Promise<string> =>
  edit('retract', { relation, ...terms });

/** Takes identities out of an entity, as one of their own. */
export const splitEntity = (entity: string, identities: readonly string[], expectedVersion: number): Promise<string> =>
  edit('split', { entity, identities, expectedVersion });
