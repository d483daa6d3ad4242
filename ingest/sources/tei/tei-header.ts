import type { Imprint } from '../edition.js';
import { textOf } from './tei-document.js';
import type { XmlElement } from './xml-tree.js';

function named({ children }: XmlElement, name: string): readonly XmlElement[] {
  return children.filter((child): child is XmlElement => typeof child !== 'string' && child.name === name);
}

function texts(elements: readonly XmlElement[]): readonly string[] {
  return elements.map((element) => textOf(element).replace(/\s+/gu, ' ').trim()).filter((text) => text !== '');
}

/** @param titleStmt - Its complete title where one is marked so, else the first. */
export function volumeTitle(titleStmt: XmlElement): string {
  const titles = named(titleStmt, 'title');
  const complete = titles.find(({ attributes }) => attributes.type === 'complete') ?? titles[0];
  return complete === undefined ? '' : textOf(complete);
}

/** Editors of the volume, and general editors, who are those of the series. */
export function editorsOf(titleStmt: XmlElement): Pick<Imprint, 'editors' | 'seriesEditors'> {
  const editors = named(titleStmt, 'editor');
  const isGeneral = ({ attributes }: XmlElement) => attributes.role === 'general';
  return {
    editors: texts(editors.filter((editor) => !isGeneral(editor))),
    seriesEditors: texts(editors.filter(isGeneral)),
  };
}

/** What stands empty is not known. */
export function publisherOf(publicationStmt: XmlElement): Omit<Imprint, 'editors' | 'seriesEditors'> {
  const first = (name: string) => texts(named(publicationStmt, name))[0];
  const identifier = (type: string) =>
    texts(named(publicationStmt, 'idno').filter(({ attributes }) => attributes.type === type))[0];
  const year = /(?<!\d)\d{4}(?!\d)/u.exec(first('date') ?? '')?.[0];
  const known = {
    publisher: first('publisher'),
    place: first('pubPlace'),
    year,
    isbn: identifier('isbn-13') ?? identifier('isbn-10'),
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
}

/** "frus1955-57v02". */
export function volumeNumber(publicationStmt: XmlElement): string | null {
  const numbers = named(publicationStmt, 'idno').filter(({ attributes }) => attributes.type === 'frus');
  return texts(numbers)[0] ?? null;
}
