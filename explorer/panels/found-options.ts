import type { EntityHead } from '../api/entity-head.js';
import type { SuggestedDocument, SuggestedEntity, Suggestions } from '../api/load-suggestions.js';
import type { FoundPassage } from '../api/search-passages.js';

/** One row of the list under the search box. */
export type FoundOption =
  | { readonly is: 'entity'; readonly found: SuggestedEntity }
  | { readonly is: 'document'; readonly found: SuggestedDocument }
  | { readonly is: 'passage'; readonly found: FoundPassage }
  | { readonly is: 'kept' | 'recent'; readonly entity: EntityHead };

export interface FoundGroup {
  readonly title: string;
  readonly options: readonly FoundOption[];
}

const filled = (groups: readonly FoundGroup[]) => groups.filter(({ options }) => options.length > 0);

/** What stands under the box before anything is typed. */
export function keptGroups(kept: readonly EntityHead[], recent: readonly EntityHead[]): readonly FoundGroup[] {
  const keptIds = new Set(kept.map(({ id }) => id));
  const option = (is: 'kept' | 'recent') => (entity: EntityHead) => ({ is, entity }) as const;
  return filled([
    { title: 'Kept', options: kept.map(option('kept')) },
    { title: 'Looked at last', options: recent.filter(({ id }) => !keptIds.has(id)).map(option('recent')) },
  ]);
}

export function suggestedGroups(
  { entities, documents }: Suggestions,
  passages: readonly FoundPassage[],
): readonly FoundGroup[] {
  return filled([
    { title: 'Entities', options: entities.map((found) => ({ is: 'entity', found }) as const) },
    { title: 'Documents', options: documents.map((found) => ({ is: 'document', found }) as const) },
    { title: 'Quotations', options: passages.map((found) => ({ is: 'passage', found }) as const) },
  ]);
}

export function optionKey(option: FoundOption): string {
  if (option.is === 'entity') return option.found.entity.id;
  if (option.is === 'passage') return option.found.id;
  return option.is === 'document' ? option.found.document.id : `${option.is} ${option.entity.id}`;
}
