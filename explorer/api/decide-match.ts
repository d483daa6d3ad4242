import { change } from './change.js';
import type { Match } from './load-matches.js';

export type Verdict = 'SAME' | 'DIFFERENT' | 'UNSURE';

export const decideMatchMutation = `
  mutation DecideMatch($left: ID!, $right: ID!, $verdict: DecisionVerdict!, $note: String) {
    decideMatch(left: $left, right: $right, verdict: $verdict, note: $note) { id }
  }`;

/** @returns the identifier of the ledger's entry, which can be taken back. */
export async function decideMatch({ left, right }: Match, verdict: Verdict, note: string | null): Promise<string> {
  const variables = { left: left.id, right: right.id, verdict, note };
  const { decideMatch: made } = await change<{ decideMatch: { id: string } }>(decideMatchMutation, variables);
  return made.id;
}
