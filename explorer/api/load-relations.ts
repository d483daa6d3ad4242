import type { Modality, RelationType } from '../../src/model/ontology.js';
import { ask } from './ask.js';
import { type Connection, type Page, toPage } from './connection.js';
import type { EntityHead } from './entity-head.js';

/** The end of a relation: an entity, or for AUTHORED a document. */
export type RelationEnd =
  | ({ readonly __typename: Exclude<string, 'Document'> } & EntityHead)
  | { readonly __typename: 'Document'; readonly id: string; readonly title: string };

export interface Relation {
  readonly id: string;
  readonly type: RelationType;
  readonly title: string | null;
  readonly modality: Modality;
  readonly date: string | null;
  readonly weight: number;
  readonly source: EntityHead;
  readonly target: RelationEnd;
}

export const relationFields = `
  id type title modality date weight
  source { id name kind }
  target { __typename ... on Entity { id name kind } ... on Document { id title } }`;

export const entityRelationsQuery = `
  query EntityRelations($id: ID!, $after: String) {
    entity(id: $id) {
      relations(first: 50, after: $after) {
        nodes { ${relationFields} }
        pageInfo { hasNextPage endCursor }
      }
    }
  }`;

export async function loadRelations(id: string, after: string | null, signal: AbortSignal): Promise<Page<Relation>> {
  type Data = { readonly entity: { readonly relations: Connection<Relation> } | null };
  const { entity } = await ask<Data>(entityRelationsQuery, { id, after }, signal);
  return entity === null ? { items: [], next: null } : toPage(entity.relations);
}
