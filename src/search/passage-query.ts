import { BadArgumentError } from '../errors.js';
import { isStopWord } from './stem-word.js';
import { proseWords } from './words.js';

/** A word of a query, as it was written too: case tells names. */
export interface QueryWord {
  readonly written: string;
  readonly folded: string;
  /** What stands between the word before it and this one. */
  readonly before: string;
}

/** What a query asks for, before names in it are looked up. */
export interface PassageQuery {
  /** Words outside quotation marks in runs that nothing stands between, with those that stand everywhere. */
  readonly runs: readonly (readonly QueryWord[])[];
  readonly phrases: readonly (readonly QueryWord[])[];
  readonly without: readonly (readonly QueryWord[])[];
}

/** Words of a query: enough for a sentence that somebody pastes. */
export const mostQueryWords = 40;

/** A quotation that isn't closed runs to the end, so that a query can be read while it is typed. */
const piece = /(?<![^\s])(?<minus>-?)["“”„«](?<quoted>[^"“”«»]*)["“”»]?|(?<![^\s])-(?<without>[^\s"“”„«]+)/gu;

function queryWords(text: string): readonly QueryWord[] {
  return proseWords(text).map(({ folded, start, end }, index, words) => ({
    written: text.slice(start, end),
    folded,
    before: text.slice(words[index - 1]?.end ?? start, start),
  }));
}

/**
 * Reads a query: words, all of which have to be there; "words in quotation marks" one behind the other; and
 * -words or -"phrases" that must not be there. Whatever else it holds is no part of a word, and means nothing.
 *
 * @throws {BadArgumentError} when it asks for nothing, or for more than `mostQueryWords`.
 */
export function parsePassageQuery(text: string): PassageQuery {
  const runs: (readonly QueryWord[])[] = [];
  const phrases: (readonly QueryWord[])[] = [];
  const without: (readonly QueryWord[])[] = [];
  let at = 0;
  for (const match of text.matchAll(piece)) {
    runs.push(queryWords(text.slice(at, match.index)));
    at = match.index + match[0].length;
    const { minus, quoted, without: left } = match.groups ?? {};
    const words = queryWords(quoted ?? left ?? '');
    (minus === '-' || left !== undefined ? without : phrases).push(words);
  }
  runs.push(queryWords(text.slice(at)));

  const isFull = (words: readonly QueryWord[]): boolean => words.length > 0;
  const query = { runs: runs.filter(isFull), phrases: phrases.filter(isFull), without: without.filter(isFull) };
  const count = [...query.runs, ...query.phrases, ...query.without].reduce((sum, words) => sum + words.length, 0);
  if (count > mostQueryWords) {
    throw new BadArgumentError(
      `The query has ${count} words; the most is ${mostQueryWords}.`,
      'Keep the words that tell the passage from others.',
    );
  }
  if (![...query.runs, ...query.phrases].some((words) => words.some(({ folded }) => !isStopWord(folded)))) {
    throw new BadArgumentError(
      query.without.length > 0
        ? 'The query only says what is not to be found.'
        : 'The query holds no word that tells one passage from another.',
      'Write a word that has to be there: "rice", "Kim Il Sung", "off-shore islands".',
    );
  }
  return query;
}
