import { BadArgumentError } from '../errors.js';
import { sortKeys } from '../model/sort-key.js';
import type { AccountReader } from './account-reader.js';
import { coveredDays, type DateWindow } from './date-window.js';
import type { Account, AccountsQuestion, SharedTalk } from './graph-accounts.js';
import type { Page, PageRequest } from './graph-store.js';
import { pageOfAll } from './page-of-all.js';
import { pairsOf, sharedParticipants, statementsByTalk, type Talk, type TalkPair, talkKey, talksOf } from './talks.js';
import { maxTiesRead } from './walk-limits.js';

function tooMuch(what: string): BadArgumentError {
  return new BadArgumentError(
    `sharedTalks would have to look at more than ${maxTiesRead} ${what}.`,
    'Name the other document too, or ask for smaller pages.',
  );
}

async function checkDocuments(reader: AccountReader, { document, other }: AccountsQuestion): Promise<void> {
  const asked = other === undefined ? [document] : [document, other];
  if (document === other) {
    throw new BadArgumentError('The two documents are one.', 'Name two, or leave the other out.');
  }
  const known = await reader.documents(asked);
  const unknown = asked.find((_, index) => !known[index]);
  if (unknown !== undefined) {
    throw new BadArgumentError(
      `There is no document ${JSON.stringify(unknown)} in the store.`,
      'Look its identifier up with the query documents.',
    );
  }
}

async function readTalks(reader: AccountReader, documents: readonly string[]): Promise<readonly Talk[]> {
  if (documents.length === 0) return [];
  const encounters = await reader.encounters(documents, maxTiesRead + 1);
  if (encounters.length > maxTiesRead) throw tooMuch('passages');
  const attended = encounters.filter(({ type }) => type === 'PARTICIPATED_IN').map(({ target }) => target);
  const events = await reader.entities([...new Set(attended)].sort());
  return talksOf(encounters, new Map(events.flatMap((event) => (event ? [[event.id, event] as const] : []))));
}

/** The days that talks are on, whole months; a window that holds nothing where none is dated. */
function daysOf(talks: readonly Talk[]): DateWindow {
  const days = talks.flatMap(({ date }) => (date === null ? [] : [coveredDays(date.slice(0, '1957-07'.length))]));
  const first = days.flatMap(({ firstDay }) => firstDay ?? []).sort()[0];
  const last = days.flatMap(({ lastDay }) => lastDay ?? []).sort();
  return { firstDay: first ?? '9999-12-31', lastDay: last.at(-1) ?? '0000-01-01' };
}

async function documentsBeside(reader: AccountReader, document: string, talks: readonly Talk[]) {
  if (talks.length === 0) return [];
  const participants = [...new Set(talks.flatMap((talk) => talk.participants))].sort();
  const events = [...new Set(talks.flatMap(({ event }) => event ?? []))].sort();
  const found = await reader.documentsAround(participants, events, daysOf(talks), maxTiesRead + 1);
  if (found.length > maxTiesRead) throw tooMuch('documents');
  return found.filter((id) => id !== document).sort();
}

function pairKey({ left, right }: TalkPair): string {
  const date = left.date ?? right.date;
  return sortKeys.account({ date, document: right.document, left: talkKey(left), right: talkKey(right) });
}

/** `GraphAccounts.accounts`: all pairs are made for each page; what was said is read for those of the page alone. */
export async function accounts(
  reader: AccountReader,
  question: AccountsQuestion,
  request: PageRequest,
): Promise<Page<SharedTalk>> {
  const { document, other } = question;
  await checkDocuments(reader, question);
  const own = await readTalks(reader, [document]);
  const others = await readTalks(reader, other === undefined ? await documentsBeside(reader, document, own) : [other]);
  const page = pageOfAll(pairsOf(own, others), pairKey, request);

  const shown = [...new Set(page.items.flatMap(({ record: { left, right } }) => [left.document, right.document]))];
  const statements = shown.length === 0 ? [] : await reader.statements(shown, maxTiesRead + 1);
  if (statements.length > maxTiesRead) throw tooMuch('statements');
  const said = statementsByTalk([...own, ...others], statements);
  const account = (talk: Talk): Account => {
    const { start: _, endDate: __, ...told } = talk;
    return { ...told, statements: said.get(talk) ?? [] };
  };
  return {
    ...page,
    items: page.items.map(({ record: { left, right }, cursor }) => ({
      record: {
        date: left.date ?? right.date,
        participants: sharedParticipants(left, right),
        left: account(left),
        right: account(right),
      },
      cursor,
    })),
  };
}
