import type { EntityKind } from '../../src/model/ontology.js';

/** What is needed to name an entity anywhere on the page. */
export interface EntityHead {
  readonly id: string;
  readonly name: string;
  readonly kind: EntityKind;
}
