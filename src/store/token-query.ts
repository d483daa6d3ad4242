/**
 * A question to a full-text index of tokens, which hold a–z and 0–9 alone. Each of `all` is a choice of rows of
 * tokens: one row has to be there whole. None of `none` may be there. A token that ends in `*` stands for all that
 * begin with it.
 */
export interface TokenQuery {
  readonly all: readonly (readonly (readonly string[])[])[];
  readonly none?: readonly string[];
}

/** All of these tokens. */
export function allOf(tokens: readonly string[]): TokenQuery {
  return { all: tokens.map((token) => [[token]]) };
}

/** One of these tokens at least. */
export function anyOf(tokens: readonly string[]): TokenQuery {
  return { all: [tokens.map((token) => [token])] };
}

/**
 * What has all of these choices but `most` of them, and a little more: one of any `most + 1` has to be there, which is asked
 * of those that follow one another, round and round. By the pigeonhole principle nothing is lost.
 *
 * @param most - Less than there are choices.
 */
export function allBut(choices: TokenQuery['all'], most: number): TokenQuery['all'] {
  const round = [...choices, ...choices];
  const windows = choices.length === most + 1 ? 1 : choices.length;
  return Array.from({ length: windows }, (_, first) => round.slice(first, first + most + 1).flat());
}

/** In the words that FTS5 and Lucene have in common: AND, OR, NOT, parentheses. */
export function printTokenQuery({ all, none = [] }: TokenQuery): string {
  const choices = all.map((rows) => `(${rows.map((row) => `(${row.join(' AND ')})`).join(' OR ')})`);
  const wanted = choices.join(' AND ');
  return none.length === 0 ? wanted : `(${wanted}) NOT (${none.join(' OR ')})`;
}
