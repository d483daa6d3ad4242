import { boundedMemo } from '../../../src/names/bounded-memo.js';
import { foldName } from '../../../src/names/fold-name.js';
import { classesOf, longestPhrase } from '../../lexicon/word-class-index.js';
import type { Sentence } from '../../text/document-text.js';
import type { Token } from '../../text/tokenizer.js';
import type { Term, Unit } from './unit.js';

const marks: Readonly<Record<string, string>> = {
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

/** Features of a stretch of tokens: its words, its part of speech, its classes, its look. */
function tokenFeatures(tokens: readonly Token[], text: string): ReadonlySet<string> {
  const head = tokens.at(-1);
  return featuresOfWord([text, head?.lemma ?? '', head?.pos ?? ''].join('\n'));
}

/** Units of the same word share one set, by which patterns know them again. */
const featuresOfWord = boundedMemo((word): ReadonlySet<string> => {
  const [text = '', lemma = '', pos = ''] = word.split('\n');
  const folded = foldName(text);
  const features = new Set<string>([
    `=${text.toLowerCase().replaceAll('’', "'")}`,
    ...classes(folded),
    ...traits(text),
  ]);
  if (pos !== '') {
    features.add(`~${lemma}`);
    features.add(pos);
  }
  const mark = marks[text];
  if (mark !== undefined) features.add(mark);
  if (text === "'s" || text === '’s' || text === "'" || text === '’') features.add('possessive');
  return features;
});

export function unitOf(tokens: readonly Token[], text: string, term?: Term): Unit {
  const first = tokens[0];
  const last = tokens.at(-1);
  return {
    start: first?.start ?? 0,
    end: last?.end ?? 0,
    text,
    lower: text.toLowerCase(),
    lemma: last?.lemma ?? '',
    pos: last?.pos ?? '',
    ...(tokens.length === 1 && first !== undefined ? { token: first } : {}),
    ...(term === undefined ? {} : { term }),
    features: tokenFeatures(tokens, text),
  };
}

/**
 * The units that the cascade starts from: tokens, with phrases of the word classes ("prime minister") joined.
 *
 * @param text - The repaired text, for the space inside phrases.
 */
export function baseUnits(sentence: Sentence, text: string): readonly Unit[] {
  const { tokens } = sentence;
  const folded = tokens.map((token) => foldName(token.text));
  const units: Unit[] = [];
  for (let at = 0; at < tokens.length; ) {
    const length = phraseLength(folded, at);
    const own = tokens.slice(at, at + length);
    const [first, last] = [own[0], own.at(-1)];
    if (first !== undefined && last !== undefined) units.push(unitOf(own, text.slice(first.start, last.end)));
    at += length;
  }
  return units;
}

/** Tokens of the longest phrase of a word class that starts here; 1 where there is none. */
function phraseLength(folded: readonly string[], at: number): number {
  // Past the last token there is no word, and a comma there would be taken in.
  const longest = Math.min(longestPhrase(folded[at] ?? '') + 2, 6, folded.length - at);
  for (let length = longest; length > 1; length--) {
    // A mark inside a phrase is none of it ("Minister-Counselor"); one behind it is no part.
    if (folded[at + length - 1] === '') continue;
    const phrase = folded.slice(at, at + length).filter((word) => word !== '');
    if (phrase.length > 1 && classesOf(phrase.join(' ')).length > 0) return length;
  }
  return 1;
}
