import { createHash } from 'node:crypto';
import { slug } from '../../src/model/entity-id.js';
import type { PartialDate } from '../../src/model/partial-date.js';
import { foldName } from '../../src/names/fold-name.js';

const longestSlug = 60;

function shortSlug(title: string): string | null {
  const words = foldName(title).split(' ').filter(Boolean);
  const kept: string[] = [];
  let length = 0;
  for (const word of words) {
    if (length + word.length > longestSlug) break;
    kept.push(word);
    length += word.length + 1;
  }
  return kept.length === 0 ? null : slug(kept.join(' '));
}

export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** Identifier by the number that an archive gives; the same for every edition of the document's text. */
export function documentIdOfNumber(archive: string, number: string): string {
  return `document:${slug(archive)}-${slug(number)}`;
}

/**
 * Identifier of a document that no archive has numbered: from its title and date, with the start of its
 * text's hash, so that two texts never share one.
 */
export function documentIdOfText(title: string | null, date: PartialDate | null, text: string): string {
  const hash = sha256(text);
  const name = title === null ? null : shortSlug(title);
  if (name === null) return `document:text-${hash.slice(0, 12)}`;
  return `document:${[name, date, hash.slice(0, 8)].filter((part) => part !== null).join('-')}`;
}
