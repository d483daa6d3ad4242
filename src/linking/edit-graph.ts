import { BadArgumentError, DiplographError } from '../errors.js';
import {
  type Change,
  type Edit,
  entryId,
  identitiesOfEdit,
  type LedgerEntry,
  subjectsOfEdit,
  verdictsOf,
  type WantedEdit,
} from '../model/ledger.js';
import { contradictedEntries } from './contradicted-entries.js';
import { deleteLinked, putLinked, rewriteDocuments } from './link-documents.js';
import type { LinkingTables } from './linking-tables.js';
import { namesOf, planEdit } from './plan-edit.js';
import { regionAround, settle } from './settle.js';
import { step, type Work } from './steps.js';

/** How an entry is named in an error. */
function told({ id, edit, by, at, undone }: LedgerEntry): string {
  return `${id} (${edit.action} by ${by}, ${at}${undone === null ? '' : `; undone by ${undone.by}, ${undone.at}`})`;
}

/** SQLite cuts a text at U+0000, and UTF-8 has no half of a surrogate pair. */
function assertStorable(...texts: readonly (string | null)[]): void {
  if (texts.some((text) => text !== null && (text.includes('\0') || /\p{Surrogate}/u.test(text)))) {
    throw new BadArgumentError('The text holds U+0000 or half a surrogate pair.', 'Leave it out.');
  }
}

/** @throws {DiplographError} CONFLICT, where somebody changed since what this change is about. */
function* assertNothingChanged(tables: LinkingTables, expected: number | null, seen: readonly string[]): Work<void> {
  if (expected === null) return;
  const version = yield* step(tables.ledgerVersion());
  if (expected > version) {
    throw new BadArgumentError(`The ledger is at version ${version}, not yet at ${expected}.`, 'Read ledgerVersion.');
  }
  const changes = yield* step(tables.changesSince(expected, seen));
  if (changes.length === 0) return;
  throw new DiplographError(
    'CONFLICT',
    `Since version ${expected} of the ledger others changed what this edit is about: ${changes.map(told).join(', ')}.`,
    'Look again, and make the edit anew where it still holds.',
  );
}

function* supersede(
  tables: LinkingTables,
  entries: readonly LedgerEntry[],
  change: Change,
  version: number,
): Work<void> {
  const { by, at } = change;
  for (const entry of entries) {
    yield* step(tables.saveEntry({ ...entry, undone: { by, at, note: null, version } }, subjectsOfEdit(entry.edit)));
  }
}

/**
 * The entries that a new word on a pair takes the place of: earlier words on the same pair alone.
 *
 * @throws {DiplographError} CONFLICT, where others that hold say the contrary.
 */
function* replacedBy(tables: LinkingTables, edit: Edit): Work<readonly LedgerEntry[]> {
  const wanted = verdictsOf(edit);
  if (wanted.length === 0) return [];
  const { entries } = yield* regionAround(tables, identitiesOfEdit(edit));
  const [word] = edit.action === 'DECIDE_MATCH' ? edit.verdicts : [];
  const replaced = entries.filter(
    (entry) =>
      entry.edit.action === 'DECIDE_MATCH' &&
      entry.edit.verdicts[0].left === word?.left &&
      entry.edit.verdicts[0].right === word.right,
  );
  const against = contradictedEntries(
    entries.filter((entry) => !replaced.includes(entry)),
    wanted,
  );
  if (against.length === 0) return replaced;
  throw new DiplographError(
    'CONFLICT',
    `This contradicts ${against.map(told).join(', ')}.`,
    'Read the ledger, and undo the entry that is wrong first.',
  );
}

/**
 * Keeps an edit as an entry of the ledger, and changes the graph accordingly.
 *
 * @throws {UnknownEntityError}
 * @throws {BadArgumentError} for what can't be edited so.
 * @throws {DiplographError} CONFLICT, where entries that hold say the contrary, or others changed meanwhile what the
 *   edit is about.
 */
export function* editGraph(tables: LinkingTables, wanted: WantedEdit, change: Change): Work<LedgerEntry> {
  const { by, at, note, expectedVersion } = change;
  assertStorable(by, note);
  const planned = yield* planEdit(tables, wanted);
  const { edit, seen } = planned;
  yield* assertNothingChanged(tables, expectedVersion, seen);
  const replaced = yield* replacedBy(tables, edit);
  const version = (yield* step(tables.ledgerVersion())) + 1;
  const names = yield* namesOf(tables, planned);
  yield* supersede(tables, replaced, change, version);
  const entry: LedgerEntry = { id: entryId(version), version, edit, names, by, at, note, undone: null };
  yield* step(tables.saveEntry(entry, subjectsOfEdit(edit)));
  if (edit.action === 'DELETE_DOCUMENT') {
    const [batch] = yield* step(tables.sources([edit.document]));
    yield* deleteLinked(tables, edit.document);
    if (batch !== undefined) yield* step(tables.keepDeleted(batch));
  } else {
    yield* rewriteDocuments(tables, yield* settle(tables, identitiesOfEdit(edit)));
  }
  return entry;
}

/**
 * Takes an entry back as a whole; it stays to be read.
 *
 * @throws {BadArgumentError} where there is none of this name.
 * @throws {DiplographError} CONFLICT, where it is undone already, or others changed meanwhile what it is about.
 */
export function* undoEdit(tables: LinkingTables, id: string, change: Change): Work<LedgerEntry> {
  const { by, at, note, expectedVersion } = change;
  assertStorable(by, note);
  const entry = yield* step(tables.entry(id));
  if (entry === null) throw new BadArgumentError(`The ledger has no entry ${id}.`, 'Take its id from the ledger.');
  if (entry.undone !== null) {
    throw new DiplographError('CONFLICT', `${told(entry)} is undone already.`, 'Make the edit anew.');
  }
  const { edit } = entry;
  yield* assertNothingChanged(tables, expectedVersion, subjectsOfEdit(edit));
  const version = (yield* step(tables.ledgerVersion())) + 1;
  const undone: LedgerEntry = { ...entry, undone: { by, at, note, version } };
  yield* step(tables.saveEntry(undone, subjectsOfEdit(edit)));
  if (edit.action === 'DELETE_DOCUMENT') {
    const batch = yield* step(tables.deletedDocument(edit.document));
    yield* step(tables.dropDeleted(edit.document));
    if (batch !== null) yield* putLinked(tables, [batch]);
  } else {
    yield* rewriteDocuments(tables, yield* settle(tables, identitiesOfEdit(edit), id));
  }
  return undone;
}
