import { change } from './change.js';

export const mergeMutation = `
  mutation Merge($entities: [ID!]!, $into: ID!) {
    mergeEntities(entities: $entities, into: $into) { id }
  }`;

/** Makes two entities one. @returns the identifier of the ledger's entry, which can be taken back. */
export async function mergeEntities(from: string, into: string): Promise<string> {
  type Data = { readonly mergeEntities: { readonly id: string } };
  return (await change<Data>(mergeMutation, { entities: [into, from], into })).mergeEntities.id;
}

export const splitMutation = `
  mutation Split($entity: ID!, $identities: [ID!]!) {
    splitEntity(entity: $entity, identities: $identities) { id }
  }`;

/** Takes identities out of an entity, as one of their own. @returns the identifier of the ledger's entry. */
export async function splitEntity(entity: string, identities: readonly string[]): Promise<string> {
  type Data = { readonly splitEntity: { readonly id: string } };
  return (await change<Data>(splitMutation, { entity, identities })).splitEntity.id;
}
