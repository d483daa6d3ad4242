import { classesOf } from './word-class-index.js';

/** A personal name as an index gives it, taken apart. */
export interface IndexName {
  readonly surname: string;
  /** Given names and initials, in their order: "Matthew", "B." */
  readonly given: readonly string[];
  /** Ranks and honours: "Vice Admiral", "Sir". */
  readonly titles: readonly string[];
  /** "Jr.", "II". */
  readonly suffix: string | null;
  /** Whether the family name comes first, as in East Asia. */
  readonly surnameFirst: boolean;
}

const title =
  /^(?:(?:vice|rear|lieutenant|lt|major|brigadier|field|brig|maj|air|chief|group|wing|grand|crown|first|fleet)\.?\s+)*(?:general|gen|admiral|adm|colonel|col|captain|capt|commander|cdr|major|lieutenant|lt|marshal|commodore|brigadier|generalissimo|sir|dame|lord|lady|baron|baroness|count|viscount|earl|duke|prince|princess|king|queen|sheikh|shaikh|sultan|amir|emir|dr|doctor|prof|professor|rev|reverend|monsignor|bishop|archbishop|cardinal|father|mr|mrs|miss|madame|senator|ambassador|secretary|judge|governor|president|u thant)\b\.?/iu;
const suffixes = /^(?:jr|sr|ii|iii|iv)\.?$/iu;
/** Where a name ends in these, they are no given names. */
const trailingRank = /^(?:usn|usa|usaf|usmc|ret|m\.?p|q\.?c)\.?$/iu;

function words(part: string): string[] {
  return part
    .replace(/(?<=\p{Lu}\.)(?=\p{Lu})/gu, ' ')
    .split(/\s+/u)
    .filter(Boolean);
}

/** A syllable or two with a small second half, as East Asian given names are romanised: "En-lai", "Yong-u". */
const syllables = /^\p{Lu}[\p{Ll}’'ŏŭ]{0,5}(?:-\p{L}[\p{Ll}’'ŏŭ]{0,5})?$/u;

function startsWithAsianSurname(parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  return (
    rest.length > 0 &&
    rest.length <= 2 &&
    rest.every((part) => syllables.test(part)) &&
    (classesOf(first.toLowerCase()).includes('asian-surname') || (rest.length === 1 && (rest[0] ?? '').includes('-')))
  );
}

/**
 * Reads the name of a list of persons: "Radford, Admiral Arthur W.", "Hoover, Herbert, Jr.", "Chou En-lai",
 * "Anthony Eden". Brackets hold other names; give them separately.
 */
export function readIndexName(name: string): IndexName {
  const [head = '', ...rest] = name.split(/\s*,\s*/u).filter((part) => part !== '' && !trailingRank.test(part));
  const titles: string[] = [];
  let suffix: string | null = null;
  const given: string[] = [];
  for (const part of rest) {
    if (suffixes.test(part)) {
      suffix = part;
      continue;
    }
    const rank = title.exec(part)?.[0];
    if (rank !== undefined) titles.push(rank);
    given.push(...words(part.slice(rank?.length ?? 0)));
  }
  if (given.length > 0) {
    const surnameFirst = startsWithAsianSurname([head, ...given]);
    return { surname: head, given, titles, suffix, surnameFirst };
  }
  const rank = title.exec(head)?.[0];
  if (rank !== undefined && rank.length < head.length) titles.push(rank);
  const parts = words(rank === undefined || rank.length === head.length ? head : head.slice(rank.length));
  const last = parts.at(-1) ?? '';
  if (suffix === null && parts.length > 2 && suffixes.test(last)) {
    suffix = last;
    parts.pop();
  }
  if (startsWithAsianSurname(parts)) {
    return { surname: parts[0] ?? '', given: parts.slice(1), titles, suffix, surnameFirst: true };
  }
  return { surname: parts.at(-1) ?? '', given: parts.slice(0, -1), titles, suffix, surnameFirst: false };
}

const initial = (word: string) => `${word.charAt(0)}.`;
const isInitial = (word: string) => /^\p{Lu}\.?$/u.test(word);

/** Honours that go with the given name: "Sir Anthony", "Prince Wan". */
const withGivenName = /^(?:sir|dame|prince|princess|king|queen)$/iu;
/** Titles that only one man bears at a time, and that name him. */
const soleTitle = /^(?:generalissimo)$/iu;

/** The full forms under which texts name the person, the usual one first. */
export function fullForms({ surname, given, titles, suffix, surnameFirst }: IndexName): readonly string[] {
  if (given.length === 0) return [surname];
  const forms = new Set<string>();
  const add = (parts: readonly string[]) => {
    const western = [...parts, surname].join(' ');
    if (surnameFirst) forms.add([surname, ...parts].join(' '));
    if (suffix !== null) forms.add(`${western}, ${suffix}`).add(`${western} ${suffix}`);
    forms.add(western);
  };
  const spelled = given.filter((part) => !isInitial(part));
  add(given);
  const [first] = spelled;
  if (first !== undefined && !surnameFirst) {
    add([first]);
    add(spelled);
    if (spelled.length > 1) add([first, ...spelled.slice(1).map(initial)]);
    // "U. Alexis Johnson" goes by the second name.
    add(given.slice(given.indexOf(first)));
  }
  if (!surnameFirst) {
    add([given.map(initial).join(' ')]);
    add([given.map(initial).join('')]);
    add([initial(given[0] ?? '')]);
  }
  for (const rank of titles) {
    if (withGivenName.test(rank) && first !== undefined)
      forms.add(`${rank} ${first}`).add(`${rank} ${first} ${surname}`);
    if (withGivenName.test(rank) && !/^(?:sir|dame)$/iu.test(rank)) forms.add(`${rank} ${surname.split(' ')[0] ?? ''}`);
    if (soleTitle.test(rank)) forms.add(rank);
  }
  return [...forms];
}
