import { isInitial, type PersonNameParts, personNameParts } from './person-name-parts.js';
import {
  type EastAsianName,
  foldLatin,
  plainWords,
  readAll,
  readEuropean,
  type Tradition,
  traditions,
} from './person-readings.js';
import { chinese } from './romanisation/chinese.js';
import {
  foldWord,
  looksEastEuropean,
  russianReadings,
  spellInLatin,
  vietnameseReading,
  vietnameseSurnames,
} from './romanisation/european.js';
import { areFormsOfOneName } from './romanisation/given-names.js';
import { korean } from './romanisation/korean.js';
import { cutSyllables, intersects, type Readings, shareReading } from './romanisation/syllables.js';

/** What two names say of each other. `POSSIBLE`: one leaves out what would tell, as a surname alone does. */
export type NameVerdict = 'SAME' | 'POSSIBLE' | 'DIFFERENT';

export interface NameComparison {
  readonly verdict: NameVerdict;
  /** 0 (nothing in common) to 1 (the same letters). */
  readonly score: number;
  /** Why, for the reader of a review list: "Korean: the same syllables in two romanisations". */
  readonly reason: string;
}

const different: NameComparison = { verdict: 'DIFFERENT', score: 0, reason: 'no reading in common' };

/** Scores by how much of a name agrees; the order is what counts, and the spread what a reader sees. */
const scores = { folded: 1, reading: 0.95, forms: 0.9, partial: 0.88, initials: 0.85, surname: 0.5 } as const;

function compareEastAsian(
  a: readonly EastAsianName[],
  b: readonly EastAsianName[],
  { name }: Tradition,
): NameComparison | null {
  let best: NameComparison | null = null;
  for (const left of a) {
    for (const right of b) {
      if (!intersects(left.surnames, right.surnames)) continue;
      if (left.given.length === 0 || right.given.length === 0) {
        best ??= {
          verdict: 'POSSIBLE',
          score: scores.surname,
          reason: `${name}: the same surname, one without a given name`,
        };
      } else if (left.given.some((given) => right.given.some((other) => shareReading(given, other)))) {
        return {
          verdict: 'SAME',
          score: scores.reading,
          reason: `${name}: the same syllables, as their romanisations write them`,
        };
      }
    }
  }
  return best;
}

/** How two given names agree. */
type WordMatch = 'same' | 'reading' | 'forms' | 'initial' | null;

function sameRussian(a: string, b: string): boolean {
  if (!looksEastEuropean(a) && !looksEastEuropean(b)) return false;
  return intersects(russianReadings(a), russianReadings(b));
}

function sameLetters(a: string, b: string): boolean {
  return (
    foldWord(a) === foldWord(b) ||
    spellInLatin(a) === spellInLatin(b) ||
    foldWord(a) === spellInLatin(b) ||
    spellInLatin(a) === foldWord(b)
  );
}

function isOneSurname(a: string, b: string): boolean {
  return sameLetters(a, b) || sameRussian(spellInLatin(a), spellInLatin(b));
}

/** First sounds of initials: Yu. and Iu., Kh. and H., Ye. and E. */
function sharesInitial(initial: string, word: string): boolean {
  const [short, long] = [spellInLatin(initial), spellInLatin(word)];
  if (short === '' || long === '') return false;
  if (long.startsWith(short)) return true;
  // Two letters that are both written out: C. is no Z., though a transliteration may write one for the other.
  if (isInitial(word) && short.length === 1 && long.length === 1) return false;
  const starts = [...russianReadings(short)];
  const ends = [...russianReadings(long)];
  return starts.some((start) => start !== '' && ends.some((end) => end.startsWith(start)));
}

function matchGiven(a: string, b: string): WordMatch {
  if (sameLetters(a, b)) return 'same';
  if (isInitial(a) || isInitial(b)) return sharesInitial(isInitial(a) ? a : b, isInitial(a) ? b : a) ? 'initial' : null;
  if (areFormsOfOneName(foldLatin(a), foldLatin(b))) return 'forms';
  return intersects(russianReadings(spellInLatin(a)), russianReadings(spellInLatin(b))) ? 'reading' : null;
}

/** "-ovich", "-evna": a patronymic, which many texts leave out. */
const patronymic = /(?:[oe](?:vich|vitch|vič|witsch|vna)|(?:il|kuzm|fom|luk|nikit)(?:ich|inichna))$/iu;

function compareGiven(a: readonly string[], b: readonly string[]): NameComparison | null {
  if (a.length === 0 || b.length === 0)
    return { verdict: 'POSSIBLE', score: scores.surname, reason: 'the same surname, one without a given name' };
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  const matches: WordMatch[] = [];
  let at = 0;
  for (const word of shorter) {
    let match: WordMatch = null;
    while (at < longer.length && match === null) {
      match = matchGiven(word, longer[at] ?? '');
      // A middle name may be missing, but "J. Foster" is no "Foster J.".
      at += 1;
    }
    if (match === null) return null;
    matches.push(match);
  }
  // "Foster Dulles" may be John Foster Dulles; "Sergeyevich" alone says nobody.
  if (shorter.every((word) => patronymic.test(word))) return null;
  if (matches.includes('initial'))
    return { verdict: 'SAME', score: scores.initials, reason: 'the same surname, initials that agree' };
  if (longer.length > shorter.length && !longer.every((word) => shorter.includes(word) || patronymic.test(word)))
    return { verdict: 'SAME', score: scores.partial, reason: 'the same surname and given name, one with more of them' };
  if (matches.includes('forms'))
    return { verdict: 'SAME', score: scores.forms, reason: 'the same surname, forms of one given name' };
  if (matches.includes('reading'))
    return { verdict: 'SAME', score: scores.reading, reason: 'the same sounds in two transliterations' };
  return { verdict: 'SAME', score: scores.reading, reason: 'the same surname and given name' };
}

function compareEuropean(a: PersonNameParts, b: PersonNameParts): NameComparison | null {
  let best: NameComparison | null = null;
  for (const left of readEuropean(a)) {
    for (const right of readEuropean(b)) {
      if (left.isTurned && right.isTurned) continue;
      if (!isOneSurname(left.surname, right.surname)) continue;
      const found = compareGiven(left.given, right.given);
      if (found === null) continue;
      if (best === null || found.score > best.score) best = found;
    }
  }
  return best;
}

function compareVietnamese(a: PersonNameParts, b: PersonNameParts): NameComparison | null {
  const read = ({ words }: PersonNameParts) => plainWords(words).map(vietnameseReading);
  const [left, right] = [read(a), read(b)];
  const isName = (words: readonly string[]) => words.length >= 2 && vietnameseSurnames.has(words[0] ?? '');
  if (!isName(left) || left.join(' ') !== right.join(' ')) return null;
  return { verdict: 'SAME', score: scores.reading, reason: 'Vietnamese: the same syllables' };
}

/** Names of persons. */
function comparePersonNames(a: string, b: string): NameComparison {
  const [left, right] = [personNameParts(a), personNameParts(b)];
  if (left.suffix !== right.suffix) {
    if (left.suffix !== null && right.suffix !== null) return different;
    const found = comparePersonParts(a, b, left, right);
    return found.verdict === 'SAME'
      ? { verdict: 'POSSIBLE', score: scores.surname, reason: 'the same name, one with "Jr." or a numeral' }
      : found;
  }
  return comparePersonParts(a, b, left, right);
}

function comparePersonParts(a: string, b: string, left: PersonNameParts, right: PersonNameParts): NameComparison {
  const [leftFolded, rightFolded] = [plainWords(left.words).join(' '), plainWords(right.words).join(' ')];
  if (leftFolded === '' || rightFolded === '') return different;
  if (leftFolded === rightFolded) {
    return left.words.length === 1
      ? { verdict: 'POSSIBLE', score: scores.surname, reason: 'the same single name' }
      : { verdict: 'SAME', score: scores.folded, reason: 'the same letters' };
  }
  if (
    leftFolded.replaceAll(' ', '') === rightFolded.replaceAll(' ', '') &&
    left.words.length > 1 &&
    right.words.length > 1
  )
    return { verdict: 'SAME', score: scores.folded, reason: 'the same letters' };
  let possible: NameComparison | null = null;
  let isEastAsian = false;
  for (const tradition of traditions) {
    const [ours, theirs] = [readAll(a, left, tradition), readAll(b, right, tradition)];
    isEastAsian ||= ours.some(({ given }) => given.length > 0) && theirs.some(({ given }) => given.length > 0);
    const found = compareEastAsian(ours, theirs, tradition);
    if (found?.verdict === 'SAME') return found;
    possible ??= found;
  }
  // Two names that are read as Korean or Chinese and share no reading are not saved by letters in common.
  if (isEastAsian) return possible ?? compareVietnamese(left, right) ?? different;
  return compareVietnamese(left, right) ?? compareEuropean(left, right) ?? possible ?? different;
}

/** Names of places: the same syllables of Korean or Chinese, or the same letters. */
function comparePlaceNames(a: string, b: string): NameComparison {
  const [left, right] = [plainWords(a.split(/\s+/u)), plainWords(b.split(/\s+/u))];
  if (left.join('') === '' || right.join('') === '') return different;
  if (left.join('') === right.join('')) return { verdict: 'SAME', score: scores.folded, reason: 'the same letters' };
  const systems: readonly (readonly [string, readonly ReadonlyMap<string, Readings>[]])[] = [
    ['Korean', korean.placeSpellings],
    ['Chinese', chinese.placeSpellings],
  ];
  for (const [name, tables] of systems) {
    const cuts = (word: string) => tables.flatMap((table) => cutSyllables(word, table));
    const [ours, theirs] = [cuts(left.join('')), cuts(right.join(''))];
    if (ours.some((one) => one.length > 1 && theirs.some((other) => shareReading(one, other))))
      return {
        verdict: 'SAME',
        score: scores.reading,
        reason: `${name}: the same syllables, as their romanisations write them`,
      };
  }
  if (sameLetters(left.join(''), right.join('')) || sameRussian(left.join(''), right.join('')))
    return { verdict: 'SAME', score: scores.reading, reason: 'the same sounds in two transliterations' };
  return different;
}

/**
 * Whether two names can be names of one bearer, by what their writing systems and romanisations allow: not by how
 * many letters they share. "Syngman Rhee" and "Li Syn Man" are the same name; "Nam Il" and "Nam Il U" are not.
 *
 * It says what the names allow, and nothing of the bearers: two people may have one name.
 *
 * @param kind `PERSON` reads surnames and given names, initials and patronymics; `PLACE` syllables alone.
 */
export function compareNames(a: string, b: string, kind: 'PERSON' | 'PLACE'): NameComparison {
  return kind === 'PERSON' ? comparePersonNames(a, b) : comparePlaceNames(a, b);
}
