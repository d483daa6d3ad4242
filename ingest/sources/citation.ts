import type { ArchivalReference } from '../../src/model/document-graph.js';
import type { PartialDate } from '../../src/model/partial-date.js';
import { parseArchivalReference } from './archival-reference.js';
import { documentIdOfNumber } from './document-name.js';
import { dateOfLine } from './find-date.js';
import type { TextRange } from './source.js';

/** What a citation in the form of the Wilson Center Digital Archive says. */
export interface Citation {
  readonly title: string | null;
  /** Where the title stands in the citation. */
  readonly titleRange: TextRange | null;
  readonly date: PartialDate | null;
  readonly archivalReference: ArchivalReference | null;
  readonly translator: string | null;
  readonly url: string | null;
  /** `document:wilson-115633`; `null` where the address names no document. */
  readonly documentId: string | null;
}

const address = /https?:\/\/[^\s<>"“”]+/u;

/** A quoted title; titles hold quotation marks of their own, so it ends where a comma or a full stop follows. */
const quotedTitle = /["“](.{1,500}?)(?:[,.]["”]|["”](?=\s*[,.]|\s*$))/su;

/** Where the archive's reference ends and the story of the copy begins. */
const provenance =
  /(?<![\p{L}])(?:(?:translated|transcribed|obtained|published|contributed|reprinted|reproduced|edited|introduced|provided|donated|included|available|cited|selected|document obtained|copy on file|also available|originally published)\b|https?:\/\/)/iu;

/** An initial's full stop is no end of a name. */
const translatedBy =
  /\b[Tt]ranslat(?:ed|ion|or)(?::| (?:and \w+ )?(?:for [^.;]{1,60}? )?by)\s+((?:(?<!\p{L})\p{Lu}\.[\s-]?|[^.;,()\n])+)/u;

const digitalArchive = /(?:wilson center(?:['’]s)? )?digital archive(?:[^,.]{0,80}?)(?=[,.]|$),?/iu;

export function findTranslator(text: string): string | null {
  const name = translatedBy.exec(text)?.[1]?.replace(/\s+/gu, ' ').trim();
  return name === undefined || name === '' ? null : name;
}

/** "wilson-center-digital-archive.example" and "digitalarchive.wilsoncenter.org" are one archive; others go by their host. */
function archiveOf(host: string): string {
  if (/wilson-?center/iu.test(host)) return 'wilson';
  const labels = host.replace(/^www\./u, '').split('.');
  return labels.at(-2) ?? labels[0] ?? host;
}

export function documentIdOfAddress(url: string): string | null {
  const parts = /^https?:\/\/([^/:?#]+)[^?#]*?\/documents?\/([\w-]+)/iu.exec(url);
  if (parts?.[1] === undefined || parts[2] === undefined) return null;
  return documentIdOfNumber(archiveOf(parts[1]), parts[2]);
}

/**
 * Reads `"Title", July 8, 1957, Wilson Center Digital Archive, AVPRF F. 0102, … Translated by …. https://…`.
 * Every part may be missing.
 */
export function parseCitation(text: string): Citation {
  const url = address.exec(text)?.[0].replace(/[.,;)\]]+$/u, '') ?? null;
  const titled = quotedTitle.exec(text);
  const title = titled?.[1]?.replace(/\s+/gu, ' ').trim() ?? null;
  const titleStart = titled === null ? 0 : titled.index + 1;
  const rest = titled === null ? text : text.slice(titled.index + titled[0].length);

  const archiveName = digitalArchive.exec(rest);
  const beforeArchive = rest.slice(0, archiveName?.index ?? 0).replace(/^[\s,.]+|[\s,.]+$/gu, '');
  const afterArchive = archiveName === null ? rest : rest.slice(archiveName.index + archiveName[0].length);
  const dated = archiveName === null ? leadingDate(afterArchive) : { date: dateOfLine(beforeArchive), length: 0 };
  const reference = afterArchive.slice(dated.length);
  const end = provenance.exec(reference)?.index ?? reference.length;

  return {
    title: title === '' ? null : title,
    titleRange: titled?.[1] === undefined ? null : { start: titleStart, end: titleStart + titled[1].length },
    date: dated.date,
    archivalReference: parseArchivalReference(reference.slice(0, end).replace(/^[\s,.]+/u, '')),
    translator: findTranslator(text),
    url,
    documentId: url === null ? null : documentIdOfAddress(url),
  };
}

/** `, July 8, 1957, AVPRF …`, in a citation that names no digital archive: the longest start that is a date. */
function leadingDate(text: string): { readonly date: PartialDate | null; readonly length: number } {
  const commas = [...text.slice(0, 60).matchAll(/,/gu)].map((match) => match.index);
  for (const comma of commas.reverse()) {
    const date = dateOfLine(text.slice(0, comma).replace(/^[\s,.]+/u, ''));
    if (date !== null) return { date, length: comma + 1 };
  }
  return { date: null, length: 0 };
}
