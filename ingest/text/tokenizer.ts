import model from 'wink-eng-lite-web-model';
import winkNLP, { type ItemSentence, type ItemToken } from 'wink-nlp';

/** A word or mark of the repaired text; offsets count in it. */
export interface Token {
  readonly text: string;
  readonly lower: string;
  readonly lemma: string;
  /** Universal part of speech, as wink-nlp tags it: right for nineteen words of twenty. */
  readonly pos: string;
  readonly start: number;
  readonly end: number;
}

const nlp = winkNLP(model, ['sbd', 'pos']);
const its = nlp.its;

/**
 * Sentences of one paragraph, each as its tokens.
 *
 * @param text - The paragraph.
 * @param offset - Where it starts in the repaired text.
 */
export function tokenize(text: string, offset: number): readonly (readonly Token[])[] {
  if (text.trim() === '') return [];
  const sentences: Token[][] = [];
  let position = 0;
  nlp
    .readDoc(text)
    .sentences()
    .each((sentence: ItemSentence) => {
      const tokens: Token[] = [];
      sentence.tokens().each((token: ItemToken) => {
        const value = String(token.out(its.value));
        // wink keeps the spaces between tokens but not always their kind, so the text itself is asked where the token is.
        const found = text.indexOf(value, position);
        if (found < 0 || value.trim() === '') return;
        position = found + value.length;
        tokens.push({
          text: value,
          lower: value.toLowerCase().replaceAll('’', "'"),
          lemma: String(token.out(its.lemma as never)).toLowerCase(),
          pos: String(token.out(its.pos)),
          start: offset + found,
          end: offset + found + value.length,
        });
      });
      const joined = joinHyphens(joinInitials(tokens));
      const before = sentences.at(-1);
      if (before !== undefined && isInitial(before.at(-1)?.text ?? '')) before.push(...joined);
      else if (joined.length > 0) sentences.push(joined);
    });
  return sentences;
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

/** "Yu" and "." are one token, and "243" and "d" are. */
function joinInitials(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const first = joined.at(-1);
    if (first !== undefined && isOldOrdinal(first, token)) {
      const text = `${first.text}d`;
      joined.splice(-1, 1, { ...first, text, lower: text, lemma: text, pos: 'ADJ', end: token.end });
      continue;
    }
    if (
      token.text !== '.' ||
      first === undefined ||
      first.end !== token.start ||
      !isInitial(`${first.text}.`) ||
      /^\p{Lu}$/u.test(first.text)
    ) {
      joined.push(token);
      continue;
    }
    const text = `${first.text}.`;
    joined.splice(-1, 1, {
      ...first,
      text,
      lower: text.toLowerCase(),
      lemma: text.toLowerCase(),
      pos: 'PROPN',
      end: token.end,
    });
  }
  return joined;
}

/** "Kim Tae-gun" is two words: wink cuts a hyphenated name where its parts are English words. */
function joinHyphens(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const [first, hyphen] = joined.slice(-2);
    const touches =
      first !== undefined && hyphen?.text === '-' && first.end === hyphen.start && hyphen.end === token.start;
    if (!touches || !/^\p{Lu}/u.test(first.text) || !/^\p{Ll}+$/u.test(token.text)) {
      joined.push(token);
      continue;
    }
    const text = `${first.text}-${token.text}`;
    joined.splice(-2, 2, {
      ...first,
      text,
      lower: text.toLowerCase(),
      lemma: text.toLowerCase(),
      pos: 'PROPN',
      end: token.end,
    });
  }
  return joined;
}
