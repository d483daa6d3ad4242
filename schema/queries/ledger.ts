import type { QueryFields } from '../builder.js';
import { connection } from '../connection.js';
import { LedgerConnection } from '../connection-types.js';
import { EditActionEnum } from '../enums.js';
import { exampled } from '../exampled.js';
import { LedgerEntryRef } from '../references.js';

export const ledger = (t: QueryFields) =>
  t.connection(
    {
      type: LedgerEntryRef,
      description: 'What people changed in the graph, in the order in which they did; what is undone too.',
      args: {
        about: t.arg.id({
          description: exampled(
            'Only entries about this: an entity (with all its identities), an identity, a document, or a relation as it was when it was retracted.',
            'person:kim-il-sung',
          ),
        }),
        actions: t.arg({ type: [EditActionEnum], description: 'Only these; all where left out.' }),
        by: t.arg.string({ description: exampled('Only entries that this person made.', 'Ann Quill') }),
        undone: t.arg.boolean({
          description: 'Only those that hold (false) or were undone (true); all where left out.',
        }),
      },
      resolve: (_root, { about, actions, by, undone, ...args }, { store }) => {
        const filter = {
          about: about ?? undefined,
          actions: actions ?? undefined,
          by: by ?? undefined,
          undone: undone ?? undefined,
        };
        return connection('edit', args, (page) => store.ledger(filter, page));
      },
    },
    LedgerConnection,
  );
