import { type EntityKind, entityKinds } from '../../src/model/ontology.js';
import { shapePath } from '../kind-shapes.js';

interface KindDotProps {
  readonly kind: EntityKind;
  /** Without its colour, where colours stand for something else. */
  readonly isPlain?: boolean;
}

/** The colour and shape of a kind, as in the network. It never says alone what stands beside it. */
export function KindDot({ kind, isPlain = false }: KindDotProps) {
  const { colour, shape } = entityKinds[kind];
  return (
    <svg class="kind-dot" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={shapePath(shape, 8, shape === 'triangle' ? 9 : shape === 'turned triangle' ? 7 : 8, 5.6)}
        fill={isPlain ? 'currentColor' : colour}
      />
    </svg>
  );
}
