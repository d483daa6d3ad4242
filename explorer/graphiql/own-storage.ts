/**
 * Keeps what GraphiQL remembers under names of our own.
 *
 * Whoever develops with GraphQL has had other GraphiQLs on the same host and port; tabs left by one of them would
 * stand where the worked queries should on the first visit.
 */
const prefix = 'diplograph:';

function ownKeys(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
}

export const ownStorage = {
  getItem: (key: string) => localStorage.getItem(prefix + key),
  setItem: (key: string, value: string) => localStorage.setItem(prefix + key, value),
  removeItem: (key: string) => localStorage.removeItem(prefix + key),
  clear: () => {
    for (const key of ownKeys()) localStorage.removeItem(key);
  },
  get length() {
    return ownKeys().length;
  },
};
