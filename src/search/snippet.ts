import type { TextRange } from './text-parts.js';

/** Where a text may be cut: before or behind white space, never within a word or a surrogate pair. */
const space = /\s/u;

function wordStart(text: string, at: number, beyond: number): number {
  if (at <= 0) return 0;
  for (let start = at; start < beyond; start += 1) if (space.test(text.charAt(start - 1))) return start;
  return beyond;
}

function wordEnd(text: string, at: number, before: number): number {
  if (at >= text.length) return text.length;
  for (let end = at; end > before; end -= 1) if (space.test(text.charAt(end))) return end;
  return before;
}

/**
 * The stretch of a passage to show where it is long: what was found in the middle, whole words around it.
 *
 * @param focus - What was found; where it is longer than `characters`, it is shown from its beginning.
 */
export function snippetRange(quote: string, focus: TextRange, characters: number): TextRange {
  if (quote.length <= characters) return { start: 0, end: quote.length };
  const spare = characters - (focus.end - focus.start);
  if (spare <= 0) {
    const firstWord = /^\S+/u.exec(quote.slice(focus.start))?.[0].length ?? 0;
    return { start: focus.start, end: wordEnd(quote, focus.start + characters, focus.start + firstWord) };
  }
  const earliest = Math.min(focus.start - spare / 2, quote.length - characters);
  const from = Math.max(0, Math.floor(earliest));
  return {
    start: wordStart(quote, from, focus.start),
    end: wordEnd(quote, from + characters, focus.end),
  };
}
