import { userInfo } from 'node:os';
import { Command } from 'commander';
import { BadArgumentError } from '../errors.js';
import type { LedgerEntry } from '../model/ledger.js';
import { printedEntry } from './printed-entry.js';
import type { Session } from './session.js';
import { addStoreOption, configFrom, positiveNumber, type StoreOption } from './shared-options.js';
import { withStore } from './with-store.js';

interface LedgerOptions extends StoreOption {
  readonly about?: string;
  readonly madeBy?: string;
  readonly held?: boolean;
  readonly limit: number;
  readonly by?: string;
  readonly note?: string;
  readonly json?: boolean;
}

export function ledgerCommand(session: Session): Command {
  const command = new Command('ledger')
    .description('Read what people changed in the graph: who, when and why. "ledger undo EDIT" takes an entry back.')
    .argument('[action]', 'undo; the entries are listed where it is not given')
    .argument('[edit]', 'identifier of the entry to undo')
    .option('--about <id>', 'only entries about this entity, identity, document or relation')
    .option('--made-by <name>', 'only entries by this person')
    .option('--held', 'only entries that are not undone')
    .option('--limit <number>', 'the last so many', positiveNumber, 100)
    .option('--by <name>', "who undoes; the user's name where not given")
    .option('--note <text>', 'why it is undone')
    .option('--json', 'print one JSON object a line');
  addStoreOption(command);
  return command.action(async (action: string | undefined, edit: string | undefined, options: LedgerOptions) => {
    const print = (entry: LedgerEntry) =>
      session.terminal.write(options.json === true ? `${JSON.stringify(entry)}\n` : printedEntry(entry));
    await withStore(configFrom(options), async (store) => {
      if (action === 'undo' && edit !== undefined) {
        const by = options.by ?? userInfo().username;
        const change = { by, at: new Date().toISOString(), note: options.note ?? null, expectedVersion: null };
        await print(await store.undo(edit, change));
        return;
      }
      if (action !== undefined) {
        throw new BadArgumentError(
          `ledger doesn't understand "${[action, edit].filter((word) => word !== undefined).join(' ')}".`,
          'Write: ledger, or ledger undo EDIT.',
        );
      }
      const filter = { about: options.about, by: options.madeBy, undone: options.held === true ? false : undefined };
      const { items, hasPreviousPage } = await store.ledger(filter, { last: options.limit });
      for (const { record } of items) await print(record);
      if (options.json === true) return;
      if (items.length === 0) await session.terminal.write('The ledger has no such entry.\n');
      if (hasPreviousPage) await session.terminal.write('There are earlier ones: --limit shows them.\n');
    });
  });
}
