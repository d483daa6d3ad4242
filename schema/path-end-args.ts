import type { Args } from './builder.js';
import { exampled } from './exampled.js';

/** The two entities that a path is looked for between. */
export function pathEndArgs(t: Args) {
  return {
    from: t.id({
      required: true,
      description: exampled('Identifier of the entity at one end.', 'person:kim-il-sung'),
    }),
    to: t.id({
      required: true,
      description: exampled('Identifier of the entity at the other end.', 'person:nikita-khrushchev'),
    }),
  };
}
