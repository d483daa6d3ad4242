import type { Plugin } from 'graphql-yoga';
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
 * none of them sooner.
 */
export const defaultExecutionLimits: ExecutionLimits = { seconds: 20, atOnce: 16, waiting: 64, waitMs: 5_000 };

/** How many requests run at once, and how long each. Subscriptions, which wait more than they run, are not counted. */
export function useExecutionLimits(stops: Stops, limits: ExecutionLimits): Plugin {
  const gate = new Gate(limits);
  return {
    onExecute({ executeFn, setExecuteFn, context: { request } }) {
      const run = executeFn as (args: unknown) => unknown;
      setExecuteFn(async (args: unknown) => {
        const leave = await gate.enter(stops.of(request));
        const timeUp = () => stops.stop(request, new TimedOutError(limits.seconds));
        const timer = setTimeout(timeUp, limits.seconds * 1_000).unref();
        try {
          return await stops.running(request, () => run(args));
        } finally {
          clearTimeout(timer);
          leave();
        }
      });
    },
  };
}
