import anyAscii from 'any-ascii';
import { documentKey, slug } from '../../../src/model/entity-id.js';
import { entityKinds } from '../../../src/model/ontology.js';
import { printPartialDate } from '../../../src/model/partial-date.js';
import { onOneLine } from '../../text/on-one-line.js';
import type { EntityDraft } from './entity-draft.js';
import { isFullDate } from './grammar/dates.js';
import { readEventKey } from './grammar/events.js';
import { parsePersonName } from './person-names.js';

/**
 * The canonical name is the full form that the text uses most: most words for persons, most mentions for the rest;
 * ties go to the longer and then to the earlier.
 */
export function nameOf(entity: EntityDraft): { name: string; aliases: readonly string[] } {
  const surfaces = new Map<string, number>();
  for (const term of entity.terms)
    surfaces.set(withoutOpening(term.name, entity), (surfaces.get(withoutOpening(term.name, entity)) ?? 0) + 1);
  const ranked = [...surfaces].sort(
    ([a, x], [b, y]) => fullness(entity, b) - fullness(entity, a) || y - x || b.length - a.length,
  );
  const name = entity.givenName ?? ranked[0]?.[0] ?? entity.recordName ?? entity.mentions[0]?.text ?? entity.key;
  const aliases = new Set([
    ...surfaces.keys(),
    ...entity.extraAliases,
    ...entity.mentions.filter((mention) => mention.kind === 'name').map((mention) => onOneLine(mention.text)),
  ]);
  aliases.delete(name);
  return { name, aliases: [...aliases].sort() };
}

/** "some workers of X" begins in small letters wherever it stands in the sentence. */
function withoutOpening(name: string, entity: EntityDraft): string {
  // "A dinner was held in the evening in the Embassy": the dinner in the Embassy.
  if (entity.kind === 'EVENT')
    return name.replace(
      / (?:was|were) (?:held|given|hosted|arranged|organi[sz]ed|offered)(?: in the (?:evening|afternoon|morning))?/u,
      '',
    );
  return entity.kind === 'GROUP'
    ? name.replace(
        /^(?:Some|Individual|Certain|Several|Many|Various|Most|Other|All|Ruling|Workers|Officials)\b/,
        (word) => word.toLowerCase(),
      )
    : name;
}

function fullness(entity: EntityDraft, surface: string): number {
  if (entity.kind === 'PERSON') {
    const words = surface.split(/[\s.]+/).filter((word) => word.length > 0).length;
    return parsePersonName(surface).isByMarriage ? words - 1 : words;
  }
  if (entity.kind === 'EVENT') return Math.min(surface.split(/\s+/).length, 4);
  if (entity.kind === 'GROUP') return 0;
  return 0;
}

/** Bodies whose name says nothing of whose they are: the identifier of such a one holds its document's. */
const unspecific =
  /^(?:ministry|committee|council|commission|department|delegation|embassy|government|court|bureau|institute|office|mission|board|staff|general staff|secretariat|supreme court|party)$/;

/**
 * A readable identifier that is the same wherever the same entity is met: the record's where one is known, else made
 * of the parts that identify it; an entity that only its document can tell apart carries the document's key.
 */
export function idOf(entity: EntityDraft, name: string, documentId: string): string {
  if (entity.authority !== undefined) return entity.authority;
  const prefix = entityKinds[entity.kind].idPrefix;
  const local = `${prefix}:${asciiSlug(name)}-in-${documentKey(documentId)}`;
  if (entity.kind === 'EVENT') return eventId(entity, prefix) ?? local;
  if (entity.kind === 'PERSON') return isOnlyHis(entity, name) ? `${prefix}:${asciiSlug(name)}` : local;
  if (entity.kind === 'ORGANIZATION') return organizationId(entity, name, prefix) ?? local;
  // The ambassador of today is not that of another document.
  if (entity.officeOf !== undefined) return local;
  if (entity.kind === 'GROUP')
    return entity.key.startsWith('people of ') || isAnchored(entity)
      ? `${prefix}:${asciiSlug(entity.key.startsWith('people of ') ? name : entity.key)}`
      : local;
  return `${prefix}:${asciiSlug(entity.kind === 'PLACE' ? entity.key.replace(/^place:/, '') : name)}`;
}

/** Whether a name is its bearer's in other documents too: not a surname alone, "Mrs. Rhee", or "Secretary of State". */
function isOnlyHis({ terms }: EntityDraft, name: string): boolean {
  const isOffice = terms.length > 0 && terms.every(({ rule }) => rule === 'office-present');
  return asciiSlug(name).includes('-') && !parsePersonName(name).isByMarriage && !isOffice;
}

function asciiSlug(name: string): string {
  return slug(anyAscii(name));
}

function isAnchored(entity: EntityDraft): boolean {
  return entity.terms.some((term) =>
    term.parts.some(({ term: part }) => part.kind === 'PLACE' || part.kind === 'ORGANIZATION'),
  );
}

function organizationId(entity: EntityDraft, name: string, prefix: string): string | null {
  const [term] = entity.terms;
  if (entity.key.includes('/')) {
    const parts = entity.key.split('/').map((part) => part.replace(/^\w+:/, ''));
    const isPrefixed = /^(?:government|ministry|embassy)$/.test(parts[0] ?? '');
    const ordered = isPrefixed ? [...parts.slice(1).reverse(), parts[0] ?? ''] : parts;
    if (isPrefixed && parts.at(-1) === '') return null;
    return `${prefix}:${asciiSlug(ordered.join(' '))}`;
  }
  return term !== undefined && term.parts.length === 0 && unspecific.test(term.head ?? '')
    ? null
    : `${prefix}:${asciiSlug(name)}`;
}

/** A body's own assembly is known by its number, or by body and date. */
function eventId(entity: EntityDraft, prefix: string): string | null {
  if (!entity.key.includes('|')) return null;
  const parts = entity.terms.map((term) => readEventKey(term.key));
  const body = parts.find((part) => part.body !== null)?.body ?? entity.holders[0]?.key ?? null;
  const ordinal = parts.find((part) => part.ordinal !== null)?.ordinal;
  const head = parts[0]?.head ?? 'event';
  if (body === null) return null;
  const named = body.replace(/^\w+:/, '').replace('/place:', '/');
  if (ordinal !== undefined && ordinal !== null) return `${prefix}:${asciiSlug(`${ordinal} ${named} ${head}`)}`;
  if (isFullDate(entity.date)) return `${prefix}:${asciiSlug(`${named} ${head} ${entity.date}`)}`;
  return /^(?:war|uprising|revolution|events|crisis|coup)$/.test(head)
    ? `${prefix}:${asciiSlug(`${named} ${head}`)}`
    : null;
}

/** "July 8, 1957", as American documents write it; "July 8-9, 1957" over midnight. */
export function americanDate(date: string, endDate: string | null = null): string {
  const [day, month, year] = periodName(date, endDate).split(' ');
  const isDay = year !== undefined && !/[a-z]/iu.test(day ?? '') && !/\d/u.test(month ?? '');
  return isDay ? `${month} ${day}, ${year}` : periodName(date, endDate);
}

/** "8 July 1957"; "8-9 July 1957" over midnight. */
export function periodName(date: string, endDate: string | null): string;
export function periodName(date: string | null, endDate: string | null): string | null;
export function periodName(date: string | null, endDate: string | null): string | null {
  if (date === null || endDate === null) return date === null ? null : printPartialDate(date);
  const [from, to] = [printPartialDate(date), printPartialDate(endDate)];
  const isSameMonth = date.slice(0, 7) === endDate.slice(0, 7);
  return isSameMonth ? `${from.split(' ')[0]}-${to}` : `${from} - ${to}`;
}

/** "conversation of 8 July 1957". */
export function conversationName(when: string | null, counterpart: string | null): string {
  const withWhom = counterpart === null ? '' : ` with ${counterpart}`;
  return `conversation${withWhom}${when === null ? '' : ` of ${when}`}`;
}
