import { setMaxListeners } from 'node:events';
import { StoppedError } from '../errors.js';

/** What stops the requests under way, each by a signal of its own. */
export interface Stops {
  /** Aborted with an error of the project: when the client goes away, or by one of the stops below. */
  of(request: Request): AbortSignal;
  stop(request: Request, reason: Error): void;
  /** Stops whatever has begun and not ended. */
  stopAll(): void;
  /** @returns What to call at the end. */
  begin(request: Request): () => void;
}

export function createStops(): Stops {
  const underWay = new Set<AbortController>();
  const controllers = new WeakMap<Request, AbortController>();
  const controllerOf = (request: Request): AbortController => {
    const known = controllers.get(request);
    if (known) return known;
    const controller = new AbortController();
    // One for each question that a request asks the store at once.
    setMaxListeners(0, controller.signal);
    const leave = () => controller.abort(new StoppedError());
    if (request.signal.aborted) leave();
    else request.signal.addEventListener('abort', leave, { once: true });
    controllers.set(request, controller);
    return controller;
  };
  return {
    of: (request) => controllerOf(request).signal,
    stop: (request, reason) => controllerOf(request).abort(reason),
    stopAll() {
      for (const controller of underWay) controller.abort(new StoppedError());
    },
    begin(request) {
      const controller = controllerOf(request);
      underWay.add(controller);
      return () => void underWay.delete(controller);
    },
  };
}
