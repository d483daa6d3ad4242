import { type EntityKind, entityKinds } from '../../src/model/ontology.js';

/** The colour of a kind, as in the network. It never says alone what stands beside it. */
export function KindDot({ kind }: { readonly kind: EntityKind }) {
  return <span class="kind-dot" style={{ background: entityKinds[kind].colour }} aria-hidden="true" />;
}
