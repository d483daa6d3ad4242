import type { ItsFunction, Tokens } from 'wink-nlp';
import { openWink } from './wink.js';
import { readingOfForm, rememberForm, type Word, wordOf } from './words.js';

/** A word or mark of the repaired text; offsets count in it. */
export interface Token {
  readonly text: string;
  /** What is known of it without its place; the part of speech as wink-nlp tags it, right for nineteen of twenty. */
  readonly word: Word;
  readonly start: number;
  readonly end: number;
}

const nlp = openWink();
const { value, uniqueId, pos, contractionFlag } = nlp.its;
// The types of wink-nlp don't know that collections give these, too, nor that a mark can have no lemma.
const lemma = nlp.its.lemma as unknown as ItsFunction<string | undefined>;
const span = nlp.its.span as unknown as ItsFunction<[first: number, last: number]>;

function tokenOf(word: Word, start: number, end: number): Token {
  return { text: word.text, word, start, end };
}

/** A token that the text writes in one, and wink in several. */
function joinedToken(text: string, start: number, end: number): Token {
  return tokenOf(wordOf(text, text.toLowerCase(), 'PROPN'), start, end);
}

/** What wink-nlp reads a token as, in its place. */
function readToken(tokens: Tokens, at: number, isContracted: boolean): Word {
  const token = tokens.itemAt(at);
  const word = wordOf(token.out(value), (token.out(lemma) ?? '').toLowerCase(), token.out(pos));
  if (!isContracted) rememberForm(token.out(uniqueId) as unknown as number, word);
  return word;
}

/**
 * Sentences of one paragraph, each as its tokens.
 *
 * @param text - The paragraph.
 * @param offset - Where it starts in the repaired text.
 */
export function tokenize(text: string, offset: number): readonly (readonly Token[])[] {
  if (text.trim() === '') return [];
  const document = nlp.readDoc(text);
  // Column by column: an object of wink's for each token costs more than its tags.
  const tokens = document.tokens();
  const forms = tokens.out(uniqueId) as number[];
  const tags = tokens.out(pos);
  const contracted = tokens.out(contractionFlag);
  const sentences: Token[][] = [];
  const hasEdgeLetter = beyondLatin.test(text) && edgeLetter.test(text);
  let position = 0;
  for (const [first, last] of document.sentences().out(span) as [first: number, last: number][]) {
    const own: Token[] = [];
    for (let at = first; at <= last; at++) {
      // What a piece of a contraction means hangs on the whole: "'s" of "let's" is "us".
      const known = contracted[at] === true ? undefined : readingOfForm(forms[at] ?? 0, tags[at] ?? '');
      const word = known ?? readToken(tokens, at, contracted[at] === true);
      // wink keeps the spaces between tokens but not always their kind, so the text itself is asked where the token is.
      const found = placeOf(word.text, text, position);
      if (found < 0 || word.text.trim() === '') continue;
      position = found + word.text.length;
      own.push(tokenOf(word, offset + found, offset + position));
    }
    const joined = joinHyphens(joinAbbreviations(hasEdgeLetter ? joinLetters(own) : own));
    const before = sentences.at(-1);
    if (before !== undefined && endsNoSentence(before.at(-1)?.text ?? '')) before.push(...joined);
    else if (joined.length > 0) sentences.push(joined);
  }
  return sentences;
}

/** Where a token stands that is the next one: mostly there, or behind a space, which is sooner asked than looked for. */
function placeOf(token: string, text: string, position: number): number {
  const next = text.charCodeAt(position) === space && token.charCodeAt(0) !== space ? position + 1 : position;
  return text.startsWith(token, next) ? next : text.indexOf(token, position);
}

const space = 32;

/** wink cuts words at letters beyond Latin-1: "Gomułka", "Dubček", "Gerő" come in pieces that touch. */
function joinLetters(tokens: Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const first = joined.at(-1);
    if (first === undefined || first.end !== token.start || !isCutInside(first.text, token.text)) {
      joined.push(token);
      continue;
    }
    joined.splice(-1, 1, merged(first, token));
  }
  return joined;
}

/** Where edge letters are: asked first, since what is asked of properties of letters takes long. */
const beyondLatin = /[\u0100-\u1fff]|[\u20d0-\uffff]/;
/** Combining marks count as letters of theirs. */
const edgeLetter = /[\u0100-\u024f\u1e00-\u1eff]|\p{M}/u;

function isCutInside(before: string, after: string): boolean {
  const last = before.at(-1) ?? '';
  const next = after.at(0) ?? '';
  return /[\p{L}\p{M}]/u.test(last) && /[\p{L}\p{M}]/u.test(next) && (edgeLetter.test(last) || edgeLetter.test(next));
}

function merged(first: Token, second: Token): Token {
  const text = first.text + second.text;
  const own = first.word.pos === 'X' ? 'NOUN' : first.word.pos;
  return tokenOf(wordOf(text, text.toLowerCase(), /^\p{Lu}/u.test(text) ? 'PROPN' : own), first.start, second.end);
}

/** Titles cut short, before a name: "Cde. Sebes". */
const shortTitle = /^(?:C(?:o?m)?des?|Comrs?|Com|Tovs?|Gen|Col|Amb|Prof|Capt|Adm|Maj|Lt)\.$/u;

function endsNoSentence(text: string): boolean {
  return isInitial(text) || shortTitle.test(text);
}

/** "V.", "N.Ye.", "Yu.": no sentence ends with one, though wink cuts there. */
function isInitial(text: string): boolean {
  return (
    /^(?:\p{Lu}|Yu|Ya|Ye|Yo|Zh|Kh|Ts|Ch|Sh|Dzh)(?:\.-?(?:\p{Lu}|Yu|Ya|Ye|Zh|Kh|Ts|Ch|Sh))*\.$/u.test(text) &&
    text !== 'I.'
  );
}

/** "243d", as older papers write "243rd". */
function isOldOrdinal(number: Token, ending: Token): boolean {
  return ending.text === 'd' && number.end === ending.start && /^\d*[23]$/.test(number.text);
}

/** "Yu" and "." are one token, "Cde" and "." too, and "243" and "d". */
function joinAbbreviations(tokens: Token[]): Token[] {
  if (!tokens.some(isJoinedToLast)) return tokens;
  const joined: Token[] = [];
  for (const token of tokens) {
    const first = joined.at(-1);
    if (first !== undefined && isOldOrdinal(first, token)) {
      const text = `${first.text}d`;
      joined.splice(-1, 1, tokenOf(wordOf(text, text, 'ADJ'), first.start, token.end));
      continue;
    }
    if (first === undefined || !isStopOf(first, token)) {
      joined.push(token);
      continue;
    }
    joined.splice(-1, 1, joinedToken(`${first.text}.`, first.start, token.end));
  }
  return joined;
}

function isJoinedToLast(token: Token, at: number, tokens: readonly Token[]): boolean {
  const last = tokens[at - 1];
  return last !== undefined && (isOldOrdinal(last, token) || isStopOf(last, token));
}

/** Whether a full stop is the end of an abbreviation. */
function isStopOf(abbreviation: Token, stop: Token): boolean {
  return (
    stop.text === '.' &&
    abbreviation.end === stop.start &&
    endsNoSentence(`${abbreviation.text}.`) &&
    !/^\p{Lu}$/u.test(abbreviation.text)
  );
}

/** "Kim Tae-gun" is two words: wink cuts a hyphenated name where its parts are English words. */
function joinHyphens(tokens: Token[]): Token[] {
  if (!tokens.some(({ text }) => text === '-')) return tokens;
  const joined: Token[] = [];
  for (const token of tokens) {
    const [first, hyphen] = joined.slice(-2);
    const touches =
      first !== undefined && hyphen?.text === '-' && first.end === hyphen.start && hyphen.end === token.start;
    if (!touches || !/^\p{Lu}/u.test(first.text) || !/^\p{Ll}+$/u.test(token.text)) {
      joined.push(token);
      continue;
    }
    joined.splice(-2, 2, joinedToken(`${first.text}-${token.text}`, first.start, token.end));
  }
  return joined;
}
