import { ask } from './ask.js';
import { type Connection, type Page, toPage } from './connection.js';
import { type Relation, relationFields } from './load-relations.js';
import type { Passage } from './passage.js';

export interface Evidence extends Passage {
  readonly rule: string;
  readonly confidence: number;
}

export interface SeenRelation extends Relation {
  /** Of the time when it was read, for what is changed of it. */
  readonly ledgerVersion: number;
}

export const relationQuery = `
  query Relation($id: ID!) {
    ledgerVersion
    node(id: $id) { ... on Relation { ${relationFields} } }
  }`;

/** @returns `null` when the store has no such relation. */
export async function loadRelation(id: string, signal: AbortSignal): Promise<SeenRelation | null> {
  type Data = { readonly ledgerVersion: number; readonly node: Relation | null };
  const { ledgerVersion, node } = await ask<Data>(relationQuery, { id }, signal);
  return node && { ...node, ledgerVersion };
}

export const evidenceQuery = `
  query RelationEvidence($id: ID!, $after: String) {
    node(id: $id) {
      ... on Relation {
        evidence(first: 20, after: $after) {
          nodes { id quote start end cite rule confidence document { id title date } }
          pageInfo { hasNextPage endCursor }
        }
      }
    }
  }`;

/** The passages that a relation rests on. */
export async function loadEvidence(
  relation: string,
  after: string | null,
  signal: AbortSignal,
): Promise<Page<Evidence>> {
  type Data = { readonly node: { readonly evidence: Connection<Evidence> } | null };
  const { node } = await ask<Data>(evidenceQuery, { id: relation, after }, signal);
  return node === null ? { items: [], next: null } : toPage(node.evidence);
}
