import { useEffect, useState } from 'preact/hooks';

/** Something that parts of the page have in common for as long as it is open. */
export interface SharedState<T> {
  get(): T;
  set(next: T): void;
  /** @returns what ends it. */
  follow(tell: (value: T) => void): () => void;
}

export function sharedState<T>(initial: T): SharedState<T> {
  let value = initial;
  const followers = new Set<(value: T) => void>();
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const tell of [...followers]) tell(value);
    },
    follow(tell) {
      followers.add(tell);
      return () => followers.delete(tell);
    },
  };
}

/** The value as it is, in a component that is drawn anew when it changes. */
export function useShared<T>(state: SharedState<T>): T {
  const [shown, show] = useState(() => state.get());
  useEffect(() => {
    // It may have changed since the component was drawn first.
    show(() => state.get());
    return state.follow((value) => show(() => value));
  }, [state]);
  return shown;
}
