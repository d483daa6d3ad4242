import { writtenDate } from './chicago.js';
import type { CitedDate, CitedItem } from './cited-item.js';
import { sortedName } from './cited-name.js';

const types = { chapter: 'CHAP', manuscript: 'MANSCPT', document: 'GEN' } as const satisfies Record<
  CitedItem['type'],
  string
>;

/** "1957/07/08/": what isn't known stays empty between its strokes. */
function risDate(date: CitedDate): string {
  const [year, ...rest] = date['date-parts'][0].map((part) => String(part).padStart(2, '0'));
  return `${year}/${rest[0] ?? ''}/${rest[1] ?? ''}/`;
}

/** A value is one line: readers take the next for another field. */
function lines(tag: string, values: readonly (string | undefined)[]): readonly string[] {
  return values.flatMap((value) =>
    value === undefined || value === '' ? [] : [`${tag}  - ${value.replace(/\s+/gu, ' ').trim()}`],
  );
}

/** @see https://en.wikipedia.org/wiki/RIS_(file_format); fields as Zotero and EndNote read them */
export function ris(item: CitedItem): string {
  const { issued, 'original-date': original } = item;
  const [firstPage, lastPage] = item.page?.split('-') ?? [];
  const isChapter = item.type === 'chapter';
  return [
    `TY  - ${types[item.type]}`,
    ...lines('ID', [item.id]),
    ...lines('TI', [item.title]),
    ...lines('AU', (item.author ?? []).map(sortedName)),
    ...lines('T2', [item['container-title']]),
    ...lines('A2', (item.editor ?? []).map(sortedName)),
    ...lines('A4', (item.translator ?? []).map(sortedName)),
    ...lines('PB', [item.publisher]),
    ...lines('CY', [item['publisher-place']]),
    ...lines('PY', [issued && String(issued['date-parts'][0][0])]),
    ...lines('DA', [issued && risDate(issued)]),
    ...lines('SP', [firstPage]),
    ...lines('EP', [lastPage]),
    ...lines('SN', [item.ISBN]),
    ...lines('DB', [item.archive]),
    ...lines('AV', [item.archive_location]),
    ...lines('UR', [item.URL]),
    ...lines('N1', [
      isChapter && item.number !== undefined ? `Document ${item.number}` : undefined,
      original && `Written ${writtenDate(original)}`,
      item.note,
    ]),
    'ER  - ',
    '',
  ].join('\r\n');
}
