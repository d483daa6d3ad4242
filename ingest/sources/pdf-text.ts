/** A line of a page, as its text layer has it. */
export interface PdfLine {
  readonly text: string;
  /** Distance from the foot of the page and height of its letters, in points. */
  readonly y: number;
  readonly height: number;
}

/** Lines at the head and foot of a page that can be running titles. */
const edgeLines = 2;
/** Of lines' height; a wider gap begins a paragraph. */
const paragraphGap = 1.6;

const withoutNumbers = (text: string) => text.replace(/\d+/gu, '#').replace(/\s+/gu, ' ').trim().toLowerCase();

function edgesOf(lines: readonly PdfLine[]): readonly PdfLine[] {
  return [...new Set([...lines.slice(0, edgeLines), ...lines.slice(-edgeLines)])];
}

/** What stands at the edge of half the pages or more, but for its numbers, is a running title. */
function runningTitles(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    for (const key of new Set(edgesOf(lines).map(({ text }) => withoutNumbers(text)))) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const enough = Math.max(2, pages.length / 2);
  return new Set([...counts].flatMap(([key, count]) => (count >= enough ? [key] : [])));
}

const isPageNumber = (text: string) => /^[-–—\s]*(?:page\s+)?\d{1,4}(?:\s+of\s+\d+)?[-–—\s]*$/iu.test(text);

/**
 * The running text of a PDF's pages: running titles and page numbers left out, lines joined to paragraphs. A word that is
 * hyphenated over a line end loses its hyphen where the text has it without one elsewhere.
 */
export function pdfText(pages: readonly (readonly PdfLine[])[]): string {
  const titles = runningTitles(pages);
  const words = new Set(
    pages.flatMap((lines) => lines.flatMap(({ text }) => text.toLowerCase().match(/[\p{L}-]+/gu) ?? [])),
  );
  const paragraphs: string[] = [];
  let open = '';
  for (const lines of pages) {
    const edges = new Set(edgesOf(lines));
    let above: PdfLine | null = null;
    for (const line of lines) {
      if (edges.has(line) && (titles.has(withoutNumbers(line.text)) || isPageNumber(line.text))) continue;
      const text = line.text.trim();
      if (text === '') continue;
      const gap = above === null ? 0 : above.y - line.y;
      const ended =
        above === null ? /[.!?:"”)\]]$/u.test(open) : gap > paragraphGap * Math.max(line.height, above.height, 1);
      if (ended && open !== '') {
        paragraphs.push(open);
        open = '';
      }
      open = joined(open, text, words);
      above = line;
    }
  }
  if (open !== '') paragraphs.push(open);
  return paragraphs.join('\n\n');
}

function joined(before: string, line: string, words: ReadonlySet<string>): string {
  if (before === '') return line;
  const split = /(\p{L}+)-$/u.exec(before);
  const rest = /^\p{Ll}+/u.exec(line)?.[0];
  if (split?.[1] === undefined || rest === undefined) return `${before} ${line}`;
  const whole = `${split[1]}${rest}`.toLowerCase();
  return words.has(whole) ? before.slice(0, -1) + line : before + line;
}
