import { stemmer } from '@orama/stemmers/english';
import { boundedMemo } from '../names/bounded-memo.js';

export interface EnglishSpelling {
  readonly reason: string;
  readonly british: RegExp;
  readonly american: string;
  /** Two spellings of a word; the test of this file sees that they come to one stem. */
  readonly example: readonly [string, string];
}

/** What British translators and American clerks spell differently. What is no such word is spelled alike wherever it stands. */
export const englishSpellings: readonly EnglishSpelling[] = [
  {
    reason: '-ise',
    british: /(?<=...)is(e|ed|es|er|ers|ing|ation|ations)$/,
    american: 'iz$1',
    example: ['recognised', 'recognize'],
  },
  { reason: '-yse', british: /ys(e|ed|es|ing)$/, american: 'yz$1', example: ['analyse', 'analyzed'] },
  { reason: '-our', british: /(?<=...)our(s|ed|ing|able|ably)?$/, american: 'or$1', example: ['favour', 'favorable'] },
  {
    reason: '-ence',
    british: /(?<=^(?:def|off|lic|pret))enc(e|es|eless)$/,
    american: 'ens$1',
    example: ['defence', 'defense'],
  },
  { reason: '-mme', british: /amme(s|d)?$/, american: 'am$1', example: ['programmes', 'program'] },
  {
    reason: '-tre',
    british: /(?<=^(?:cen|thea|me|kilome|spec))tre(s|d)?$/,
    american: 'ter$1',
    example: ['centres', 'center'],
  },
  { reason: '-ogue', british: /(?<=..)ogue(s)?$/, american: 'og$1', example: ['dialogue', 'dialogs'] },
  { reason: '-dgement', british: /dgement(s)?$/, american: 'dgment$1', example: ['acknowledgement', 'acknowledgment'] },
];

/**
 * What a word has in common with its plural, its tenses and its other spellings; a–z and 0–9.
 *
 * @see M. F. Porter, "Snowball: a language for stemming algorithms", 2001, for English.
 */
export const stemWord = boundedMemo((folded: string): string => {
  const spelled = englishSpellings.reduce((word, { british, american }) => word.replace(british, american), folded);
  return stemmer(spelled) || folded;
});

/**
 * Words that stand everywhere and tell no passage from another: those that Lucene's English analyzer leaves out but
 * "no", "not" and "will", which in a promise are what is asked for.
 *
 * @see https://lucene.apache.org/core/9_11_0/analysis/common/org/apache/lucene/analysis/en/EnglishAnalyzer.html
 */
const stopWords: ReadonlySet<string> = new Set(
  'a an and are as at be but by for if in into is it of on or such that the their then there these they this to was with'.split(
    ' ',
  ),
);

export function isStopWord(folded: string): boolean {
  return stopWords.has(folded);
}

/** What a question is asked with. Passages have these words too, so that they are looked for where there are no others. */
const askingWords: ReadonlySet<string> = new Set(
  'who whom whose what which when where why how did do does about from'.split(' '),
);

export function isAskingWord(folded: string): boolean {
  return askingWords.has(folded);
}
