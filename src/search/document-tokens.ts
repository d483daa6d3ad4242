import type { DocumentRecord, GraphBatch } from '../model/records.js';
import { foldName } from '../names/fold-name.js';
import { entityHash } from './entity-hash.js';
import { isStopWord, stemWord } from './stem-word.js';
import { proseWords, type Word } from './words.js';

/**
 * Tokens of a full-text index of documents. Their first letter is their class: `w` a word of the title, as
 * `searchTokens` has those of names; `t` the stem of a word of its heading or its text; `m` an entity that it mentions.
 */
export const documentToken = {
  word: (stem: string) => `t${stem}`,
  mentioned: (entity: string) => `m${entityHash(entity)}`,
} as const;

/** What says where a document comes from, beside its title: each can be searched, as the title can. */
export function headingOf({ citation, archivalReference }: DocumentRecord): string {
  const places = Object.entries(archivalReference ?? {}).map(([part, value]) => `${part} ${value}`);
  return [citation ?? '', ...places].join('\n');
}

/** Space between them, each once. @param words - `proseWords` of the document's text. */
export function documentTokens(
  { document, entities }: Pick<GraphBatch, 'document' | 'entities'>,
  words: readonly Word[],
): string {
  const title = foldName(document.title).split(' ');
  const tokens = new Set(title.filter((word) => word !== '').map((word) => `w${word}`));
  const known = new Set<string>();
  for (const part of [proseWords(document.title), proseWords(headingOf(document)), words]) {
    for (const { folded, compound } of part) {
      const isKnown = known.has(folded);
      known.add(folded);
      if (!isKnown && !isStopWord(folded)) tokens.add(documentToken.word(stemWord(folded)));
      if (compound !== null) tokens.add(documentToken.word(stemWord(compound)));
    }
  }
  for (const { entity } of entities) tokens.add(documentToken.mentioned(entity));
  return [...tokens].join(' ');
}
