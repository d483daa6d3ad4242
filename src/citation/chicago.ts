import { monthNames } from '../model/partial-date.js';
import type { CitedDate, CitedItem } from './cited-item.js';
import { type CitedName, spokenName } from './cited-name.js';
import type { CitedPassage } from './cited-passage.js';

export function writtenDate(date: CitedDate): string {
  const [year, month, day] = date['date-parts'][0];
  if (month === undefined) return String(year);
  const name = monthNames[month - 1];
  return day === undefined ? `${name} ${year}` : `${name} ${day}, ${year}`;
}

/** Whether a title tells the date itself, as those of memoranda do. */
function tellsDate(title: string, date: CitedDate): boolean {
  const [year, month = 0, day] = date['date-parts'][0];
  const european = [day, monthNames[month - 1], year].filter((part) => part !== undefined).join(' ');
  return [writtenDate(date), european].some((written) => title.includes(written));
}

/** Up to two; of more the first stands for all. */
function authorsOf(names: readonly CitedName[]): string {
  const [first, second] = names.map(spokenName);
  if (first === undefined) return '';
  if (second === undefined) return first;
  return names.length === 2 ? `${first} and ${second}` : `${first} et al.`;
}

function editorsOf(names: readonly CitedName[]): string {
  return names.length === 0 ? '' : `ed. ${authorsOf(names)}`;
}

/** "321-328" as 321–28, "1087-1089" as 1087–89, "101-108" as 101–8, "100-104" as it is. */
function shortened(range: string): string {
  const [, from = '', to = ''] = /^(\d+)-(\d+)$/u.exec(range) ?? [];
  if (from === '') return range.replaceAll('-', '–');
  if (from.length < 3 || from.length !== to.length || from.endsWith('00')) return `${from}–${to}`;
  const same = [...from].findIndex((digit, at) => digit !== to[at]);
  const kept = from.at(-2) === '0' ? same : Math.min(same, from.length - 2);
  return `${from}–${to.slice(kept)}`;
}

/** In quotation marks, with those of the title inside them turned; a comma ends it where nothing else does. */
function quotedTitle(title: string): string {
  const turned = title
    .replaceAll(/(?<=^|[\s([—–-])"/gu, '‘')
    .replaceAll('"', '’')
    .replaceAll('“', '‘')
    .replaceAll('”', '’');
  const bare = turned.replace(/[.,](?=’?$)/u, '');
  return /[?!]$/u.test(bare) ? `“${bare}”` : `“${bare},”`;
}

function locator(passage: CitedPassage | undefined): string | undefined {
  if (passage?.page !== undefined) return shortened(passage.page);
  if (passage?.paragraph === undefined) return undefined;
  return `${passage.paragraph.includes('-') ? 'paras.' : 'para.'} ${shortened(passage.paragraph)}`;
}

/** "in Volume, ed. A. Editor (Place: Publisher, 1993), doc. 64". */
function volumeOf(item: CitedItem): string {
  const imprint = [item['publisher-place'], item.publisher].filter(Boolean).join(': ');
  const facts = [imprint, item.issued ? writtenDate(item.issued) : ''].filter(Boolean).join(', ');
  const edited = [item['container-title'], editorsOf(item.editor ?? [])].filter(Boolean).join(', ');
  return facts === '' ? `in ${edited}` : `in ${edited} (${facts})`;
}

/**
 * A full note in the Chicago style, in plain text. For what lies in an archive it reads as the CSL project's style for the 18th edition has
 * it; a document of a published volume as historians cite *Foreign Relations of the United States*, by its number.
 *
 * @see The Chicago Manual of Style, 18th ed. (2024), 14.8–9 (chapters), 14.122–31 (manuscript collections)
 */
export function chicago(item: CitedItem, passage?: CitedPassage): string {
  const date = item.type === 'chapter' ? item['original-date'] : item.issued;
  const isTold = date !== undefined && tellsDate(item.title, date);
  const translators = item.translator ?? [];
  const place = locator(passage);
  const parts = [
    translators.length === 0 ? undefined : `trans. ${authorsOf(translators)}`,
    date === undefined || isTold ? undefined : writtenDate(date),
    ...(item.type === 'chapter'
      ? [volumeOf(item), item.number && `doc. ${item.number}`, place ?? (item.page && shortened(item.page))]
      : [place]),
    item.archive_location?.replace(/(?<=listy ).*$/u, (sheets) => sheets.replaceAll('-', '–')),
    item.archive,
    item.URL,
  ].filter((part): part is string => part !== undefined && part !== '');
  const authors = authorsOf(item.author ?? []);
  const head = (authors === '' ? '' : `${authors}, `) + quotedTitle(item.title);
  if (parts.length === 0) return head.replace(/,”$/u, '.”');
  return `${head} ${parts.join(', ')}.`;
}
