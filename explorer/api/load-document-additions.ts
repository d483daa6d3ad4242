import { ask } from './ask.js';
import { type Connection, type Page, toPage } from './connection.js';
import type { EntityHead } from './entity-head.js';
import { type Relation, relationFields } from './load-relations.js';

export const firstSeenQuery = `
  query FirstSeen($id: ID!, $after: String) {
    document(id: $id) {
      entities(firstSeen: true, first: 50, after: $after) {
        nodes { id name kind }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`;

/** The entities that no document before this one mentions. */
export async function loadFirstSeen(id: string, after: string | null, signal: AbortSignal): Promise<Page<EntityHead>> {
  type Data = { readonly document: { readonly entities: Connection<EntityHead> } | null };
  const { document } = await ask<Data>(firstSeenQuery, { id, after }, signal);
  return document === null ? { items: [], next: null } : toPage(document.entities);
}

export const onlyHereQuery = `
  query OnlyHere($id: ID!, $after: String) {
    document(id: $id) {
      relations(onlyHere: true, first: 50, after: $after) {
        nodes { ${relationFields} }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`;

/** The relations that no other document supports. */
export async function loadOnlyHere(id: string, after: string | null, signal: AbortSignal): Promise<Page<Relation>> {
  type Data = { readonly document: { readonly relations: Connection<Relation> } | null };
  const { document } = await ask<Data>(onlyHereQuery, { id, after }, signal);
  return document === null ? { items: [], next: null } : toPage(document.relations);
}
