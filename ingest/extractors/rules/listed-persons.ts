import { boundedMemo } from '../../../src/names/bounded-memo.js';
import { foldName } from '../../../src/names/fold-name.js';
import type { AuthorityRecord } from '../../lexicon/authority-record.js';
import type { EditorLink } from '../../sources/edition.js';
import type { TextRange } from '../../sources/source.js';
import type { DocumentText } from '../../text/document-text.js';
import { changeUnits } from './change-units.js';
import type { ParsedSentence } from './document-reader.js';
import { featureSet } from './feature-sets.js';
import type { Lexicon } from './lexicon.js';
import { type BearerChooser, officeWords } from './listed-bearers.js';
import { parsePersonName } from './person-names.js';
import { changedUnit, type Term, type TermPart, termWith, type Unit, withoutTerm } from './unit.js';

/**
 * Links bare family names to the persons whom the documents' own list has under them.
 *
 * A list is the editors' word that these people are in these documents: where it has a bearer of the name, nobody
 * else is meant, unless the text gives another first name. Where the editors linked the name themselves, they decide.
 *
 * @param links - Of the editors, in the text as received.
 */
export function linkListedPersons(
  sentences: readonly ParsedSentence[],
  lexicon: Lexicon,
  text: DocumentText,
  links: readonly EditorLink[],
): readonly ParsedSentence[] {
  const { chooser } = lexicon;
  if (chooser === null) return sentences;
  const reader = new ListedPersonReader(sentences, lexicon, chooser, text, links);
  return sentences.map((sentence) => {
    reader.open(sentence);
    return changeUnits(sentence, (unit, index) => reader.link(unit, sentence, index));
  });
}

/** Kinds of names that a person's name can stand in. */
const mayNameSomebody: ReadonlySet<Term['kind']> = new Set(['ORGANIZATION', 'EVENT', 'AGREEMENT', 'GROUP', 'NAME']);
/** Women who bear the name of a man of the list, and are not he. */
const womansTitle = /\b(?:mrs|madame?|mme|miss|ms)\.?\s*$/iu;
/** Words of an office, up to the name: "Assistant Secretary of State for Far Eastern Affairs (". */
const officeBefore = /(?:(?:\b[\p{Lu}][\p{L}.]*|\bof|\bfor|\bthe|\band|\bto)[\s,-]+){1,10}\(?$/u;
const officeAfter = /^(?:\s*[,(—–]\s*|\s+as\s+)([^\n.;:()]{3,60})/u;

class ListedPersonReader {
  readonly text: string;
  readonly #tagged: (range: TextRange) => AuthorityRecord | undefined;
  /** Whether the editors linked a name of the sentence that is read. */
  #hasLinks = false;
  /** Words that the document writes small: "You might" names nobody where "you" is a word of it. */
  readonly #isWrittenSmall: (word: string) => boolean;
  /** Whether it is a letter that calls its reader by the first name. */
  readonly #isBetweenFriends: boolean;
  readonly #fullyNamed = new Set<string>();
  readonly #evidence = new Map<string, number>();

  constructor(
    sentences: readonly ParsedSentence[],
    private readonly lexicon: Lexicon,
    private readonly chooser: BearerChooser,
    private readonly document: DocumentText,
    private readonly links: readonly EditorLink[],
  ) {
    const { text } = document;
    this.text = text;
    this.#tagged = (range) => {
      const link = this.#hasLinks ? this.#linkIn(range) : undefined;
      return link === undefined ? undefined : lexicon.listed(link.record);
    };
    const salutation = /^\s*dear\s+(\p{Lu}[\p{L}]+)\s*[:,]/imu.exec(text)?.[1];
    this.#isBetweenFriends = salutation !== undefined && lexicon.listedByGivenName(salutation) !== undefined;
    this.#isWrittenSmall = boundedMemo((word) => isWrittenSmall(word, text));
    for (const { units } of sentences) {
      for (const { term } of units) {
        if (term?.kind !== 'PERSON') continue;
        if (term.authority !== undefined) this.#fullyNamed.add(term.authority);
        else this.#note(this.#bearers(term), term);
      }
    }
  }

  #linkIn(range: TextRange): EditorLink | undefined {
    const place = this.links.length === 0 ? null : this.document.toReceived(range);
    return place === null ? undefined : linkAt(this.links, place);
  }

  /** Before its units are read. */
  open({ sentence }: ParsedSentence): void {
    this.#hasLinks = this.#linkIn(sentence) !== undefined;
  }

  link(unit: Unit, sentence: ParsedSentence, index: number): Unit {
    const { term } = unit;
    const friend = this.#friend(unit, sentence.units[index - 1], sentence.units[index + 1]);
    if (friend !== null) return changedUnit(unit, { term: friend, features: featureSet([...unit.features, 'PERSON']) });
    if (term === undefined || term.kind === 'NAME') {
      const tagged = this.#hasLinks && unit.features.has('cap') ? this.#tagged(unit) : undefined;
      return tagged === undefined ? unit : this.#asTagged(unit, tagged);
    }
    if (term.kind === 'PERSON') {
      if (this.#isNoName(term)) return withoutTerm(unit);
      return withTerm(unit, this.#linked(term, sentence.units[index - 1]));
    }
    const linked = this.#linked(term);
    const inside = this.#inside(term);
    if (inside === null) return withTerm(unit, linked);
    return withTerm(unit, termWith({ ...linked, parts: [...linked.parts, { role: 'inside', term: inside }] }));
  }

  /** A name that the editors tagged and the grammar has not seen. */
  #asTagged(unit: Unit, record: AuthorityRecord): Unit {
    const { start, end, text: name } = unit;
    const who = { kind: 'PERSON', name, key: record.id, authority: record.id } as const;
    const term = termWith({ ...who, parts: [], start, end, rule: 'editors-tag', confidence: 0.9, mention: 'name' });
    return changedUnit(unit, { term, features: featureSet([...unit.features, 'PERSON']) });
  }

  #linked(term: Term, before?: Unit): Term {
    if (term.parts.length === 0 && term.kind !== 'PERSON') return term;
    const parts = this.#linkedParts(term);
    const chosen = term.kind === 'PERSON' ? this.#choose(term, before) : [];
    const [record, ...others] = chosen;
    if (record === undefined) return parts === term.parts ? term : termWith({ ...term, parts });
    // Where nothing tells them apart, the link stays open.
    if (others.length > 0) return termWith({ ...term, parts, candidates: chosen.map(({ id }) => id) });
    return termWith({ ...term, parts, key: record.id, authority: record.id });
  }

  /** The parts themselves where none is anybody of the list. */
  #linkedParts({ parts }: Term): readonly TermPart[] {
    let linked: TermPart[] | null = null;
    for (const [index, { role, term }] of parts.entries()) {
      const own = this.#linked(term);
      if (own === term) continue;
      linked ??= [...parts];
      linked[index] = { role, term: own };
    }
    return linked ?? parts;
  }

  #bearers(term: Term): readonly AuthorityRecord[] {
    if (term.authority !== undefined) return [];
    const { surname, isByMarriage } = parsePersonName(term.name);
    if (!isByMarriage) return this.lexicon.listedBearers(term.name);
    return this.lexicon.listedBearers(surname).filter(isWoman);
  }

  #note(bearers: readonly AuthorityRecord[], term: Term): void {
    if (bearers.length === 0) return;
    const beside = this.#beside(term);
    for (const record of bearers) {
      const fit = this.chooser.fit(record, beside);
      this.#evidence.set(record.id, (this.#evidence.get(record.id) ?? 0) + Math.min(1, fit));
    }
  }

  /** The words of the office that stands before or behind the name. */
  #beside({ start, end }: Term): readonly string[] {
    const before = officeBefore.exec(this.text.slice(Math.max(0, start - 120), start))?.[0] ?? '';
    const after = officeAfter.exec(this.text.slice(end, end + 80))?.[1] ?? '';
    return officeWords(`${before} ${after}`);
  }

  /** Whom the name means; several, where none fits better than the others. */
  #choose(term: Term, before: Unit | undefined): readonly AuthorityRecord[] {
    const tagged = this.#tagged(term);
    // Editors tag the family name of "Mrs. Rhee" as her husband's.
    if (tagged !== undefined && (isWoman(tagged) || !parsePersonName(term.name).isByMarriage)) return [tagged];
    const bearers = this.#bearers(term);
    if (bearers.length === 0 || this.#isOther(term, before)) return [];
    const beside = bearers.length > 1 ? this.#beside(term) : [];
    return best(bearers, (record) => {
      const told = Math.min(2, this.#evidence.get(record.id) ?? 0) / 2;
      const named = this.#fullyNamed.has(record.id) ? 0.5 : 0;
      return 3 * this.chooser.fit(record, beside) + told + named + this.chooser.prior(record);
    });
  }

  /** "You might say": a word that the text also writes small, with no title before it. */
  #isNoName(term: Term): boolean {
    if (this.#bearers(term).length === 0 || !this.#isWrittenSmall(term.name.toLowerCase())) return false;
    return !/(?:\b(?:Mr|Messrs|Dr|Sir)\.?|\p{Lu}\p{Ll}+)\s+$/u.test(this.#lead(term));
  }

  #lead({ start }: Term): string {
    return this.text.slice(Math.max(0, start - 30), start);
  }

  /** Whether the words before it speak for somebody else. */
  #isOther(term: Term, before: Unit | undefined): boolean {
    if (womansTitle.test(this.#lead(term))) return true;
    // "Drew Pearson" is none of the list, where that has a Lester.
    return before !== undefined && before.end + 1 === term.start && isGivenName(before);
  }

  /** "Dear Winston", and whoever else goes by his first name in such a letter. */
  #friend(unit: Unit, before: Unit | undefined, after: Unit | undefined): Term | null {
    if (
      !this.#isBetweenFriends ||
      !unit.features.has('cap') ||
      (unit.term !== undefined && unit.term.authority !== undefined)
    )
      return null;
    const record = this.lexicon.listedByGivenName(unit.text);
    if (record === undefined || this.#isWrittenSmall(unit.lower)) return null;
    const isPart = [before, after].some(
      (other) =>
        other !== undefined &&
        (other.end + 1 === unit.start || unit.end + 1 === other.start) &&
        other.features.has('cap') &&
        !/^dear$/iu.test(other.text) &&
        (other.term?.kind === 'PERSON' || other.term?.kind === 'NAME' || other.features.has('initial')),
    );
    if (isPart) return null;
    const { start, end, text: name } = unit;
    const who = { kind: 'PERSON', name, key: record.id, authority: record.id } as const;
    return termWith({ ...who, parts: [], start, end, rule: 'given-name-in-letter', confidence: 0.7, mention: 'name' });
  }

  /** "Nixon" in "the Nixon Administration". */
  #inside(term: Term): Term | null {
    if (!mayNameSomebody.has(term.kind)) return null;
    const match = /^(\p{Lu}[\p{L}’'-]+?)(?:['’]s)?[\s–-]+\p{L}/u.exec(term.name);
    const name = match?.[1];
    if (name === undefined) return null;
    const bearers = this.lexicon.listedBearers(name);
    const start = bearers.length === 0 ? -1 : this.text.indexOf(name, term.start);
    if (start < 0 || start > term.end) return null;
    const [record = null] = best(bearers, (each) => this.chooser.prior(each));
    return termWith({
      kind: 'PERSON',
      name,
      key: record?.id ?? name,
      authority: record?.id,
      parts: [],
      start,
      end: start + name.length,
      rule: 'listed-name-inside',
      confidence: 0.7,
      mention: 'name',
    });
  }
}

function isWoman({ name, aliases }: AuthorityRecord): boolean {
  return [name, ...aliases].some((each) => parsePersonName(each).isWomans);
}

/** @param links - In the order of the text. */
function linkAt(links: readonly EditorLink[], { start, end }: TextRange): EditorLink | undefined {
  let low = 0;
  let high = links.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((links[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  const link = links[low];
  return link !== undefined && link.start < end ? link : undefined;
}

/** Whether a word stands in the text in small letters, and whole. */
function isWrittenSmall(word: string, text: string): boolean {
  if (!/^\p{Ll}+$/u.test(word)) return false;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const isInside = /\p{L}$/u.test(text.slice(Math.max(0, at - 2), at));
    if (!isInside && !/^\p{Ll}/u.test(text.slice(at + word.length, at + word.length + 2))) return true;
  }
  return false;
}

function withTerm(unit: Unit, term: Term): Unit {
  return term === unit.term ? unit : changedUnit(unit, { term });
}

function isGivenName(unit: Unit): boolean {
  return (
    unit.term?.kind !== 'OFFICE' &&
    unit.features.has('cap') &&
    (unit.features.has('given-name') || unit.term?.kind === 'NAME') &&
    !unit.features.has('person-title') &&
    foldName(unit.text) !== ''
  );
}

/** Those with the highest score. */
function best<T>(candidates: readonly T[], score: (candidate: T) => number): readonly T[] {
  let winners: T[] = [];
  let most = Number.NEGATIVE_INFINITY;
  for (const candidate of candidates) {
    const own = score(candidate);
    if (own > most) [winners, most] = [[candidate], own];
    else if (own === most) winners.push(candidate);
  }
  return winners;
}
