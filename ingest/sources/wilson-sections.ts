import type { TextRange } from './source.js';
import { type TextLine, textLines, trimRange } from './text-lines.js';

/** Headings of the archive's text export, as they stand at the start of a line with a colon. */
const headings = [
  'Citation',
  'Summary',
  'Credits',
  'Original Language',
  'Contents',
  'Subjects',
  'Subjects Discussed',
  'People Mentioned',
  'Associated People',
  'Places Mentioned',
  'Associated Places',
  'Original Archive',
  'Rights',
  'Collections',
  'Document Information',
] as const;

/** A line that is a heading; what follows the colon is its content's first line. */
const headingLine = new RegExp(`^\\s*(${headings.join('|')}):[ \\t]*(.*)$`, 'iu');

/** The line that names the version that follows it. */
const versionLine =
  /^\s*(?:Translation|Transcript(?:ion)?|Original|Scan)\s*[-–—:]\s*(\p{Lu}\p{L}+(?: \([^()]{1,40}\))?)\s*$/u;

export interface WilsonSection {
  /** Lower case: "citation", "original language". */
  readonly what: string;
  readonly heading: TextRange;
  /** What it says, without blanks around it; empty where it says nothing. */
  readonly content: TextRange;
}

export interface WilsonLayout {
  /** What stands above all headings: the date and the title. */
  readonly head: readonly TextLine[];
  readonly sections: readonly WilsonSection[];
  readonly body: TextRange;
  /** The line that names the version which is the body. */
  readonly versionLine: TextRange | null;
  /** Versions other than the one that is the body. */
  readonly otherVersions: readonly TextRange[];
}

interface Heading {
  readonly index: number;
  readonly what: string;
  readonly line: TextLine;
}

/** Where a text is more than this long before its first heading, that text is the body. */
const longestHead = 1500;

function isBlank(line: TextLine | undefined): boolean {
  return line === undefined || line.text.trim() === '';
}

function findHeadings(lines: readonly TextLine[]): readonly Heading[] {
  const seen = new Set<string>();
  const found: Heading[] = [];
  lines.forEach((line, index) => {
    const what = line.text.length < 20_000 ? headingLine.exec(line.text)?.[1]?.toLowerCase() : undefined;
    // The archive gives each heading once; one that comes again is a line of the body.
    if (what === undefined || seen.has(what)) return;
    seen.add(what);
    found.push({ index, what, line });
  });
  return found;
}

/** Whether the text has the headings of the archive's export: two of them, of which one is its own. */
export function hasWilsonHeadings(text: string): boolean {
  const own = [
    /^[ \t]{0,20}Citation:/imu,
    /^[ \t]{0,20}Original Language:/imu,
    /^[ \t]{0,20}Contents:[ \t]{0,20}$/imu,
    /^[ \t]{0,20}Credits:/imu,
  ];
  const version = /^[ \t]{0,20}(?:Translation|Transcript(?:ion)?) {0,3}- {0,3}\p{Lu}\p{L}{1,40}[ \t]{0,20}$/mu;
  const shared = [...own, /^[ \t]{0,20}Summary:/imu, version];
  return shared.filter((pattern) => pattern.test(text)).length >= 2 && own.some((pattern) => pattern.test(text));
}

/** First line after a heading's own paragraph: where the body begins when nothing marks it. */
function afterParagraph(lines: readonly TextLine[], heading: Heading): number {
  let index = heading.index + 1;
  const inline = headingLine.exec(heading.line.text)?.[2]?.trim() !== '';
  if (!inline) {
    while (index < lines.length && isBlank(lines[index])) index += 1;
    index += 1;
  }
  // Where blank lines part paragraphs, the content runs to the next one; elsewhere it is one line.
  const spaced = lines.slice(0, index).some(isBlank);
  while (spaced && index < lines.length && !isBlank(lines[index])) index += 1;
  return index;
}

/** Lines [from, to) that are the body, by its marks or by what is left. */
function findBody(
  lines: readonly TextLine[],
  all: readonly Heading[],
  versions: readonly number[],
  chosen: number | undefined,
): { readonly from: number; readonly to: number } {
  if (chosen !== undefined) {
    const next = versions.find((index) => index > chosen) ?? lines.length;
    return { from: chosen + 1, to: trailingHeadings(lines, all, chosen, next) };
  }
  const contents = all.find(({ what }) => what === 'contents');
  if (contents !== undefined) {
    const next = all.find(({ index }) => index > contents.index)?.index ?? lines.length;
    const saysSomething = lines.slice(contents.index + 1, next).some((line) => !isBlank(line));
    if (saysSomething) {
      return { from: contents.index + 1, to: trailingHeadings(lines, all, contents.index, lines.length) };
    }
  }
  const first = all[0];
  const last = all.at(-1);
  if (first === undefined || last === undefined) return { from: 0, to: lines.length };
  if (first.line.start - (lines[0]?.start ?? 0) > longestHead) return { from: 0, to: first.index };
  return { from: afterParagraph(lines, last), to: lines.length };
}

/** Headings below the body: the first from which on there is a citation, and no more text than headings have. */
function trailingHeadings(lines: readonly TextLine[], all: readonly Heading[], from: number, to: number): number {
  const after = all.filter(({ index }) => index > from && index < to);
  for (const [i, heading] of after.entries()) {
    const rest = after.slice(i);
    if (!rest.some(({ what }) => what === 'citation')) return to;
    const texts = lines.slice(heading.index, to).filter((line) => !isBlank(line)).length;
    if (texts <= rest.length * 2) return heading.index;
  }
  return to;
}

export function layOutWilson(text: string): WilsonLayout {
  const lines = [...textLines(text)];
  const versions = lines.flatMap((line, index) =>
    line.text.length < 100 && versionLine.test(line.text) ? [index] : [],
  );
  const chosen = versions.find((index) => /english/iu.test(lines[index]?.text ?? '')) ?? versions[0];
  const all = findHeadings(lines);
  const { from, to } = findBody(lines, all, versions, chosen);

  const startOf = (index: number): number => lines[index]?.start ?? text.length;
  const outside = all.filter(({ index }) => index < from || index >= to);
  const stops = [...outside.map(({ index }) => index), ...versions, from, to, lines.length].sort((a, b) => a - b);
  const sections = outside.map(({ index, what, line }) => {
    const next = stops.find((stop) => stop > index) ?? lines.length;
    const contentStart = line.start + line.text.indexOf(':') + 1;
    return {
      what,
      heading: trimRange(text, { start: line.start, end: contentStart }),
      content: trimRange(text, { start: contentStart, end: Math.max(contentStart, startOf(next)) }),
    };
  });
  const headEnd = Math.min(outside[0]?.index ?? from, from, versions[0] ?? from);
  return {
    head: lines.slice(0, headEnd).filter((line) => !isBlank(line)),
    sections,
    body: trimRange(text, { start: startOf(from), end: Math.max(startOf(from), startOf(to)) }),
    versionLine: chosen === undefined ? null : trimRange(text, { start: startOf(chosen), end: startOf(chosen + 1) }),
    otherVersions: versions
      .filter((index) => index !== chosen)
      .map((index) => {
        const next = versions.find((other) => other > index) ?? lines.length;
        const end = index < from ? Math.min(next, from) : next;
        return trimRange(text, { start: startOf(index), end: startOf(Math.max(end, index)) });
      }),
  };
}
