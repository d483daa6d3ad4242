const prefix = 'diplograph:';

/** @returns what was stored; `null` too where the browser keeps nothing, as in some private windows. */
export function readStored(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(prefix + key) ?? 'null') as unknown;
  } catch {
    return null;
  }
}

/** Keeps a value for the next visit, or goes without where the browser doesn't let it. */
export function store(key: string, value: unknown): void {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(value));
  } catch {
    // A full or forbidden storage is no reason to stop.
  }
}
