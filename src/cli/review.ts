import { userInfo } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { Command } from 'commander';
import { BadArgumentError } from '../errors.js';
import type { Change, DecisionVerdict, LedgerEntry } from '../model/ledger.js';
import type { MatchRecord } from '../model/records.js';
import type { GraphStore, PageRequest } from '../store/graph-store.js';
import { printedEntry } from './printed-entry.js';
import type { Session } from './session.js';
import { addStoreOption, configFrom, positiveNumber, type StoreOption } from './shared-options.js';
import { withStore } from './with-store.js';

interface ReviewOptions extends StoreOption {
  readonly limit: number;
  readonly by?: string;
  readonly note?: string;
  readonly json?: boolean;
}

const verdicts: Readonly<Record<string, DecisionVerdict>> = { same: 'SAME', different: 'DIFFERENT', unsure: 'UNSURE' };
const pageSize = 100;

/** At a terminal a person sees what is decided last; nobody has looked at a version. */
function changeBy(by: string, note: string | null = null): Change {
  return { by, at: new Date().toISOString(), note, expectedVersion: null };
}

/** What tells two names apart for a reader: who they are, and when and how often documents speak of them. */
async function describe(store: GraphStore, { left, right, ...match }: MatchRecord): Promise<string> {
  const nodes = await store.nodes([left, right]);
  const lines = [left, right].map((id, at) => {
    const node = nodes[at];
    const name = at === 0 ? match.leftName : match.rightName;
    if (node?.type !== 'entity') return `  ${name}  (${id})`;
    const { description, mentionCount, firstDate, lastDate } = node.record;
    const days = firstDate === null ? 'undated' : firstDate === lastDate ? firstDate : `${firstDate} to ${lastDate}`;
    return `  ${name}  (${id}; ${mentionCount} mentions, ${days}${description === null ? '' : `; ${description}`})`;
  });
  return `${match.kind} ${match.score.toFixed(2)}  ${match.reason}\n${lines.join('\n')}\n`;
}

async function* openMatches(store: GraphStore): AsyncGenerator<MatchRecord> {
  for (let page: PageRequest = { first: pageSize }; ; ) {
    const { items, hasNextPage } = await store.matches({ states: ['OPEN'] }, page);
    for (const { record } of items) yield record;
    const after = items.at(-1)?.cursor;
    if (!hasNextPage || after === undefined) return;
    page = { first: pageSize, after };
  }
}

async function list(store: GraphStore, { limit, json }: ReviewOptions, session: Session): Promise<void> {
  let printed = 0;
  for await (const match of openMatches(store)) {
    if (printed === limit) {
      if (json !== true) await session.terminal.write('There are more: --limit shows them.\n');
      return;
    }
    await session.terminal.write(json === true ? `${JSON.stringify(match)}\n` : await describe(store, match));
    printed += 1;
  }
  if (printed === 0 && json !== true) await session.terminal.write('Nothing is open.\n');
}

const answers: Readonly<Record<string, DecisionVerdict>> = { s: 'SAME', d: 'DIFFERENT', u: 'UNSURE' };

/** Asks a person at a terminal, pair by pair. */
async function interview(store: GraphStore, by: string, session: Session): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const made: LedgerEntry[] = [];
  try {
    for await (const match of openMatches(store)) {
      await session.terminal.write(await describe(store, match));
      const answer = (
        await terminal.question('[s]ame, [d]ifferent, [u]nsure, [b]ack, [q]uit, Enter for later: ')
      ).trim();
      if (answer === 'q') return;
      const last = answer === 'b' ? made.pop() : undefined;
      if (last !== undefined) {
        await session.terminal.write(printedEntry(await store.undo(last.id, changeBy(by))));
      }
      const verdict = answers[answer];
      if (verdict === undefined) continue;
      const { left, right } = match;
      made.push(await store.edit({ action: 'DECIDE_MATCH', verdict, left, right }, changeBy(by)));
    }
    await session.terminal.write('That was the last one.\n');
  } finally {
    terminal.close();
  }
}

async function decide(store: GraphStore, action: string, ids: readonly string[], change: Change): Promise<LedgerEntry> {
  const [left, right] = ids;
  const verdict = verdicts[action];
  if (verdict !== undefined && left !== undefined && right !== undefined && ids.length === 2) {
    return store.edit({ action: 'DECIDE_MATCH', verdict, left, right }, change);
  }
  throw new BadArgumentError(
    `review doesn't understand "${[action, ...ids].join(' ')}".`,
    'Write: review same ID ID, review different ID ID, or review unsure ID ID. diplograph ledger takes it back.',
  );
}

export function reviewCommand(session: Session): Command {
  const command = new Command('review')
    .description('Say whether entities of similar names are the same. At a terminal it asks; in a pipe it lists.')
    .argument('[action]', 'same, different or unsure with two identifiers; list')
    .argument('[id...]', 'identifiers, as review prints them')
    .option('--limit <number>', 'most pairs to list', positiveNumber, 20)
    .option('--by <name>', "who decides; the user's name where not given")
    .option('--note <text>', 'why')
    .option('--json', 'print one JSON object a line');
  addStoreOption(command);
  return command.action(async (action: string | undefined, ids: readonly string[], options: ReviewOptions) => {
    const by = options.by ?? userInfo().username;
    await withStore(configFrom(options), async (store) => {
      if (action !== undefined && action !== 'list') {
        const entry = await decide(store, action, ids, changeBy(by, options.note ?? null));
        await session.terminal.write(options.json === true ? `${JSON.stringify(entry)}\n` : printedEntry(entry));
      } else if (action === undefined && process.stdin.isTTY && process.stdout.isTTY && options.json !== true) {
        await interview(store, by, session);
      } else {
        await list(store, options, session);
      }
    });
  });
}
