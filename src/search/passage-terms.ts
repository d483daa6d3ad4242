import type { EntityRecord } from '../model/records.js';
import { foldName } from '../names/fold-name.js';
import { nameSkeleton } from '../names/name-skeleton.js';
import type { PassageQuery, QueryWord } from './passage-query.js';
import { isAskingWord, isStopWord, stemWord } from './stem-word.js';
import { proseWords } from './words.js';

/** Part of what a query asks for. */
export type PassageTerm =
  | {
      readonly kind: 'WORD';
      readonly written: string;
      readonly folded: string;
      readonly stem: string;
      /** No passage has it: words that it may be misspelled for are taken too. */
      readonly isUnknown: boolean;
    }
  /** One behind the other, and these very words. */
  | { readonly kind: 'PHRASE'; readonly written: string; readonly words: readonly string[] }
  /** These words, or another name of the entities, or one of the entities itself. */
  | {
      readonly kind: 'NAME';
      readonly written: string;
      readonly words: readonly string[];
      readonly entities: readonly EntityRecord[];
      /** Folded words of all names of the entities. */
      readonly names: readonly (readonly string[])[];
    };

export interface PassageTerms {
  readonly wanted: readonly PassageTerm[];
  readonly without: readonly (readonly string[])[];
}

/** A name has no more words. */
const longestName = 6;
/** A name that this many share tells none of them: "General". */
const mostBearers = 5;
/** Of the sounds of a single word that is spelled in another way. */
const fewestSounds = 4;
/** "US" and "us", "UN" and "un": so short a word is a name only if it is written like one. */
const shortWord = 3;

/** The words in the orders in which a name of two or three may be given: surname first, or last. */
function turned(words: readonly string[]): readonly (readonly string[])[] {
  if (words.length > 3) return [words];
  return words.map((_, first) => [...words.slice(first), ...words.slice(0, first)]);
}

function soundsOf(words: readonly string[]): readonly string[] {
  return turned(words).map((order) => nameSkeleton(order.join(' ')));
}

interface Span {
  readonly start: number;
  readonly words: readonly QueryWord[];
}

/** Stretches of a run that could be a name, the longest first. */
function spansOf(run: readonly QueryWord[]): readonly Span[] {
  const spans: Span[] = [];
  for (let length = Math.min(longestName, run.length); length > 0; length -= 1) {
    for (let start = 0; start + length <= run.length; start += 1) {
      const words = run.slice(start, start + length);
      const ends = [words[0], words.at(-1)];
      if (!ends.some((word) => word === undefined || isStopWord(word.folded))) spans.push({ start, words });
    }
  }
  return spans;
}

const folded = (words: readonly QueryWord[]): readonly string[] => words.map((word) => word.folded);
const written = (words: readonly QueryWord[]): string =>
  words.map((word, index) => (index === 0 ? word.written : word.before + word.written)).join('');
const isCapital = ({ written: word }: QueryWord): boolean =>
  /^\p{Lu}/u.test(word) || /\p{Script=Han}|\p{Script=Hangul}/u.test(word);

/** The stems of the words that a passage may have to have. */
export function stemsOf({ runs }: PassageQuery): readonly string[] {
  return [...new Set(runs.flat().flatMap((word) => (isStopWord(word.folded) ? [] : [stemWord(word.folded)])))];
}

/** Tokens of `searchTokens` by which the entities are found that a query may name. */
export function nameTokensOf({ runs }: PassageQuery): readonly string[] {
  const sounds = runs.flatMap(spansOf).flatMap(({ words }) => soundsOf(folded(words)));
  return [...new Set(sounds)].filter((sound) => sound !== '').map((sound) => `n${sound}`);
}

interface Bearer {
  readonly entity: EntityRecord;
  readonly folded: string;
}

/** Names of entities by their sounds. */
function bearersBySounds(entities: readonly EntityRecord[]): ReadonlyMap<string, readonly Bearer[]> {
  const bearers = new Map<string, Bearer[]>();
  for (const entity of entities) {
    for (const name of [entity.name, ...entity.aliases]) {
      const sounds = nameSkeleton(name);
      const others = bearers.get(sounds);
      const bearer = { entity, folded: foldName(name) };
      if (others) others.push(bearer);
      else bearers.set(sounds, [bearer]);
    }
  }
  return bearers;
}

function bearersOf(
  { words }: Span,
  bearers: ReadonlyMap<string, readonly Bearer[]>,
  isUnknown: (stem: string) => boolean,
): readonly EntityRecord[] {
  const [first] = words;
  const isSingle = words.length === 1 && first !== undefined;
  if (isSingle && !isCapital(first) && !isUnknown(stemWord(first.folded))) return [];
  if (isSingle && first.written.length <= shortWord && first.written !== first.written.toUpperCase()) return [];
  const orders = turned(folded(words)).map((order) => order.join(' '));
  const alike = soundsOf(folded(words)).flatMap((sounds) => bearers.get(sounds) ?? []);
  const same = alike.filter((bearer) => orders.includes(bearer.folded));
  const isTelling = (soundsOf(folded(words))[0] ?? '').length >= fewestSounds;
  const taken = same.length > 0 ? same : isTelling ? alike : [];
  const entities = [...new Map(taken.map(({ entity }) => [entity.id, entity])).values()];
  return entities.length > mostBearers ? [] : entities;
}

function termsOfRun(
  run: readonly QueryWord[],
  bearers: ReadonlyMap<string, readonly Bearer[]>,
  isUnknown: (stem: string) => boolean,
): readonly PassageTerm[] {
  const starts = new Map<number, PassageTerm & { readonly kind: 'NAME' }>();
  const taken = new Set<number>();
  for (const span of spansOf(run)) {
    const places = span.words.map((_, index) => span.start + index);
    if (places.some((place) => taken.has(place))) continue;
    const entities = bearersOf(span, bearers, isUnknown);
    if (entities.length === 0) continue;
    const all = entities.flatMap(({ name, aliases }) => [name, ...aliases]);
    // A name of one or two letters, "K" in a transcript, stands for too much elsewhere.
    const names = all
      .map((name) => proseWords(name).map((word) => word.folded))
      .filter((words) => words.join('').length > 2);
    starts.set(span.start, { kind: 'NAME', written: written(span.words), words: folded(span.words), entities, names });
    for (const place of places) taken.add(place);
  }
  return run.flatMap((word, place): readonly PassageTerm[] => {
    const name = starts.get(place);
    if (name) return [name];
    if (taken.has(place) || isStopWord(word.folded)) return [];
    const stem = stemWord(word.folded);
    return [{ kind: 'WORD', written: word.written, folded: word.folded, stem, isUnknown: isUnknown(stem) }];
  });
}

/**
 * What a query asks for, with the names in it.
 *
 * A stretch of words is a name where an entity has these words as a name, in any order, or one that sounds like
 * it, and few enough have. A single word is one where it is written with a capital, or where no passage has it.
 *
 * @param entities - Those found by `nameTokensOf`.
 * @param isUnknown - Whether no passage has a word of this stem.
 */
export function passageTerms(
  query: PassageQuery,
  entities: readonly EntityRecord[],
  isUnknown: (stem: string) => boolean,
): PassageTerms {
  const bearers = bearersBySounds(entities);
  const all = [
    ...query.runs.flatMap((run) => termsOfRun(run, bearers, isUnknown)),
    ...query.phrases.map((words): PassageTerm => ({ kind: 'PHRASE', written: written(words), words: folded(words) })),
  ];
  const telling = all.filter((term) => term.kind !== 'WORD' || !isAskingWord(term.folded));
  return { wanted: telling.length > 0 ? telling : all, without: query.without.map(folded) };
}
