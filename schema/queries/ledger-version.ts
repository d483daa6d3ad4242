import type { QueryFields } from '../builder.js';

export const ledgerVersion = (t: QueryFields) =>
  t.int({
    description:
      'How often the ledger was changed: 12. Read it with what you are about to change, and give it as expectedVersion.',
    resolve: (_root, _args, { store }) => store.ledgerVersion(),
  });
