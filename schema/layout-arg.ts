import type { Args } from './builder.js';
import { NetworkLayoutEnum } from './enums.js';

/** Where `x` and `y` of a network's nodes come from. */
export const layoutArg = (t: Args) =>
  t({
    type: NetworkLayoutEnum,
    required: true,
    defaultValue: 'FORCE',
    description: 'How `x` and `y` are found. Nothing is laid out where neither is asked for.',
  });
