import { sharedState, useShared } from '../shared-state.js';

const key = 'diplograph.token';
const state = sharedState<string | null>(null);

/** Takes up the token that the tab was given before the page was loaded again. */
export function restoreToken(): void {
  state.set(sessionStorage.getItem(key));
}

/** The token that shows who somebody is. It is kept until the tab is closed, and sent with everything that is asked. */
export const keptToken = (): string | null => state.get();

/** The same, in a component that is drawn anew when it changes. */
export const useKeptToken = (): string | null => useShared(state);

/** @param token - `null` forgets it. */
export function keepToken(token: string | null): void {
  if (token === null) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, token);
  state.set(token);
}

/** The header that a token travels in; none without one. */
export function tokenHeader(token = keptToken()): Record<string, string> {
  return token === null ? {} : { authorization: `Bearer ${token}` };
}
