import { Command } from 'commander';
import type { StoreStats } from '../store/graph-store.js';
import type { Session } from './session.js';
import { addStoreOption, configFrom, type StoreOption } from './shared-options.js';
import { withStore } from './with-store.js';

interface StatsOptions extends StoreOption {
  readonly json?: boolean;
}

function rows(counts: readonly (readonly [name: string, count: number])[], indent = ''): string[] {
  return counts.map(([name, count]) => `${indent}${name.padEnd(18 - indent.length)}${String(count).padStart(10)}`);
}

function table(stats: StoreStats): string {
  return `${[
    ...rows([
      ['documents', stats.documents],
      ['entities', stats.entities],
    ]),
    ...rows(
      stats.entitiesByKind.map(({ kind, count }) => [kind, count]),
      '  ',
    ),
    ...rows([['relations', stats.relations]]),
    ...rows(
      stats.relationsByType.map(({ type, count }) => [type, count]),
      '  ',
    ),
    ...rows([
      ['statements', stats.statements],
      ['mentions', stats.mentions],
      ['evidence', stats.evidence],
    ]),
  ].join('\n')}\n`;
}

export function statsCommand(session: Session): Command {
  const command = new Command('stats')
    .description('Print what a store holds.')
    .option('--json', 'print it as one JSON object');
  addStoreOption(command);
  return command.action(async (options: StatsOptions) => {
    await withStore(configFrom(options), async (store) => {
      const stats = await store.stats();
      await session.terminal.write(options.json === true ? `${JSON.stringify(stats)}\n` : table(stats));
    });
  });
}
