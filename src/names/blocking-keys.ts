import { isInitial, personNameParts } from './person-name-parts.js';
import { foldLatin, plainWords, readAll, readEuropean, traditions } from './person-readings.js';
import { chinese } from './romanisation/chinese.js';
import {
  foldWord,
  russianReadings,
  spellInLatin,
  vietnameseReading,
  vietnameseSurnames,
} from './romanisation/european.js';
import { formsOfOneName } from './romanisation/given-names.js';
import { korean } from './romanisation/korean.js';
import { cutSyllables } from './romanisation/syllables.js';

/**
 * Keys for finding names that may be the same: a name is kept under some, and asks for others. Where `compareNames` calls two
 * names `SAME`, either asks for a key under which the other is kept.
 *
 * A person's hold the surname and the given name or its initial, so that one of a thousand bearers of a surname is compared with
 * those alone whose given name may be the same. A surname by itself is compared with all of them: each may be meant.
 */
export interface BlockingKeys {
  /** In code-point order, each once. */
  readonly kept: readonly string[];
  readonly asked: readonly string[];
}

class Keys {
  readonly #kept = new Set<string>();
  readonly #asked = new Set<string>();

  /** What both must have. */
  both(key: string): void {
    this.#kept.add(key);
    this.#asked.add(key);
  }

  /** What one must have of the other. */
  pair(kept: string, asked: string): void {
    this.#kept.add(kept);
    this.#asked.add(asked);
  }

  /** `-` a surname alone, which asks for those with a given name, too; `*` one with a given name, which asks for it alone. */
  surname(key: string, isAlone: boolean): void {
    if (isAlone) {
      this.both(`${key}-`);
      this.pair(`${key}-`, `${key}*`);
    } else this.pair(`${key}*`, `${key}-`);
  }

  sorted(): BlockingKeys {
    return { kept: [...this.#kept].sort(), asked: [...this.#asked].sort() };
  }
}

/** What European spellings of a word have in common: one of these at least. */
function spellings(word: string): ReadonlySet<string> {
  return new Set(
    [foldWord(word), spellInLatin(word)]
      .filter((spelling) => spelling !== '')
      .flatMap((one) => [...russianReadings(one)]),
  );
}

function firstLetters(word: string): ReadonlySet<string> {
  const all = [foldWord(word), spellInLatin(word), ...russianReadings(spellInLatin(word))];
  return new Set(all.filter((one) => one !== '').map((one) => one.charAt(0)));
}

/** `=` a given name, `/` its first letter, `^` an initial. */
function addEuropean(keys: Keys, surname: string, given: readonly string[]): void {
  for (const family of spellings(surname)) {
    keys.surname(`r${family}`, given.length === 0);
    for (const word of given) {
      for (const letter of firstLetters(word)) {
        if (isInitial(word)) {
          keys.both(`r${family}^${letter}`);
          keys.pair(`r${family}^${letter}`, `r${family}/${letter}`);
        } else keys.pair(`r${family}/${letter}`, `r${family}^${letter}`);
      }
      if (isInitial(word)) continue;
      for (const spelling of spellings(word)) keys.both(`r${family}=${spelling}`);
      for (const form of formsOfOneName(foldLatin(word))) keys.both(`r${family}=${form}.`);
    }
  }
}

function personKeys(name: string): BlockingKeys {
  const keys = new Keys();
  const parts = personNameParts(name);
  for (const tradition of traditions) {
    const tongue = tradition.name.charAt(0);
    for (const { surnames, given } of readAll(name, parts, tradition)) {
      for (const surname of surnames) {
        keys.surname(`${tongue}${surname}`, given.length === 0);
        for (const syllables of given) {
          for (const first of syllables[0] ?? []) keys.both(`${tongue}${surname}=${syllables.length}${first}`);
        }
      }
    }
  }
  for (const { surname, given } of readEuropean(parts)) addEuropean(keys, surname, given);
  const words = plainWords(parts.words);
  if (words.length > 0) keys.both(`n${words.join('')}`);
  const vietnamese = words.map(vietnameseReading);
  if (vietnameseSurnames.has(vietnamese[0] ?? '')) keys.both(`v${vietnamese.join(' ')}`);
  return keys.sorted();
}

/** All letters, or the first syllable. */
function placeKeys(name: string): BlockingKeys {
  const keys = new Keys();
  const word = plainWords(name.split(/\s+/u)).join('');
  for (const spelling of spellings(word)) keys.both(`r${spelling}`);
  for (const table of [...korean.placeSpellings, ...chinese.placeSpellings])
    for (const [first] of cutSyllables(word, table)) for (const reading of first ?? []) keys.both(`s${reading}`);
  return keys.sorted();
}

export function blockingKeys(name: string, kind: 'PERSON' | 'PLACE'): BlockingKeys {
  return kind === 'PERSON' ? personKeys(name) : placeKeys(name);
}
