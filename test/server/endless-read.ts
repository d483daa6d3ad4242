import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@jest/globals';
import type { GraphStore } from '../../src/store/graph-store.js';

/** A read that is never at its end, over a real store. */
export function endlessRead(method: 'neighbourhood' | 'relationPages') {
  const progress = { reads: 0, error: undefined as unknown };
  const faulty = (store: GraphStore): Partial<GraphStore> => ({
    async [method]() {
      try {
        for (;;) {
          await store.entityPages([null], {}, { first: 5 });
          progress.reads += 1;
        }
      } catch (error) {
        progress.error = error;
        throw error;
      }
    },
  });
  const isReading = async (): Promise<void> => {
    while (progress.reads < 10) await pause(1);
  };
  const hasStopped = async (): Promise<unknown> => {
    while (progress.error === undefined) await pause(1);
    const { reads, error } = progress;
    await pause(30);
    expect(progress.reads).toBe(reads);
    return error;
  };
  return { faulty, isReading, hasStopped };
}
