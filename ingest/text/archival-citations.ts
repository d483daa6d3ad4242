import type { TextRange } from '../sources/source.js';

/** What archives keep papers in, as citations write it: with a number, or with what is in it behind a comma. */
const holding =
  /\b(?:Lot|Box|RG|Job|Folder|Fond|Opis|Delo|Papka|fond|opis|delo|papka|f\.|op\.|d\.)\s*[\p{L}–-]{0,6}\d|\b(?:Files?|Archives?|Papers|Library|Archivio|Archiv)\b[^()]*[,:]/u;
const bracket = /\((?:[^()]|\([^()]*\)){10,500}\)/gu;

/**
 * Brackets that say where a paper lies: "(National Archives, RG 59, Central Files, Box 12)". The names in them are the
 * archive's, not the document's.
 */
export function archivalCitations(text: string): TextRange[] {
  return [...text.matchAll(bracket)]
    .filter(([words]) => holding.test(words))
    .map(({ index, 0: words }) => ({ start: index, end: index + words.length }));
}
