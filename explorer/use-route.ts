import { useCallback, useEffect, useState } from 'preact/hooks';
import { parseRoute, printRoute, type Route } from './route.js';

export type ChangeRoute = (change: Partial<Route>) => void;

/** The route of the page's address, and a way to change parts of it; each change is a step of the browser's history. */
export function useRoute(): readonly [Route, ChangeRoute] {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const follow = () => setRoute(parseRoute(location.hash));
    addEventListener('popstate', follow);
    addEventListener('hashchange', follow);
    return () => {
      removeEventListener('popstate', follow);
      removeEventListener('hashchange', follow);
    };
  }, []);
  const change = useCallback<ChangeRoute>((parts) => {
    const next = { ...parseRoute(location.hash), ...parts };
    const fragment = printRoute(next);
    if (fragment !== location.hash) history.pushState(null, '', `${location.pathname}${location.search}${fragment}`);
    setRoute(next);
  }, []);
  return [route, change];
}
