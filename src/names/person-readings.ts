import { foldName } from './fold-name.js';
import { isInitial, type PersonNameParts } from './person-name-parts.js';
import { chinese } from './romanisation/chinese.js';
import { foldWord, spellInLatin } from './romanisation/european.js';
import { hangulReading, korean, surnameKey } from './romanisation/korean.js';
import { cutSyllables, type Readings, type Syllables } from './romanisation/syllables.js';

/** A personal name as Koreans and Chinese bear it: one surname, given names of one or two syllables. */
export interface EastAsianName {
  readonly surnames: Readings;
  /** Ways to read the given name; empty where the name is a surname alone. */
  readonly given: readonly Syllables[];
}

export interface Tradition {
  readonly name: string;
  /** One table a romanisation. */
  readonly spellings: readonly ReadonlyMap<string, Readings>[];
  readonly surnames: (word: string) => Readings;
}

const koreanTradition: Tradition = { name: 'Korean', spellings: korean.spellings, surnames: korean.surnames };
const chineseTradition: Tradition = { name: 'Chinese', spellings: chinese.spellings, surnames: chinese.surnames };
export const traditions: readonly Tradition[] = [koreanTradition, chineseTradition];

/** Words of a name below hyphens, in plain Latin letters. */
export function plainWords(words: readonly string[]): readonly string[] {
  return words
    .flatMap((word) => word.split(/[-‐‑–]/u))
    .map(foldLatin)
    .filter((word) => word !== '');
}

const hasCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text);

export function foldLatin(word: string): string {
  return hasCyrillic(word) ? spellInLatin(word) : foldWord(word);
}

/** Ways to read words as one given name of one or two syllables, all in one romanisation. */
function readGiven(words: readonly string[], { spellings }: Tradition): readonly Syllables[] {
  return spellings.flatMap((table) => {
    const read = words.reduce<readonly Syllables[]>(
      (before, word) => before.flatMap((start) => cutSyllables(word, table).map((cut) => [...start, ...cut])),
      [[]],
    );
    return read.filter(({ length }) => length >= 1 && length <= 2);
  });
}

function readEastAsian(parts: PersonNameParts, tradition: Tradition): readonly EastAsianName[] {
  const words = plainWords(parts.words);
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (words.length === 1) return readClosed(first, tradition);
  const readings: EastAsianName[] = [];
  const add = (surname: string, rest: readonly string[]) => {
    const surnames = tradition.surnames(surname);
    if (surnames.size === 0) return;
    const given = readGiven(rest, tradition);
    if (given.length > 0) readings.push({ surnames, given });
  };
  add(first, words.slice(1));
  // The surname last is how Western papers turn a name round: Syngman Rhee.
  if (parts.surnameWords === null) add(last, words.slice(0, -1));
  return readings;
}

/** A surname alone, or a name written in one word: Kimilsung is none in use, but Palladius knows Maotszedun. */
function readClosed(word: string, tradition: Tradition): readonly EastAsianName[] {
  const surnames = tradition.surnames(word);
  return surnames.size > 0 ? [{ surnames, given: [] }] : [];
}

/** A name in Hangul or Han; the surname is its first syllable. */
function readScript(name: string): { readonly tradition: Tradition; readonly read: EastAsianName } | null {
  const letters = [...name.replace(/[\s·]/gu, '')];
  if (letters.length < 2 || letters.length > 4) return null;
  if (letters.every((letter) => /\p{Script=Hangul}/u.test(letter))) {
    const [surname = '', ...given] = letters.map((letter) => hangulReading(letter) ?? '');
    return {
      tradition: koreanTradition,
      read: { surnames: new Set([surnameKey(surname)]), given: [given.map((reading) => new Set([reading]))] },
    };
  }
  if (letters.every((letter) => /\p{Script=Han}/u.test(letter))) {
    const [surname = '', ...given] = letters.map((letter) => foldName(letter));
    return {
      tradition: chineseTradition,
      read: { surnames: new Set([surname]), given: [given.map((reading) => new Set([reading]))] },
    };
  }
  return null;
}

export function readAll(name: string, parts: PersonNameParts, tradition: Tradition): readonly EastAsianName[] {
  const script = readScript(name);
  if (script !== null) return script.tradition === tradition ? [script.read] : [];
  return readEastAsian(parts, tradition);
}

export interface EuropeanName {
  readonly surname: string;
  readonly given: readonly string[];
  /** Whether the surname is read from the front, against the order of most European languages. */
  readonly isTurned: boolean;
}

/** Nobiliary particles and the like belong to the surname: "von Brentano", "de Gaulle", "Van Fleet". */
const particles = new Set([
  'von',
  'van',
  'de',
  'der',
  'den',
  'di',
  'da',
  'la',
  'le',
  'du',
  'el',
  'al',
  'bin',
  'ben',
  'mac',
  'del',
]);

export function readEuropean({ words, surnameWords }: PersonNameParts): readonly EuropeanName[] {
  if (words.length === 0) return [];
  const join = (part: readonly string[]) => part.join('');
  if (surnameWords !== null)
    return [{ surname: join(words.slice(0, surnameWords)), given: words.slice(surnameWords), isTurned: false }];
  let start = words.length - 1;
  while (start > 1 && particles.has((words[start - 1] ?? '').toLowerCase())) start -= 1;
  if (start === 1 && particles.has((words[0] ?? '').toLowerCase())) start = 0;
  const inOrder = { surname: join(words.slice(start)), given: words.slice(0, start), isTurned: false };
  const [first = '', ...rest] = words;
  if (rest.length === 0 || isInitial(first)) return [inOrder];
  // "Khrushchev N. S." can only be a surname with initials behind.
  if (isInitial(words.at(-1) ?? '')) return [{ surname: first, given: rest, isTurned: false }];
  return [inOrder, { surname: first, given: rest, isTurned: true }];
}
