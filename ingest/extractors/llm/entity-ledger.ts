import anyAscii from 'any-ascii';
import type { ExtractedEntity, ExtractedMention } from '../../../src/model/document-graph.js';
import { documentKey, slug } from '../../../src/model/entity-id.js';
import { type EntityKind, entityKinds } from '../../../src/model/ontology.js';
import { foldName } from '../../../src/names/fold-name.js';
import type { TextRange } from '../../sources/source.js';
import type { ChunkText, FoundPassage } from './chunk-text.js';
import type { ProposedEntity } from './proposals.js';
import { encloses, overlaps } from './text-ranges.js';
import type { Verdict } from './verdict.js';

const pronouns = new Set(
  'i me my mine we us our ours you your yours he him his she her hers it its they them their theirs who whom this that'.split(
    ' ',
  ),
);

/** What a title before a name holds, and what makes another person of it: "the wife of Kim Il Sung". */
const anotherPerson = /\b(?:of|to|for|and|with|by|wife|son|daughter)\b|['’]s\b|,/i;

/** The entities of a document while the model's are added to those of the rules, known by their places in the text. */
export class EntityLedger {
  readonly #entities: Map<string, ExtractedEntity>;
  readonly #own = new Set<string>();
  readonly #folded = new Map<string, string>();
  readonly #byPlace = new Map<string, string>();
  readonly #personsByEnd = new Map<number, { readonly id: string; readonly mention: TextRange }[]>();

  constructor(
    found: readonly ExtractedEntity[],
    readonly documentId: string,
  ) {
    this.#entities = new Map(found.map((entity) => [entity.id, entity]));
    for (const entity of found) this.#index(entity, entity.mentions);
  }

  get entities(): readonly ExtractedEntity[] {
    return [...this.#entities.values()];
  }

  kindOf(id: string): EntityKind | undefined {
    return this.#entities.get(id)?.type;
  }

  /** Mentions of the entity, by name, title or pronoun. */
  mentionsOf(id: string): readonly TextRange[] {
    return this.#entities.get(id)?.mentions ?? [];
  }

  /**
   * The entity that these words stand for.
   *
   * @param within - Where the words are used: a pronoun there means whom the rules found it to mean there.
   */
  bind(words: string, chunk: ChunkText, within: TextRange): string | null {
    const places = chunk.find(words);
    const near = places.filter((place) => encloses(within, place));
    const id = this.#boundAt(near) ?? (pronouns.has(foldName(words)) ? null : this.#boundAt(places));
    return id ?? (places.length === 0 ? null : this.#named(words));
  }

  /** Adds an entity whose name stands in the text, unless it is one that is there already. */
  propose({ surface, kind }: ProposedEntity, chunk: ChunkText): Verdict {
    const places = chunk.find(surface);
    const [first] = places;
    if (first === undefined) return { dropped: 'not in the text' };
    const known = this.#boundAt(places) ?? this.#named(first.words);
    if (known !== null) {
      if (this.kindOf(known) !== kind) return { dropped: 'of another kind than the rules found' };
      if (this.#own.has(known)) this.#mention(known, places);
      return 'known';
    }
    const name = first.words.replace(/^the\s+/i, '');
    if (!isName(name, kind)) return { dropped: 'not a name' };
    const free = places.filter((place) => !this.#isDisputed(place, kind));
    if (free.length === 0) return { dropped: 'cut otherwise by the rules' };
    const id = this.#idOf(name, kind);
    if (this.#entities.has(id)) return 'known';
    this.#entities.set(id, { id, type: kind, name, aliases: [], mentions: [] });
    this.#own.add(id);
    this.#mention(id, free);
    return 'kept';
  }

  #index({ id, type }: ExtractedEntity, mentions: readonly ExtractedMention[]): void {
    for (const mention of mentions) {
      const place = placeOf(mention);
      if (!this.#byPlace.has(place)) this.#byPlace.set(place, id);
      if (type !== 'PERSON' || mention.kind !== 'name') continue;
      this.#personsByEnd.set(mention.end, [...(this.#personsByEnd.get(mention.end) ?? []), { id, mention }]);
    }
  }

  #boundAt(places: readonly FoundPassage[]): string | null {
    for (const place of places) {
      const id = this.#byPlace.get(placeOf(place)) ?? this.#titledPersonAt(place);
      if (id !== undefined) return id;
    }
    return null;
  }

  /** "Comrade Nam Il" is whom the rules read "Nam Il" to be. */
  #titledPersonAt(place: FoundPassage): string | undefined {
    return this.#personsByEnd
      .get(place.end)
      ?.find(
        ({ mention }) =>
          encloses(place, mention) && !anotherPerson.test(place.quote.slice(0, mention.start - place.start)),
      )?.id;
  }

  #named(words: string): string | null {
    const folded = foldName(words);
    if (folded === '' || pronouns.has(folded)) return null;
    const bearers = this.entities.filter(({ name, aliases }) =>
      [name, ...aliases].some((other) => this.#fold(other) === folded),
    );
    return bearers.length === 1 ? (bearers[0]?.id ?? null) : null;
  }

  #fold(name: string): string {
    const folded = this.#folded.get(name) ?? foldName(name);
    this.#folded.set(name, folded);
    return folded;
  }

  /** Names may lie inside one another ("Hungnam", "Hungnam combine"), but not across, and no person inside a person. */
  #isDisputed(place: TextRange, kind: EntityKind): boolean {
    return this.entities.some(({ type, mentions }) =>
      mentions.some(
        (mention) =>
          overlaps(mention, place) &&
          ((type === 'PERSON' && kind === 'PERSON') || !(encloses(mention, place) || encloses(place, mention))),
      ),
    );
  }

  #mention(id: string, places: readonly FoundPassage[]): void {
    const entity = this.#entities.get(id);
    if (entity === undefined) return;
    const added = places
      .filter((place) => !entity.mentions.some((mention) => overlaps(mention, place)))
      .filter((place) => !this.#isDisputed(place, entity.type))
      .map(({ quote, start, end }): ExtractedMention => ({ text: quote, start, end, kind: 'name' }));
    const mentions = [...entity.mentions, ...added].sort((a, b) => a.start - b.start);
    this.#entities.set(id, { ...entity, mentions });
    this.#index(entity, added);
  }

  /** As the rules make them: what only its document can tell apart carries the document's key. */
  #idOf(name: string, kind: EntityKind): string {
    const own = `${entityKinds[kind].idPrefix}:${slug(anyAscii(name))}`;
    const isSingle = !/\s/.test(name) && name !== name.toUpperCase();
    const isLocal =
      kind === 'EVENT' || kind === 'GROUP' || ((kind === 'PERSON' || kind === 'ORGANIZATION') && isSingle);
    return isLocal ? `${own}-in-${documentKey(this.documentId)}` : own;
  }
}

function placeOf({ start, end }: TextRange): string {
  return `${start}-${end}`;
}

/** A name has a capital, or is of a script without; a group is told by two words or more. */
function isName(name: string, kind: EntityKind): boolean {
  if (pronouns.has(foldName(name)) || !/\p{L}/u.test(name) || slug(anyAscii(name)) === 'unnamed') return false;
  return kind === 'GROUP' ? /\S\s+\S/.test(name) : /[\p{Lu}\p{Lo}]/u.test(name);
}
