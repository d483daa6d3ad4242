import { monthNames } from '../model/partial-date.js';
import { writtenDate } from './chicago.js';
import type { CitedItem } from './cited-item.js';
import type { CitedName } from './cited-name.js';

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** What TeX takes for a command; letters of every script stay, as every TeX of today reads UTF-8. */
function escaped(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\{}&%$#_~^]/gu, (character) => escapes[character] ?? character);
}

/** In braces what BibTeX would take apart at its last word. */
function listed(names: readonly CitedName[] | undefined): string | undefined {
  return names
    ?.map((name) => {
      if ('literal' in name) return `{${escaped(name.literal)}}`;
      const { family, given, suffix } = name;
      return [family, suffix, given]
        .filter((part) => part !== undefined)
        .map(escaped)
        .join(', ');
    })
    .join(' and ');
}

function field(name: string, value: string | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : [`  ${name} = {${value}}`];
}

/** Numbers keep their dash, which TeX writes as two hyphens; addresses stay as they are for `url`. */
export function bibtex(item: CitedItem): string {
  const { 'original-date': original, number, note } = item;
  const written = item.type === 'chapter' ? undefined : item.issued;
  const [year, month, day] = item.issued?.['date-parts'][0] ?? [];
  const text = (value: string | undefined) => (value === undefined ? undefined : escaped(value));
  const reference = [item.archive, item.archive_location].filter(Boolean).join(', ');
  const notes = [
    item.type === 'chapter' && number !== undefined ? `Document ${number}` : undefined,
    original === undefined ? undefined : writtenDate(original),
    note,
  ];
  const fields = [
    ...field('author', listed(item.author)),
    // Two pairs of braces: no style changes the capitals of a document's title.
    ...field('title', `{${escaped(item.title)}}`),
    ...field('booktitle', item['container-title'] && `{${escaped(item['container-title'])}}`),
    ...field('editor', listed(item.editor)),
    ...field('translator', listed(item.translator)),
    ...field('publisher', text(item.publisher)),
    ...field('address', text(item['publisher-place'])),
    ...field('howpublished', text(reference)),
    ...field('year', year === undefined ? undefined : String(year)),
    ...(written && month !== undefined ? [`  month = ${monthNames[month - 1]?.slice(0, 3).toLowerCase()}`] : []),
    ...field('day', written && day !== undefined ? String(day) : undefined),
    ...field('pages', item.page?.replace('-', '--')),
    ...field('isbn', item.ISBN),
    ...field('url', item.URL?.replaceAll(/[{}\\\s]/gu, encodeURIComponent)),
    ...field('note', text(notes.filter(Boolean).join('. '))),
  ];
  const key = item.id.replace(/^document:/u, '').replaceAll(/[^\w:.-]/gu, '-');
  return `@${item.type === 'chapter' ? 'incollection' : 'misc'}{${key},\n${fields.join(',\n')}\n}\n`;
}
