/** The page's colours, for a canvas that can't read style sheets. */
export interface Theme {
  readonly text: string;
  readonly surface: string;
  readonly line: string;
  readonly faintLine: string;
  readonly chosenLine: string;
  readonly faintNode: string;
}

const darkScheme = matchMedia('(prefers-color-scheme: dark)');

export function readTheme(): Theme {
  const styles = getComputedStyle(document.documentElement);
  const colour = (name: string) => styles.getPropertyValue(name).trim();
  return {
    text: colour('--text'),
    surface: colour('--surface'),
    line: colour('--line'),
    faintLine: colour('--faint-line'),
    chosenLine: colour('--accent'),
    faintNode: colour('--faint-node'),
  };
}

/** @returns a function that stops following. */
export function onThemeChange(follow: () => void): () => void {
  darkScheme.addEventListener('change', follow);
  return () => darkScheme.removeEventListener('change', follow);
}
