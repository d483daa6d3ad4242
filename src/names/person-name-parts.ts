/** Words before a name that are no part of it. Offices stay with the extractor; these are forms of address and rank. */
const addresses = new Set(
  `mr mrs miss ms dr prof professor sir lord lady dame comrade com tov tovarishch cde comrades citizen general gen marshal colonel col
  lieutenant lt major maj captain capt admiral adm commander cdr sergeant field brigadier vice rear ambassador amb president premier
  chairman chancellor minister senator sen congressman rep secretary king queen prince generalissimo monsieur m mme herr frau signor
  the honorable hon excellency his tongzhi tongji tongmu`.split(/\s+/u),
);
const suffixes = new Set([
  'jr',
  'sr',
  'ii',
  'iii',
  'iv',
  'esq',
  'phd',
  'md',
  'ret',
  'usn',
  'usa',
  'usaf',
  'kcmg',
  'mp',
]);

/** A personal name in its words, as written but for marks of address. */
export interface PersonNameParts {
  /** Words in their order, with hyphens kept inside them: "Kim", "Il-sung". */
  readonly words: readonly string[];
  /** Words before a comma, where the name is given surname first: "Dulles, John Foster". */
  readonly surnameWords: number | null;
  /** "jr" or "sr" or a numeral, where it has one. */
  readonly suffix: string | null;
}

const bare = (word: string): string => word.toLowerCase().replace(/[.,]/gu, '');

function wordsOf(text: string): readonly string[] {
  return text
    .replace(/\([^)]*\)|["“”«»]/gu, ' ')
    .replace(/(?<=\p{L})\.(?=\p{L})/gu, '. ')
    .split(/\s+/u)
    .filter((word) => /\p{L}/u.test(word));
}

/**
 * Words of a name: forms of address and rank are left out, "Mao Zedong (Mao Tse-tung)" is its first form, and
 * "Yu.V. Andropov" has three words.
 */
export function personNameParts(name: string): PersonNameParts {
  const [beforeComma = [], ...afterComma] = name.split(',').map(wordsOf);
  const behind = afterComma.flat();
  // Only behind a name: "Kim II Sung" is a misread Il.
  const isSuffix = (word: string, index: number, words: readonly string[]) =>
    index > 0 && index === words.length - 1 && suffixes.has(bare(word));
  const last = beforeComma.findLast(isSuffix) ?? behind.findLast((word) => suffixes.has(bare(word)));
  const suffix = last === undefined ? null : bare(last);
  const withoutAddress = (words: readonly string[]): readonly string[] => {
    const first = words.findIndex((word) => !addresses.has(bare(word)) || /^\p{Lu}\.?$/u.test(word));
    return first < 0 ? [] : words.slice(first);
  };
  const given = withoutAddress(behind.filter((word) => !suffixes.has(bare(word))));
  const surname = withoutAddress(beforeComma.filter((...place) => !isSuffix(...place)));
  return {
    words: [...surname, ...given],
    surnameWords: given.length > 0 ? surname.length : null,
    suffix,
  };
}

/** "J.", "J", "Yu.", "Kh.": what stands for a whole given name. */
export function isInitial(word: string): boolean {
  return /^\p{Lu}\p{Ll}{0,2}\.$|^\p{Lu}$/u.test(word);
}
