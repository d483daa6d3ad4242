import { finalAsyncIterator, isAsyncIterable, type Plugin } from 'graphql-yoga';
import { TimedOutError } from '../errors.js';
import { Gate } from './gate.js';
import type { Stops } from './stops.js';

export interface ExecutionLimits {
  /** How long one query or change may run. */
  readonly seconds: number;
  /** How many may run at once. */
  readonly atOnce: number;
  /** How many more may wait, and for how long each; then they are told to come again. */
  readonly waiting: number;
  readonly waitMs: number;
}

/**
 * Wide enough for a page that asks a dozen questions at once; a walk takes about a second. More at once would answer
 * none of them sooner. Whoever stands in line waits half as long as an answer may take: what bounds the work is the length
 * of the line, which moves with each answer, and who is sent away from it asks again.
 */
export const defaultExecutionLimits: ExecutionLimits = { seconds: 20, atOnce: 16, waiting: 64, waitMs: 10_000 };

/** How many requests run at once, and how long each, with all parts of their answers. Subscriptions, which wait more than they run, are not counted. */
export function useExecutionLimits(stops: Stops, limits: ExecutionLimits): Plugin {
  const gate = new Gate(limits);
  return {
    onExecute({ executeFn, setExecuteFn, context: { request } }) {
      const run = executeFn as (args: unknown) => unknown;
      setExecuteFn(async (args: unknown) => {
        const leave = await gate.enter(stops.of(request));
        const end = stops.begin(request);
        let isInParts = false;
        const isOver = () => {
          clearTimeout(timer);
          end();
          leave();
        };
        const timeUp = () => {
          stops.stop(request, new TimedOutError(limits.seconds));
          // Who is slow in reading what is there already holds up nobody else.
          if (isInParts) leave();
        };
        const timer = setTimeout(timeUp, limits.seconds * 1_000).unref();
        try {
          const result = await run(args);
          isInParts = isAsyncIterable(result);
          return isInParts ? finalAsyncIterator(result as AsyncIterable<unknown>, isOver) : result;
        } finally {
          if (!isInParts) isOver();
        }
      });
    },
  };
}
