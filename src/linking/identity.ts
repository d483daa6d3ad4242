import type { EntityKind } from '../model/ontology.js';

/**
 * An entity as documents name it, before documents are linked: its identifier follows from the name or from an
 * authority's record, so that every document that uses the name means the same identity. One or more identities that
 * are linked are one entity of the graph.
 */
export interface Identity {
  readonly id: string;
  readonly kind: EntityKind;
  /** Of the names that documents give it, the first in code-point order. */
  readonly name: string;
  /** Identifier of an authority's record, which stands for one entity and no other. */
  readonly authority: string | null;
}

/** An identity with the entity that it now belongs to. */
export interface LinkedIdentity extends Identity {
  readonly entity: string;
  /** The name that people gave the entity, on the identity that gives it its identifier; else null. */
  readonly givenName: string | null;
}

/** What one document calls an identity. */
export interface IdentityName {
  readonly identity: string;
  readonly kind: EntityKind;
  readonly name: string;
  readonly authority: string | null;
}

/** The identity that all documents' names for it make. @param names - All of one identity; at least one. */
export function identityOf(names: readonly [IdentityName, ...IdentityName[]]): Identity {
  const [{ identity, kind }] = names;
  const [name = ''] = names.map((one) => one.name).sort();
  const [authority = null] = names.flatMap((one) => one.authority ?? []).sort();
  return { id: identity, kind, name, authority };
}

export function isEqualIdentity(a: Identity, b: Identity): boolean {
  return a.kind === b.kind && a.name === b.name && a.authority === b.authority;
}
