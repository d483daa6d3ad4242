import type { EntityKind, MentionKind } from '../../../src/model/ontology.js';
import type { TextRange } from '../../sources/source.js';
import { parsePersonName } from './person-names.js';
import type { Term } from './unit.js';

export interface MentionDraft extends TextRange {
  readonly text: string;
  readonly kind: MentionKind;
}

/** In characters: two positions below it fit a number. */
const longestText = 2 ** 26;

/** An entity of the document while it is being read; the only mutable thing of the extractor, and local to a run. */
export class EntityDraft {
  readonly mentions: MentionDraft[] = [];
  /** Terms that name it, in the order of the text. */
  readonly terms: Term[] = [];
  authority: string | undefined;
  /** Records among which nothing told the right one. */
  readonly candidates = new Set<string>();
  date: string | undefined;
  endDate: string | undefined;
  duration: string | undefined;
  /** Given where no surface form of the text is a name: "conversation of 8 July 1957". */
  givenName: string | undefined;
  /** Name of the record, for a country that the text knows only by its adjective. */
  recordName: string | undefined;
  readonly extraAliases = new Set<string>();
  /** GROUP: one whom the text knows by his office only, and what the office is of: "the PRC ambassador". */
  officeOf: Term | undefined;
  /** EVENT: bodies that held it, where the text names them by a title only ("our Party"). */
  readonly holders: EntityDraft[] = [];

  /** Where it has been mentioned: start and end in one number. */
  readonly #places = new Set<number>();

  constructor(
    readonly kind: EntityKind,
    readonly key: string,
  ) {}

  /** PERSON: whether a name of the text tells that it is a woman. */
  get isWoman(): boolean {
    return this.kind === 'PERSON' && this.terms.some(({ name }) => parsePersonName(name).isWomans);
  }

  /** Whether a relation needs it although nothing but an adjective mentions it. */
  get isNamed(): boolean {
    return this.givenName !== undefined || this.mentions.some((mention) => mention.kind === 'name');
  }

  addMention(mention: MentionDraft): void {
    const place = mention.start * longestText + mention.end;
    if (this.#places.has(place)) return;
    this.#places.add(place);
    this.mentions.push(mention);
  }
}
