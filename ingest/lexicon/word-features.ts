import { FeatureSet, type Mark } from './feature-set.js';
import { classesOf } from './word-class-index.js';

const marks: Readonly<Record<string, Mark>> = {
  ',': 'comma',
  '(': 'open',
  '[': 'open',
  ')': 'close',
  ']': 'close',
  '"': 'quote',
  '“': 'quote',
  '”': 'quote',
  '„': 'quote',
  '«': 'quote',
  '»': 'quote',
  '-': 'dash',
  '–': 'dash',
  '—': 'dash',
  ':': 'colon',
  ';': 'semicolon',
  '.': 'stop',
  '?': 'stop',
  '!': 'stop',
  "'s": 'possessive',
  '’s': 'possessive',
  "'": 'possessive',
  '’': 'possessive',
};

const singularEndings: readonly (readonly [RegExp, string])[] = [
  [/ies$/, 'y'],
  [/(ch|sh|x|ss)es$/, '$1'],
  [/s$/, ''],
];

/** Word classes of a word, also by its singular: the rows need not list plurals. */
function classes(folded: string): readonly string[] {
  const own = classesOf(folded);
  if (own.length > 0 || !folded.endsWith('s')) return own;
  return singularEndings.flatMap(([ending, singular]) =>
    ending.test(folded) ? classesOf(folded.replace(ending, singular)) : [],
  );
}

function traits(text: string): string[] {
  const found: string[] = [];
  if (/^\p{Lu}/u.test(text)) found.push('cap');
  if (/^\p{Lu}[\p{Lu}\d.&-]+$/u.test(text)) found.push('caps');
  if (/^(?:(?:\p{Lu}|Yu|Ya|Ye|Zh|Kh|Ts|Ch|Sh)\.-?)+(?:(?:\p{Lu}|Yu|Ya|Ye)(?!.))?$/u.test(text)) found.push('initial');
  if (/^\d+$/.test(text)) found.push('digits');
  if (/^\d{4}$/.test(text)) found.push('year');
  if (/^(?:\d{1,2}|[12]\d|3[01])(?:st|nd|rd|th)?$/.test(text)) found.push('day');
  // "235th", and as older papers write "232d": meetings are counted far.
  if (/^\d{2,3}(?:st|nd|rd|th|d)$/.test(text)) found.push('ordinal');
  return found;
}

/**
 * By what patterns know a word or a phrase: its form, its lemma, its part of speech, its classes, its look.
 *
 * @param folded - The text as `foldName` gives it.
 */
export function wordFeatures(text: string, folded: string, lemma: string, pos: string): FeatureSet {
  const features = [`=${text.toLowerCase().replaceAll('’', "'")}`, ...classes(folded), ...traits(text)];
  if (pos !== '') features.push(`~${lemma}`, pos);
  const mark = marks[text];
  if (mark !== undefined) features.push(mark);
  return new FeatureSet(features);
}
