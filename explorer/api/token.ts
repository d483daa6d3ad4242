const key = 'diplograph.token';

/** The token that shows who may change something. It is kept until the tab is closed, and sent with changes alone. */
export function keptToken(): string | null {
  return sessionStorage.getItem(key);
}

/** @param token - `null` forgets it. */
export function keepToken(token: string | null): void {
  if (token === null) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, token);
}
