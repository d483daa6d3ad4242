import type { EntityKind } from '../model/ontology.js';
import type { EntityRecord } from '../model/records.js';
import { byLetters, byMostLetters, bySounds, type Finding, findTyped, typedWords } from '../search/typed-name.js';
import { mostFirst } from './count-values.js';
import { type DocumentSuggestion, type EntitySuggestion, mostSuggested, type SuggestedKinds } from './graph-search.js';
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

interface HowFar {
  /** What is merely like the letters is looked for as long as there are fewer. */
  readonly limit: number;
  /** Looked at for each way to be alike. */
  readonly candidates: number;
  /** Where it ends. */
  readonly most: number;
}

/** By letters first, then by what is merely like them. */
async function findEntities(
  reader: SearchReader,
  text: string,
  kinds: readonly EntityKind[] | null,
  { limit, candidates, most }: HowFar,
): Promise<{ readonly found: readonly EntitySuggestion[]; readonly isCut: boolean }> {
  const typed = typedWords(text);
  const found = new Map<string, EntitySuggestion>();
  let isCut = false;
  for (const finding of typed.length === 0 ? [] : [byLetters, bySounds, byMostLetters]) {
    const tokens = tokensOf(typed, finding);
    if (found.size >= limit || !tokens.every((token) => token !== null)) continue;
    const entities = await reader.entities(allOf(tokens), kinds, candidates);
    isCut ||= entities.length === candidates;
    for (const entity of entities) {
      if (found.has(entity.id)) continue;
      const made = suggestion(typed, entity, finding);
      if (made !== null) found.set(entity.id, made);
      if (found.size >= most) break;
    }
  }
  return { found: [...found.values()], isCut };
}

export async function suggestEntities(
  reader: SearchReader,
  text: string,
  kinds: readonly EntityKind[] | null,
  limit: number,
): Promise<readonly EntitySuggestion[]> {
  const howFar = { limit, candidates: limit * candidatesForEach, most: limit };
  return (await findEntities(reader, text, kinds, howFar)).found;
}

export async function suggestedKinds(reader: SearchReader, text: string, limit: number): Promise<SuggestedKinds> {
  const howFar = { limit, candidates: mostSuggested, most: Number.POSITIVE_INFINITY };
  const { found, isCut } = await findEntities(reader, text, null, howFar);
  return { kinds: mostFirst(found.map(({ entity }) => [entity.kind])), isCut };
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
