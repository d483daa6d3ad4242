const articles = new Set(['the', 'a', 'an']);
/** `mrs` is no member: it can name another person than the name that follows. */
const honorifics = new Set(['cde', 'cdes', 'comrade', 'comrades', 'mr']);
const pronouns = new Set(
  (
    'i me my mine myself we us our ours ourselves you your he him his himself she her hers it its they them their ' +
    'theirs themselves who whom this that these those latter former'
  ).split(' '),
);
/** Where Unicode's case folding is not lower case. */
const foldedCase: Readonly<Record<string, string>> = { ß: 'ss', ẞ: 'ss', ς: 'σ' };

function foldCase(text: string): string {
  return [...text].map((letter) => foldedCase[letter] ?? letter.toLowerCase()).join('');
}

/**
 * The form in which two names are the same: without marks, case, punctuation, possessives, leading articles and
 * honorifics; initials are joined ("A. M." = "A.M.", "U.S." = "US").
 */
export function normalizeName(name: string): string {
  const folded = foldCase(name.normalize('NFKD').replace(/\p{M}+/gu, ''))
    .replace(/[’'`´]s(?![\p{L}\p{N}_])/gu, '')
    .replace(/[’'`´"]/gu, '');
  const words: string[] = [];
  let afterInitial = false;
  for (const word of folded.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '')) {
    const initial = /^\p{L}$/u.test(word);
    if (initial && afterInitial) words.push(`${words.pop() ?? ''}${word}`);
    else words.push(word);
    afterInitial = initial;
  }
  while (words.length > 1 && (articles.has(words[0] ?? '') || honorifics.has(words[0] ?? ''))) words.shift();
  return words.join(' ');
}

/** "us" is a pronoun, "US" is none: judged before the case is folded. */
function isPronoun(surface: string): boolean {
  const word = surface.trim();
  const isCapitals = word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();
  return pronouns.has(foldCase(word)) && !isCapitals;
}

export interface Named {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly mentions?: number | readonly (string | { readonly text: string })[] | undefined;
}

/** All forms under which an entity stands in a text, normalized. */
export function surfacesOf({ name, aliases, mentions }: Named): ReadonlySet<string> {
  const texts = typeof mentions === 'object' ? mentions.map((m) => (typeof m === 'string' ? m : m.text)) : [];
  const normalized = [name, ...aliases, ...texts].filter((text) => !isPronoun(text)).map(normalizeName);
  return new Set(normalized.filter((text) => text !== ''));
}
