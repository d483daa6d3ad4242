/** The page's colours, for a canvas that can't read style sheets. */
export interface Theme {
  readonly text: string;
  readonly surface: string;
  readonly line: string;
  /** Of what no document tells as a fact. */
  readonly unsureLine: string;
  readonly faintLine: string;
  readonly chosenLine: string;
  readonly faintNode: string;
}

export function readTheme(): Theme {
  const styles = getComputedStyle(document.documentElement);
  const colour = (name: string) => styles.getPropertyValue(name).trim();
  return {
    text: colour('--text'),
    surface: colour('--surface'),
    line: colour('--line'),
    unsureLine: colour('--unsure-line'),
    faintLine: colour('--faint-line'),
    chosenLine: colour('--accent'),
    faintNode: colour('--faint-node'),
  };
}
