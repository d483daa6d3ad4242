import type { ExecutionResult, GraphQLError } from 'graphql';
import { isAsyncIterable, type Plugin } from 'graphql-yoga';
import { UnauthenticatedError } from '../errors.js';

/** A lookup by its key each time, for a hundred subscriptions at most. */
const checkEveryMs = 1_000;

/**
 * Events for as long as a check passes; then one that says why there are no more.
 *
 * @param check - Rejects with `UnauthenticatedError` when it is over. Whatever else fails is asked again.
 */
function whileHolding(
  events: AsyncIterable<ExecutionResult>,
  check: () => Promise<unknown>,
  lastEvent: (reason: UnauthenticatedError) => ExecutionResult,
): AsyncIterableIterator<ExecutionResult> {
  const iterator = events[Symbol.asyncIterator]();
  let isOver = false;
  let refuse: (reason: UnauthenticatedError) => void;
  const refused = new Promise<UnauthenticatedError>((resolve) => {
    refuse = resolve;
  });
  const timer = setInterval(() => {
    check().catch((error: unknown) => {
      if (error instanceof UnauthenticatedError) refuse(error);
    });
  }, checkEveryMs).unref();
  const end = async (): Promise<IteratorReturnResult<undefined>> => {
    isOver = true;
    clearInterval(timer);
    await iterator.return?.();
    return { value: undefined, done: true };
  };
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    async next() {
      if (isOver) return { value: undefined, done: true };
      const event = await Promise.race([iterator.next(), refused]);
      if (event instanceof UnauthenticatedError) {
        await end();
        return { value: lastEvent(event), done: false };
      }
      return event.done ? end() : event;
    },
    return: end,
  };
}

/** Ends a subscription whose token no longer holds: it was revoked, or has expired, since it was let in. */
export function useSubscriptionAccess(
  authenticate: (request: Request) => Promise<unknown>,
  translateError: (error: unknown) => GraphQLError,
): Plugin {
  return {
    onSubscribe({ args }) {
      const { request } = args.contextValue;
      return {
        onSubscribeResult({ result, setResult }) {
          if (!isAsyncIterable(result)) return;
          const events = result as AsyncIterable<ExecutionResult>;
          const lastEvent = (reason: UnauthenticatedError) => ({ errors: [translateError(reason)] });
          setResult(whileHolding(events, () => authenticate(request), lastEvent));
        },
      };
    },
  };
}
