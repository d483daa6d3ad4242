import { useCallback, useEffect, useState } from 'preact/hooks';
import { parseRoute, printRoute, type Route } from './route.js';

interface ChangeOptions {
  /** Changes the address without a step of the history, as a slider does while it moves. */
  readonly isPassing?: boolean;
}

export type ChangeRoute = (change: Partial<Route>, options?: ChangeOptions) => void;

/** Steps through what the page has shown: those of the browser's own history, as far as they are this page's. */
export interface RouteHistory {
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

/** Number of the step that the browser is at; kept with the entry of its history, so that it survives a reload. */
function currentStep(): number {
  const { step } = (history.state ?? {}) as { readonly step?: unknown };
  return typeof step === 'number' ? step : 0;
}

/** The route of the page's address, and a way to change parts of it; each change is a step of the browser's history. */
export function useRoute(): readonly [Route, ChangeRoute, RouteHistory] {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  const [last, setLast] = useState(currentStep);
  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash));
    addEventListener('popstate', follow);
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('popstate', follow);
      removeEventListener('hashchange', follow);
    };
  }, []);
  const change = useCallback<ChangeRoute>((parts, { isPassing = false } = {}) => {
    const next = { ...parseRoute(location.hash), ...parts };
    const fragment = printRoute(next);
    if (fragment !== location.hash) {
      const address = `${location.pathname}${location.search}${fragment}`;
      const step = currentStep() + (isPassing ? 0 : 1);
      if (isPassing) history.replaceState({ step }, '', address);
      else history.pushState({ step }, '', address);
      setLast(step);
    }
    setRoute(next);
  }, []);
  const step = currentStep();
  return [
    route,
    change,
    { undo: step > 0 ? () => history.back() : null, redo: step < last ? () => history.forward() : null },
  ];
}
