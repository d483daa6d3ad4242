import { boundedMemo } from '../../../src/names/bounded-memo.js';
import { foldName } from '../../../src/names/fold-name.js';
import { classesOf } from '../../lexicon/word-class-index.js';

/** The parts of a personal name that tell two people apart. */
export interface PersonName {
  /** Folded words. */
  readonly words: readonly string[];
  readonly surname: string;
  /** First letters of the other parts. */
  readonly initials: readonly string[];
  readonly isBareSurname: boolean;
  readonly surnameFirst: boolean;
  /** "Mrs. Rhee": another person than Rhee. */
  readonly isByMarriage: boolean;
  /** Whether title or given name tell a woman. */
  readonly isWomans: boolean;
}

/** "Yu. Andropov": an initial that is a Korean surname where no full stop follows. */
const abbreviated = /^\s*\p{Lu}\p{Ll}?\./u;

export const parsePersonName = boundedMemo((name): PersonName => {
  const words = foldName(name).split(' ').filter(Boolean);
  const first = words[0] ?? '';
  const surnameFirst =
    words.length > 1 && first.length > 1 && !abbreviated.test(name) && classesOf(first).includes('asian-surname');
  const surname = surnameFirst ? first : (words.at(-1) ?? '');
  const others = surnameFirst ? words.slice(1) : words.slice(0, -1);
  return {
    words,
    surname,
    initials: others.map((word) => word.charAt(0)),
    isBareSurname: words.length === 1,
    surnameFirst,
    isByMarriage: words.length === 2 && classesOf(first).includes('wifes-title'),
    isWomans: classesOf(first).some((word) => word === 'wifes-title' || word === 'womans-given-name'),
  };
});

/** Whether the shorter name can be short for the longer: same surname, no initial or given name that speaks against it. */
export function isShortFor(short: PersonName, long: PersonName): boolean {
  if (short.surname !== long.surname) return false;
  if (short.isByMarriage) return long.isWomans;
  if (long.isByMarriage) return false;
  if (short.isBareSurname) return true;
  const shortGiven = short.surnameFirst ? short.words.slice(1) : short.words.slice(0, -1);
  const longGiven = long.surnameFirst ? long.words.slice(1) : long.words.slice(0, -1);
  if (short.surnameFirst || long.surnameFirst) return shortGiven.join('') === longGiven.join('');
  return shortGiven.every((part, index) => {
    const other = longGiven[index];
    return (
      other === undefined ||
      (part.length === 1 || other.length === 1 ? part.charAt(0) === other.charAt(0) : part === other)
    );
  });
}
