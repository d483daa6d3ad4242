import { userInfo } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { Command, InvalidArgumentError } from 'commander';
import { BadArgumentError } from '../errors.js';
import type { DecisionRecord, DecisionVerdict, MatchRecord } from '../model/records.js';
import type { GraphStore, PageRequest } from '../store/graph-store.js';
import type { Session } from './session.js';
import { addStoreOption, configFrom, type StoreOption } from './shared-options.js';
import { withStore } from './with-store.js';

interface ReviewOptions extends StoreOption {
  readonly limit: number;
  readonly by?: string;
  readonly note?: string;
  readonly json?: boolean;
}

const verdicts: Readonly<Record<string, DecisionVerdict>> = { same: 'SAME', different: 'DIFFERENT', unsure: 'UNSURE' };
const pageSize = 100;

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

function printedDecision({ id, verdict, left, right, by, at, note, undoneAt, undoneBy }: DecisionRecord): string {
  const undone = undoneAt === null ? '' : `  undone by ${undoneBy} ${undoneAt}`;
  return `${id}  ${verdict}  ${left}  ${right}  by ${by} ${at}${note === null ? '' : `  (${note})`}${undone}\n`;
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
  const made: DecisionRecord[] = [];
  try {
    for await (const match of openMatches(store)) {
      await session.terminal.write(await describe(store, match));
      const answer = (
        await terminal.question('[s]ame, [d]ifferent, [u]nsure, [b]ack, [q]uit, Enter for later: ')
      ).trim();
      if (answer === 'q') return;
      const last = answer === 'b' ? made.pop() : undefined;
      if (last !== undefined) {
        await session.terminal.write(printedDecision(await store.undoDecision(last.id, by, new Date().toISOString())));
      }
      const verdict = answers[answer];
      if (verdict === undefined) continue;
      const { left, right } = match;
      made.push(await store.decide({ verdict, left, right, by, at: new Date().toISOString(), note: null }));
    }
    await session.terminal.write('That was the last one.\n');
  } finally {
    terminal.close();
  }
}

function positiveNumber(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number) || number < 1) throw new InvalidArgumentError('It must be a whole number from 1.');
  return number;
}

async function change(
  store: GraphStore,
  action: string,
  ids: readonly string[],
  by: string,
  note: string | undefined,
): Promise<DecisionRecord> {
  const at = new Date().toISOString();
  const [left, right] = ids;
  const verdict = verdicts[action];
  if (verdict !== undefined && left !== undefined && right !== undefined && ids.length === 2) {
    return store.decide({ verdict, left, right, by, at, note: note ?? null });
  }
  if (action === 'undo' && left !== undefined && ids.length === 1) return store.undoDecision(left, by, at);
  throw new BadArgumentError(
    `review doesn't understand "${[action, ...ids].join(' ')}".`,
    'Write: review same ID ID, review different ID ID, review unsure ID ID, review undo DECISION, or review decisions.',
  );
}

export function reviewCommand(session: Session): Command {
  const command = new Command('review')
    .description('Say whether entities of similar names are the same. At a terminal it asks; in a pipe it lists.')
    .argument('[action]', 'same, different or unsure with two identifiers; undo with a decision; decisions; list')
    .argument('[id...]', 'identifiers, as review prints them')
    .option('--limit <number>', 'most pairs to list', positiveNumber, 20)
    .option('--by <name>', "who decides; the user's name where not given")
    .option('--note <text>', 'why')
    .option('--json', 'print one JSON object a line');
  addStoreOption(command);
  return command.action(async (action: string | undefined, ids: readonly string[], options: ReviewOptions) => {
    const by = options.by ?? userInfo().username;
    await withStore(configFrom(options), async (store) => {
      const print = (decision: DecisionRecord) =>
        session.terminal.write(options.json === true ? `${JSON.stringify(decision)}\n` : printedDecision(decision));
      if (action === 'decisions') {
        for (let page: PageRequest | null = { first: pageSize }; page !== null; ) {
          const { items, hasNextPage } = await store.decisions({}, page);
          for (const { record } of items) await print(record);
          page = hasNextPage ? { first: pageSize, after: items.at(-1)?.cursor } : null;
        }
      } else if (action !== undefined && action !== 'list') {
        await print(await change(store, action, ids, by, options.note));
      } else if (action === undefined && process.stdin.isTTY && process.stdout.isTTY && options.json !== true) {
        await interview(store, by, session);
      } else {
        await list(store, options, session);
      }
    });
  });
}
