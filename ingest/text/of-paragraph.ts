/** Paragraphs of most documents. */
const mostParagraphs = 500;

/**
 * Remembers what a function gave for the paragraphs read last: one reader after the other asks the same of the paragraphs
 * of a document.
 */
export function ofParagraph<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const answer = read(text);
    if (known.size >= mostParagraphs) known.clear();
    known.set(text, answer);
    return answer;
  };
}
