import { type EntityKind, entityKindNames } from '../src/model/ontology.js';
import type { EntityHead } from './api/entity-head.js';
import { readStored, store } from './local-memory.js';

/** Lists of entities that the browser keeps for the next visit: those looked at last, and those marked to be kept. */
export type KeptList = 'recent' | 'kept';

const mostRecent = 8;
const changed = new EventTarget();

/** What is stored may come from an older version of the page, or from somebody's hands. */
function asEntityHead(value: unknown): EntityHead | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, name, kind } = value as Record<string, unknown>;
  const isKind = (given: unknown): given is EntityKind => entityKindNames.some((known) => known === given);
  return typeof id === 'string' && typeof name === 'string' && isKind(kind) ? { id, name, kind } : null;
}

export function readKept(list: KeptList): readonly EntityHead[] {
  const stored = readStored(list);
  return Array.isArray(stored) ? stored.flatMap((value) => asEntityHead(value) ?? []) : [];
}

function write(list: KeptList, entities: readonly EntityHead[]): void {
  store(list, entities);
  changed.dispatchEvent(new Event('change'));
}

export function noteRecent({ id, name, kind }: EntityHead): void {
  const others = readKept('recent').filter((entity) => entity.id !== id);
  write('recent', [{ id, name, kind }, ...others].slice(0, mostRecent));
}

export function isKept(id: string): boolean {
  return readKept('kept').some((entity) => entity.id === id);
}

export function toggleKept({ id, name, kind }: EntityHead): void {
  const kept = readKept('kept');
  const others = kept.filter((entity) => entity.id !== id);
  write('kept', others.length < kept.length ? others : [...kept, { id, name, kind }]);
}

/** @returns a function that stops following. */
export function onKeptChange(follow: () => void): () => void {
  changed.addEventListener('change', follow);
  return () => changed.removeEventListener('change', follow);
}
