import { kindOfId } from '../model/entity-id.js';
import type { GraphBatch, MentionRecord } from '../model/records.js';
import { entityHash } from './entity-hash.js';
import { isStopWord, stemWord } from './stem-word.js';
import { proseWords, proseWordsBetween, type Word } from './words.js';

/**
 * Tokens of a full-text index of passages. Their first letter is their class: `w` the stem of a word, `p` an entity
 * that takes part in the claim, `m` one that is mentioned in the passage. They hold only a–z and 0–9.
 */
export const passageToken = {
  word: (stem: string) => `w${stem}`,
  party: (entity: string) => `p${entityHash(entity)}`,
  mentioned: (entity: string) => `m${entityHash(entity)}`,
} as const;

/** A statement, or a piece of evidence for a relation: words of a document, and who takes part in what they tell. */
export interface IndexedPassage {
  /** Identifier of the statement, or of the piece of evidence. */
  readonly id: string;
  /** Space between them, each once. */
  readonly tokens: string;
}

/** The stem of words of a document; its token is made once for all passages. */
interface Stem {
  readonly token: string;
  /** Number of the passage that had it last. */
  passage: number;
}

/** Gives the tokens of one passage after another. */
class PassageTokens {
  readonly #stems = new Map<string, Stem>();
  /** By word; those that stand everywhere have none. */
  readonly #stemOfWord = new Map<string, Stem | null>();
  #passage = 0;

  of(
    words: readonly Pick<Word, 'folded' | 'compound'>[],
    parties: ReadonlySet<string>,
    mentioned: readonly string[],
  ): string {
    this.#passage += 1;
    const tokens: string[] = [];
    for (const { folded, compound } of words) {
      this.#add(tokens, folded);
      if (compound !== null) this.#add(tokens, compound);
    }
    for (const party of parties) tokens.push(passageToken.party(party));
    for (const entity of mentioned) if (!parties.has(entity)) tokens.push(passageToken.mentioned(entity));
    return tokens.join(' ');
  }

  #add(tokens: string[], word: string): void {
    let stem = this.#stemOfWord.get(word);
    if (stem === undefined) {
      stem = isStopWord(word) ? null : this.#stem(stemWord(word));
      this.#stemOfWord.set(word, stem);
    }
    if (stem === null || stem.passage === this.#passage) return;
    stem.passage = this.#passage;
    tokens.push(stem.token);
  }

  #stem(letters: string): Stem {
    const stem = this.#stems.get(letters) ?? { token: passageToken.word(letters), passage: 0 };
    this.#stems.set(letters, stem);
    return stem;
  }
}

/** Gives the entities that are mentioned between two places of a document. */
function mentionedBetween(mentions: readonly MentionRecord[]) {
  const sorted = [...mentions].sort((a, b) => a.start - b.start);
  return (start: number, end: number): readonly string[] => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.start ?? 0) < start) low = middle + 1;
      else high = middle;
    }
    const found = new Set<string>();
    for (let at = low; at < sorted.length; at += 1) {
      const mention = sorted[at];
      if (!mention || mention.start >= end) break;
      if (mention.end <= end) found.add(mention.entity);
    }
    return [...found];
  };
}

/**
 * What is found of a document by its passages: the words that its claims rest on.
 *
 * @param words - `proseWords` of the document's text.
 */
export function indexedPassages(
  batch: Pick<GraphBatch, 'text' | 'statements' | 'relations' | 'evidence' | 'mentions'>,
  words: readonly Word[] = proseWords(batch.text),
): {
  readonly statements: readonly IndexedPassage[];
  readonly evidence: readonly IndexedPassage[];
} {
  const wordsBetween = proseWordsBetween(batch.text, words);
  const mentioned = mentionedBetween(batch.mentions);
  const passages = new PassageTokens();
  const relations = new Map(batch.relations.map((relation) => [relation.id, relation]));
  return {
    statements: batch.statements.map(({ id, start, end, speaker, addressees, about, reportedBy }) => ({
      id,
      tokens: passages.of(
        wordsBetween(start, end),
        new Set([speaker, ...addressees, ...about, ...reportedBy]),
        mentioned(start, end),
      ),
    })),
    evidence: batch.evidence.flatMap(({ id, claim, start, end }) => {
      const relation = relations.get(claim);
      if (!relation) return [];
      const parties = [relation.source, relation.target].filter((party) => kindOfId(party) !== null);
      return [{ id, tokens: passages.of(wordsBetween(start, end), new Set(parties), mentioned(start, end)) }];
    }),
  };
}
