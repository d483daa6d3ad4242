import type { Reading } from '../../src/store/brief-records.js';
import type { GraphStore } from '../../src/store/graph-store.js';

export interface CountedStore {
  readonly store: GraphStore;
  /** Calls of the contract's methods since the beginning or the last reset. */
  calls(): number;
  /** Only the methods that were called. */
  byMethod(): Record<string, number>;
  reset(): void;
}

/** Counts the calls of a real store's methods, to show that their number doesn't depend on the size of an answer. */
export function countCalls(store: GraphStore): CountedStore {
  const counts = new Map<string, number>();
  const countedCalls = (counting: GraphStore): GraphStore =>
    new Proxy(counting, {
      get(target, name) {
        if (name === 'stoppedBy') return (signal: AbortSignal) => countedCalls(target.stoppedBy(signal));
        if (name === 'briefly') return (reading: Reading) => countedCalls(target.briefly(reading));
        const member: unknown = Reflect.get(target, name, target);
        if (typeof member !== 'function') return member;
        return (...values: unknown[]): unknown => {
          counts.set(String(name), (counts.get(String(name)) ?? 0) + 1);
          return Reflect.apply(member, target, values);
        };
      },
    });
  return {
    store: countedCalls(store),
    calls: () => [...counts.values()].reduce((sum, count) => sum + count, 0),
    byMethod: () => Object.fromEntries(counts),
    reset: () => counts.clear(),
  };
}
