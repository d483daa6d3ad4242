const isSpacedOut = /\s\s|[^\S ]/;

/** The text with single spaces; that of nearly every name as it is, which is found sooner than replaced. */
export function onOneLine(text: string): string {
  return isSpacedOut.test(text) ? text.replace(/\s+/g, ' ') : text;
}
