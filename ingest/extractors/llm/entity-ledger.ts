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

  constructor(
    found: readonly ExtractedEntity[],
    readonly documentId: string,
  ) {
    this.#entities = new Map(found.map((entity) => [entity.id, entity]));
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

  #boundAt(places: readonly FoundPassage[]): string | null {
    for (const place of places) {
      const same = this.#mentionAt((mention) => mention.start === place.start && mention.end === place.end);
      const id = same ?? this.#titledPersonAt(place);
      if (id !== null) return id;
    }
    return null;
  }

  #mentionAt(accepts: (mention: ExtractedMention, entity: ExtractedEntity) => boolean): string | null {
    for (const entity of this.#entities.values()) {
      if (entity.mentions.some((mention) => accepts(mention, entity))) return entity.id;
    }
    return null;
  }

  /** "Comrade Nam Il" is whom the rules read "Nam Il" to be. */
  #titledPersonAt(place: FoundPassage): string | null {
    return this.#mentionAt((mention, { type }) => {
      if (type !== 'PERSON' || mention.kind !== 'name' || mention.end !== place.end) return false;
      return encloses(place, mention) && !anotherPerson.test(place.quote.slice(0, mention.start - place.start));
    });
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
    return (
      this.#mentionAt(
        (mention, { type }) =>
          overlaps(mention, place) &&
          ((type === 'PERSON' && kind === 'PERSON') || !(encloses(mention, place) || encloses(place, mention))),
      ) !== null
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

/** A name has a capital, or is of a script without; a group is told by two words or more. */
function isName(name: string, kind: EntityKind): boolean {
  if (pronouns.has(foldName(name)) || !/\p{L}/u.test(name) || slug(anyAscii(name)) === 'unnamed') return false;
  return kind === 'GROUP' ? /\S\s+\S/.test(name) : /[\p{Lu}\p{Lo}]/u.test(name);
}
