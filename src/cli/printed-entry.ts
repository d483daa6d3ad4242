import type { LedgerEntry } from '../model/ledger.js';

/** What an entry changed, with the names that things had then. */
function changed({ edit, names }: LedgerEntry): string {
  const named = (id: string) => `${names.find((one) => one.id === id)?.name ?? '?'} (${id})`;
  switch (edit.action) {
    case 'DECIDE_MATCH': {
      const [{ left, right, verdict }] = edit.verdicts;
      return `${verdict}  ${named(left)}  ${named(right)}`;
    }
    case 'MERGE':
      return `MERGE  ${edit.entities.map(named).join('  ')}${edit.into === null ? '' : `  into ${named(edit.into)}`}`;
    case 'SPLIT':
      return `SPLIT  ${edit.identities.map(named).join('  ')}  from ${named(edit.entity)}`;
    case 'RENAME':
      return `RENAME  ${edit.formerName} (${edit.identity})  to ${edit.name}`;
    case 'RETRACT':
      return `RETRACT  ${edit.relation}`;
    case 'DELETE_DOCUMENT':
      return `DELETE_DOCUMENT  ${named(edit.document)}`;
  }
}

/** One line: what, who, when, why, and whether it was taken back. */
export function printedEntry(entry: LedgerEntry): string {
  const { id, by, at, note, undone } = entry;
  const why = (reason: string | null) => (reason === null ? '' : `  (${reason})`);
  const end = undone === null ? '' : `  undone by ${undone.by} ${undone.at}${why(undone.note)}`;
  return `${`${id}  ${changed(entry)}  by ${by} ${at}${why(note)}${end}`.replace(/\s*[\r\n]+\s*/g, ' ')}\n`;
}
