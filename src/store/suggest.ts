import type { EntityKind } from '../model/ontology.js';
import type { EntityRecord } from '../model/records.js';
import { byLetters, byMostLetters, bySounds, type Finding, findTyped, typedWords } from '../search/typed-name.js';
import type { DocumentSuggestion, EntitySuggestion } from './graph-search.js';
import type { SearchReader } from './search-reader.js';
import { allOf } from './token-query.js';

/**
 * Candidates for each suggestion: an index knows the words of all names of an entity together, and a suggestion has
 * them in one name. Where many are alike by most letters, the most mentioned are looked at.
 */
const candidatesForEach = 20;

function tokensOf(typed: readonly string[], finding: Finding): readonly (string | null)[] {
  return typed.map((word, index) => finding.token(word, index === typed.length - 1));
}

function suggestion(typed: readonly string[], entity: EntityRecord, finding: Finding): EntitySuggestion | null {
  const found = [entity.name, ...entity.aliases].flatMap((matched) => {
    const ranges = findTyped(typed, matched, finding);
    return ranges === null ? [] : [{ entity, matched, ranges }];
  });
  // "US" before "-US", and what was typed at the beginning of a name before what stands within one.
  return found.find(({ ranges }) => ranges[0]?.start === 0) ?? found[0] ?? null;
}

export async function suggestEntities(
  reader: SearchReader,
  text: string,
  kinds: readonly EntityKind[] | null,
  limit: number,
): Promise<readonly EntitySuggestion[]> {
  const typed = typedWords(text);
  const found = new Map<string, EntitySuggestion>();
  for (const finding of typed.length === 0 ? [] : [byLetters, bySounds, byMostLetters]) {
    const tokens = tokensOf(typed, finding);
    if (found.size >= limit || !tokens.every((token) => token !== null)) continue;
    for (const entity of await reader.entities(allOf(tokens), kinds, limit * candidatesForEach)) {
      if (found.has(entity.id)) continue;
      const made = suggestion(typed, entity, finding);
      if (made !== null) found.set(entity.id, made);
      if (found.size >= limit) break;
    }
  }
  return [...found.values()];
}

export async function suggestDocuments(
  reader: SearchReader,
  text: string,
  limit: number,
): Promise<readonly DocumentSuggestion[]> {
  const typed = typedWords(text);
  if (typed.length === 0) return [];
  const tokens = tokensOf(typed, byLetters).filter((token) => token !== null);
  const documents = await reader.titled(allOf(tokens), limit * candidatesForEach);
  const found = documents.flatMap((document) => {
    const ranges = findTyped(typed, document.title, byLetters);
    return ranges === null ? [] : [{ document, ranges }];
  });
  return found.slice(0, limit);
}
