import type { ArchivalReference } from '../model/document-graph.js';
import type { PartialDate } from '../model/partial-date.js';
import type { DocumentRecord } from '../model/records.js';
import { type CitedName, citedName } from './cited-name.js';
import type { CitedPassage } from './cited-passage.js';
import { pageRange } from './volume-pages.js';

/**
 * A document as CSL keeps it: what reference managers read, and what the other forms are made of. What isn't known has no
 * field.
 *
 * @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types
 */
export interface CitedItem {
  readonly id: string;
  /** Of a published volume, of an archive, or neither is known. */
  readonly type: 'chapter' | 'manuscript' | 'document';
  readonly title: string;
  readonly author?: readonly CitedName[];
  readonly translator?: readonly CitedName[];
  readonly editor?: readonly CitedName[];
  readonly 'collection-editor'?: readonly CitedName[];
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly 'publisher-place'?: string;
  /** When the volume came out; of what isn't published, when it was written. */
  readonly issued?: CitedDate;
  /** When a published document was written. */
  readonly 'original-date'?: CitedDate;
  /** Its number in the volume. */
  readonly number?: string;
  readonly page?: string;
  readonly ISBN?: string;
  readonly archive?: string;
  readonly archive_location?: string;
  readonly URL?: string;
  readonly note?: string;
}

export interface CitedDate {
  readonly 'date-parts': readonly [readonly number[]];
}

export function citedDate(date: PartialDate | undefined): CitedDate | undefined {
  return date === undefined ? undefined : { 'date-parts': [date.split('-').map(Number)] };
}

/** "fond 0102, opis 13": the parts below the archive, in its order. */
function archiveLocation({ archive: _archive, ...counted }: ArchivalReference): string | undefined {
  const parts = Object.entries(counted).map(([name, value]) => `${name} ${value}`);
  return parts.length === 0 ? undefined : parts.join(', ');
}

function namesOf(names: readonly string[]): readonly CitedName[] | undefined {
  return names.length === 0 ? undefined : names.map(citedName);
}

function noteOf(document: DocumentRecord, passage: CitedPassage | undefined): string | undefined {
  const { originalLanguage } = document;
  const place = passage && [passage.page && `p. ${passage.page}`, passage.paragraph && `para. ${passage.paragraph}`];
  const parts = [
    originalLanguage === null ? undefined : `Original language: ${originalLanguage}.`,
    passage && `${[...(place ?? []).filter(Boolean)].join(', ')}: “${passage.quote.replace(/\s+/gu, ' ').trim()}”`,
  ];
  return parts.filter(Boolean).join(' ') || undefined;
}

/** @param authors - Names of the persons that wrote it, in their order. */
export function citedItem(document: DocumentRecord, authors: readonly string[], passage?: CitedPassage): CitedItem {
  const { publishedIn: volume, archivalReference: reference, translator, url } = document;
  const written = citedDate(document.date ?? undefined);
  const known = {
    author: namesOf(authors),
    translator: namesOf(translator === null ? [] : [translator]),
    editor: volume && namesOf(volume.editors),
    'collection-editor': volume && namesOf(volume.seriesEditors),
    'container-title': volume?.title,
    publisher: volume?.publisher,
    'publisher-place': volume?.place,
    issued: volume ? citedDate(volume.year) : written,
    'original-date': volume ? written : undefined,
    number: volume?.number,
    page: volume && pageRange(volume, 0, document.textLength),
    ISBN: volume?.isbn,
    archive: reference?.archive,
    archive_location: reference ? archiveLocation(reference) : undefined,
    URL: url,
    note: noteOf(document, passage),
  };
  const type = volume ? 'chapter' : reference ? 'manuscript' : 'document';
  const fields = Object.entries(known).filter(([, value]) => value !== undefined && value !== null);
  return { id: document.id, type, title: document.title.replace(/\s+/gu, ' ').trim(), ...Object.fromEntries(fields) };
}
