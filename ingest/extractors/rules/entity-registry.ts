import type { EntityKind } from '../../../src/model/ontology.js';
import { EntityDraft } from './entity-draft.js';
import { isFullDate } from './grammar/dates.js';
import { type EventKeyParts, readEventKey } from './grammar/events.js';
import { isShortFor, parsePersonName } from './person-names.js';
import type { Term } from './unit.js';

/**
 * The entities of one document. A term finds its entity by kind and key; persons by compatible names, events by
 * compatible body, number and date.
 */
export class EntityRegistry {
  /** Entities by key: of each kind, since a key of both would have to be written for each look. */
  readonly #byKey = new Map<EntityKind, Map<string, EntityDraft>>();
  readonly #entities: EntityDraft[] = [];

  /** In the order in which the text first names them. */
  get entities(): readonly EntityDraft[] {
    return this.#entities;
  }

  /** The entity that a named term stands for, made where there is none yet. */
  named(term: Term, kind: EntityKind): EntityDraft {
    const entity = this.find(term, kind) ?? this.#add(kind, term.key);
    this.#remember(kind, term.key, entity);
    entity.authority ??= term.authority;
    entity.terms.push(term);
    for (const candidate of term.candidates ?? []) entity.candidates.add(candidate);
    if (kind === 'EVENT') absorbDate(entity, term);
    return entity;
  }

  find(term: Term, kind: EntityKind): EntityDraft | undefined {
    const known = this.byKey(kind, term.key);
    if (known !== undefined) return known;
    // Who is known by his office only has no name that others could be short for.
    if (kind === 'PERSON') return term.rule === 'office-present' ? undefined : this.#person(term);
    if (kind === 'EVENT') return this.#event(term);
    return undefined;
  }

  byKey(kind: EntityKind, key: string): EntityDraft | undefined {
    return this.#byKey.get(kind)?.get(key);
  }

  byAuthority(id: string): EntityDraft | undefined {
    return this.#entities.find((entity) => entity.authority === id);
  }

  /** An entity that no name of the text makes: the conversation itself, a country known by its adjective. */
  add(kind: EntityKind, key: string): EntityDraft {
    return this.byKey(kind, key) ?? this.#add(kind, key);
  }

  #add(kind: EntityKind, key: string): EntityDraft {
    const entity = new EntityDraft(kind, key);
    this.#entities.push(entity);
    this.#remember(kind, key, entity);
    return entity;
  }

  #remember(kind: EntityKind, key: string, entity: EntityDraft): void {
    const ofKind = this.#byKey.get(kind);
    if (ofKind === undefined) this.#byKey.set(kind, new Map([[key, entity]]));
    else ofKind.set(key, entity);
  }

  #person(term: Term): EntityDraft | undefined {
    const name = parsePersonName(term.name);
    const fits = this.#entities.filter(
      (entity) =>
        entity.kind === 'PERSON' &&
        (entity.authority === undefined || term.authority === undefined || entity.authority === term.authority) &&
        entity.terms.some((known) => {
          if (known.rule === 'office-present') return false;
          const other = parsePersonName(known.name);
          return isShortFor(name, other) || (!other.isBareSurname && isShortFor(other, name));
        }),
    );
    if (fits.length === 0 && name.isBareSurname) return this.#byGivenName(name.surname);
    return fits.length === 1 ? fits[0] : name.isBareSurname ? bearer(fits, term) : undefined;
  }

  /** "Sir Anthony", "Henry": the one person of the document whose given name it is. */
  #byGivenName(givenName: string): EntityDraft | undefined {
    const fits = this.#entities.filter(
      (entity) =>
        entity.kind === 'PERSON' &&
        entity.terms.some((known) => {
          const { words, surnameFirst } = parsePersonName(known.name);
          return (
            !surnameFirst &&
            words.length > 1 &&
            words.find((word) => word.length > 2 && !honours.has(word)) === givenName &&
            words.at(-1) !== givenName
          );
        }),
    );
    return fits.length === 1 ? fits[0] : undefined;
  }

  #event(term: Term): EntityDraft | undefined {
    const wanted = readEventKey(term.key);
    return this.#entities.findLast(
      (entity) => entity.kind === 'EVENT' && entity.key.includes('|') && areOneEvent(readEventKey(entity.key), wanted),
    );
  }
}

/** Of several bearers of a surname: the one with the post that stands before it ("Premier Kim"), else whom the text names most. */
function bearer(bearers: readonly EntityDraft[], term: Term): EntityDraft | undefined {
  const posts = postsOf(term);
  const byPost = bearers.filter((entity) =>
    entity.terms.some((known) => postsOf(known).some((post) => posts.includes(post))),
  );
  const [first, ...others] = byPost.length > 0 ? byPost : bearers;
  return others.reduce((most, entity) => (entity.terms.length > (most?.terms.length ?? 0) ? entity : most), first);
}

function postsOf(term: Term): string[] {
  return term.parts.flatMap((part) => (part.role === 'post' && part.term.head !== undefined ? [part.term.head] : []));
}

const honours = new Set(['sir', 'dame', 'lord', 'lady', 'prince', 'princess', 'king', 'queen']);

const assemblies = new Set(['plenum', 'congress', 'conference', 'session', 'summit']);

/** Whether two descriptions can be of one event: nothing speaks against it, and something for it. */
export function areOneEvent(a: EventKeyParts, b: EventKeyParts): boolean {
  if (a.head !== b.head) return false;
  if (a.body !== null && b.body !== null && a.body !== b.body) return false;
  if (a.ordinal !== null && b.ordinal !== null && a.ordinal !== b.ordinal) return false;
  if (a.date !== null && b.date !== null && !datesAgree(a.date, b.date)) return false;
  const sameOrdinal = a.ordinal !== null && a.ordinal === b.ordinal;
  const sameDate = a.date !== null && b.date !== null;
  const sameBody = a.body !== null && a.body === b.body;
  return assemblies.has(a.head)
    ? sameOrdinal || sameDate || (sameBody && (a.date === null || b.date === null))
    : sameBody || sameDate;
}

function datesAgree(a: string, b: string): boolean {
  const [x, y] = [a, b].map((date) => date.replace(/^(?:\d{4}|-)/, ''));
  const sameYear = !isFullDate(a) || !isFullDate(b) || a.slice(0, 4) === b.slice(0, 4);
  return sameYear && (x === '' || y === '' || (x ?? '').startsWith(y ?? '') || (y ?? '').startsWith(x ?? ''));
}

function absorbDate(entity: EntityDraft, term: Term): void {
  if (isFullDate(term.date)) entity.date = term.date;
  else entity.date ??= term.date;
  entity.endDate ??= term.endDate;
}
