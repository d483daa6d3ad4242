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

function tokensOf(
  words: readonly Pick<Word, 'folded' | 'compound'>[],
  parties: ReadonlySet<string>,
  mentioned: readonly string[],
): string {
  const tokens = new Set<string>();
  for (const { folded, compound } of words) {
    if (!isStopWord(folded)) tokens.add(passageToken.word(stemWord(folded)));
    if (compound !== null && !isStopWord(compound)) tokens.add(passageToken.word(stemWord(compound)));
  }
  for (const party of parties) tokens.add(passageToken.party(party));
  for (const entity of mentioned) if (!parties.has(entity)) tokens.add(passageToken.mentioned(entity));
  return [...tokens].join(' ');
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
  const relations = new Map(batch.relations.map((relation) => [relation.id, relation]));
  return {
    statements: batch.statements.map(({ id, start, end, speaker, addressees, about, reportedBy }) => ({
      id,
      tokens: tokensOf(
        wordsBetween(start, end),
        new Set([speaker, ...addressees, ...about, ...reportedBy]),
        mentioned(start, end),
      ),
    })),
    evidence: batch.evidence.flatMap(({ id, claim, start, end }) => {
      const relation = relations.get(claim);
      if (!relation) return [];
      const parties = [relation.source, relation.target].filter((party) => kindOfId(party) !== null);
      return [{ id, tokens: tokensOf(wordsBetween(start, end), new Set(parties), mentioned(start, end)) }];
    }),
  };
}
