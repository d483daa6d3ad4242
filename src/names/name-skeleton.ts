import { foldName } from './fold-name.js';

/**
 * What a romanisation leaves of a sound, from the longest spelling to the shortest. Rows of the tables by
 * which Wade–Giles, pinyin, McCune–Reischauer, Revised Romanisation, the Russian systems of Palladius and
 * Kontsevich, and the Library of Congress differ from one another; each class is written as one letter.
 */
const soundClasses: readonly (readonly [spelling: RegExp, written: string])[] = [
  // Aleksei and Alexei, Maksim and Maxim; x alone is the pinyin x, below.
  [/(?<=e)ks|ks(?=i)/g, 's'],
  // Wade–Giles hs is pinyin x: Hsiao, Xiao.
  [/sh|hs|x|s/g, 's'],
  // Chou and Zhou, Tse-tung and Zedong, Ch'ing and Qing, Jong and Chong, Dzhan and Zhang.
  [/dzh|tch|dz|dj|ts|tz|zh|ch|[zjqc]/g, 'z'],
  // Aspiration, and the silent h of Teh, Shih, Minh: only an h that begins a syllable is a sound.
  [/(?<=[ptkbdgrl])h|h(?![aeiouyw])/g, ''],
  // Sung and Sen, Dong and Don. Before a vowel the g begins a syllable: Yen Gen is Yengen.
  [/ng(?![aeiou])/g, 'n'],
  // Kwang and Guang; elsewhere w is the v of the Russian systems: Won, Von.
  [/(?<=[kghsz])w/g, 'u'],
  [/w/g, 'v'],
  [/[rl]/g, 'l'],
  [/[dt]/g, 't'],
  [/[bp]/g, 'p'],
  [/[gk]/g, 'k'],
];

/**
 * The name without what romanisations disagree on: equal for "Kim Ir Sen", "Kim Il-sŏng" and "Kim Il Sung",
 * for "Chou En-lai" and "Zhou Enlai"; different for "Nam Il" and "Nam Il U".
 *
 * A key for finding candidates, not a proof of identity: "Kim Il Sung" and "Kim Il Song" fall together too.
 * In the manner of Soundex and its descendants, with the classes of East Asian and Slavic romanisations instead
 * of those of English.
 *
 * @see R. C. Russell, "Index", U.S. Patent 1,261,167 (1918): sounds in classes, vowels in one.
 * @see L. Philips, "Hanging on the Metaphone", Computer Language 7 (12), 1990, pp. 39–43: digraphs first.
 * @returns Letters a–z and digits without spaces; empty where the name has none.
 */
export function nameSkeleton(name: string): string {
  const words = foldName(name).split(' ');
  const sounds = words.map((word) =>
    soundClasses.reduce((rest, [spelling, written]) => rest.replace(spelling, written), word),
  );
  return sounds
    .join('')
    .replace(/[aeiouy]+/g, 'a')
    .replace(/([a-z])\1+/g, '$1');
}
