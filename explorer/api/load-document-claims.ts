import { ask } from './ask.js';
import { type Connection, type Page, toPage } from './connection.js';
import { type Relation, relationFields } from './load-relations.js';
import type { Saying } from './load-statements.js';

/** A passage of a document and the claim that rests on it. */
export interface Claim {
  /** Of the piece of evidence. */
  readonly id: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly confidence: number;
  readonly claim: ({ readonly __typename: 'Relation' } & Relation) | ({ readonly __typename: 'Statement' } & Saying);
}

export const documentClaimsQuery = `
  query DocumentClaims($id: ID!, $after: String) {
    document(id: $id) {
      evidence(first: 100, after: $after) {
        nodes {
          id start end rule confidence
          claim {
            __typename
            ... on Relation { ${relationFields} }
            ... on Statement {
              id mode date
              speaker { id name kind }
              addressees { id name kind }
              about { id name kind }
              reportedBy { id name kind }
            }
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`;

/** By date, not by place: a passage stands where its `start` says. */
export async function loadDocumentClaims(id: string, after: string | null, signal: AbortSignal): Promise<Page<Claim>> {
  type Data = { readonly document: { readonly evidence: Connection<Claim> } | null };
  const { document } = await ask<Data>(documentClaimsQuery, { id, after }, signal);
  return document === null ? { items: [], next: null } : toPage(document.evidence);
}
