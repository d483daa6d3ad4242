import { boundedMemo } from '../../../src/names/bounded-memo.js';
import { foldName } from '../../../src/names/fold-name.js';
import type { AuthorityRecord } from '../../lexicon/authority-record.js';
import type { Token } from '../../text/tokenizer.js';
import { type Word, wordMemo } from '../../text/words.js';

/** How a surface form belongs to a record. */
export type SurfaceRole = 'name' | 'adjective' | 'people' | 'surname';

export interface NameEntry {
  readonly record: AuthorityRecord;
  readonly role: SurfaceRole;
  /** As the record writes it. */
  readonly surface: string;
  /** Whether the record was given for these documents, whose names it then lists. */
  readonly isListed: boolean;
  /** Worked out when the form is first met: most never are. */
  writing?: Writing;
}

/** Made without its map and its list: most nodes end a name, and a map for each would be most of a lexicon's memory. */
interface TrieNode {
  next: Map<string, TrieNode> | undefined;
  entries: NameEntry[] | undefined;
}

function emptyNode(): TrieNode {
  return { next: undefined, entries: undefined };
}

export interface NameMatch {
  /** Tokens that it takes. */
  readonly length: number;
  readonly entries: readonly NameEntry[];
}

/** All names of the authorities, word by word, as Aho and Corasick's trie without its failure links. */
export class NameTrie {
  readonly #root = emptyNode();
  /** Where the names stand that begin with a word: asked at every place of a text, and most words begin none. */
  readonly #first = wordMemo((word) => nodeAfter(this.#root, word));

  /** @param listed - Identifiers of the records that were given for these documents. */
  constructor(records: Iterable<AuthorityRecord>, listed: ReadonlySet<string> = new Set()) {
    for (const record of records) {
      const isListed = listed.has(record.id);
      const add = (role: SurfaceRole, surface: string) => this.#add({ record, role, surface, isListed });
      for (const surface of new Set([record.name, ...record.aliases])) add('name', surface);
      for (const surface of record.adjectives ?? []) add('adjective', surface);
      for (const surface of record.people ?? []) add('people', surface);
      if (record.surname !== undefined) add('surname', record.surname);
    }
  }

  #add(entry: NameEntry): void {
    let node = this.#root;
    const words = nameWords(entry.surface);
    if (words.length === 0) return;
    for (const word of words) {
      node.next ??= new Map();
      let next = node.next.get(word);
      if (next === undefined) {
        next = emptyNode();
        node.next.set(word, next);
      }
      node = next;
    }
    node.entries ??= [];
    node.entries.push(entry);
  }

  /** The longest name that starts at this token and that the text writes as names are written. */
  match(tokens: readonly Token[], at: number): NameMatch | null {
    let node: TrieNode | undefined = this.#root;
    let best: NameMatch | null = null;
    for (let index = at; index < tokens.length; index++) {
      const token = tokens[index];
      if (token === undefined) break;
      node = index === at ? this.#first(token.word) : nodeAfter(node, token.word);
      if (node === undefined) break;
      if (node.entries === undefined || token.word.folded === '') continue;
      const written = tokens.slice(at, index + 1);
      const entries = node.entries.filter((entry) => isWrittenAs(written, entry));
      if (entries.length > 0) best = { length: index - at + 1, entries };
    }
    return best;
  }
}

function nodeAfter(node: TrieNode, { text, foldedWords }: Word): TrieNode | undefined {
  // Commas and brackets end a name; apostrophes and full stops don't.
  if (foldedWords.length === 0) return /^['’.-]$/.test(text) ? node : undefined;
  let next: TrieNode | undefined = node;
  for (const word of foldedWords) next = next?.next?.get(word);
  return next;
}

/** The shipped records stand in the trie of each volume anew. */
const nameWords = boundedMemo((surface): readonly string[] =>
  foldName(surface.replace(/['’]s\b/g, ' s'))
    .split(' ')
    .filter(Boolean),
);

const particles = new Set([
  'de',
  'von',
  'van',
  'der',
  'den',
  'la',
  'le',
  'du',
  'di',
  'da',
  'al',
  'bin',
  'ibn',
  'el',
  'y',
]);

/** What the letters of a surface form ask of the text. */
type Writing = 'capitals' | 'own script' | 'capital' | 'any';

function writingOf(surface: string): Writing {
  if (/^[\p{Lu}\d.&()-]+$/u.test(surface)) return 'capitals';
  if (/^\p{Lo}/u.test(surface)) return 'own script';
  return /^\p{Lu}/u.test(surface) ? 'capital' : 'any';
}

/** Abbreviations must stand in capitals, names must start with one: "US" isn't "us", "Long" isn't "long". */
function isWrittenAs(tokens: readonly Token[], entry: NameEntry): boolean {
  const text = tokens.length === 1 ? (tokens[0]?.text ?? '') : tokens.map((token) => token.text).join('');
  entry.writing ??= writingOf(entry.surface);
  if (entry.writing === 'capitals') return !/\p{Ll}/u.test(text.replace(/\(b\)/, ''));
  // Scripts without capitals fold to the same letters as prose: they must stand in the text themselves.
  if (entry.writing === 'own script') return /^\P{ASCII}/u.test(text);
  if (entry.writing === 'any') return true;
  // "north Korea": the quarter may be written small.
  if (entry.record.kind === 'PLACE' && /^(?:north|south|east|west)(?:ern)?\p{Lu}/u.test(text)) return true;
  // "He long maintained" is no He Long.
  if (
    entry.record.kind === 'PERSON' &&
    tokens.some((token) => /^\p{Ll}/u.test(token.text) && !particles.has(token.text))
  )
    return false;
  return /^\p{Lu}/u.test(text) || /^\P{ASCII}/u.test(text);
}
