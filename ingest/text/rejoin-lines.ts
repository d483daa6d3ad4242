import { type TextLine, textLines } from '../sources/text-lines.js';
import type { TextEdit } from './text-edits.js';

/** Lines longer than this aren't wrapped by a typewriter, a terminal or a text export. */
const widestPage = 140;
/** Share of lines that go on with a small letter, from which on a text counts as wrapped. */
const wrappedShare = 0.25;

/** Narrower than a newspaper's column, lines are those of a list. */
const narrowestPage = 32;
/** Share of the width from which on a line counts as full. */
const fullLine = 0.7;

const listItem = /^(?:[-–—•*·]|\(?\d{1,3}[.)]|\(?[a-zA-Z][.)]|\p{Lu}[\p{L}. '-]{0,40}:)\s/u;
const opensSmall = /^["“‘(]?\p{Ll}/u;
const hyphenAtEnd = /\p{L}[-\u2010]$/u;
const endsAsSentence = /[.!?:;]["”’)]?$/u;

/** First parts of compounds that keep their hyphen ("anti-Party"). */
const keepsHyphen =
  /(?:^|[^\p{L}])(?:anti|non|self|vice|semi|pro|ex|all|half|so|well|ultra|neo|inter|post|pre|counter|[Ii]l|[Cc]h[aou]ng|[Yy]ong)[-\u2010]$/u;

interface LineBreak {
  readonly before: TextLine;
  readonly after: TextLine;
}

/** Breaks between two lines that both say something. */
function* breaksInParagraphs(text: string): Generator<LineBreak> {
  let before: TextLine | null = null;
  for (const line of textLines(text)) {
    const blank = line.text.trim() === '';
    if (before !== null && !blank) yield { before, after: line };
    before = blank ? null : line;
  }
}

/** Width to which the text is wrapped, in characters; `null` where it is not: each line is a paragraph or an item. */
function wrapWidth(text: string): number | null {
  const lengths: number[] = [];
  let goingOn = 0;
  for (const { before, after } of breaksInParagraphs(text)) {
    lengths.push(before.text.trimEnd().length);
    if (opensSmall.test(after.text.trimStart())) goingOn += 1;
  }
  if (lengths.length === 0 || goingOn < lengths.length * wrappedShare) return null;
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.9)] ?? 0;
  // A page fills its lines: the lines of a letterhead or of a list are as long as what they say.
  const full = lengths.filter((length) => length >= width * fullLine).length;
  return width >= narrowestPage && width <= widestPage && full >= lengths.length / 2 ? width : null;
}

/** Whether a line ended because the next word had no room. */
function isWrap(before: string, after: string, width: number | null): boolean {
  if (listItem.test(after)) return false;
  if (opensSmall.test(after) && !endsAsSentence.test(before)) return true;
  const nextWord = after.slice(0, 60).split(/\s/u, 1)[0] ?? '';
  return width !== null && before.length + 1 + nextWord.length > width;
}

/** Words with a hyphen inside, in small letters: what tells "Chang-ik" broken over a line end from "Khrushchev". */
function hyphenatedWords(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\p{L}{1,30}-\p{L}{1,30}/gu)].map(([word]) => word.toLowerCase()));
}

function joinsWithHyphen(before: string, after: string, known: () => ReadonlySet<string>): boolean {
  if (!opensSmall.test(after)) return true;
  const first = /\p{L}{1,30}[-\u2010]$/u.exec(before)?.[0].slice(0, -1) ?? '';
  const second = /^\p{L}{1,30}/u.exec(after)?.[0] ?? '';
  return keepsHyphen.test(before.slice(-20)) || known().has(`${first}-${second}`.toLowerCase());
}

/**
 * Joins what was wrapped to a page's width, and writes every other line end as one line feed.
 *
 * Afterwards a line feed is the author's: one ends a line (of a list, of a dialogue, of a text that has each
 * paragraph on one line), two or more part paragraphs.
 */
export function rejoinLines(text: string): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const width = wrapWidth(text);
  let hyphenated: ReadonlySet<string> | null = null;
  const known = (): ReadonlySet<string> => (hyphenated ??= hyphenatedWords(text));

  let previous: { readonly line: TextLine; readonly trimmed: string } | null = null;
  for (const line of textLines(text)) {
    const trimmed = line.text.trim();
    if (previous !== null) {
      const edit = editOfBreak(text, previous.line, previous.trimmed, line, trimmed, width, known);
      if (edit !== null) edits.push(edit);
    }
    previous = { line, trimmed };
  }
  const last = previous?.line.end ?? 0;
  if (last < text.length && text.slice(last) !== '\n') {
    edits.push({ start: last, end: text.length, replacement: '\n', reason: 'line end' });
  }
  return edits;
}

function editOfBreak(
  text: string,
  before: TextLine,
  beforeTrimmed: string,
  after: TextLine,
  afterTrimmed: string,
  width: number | null,
  known: () => ReadonlySet<string>,
): TextEdit | null {
  const asIs = text.slice(before.end, after.start);
  const kept = asIs === '\n' ? null : { start: before.end, end: after.start, replacement: '\n', reason: 'line end' };
  if (beforeTrimmed === '' || afterTrimmed === '') return kept;

  const start = before.start + before.text.trimEnd().length;
  const end = after.end - after.text.trimStart().length;
  if (hyphenAtEnd.test(beforeTrimmed.slice(-3)) && /^\p{L}/u.test(afterTrimmed)) {
    const withHyphen = joinsWithHyphen(beforeTrimmed.slice(-40), afterTrimmed.slice(0, 40), known);
    return { start: withHyphen ? start : start - 1, end, replacement: '', reason: 'word broken over a line end' };
  }
  return isWrap(beforeTrimmed, afterTrimmed, width) ? { start, end, replacement: ' ', reason: 'line wrap' } : kept;
}
