import type { GraphStore } from '../../src/store/graph-store.js';

/** Fields that records may lack. */
const lacking: ReadonlySet<string | symbol> = new Set([
  ...['aliases', 'description', 'authority', 'candidates', 'coordinates', 'mentionCount', 'firstDate', 'lastDate'],
  ...['endDate', 'duration', 'title', 'modality', 'date', 'addressees', 'about', 'reportedBy', 'start', 'end'],
  ...['claim', 'extractor', 'rule', 'confidence', 'authors', 'archivalReference', 'publishedIn', 'citation', 'url'],
  ...['quote', 'speaker', 'mode', 'weight', 'source', 'target', 'text'],
  ...['translator', 'originalLanguage', 'summary', 'format', 'contentHash', 'coverage', 'textLength'],
]);

/** The same value, in which to look for a field that a record lacks is an error, as if it had never been read. */
function watched(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(watched);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, watched(each)]));
  return new Proxy(inner, {
    get(target, name) {
      if (lacking.has(name) && !(name in target))
        throw new Error(`${String(name)} was not read: ${JSON.stringify(target)}`);
      return Reflect.get(target, name) as unknown;
    },
  });
}

/** The same store, whose answers don't let anybody look for what was left out of them. */
export function watchFields(store: GraphStore): GraphStore {
  return new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== 'function') return member;
      return async (...values: unknown[]) => watched(await Reflect.apply(member, target, values));
    },
  });
}
