import { findNotice, isStamp, trimStamps } from './apparatus.js';
import { findTranslator } from './citation.js';
import { documentIdOfText } from './document-name.js';
import { dateOfLine, findDate } from './find-date.js';
import type { SourceDocument, TextLayout, TextRange } from './source.js';
import { oneLine, type TextLine, textLines, trimRange } from './text-lines.js';

/** Titles of archives run long, but none measured was longer. */
const longestTitle = 250;
/** A line that holds a date and more than this is a sentence, whose date is its own. */
const longestDateline = 120;
/** Lines with text among which a title and a date are looked for. */
const linesOfHead = 6;

const sentenceEndInside = /\p{Ll}{3,}[.!?]["”’)]?\s+\p{Lu}/u;
/** The hour of a dateline ("noon.") ends none. */
const endsAsSentence = /(?<!\b(?:noon|midnight))(?<=\p{L}{3})[.!?]["”’)]?$/u;

/** Whether a line reads as a title: short, with letters in it, and no sentence. */
function isTitle(line: string): boolean {
  const trimmed = line.trim();
  if (trimmed.length > longestTitle || !/\p{L}/u.test(trimmed)) return false;
  // Editors number their documents: "1. Editorial Note."
  if (/^\d{1,4}\. \p{Lu}/u.test(trimmed)) return true;
  return !sentenceEndInside.test(trimmed) && !endsAsSentence.test(trimmed) && !/^["“(—–-]/u.test(trimmed);
}

function headOf(text: string, from: number): readonly TextLine[] {
  const head: TextLine[] = [];
  for (const line of textLines(text, { start: from, end: text.length })) {
    if (line.text.trim() === '') continue;
    head.push(line);
    if (head.length === linesOfHead) break;
  }
  return head;
}

/** The title is the first line that is no stamp and no date, if it reads as one and something follows it. */
function findTitle(text: string, head: readonly TextLine[]): TextRange | null {
  for (const [i, line] of head.entries()) {
    if (isStamp(line.text) || dateOfLine(line.text) !== null) continue;
    return isTitle(line.text) && i + 1 < head.length ? trimRange(text, line) : null;
  }
  return null;
}

function findDocumentDate(title: string | null, head: readonly TextLine[]): string | null {
  const fromTitle = title === null ? null : (findDate(title)?.date ?? null);
  if (fromTitle?.length === '1957-07-08'.length) return fromTitle;
  const dated = head.filter((line) => line.text.length <= longestDateline && !endsAsSentence.test(line.text.trim()));
  const fromHead = dated.map((line) => dateOfLine(line.text) ?? findDate(line.text)?.date ?? null);
  return fromTitle ?? fromHead.find((date) => date !== null) ?? null;
}

/** Names a text that has no title by its first words. */
function firstWords(text: string, body: TextRange): string {
  const start = oneLine(text, { start: body.start, end: Math.min(body.end, body.start + 400) });
  const words = start.split(' ').slice(0, 12).join(' ').slice(0, 100);
  return words.length < start.length ? `${words} …` : words;
}

/** Everything that no other source reads: a title if there is one, and the text. */
export const plainText: TextLayout = {
  name: 'plain-text',

  accepts: () => true,

  *read(_input, text): Iterable<SourceDocument> {
    const notice = findNotice(text);
    const head = headOf(text, notice?.end ?? 0);
    const titleRange = findTitle(text, head);
    const title = titleRange === null ? null : oneLine(text, titleRange);
    const date = findDocumentDate(title, head);

    const first = head[0]?.start ?? notice?.end ?? 0;
    const aboveTitle = titleRange === null ? { start: first, end: first } : { start: first, end: titleRange.start };
    const above = trimStamps(text, aboveTitle);
    const { body, apparatus } = trimStamps(text, { start: titleRange?.end ?? first, end: text.length });

    yield {
      id: documentIdOfText(title, date, text),
      title: title ?? firstWords(text, body),
      date,
      archivalReference: null,
      citation: null,
      url: null,
      translator: findTranslator(text.slice(-2000)),
      originalLanguage: null,
      summary: null,
      format: this.name,
      text,
      titleRange,
      body,
      apparatus: [
        ...(notice === null ? [] : [notice]),
        ...above.apparatus,
        ...(above.body.end > above.body.start ? [{ ...above.body, what: 'date' }] : []),
        ...apparatus,
      ],
    };
  },
};
