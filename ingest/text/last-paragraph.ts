/**
 * Remembers what a function gave for the last text. The sentences of a paragraph come one after the other, and each asks
 * the same of its paragraph.
 */
export function ofLastParagraph<T>(read: (text: string) => T): (text: string) => T {
  let last: { readonly text: string; readonly answer: T } | null = null;
  return (text) => {
    if (last?.text !== text) last = { text, answer: read(text) };
    return last.answer;
  };
}
