import type { QueryFields } from '../builder.js';
import { Stats } from '../types/stats.js';

export const stats = (t: QueryFields) =>
  t.field({
    type: Stats,
    description: 'How much the store holds.',
    resolve: (_root, _args, { store }) => store.stats(),
  });
