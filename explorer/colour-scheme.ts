import { readStored, store } from './local-memory.js';

export const schemes = ['auto', 'light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

const storageKey = 'colour-scheme';
const changed = new EventTarget();
const darkSystem = matchMedia('(prefers-color-scheme: dark)');

export function readScheme(): Scheme {
  return schemes.find((scheme) => scheme === readStored(storageKey)) ?? 'auto';
}

/** Puts the colours on the page; with `auto` they are those of the system. */
export function applyScheme(scheme: Scheme): void {
  const isDark = scheme === 'dark' || (scheme === 'auto' && darkSystem.matches);
  document.documentElement.dataset.scheme = isDark ? 'dark' : 'light';
  changed.dispatchEvent(new Event('change'));
}

export function chooseScheme(scheme: Scheme): void {
  store(storageKey, scheme);
  applyScheme(scheme);
}

/** From now on the page follows the system where nothing else is chosen. */
export function followSystem(): void {
  applyScheme(readScheme());
  darkSystem.addEventListener('change', () => applyScheme(readScheme()));
}

/** @returns a function that stops following. */
export function onSchemeChange(follow: () => void): () => void {
  changed.addEventListener('change', follow);
  return () => changed.removeEventListener('change', follow);
}
