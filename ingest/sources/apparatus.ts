import type { TextRange } from './source.js';
import { type TextLine, textLines, trimRange } from './text-lines.js';

/** A passage outside the body, with what it is. */
export interface ApparatusRange extends TextRange {
  readonly what: string;
}

/** A line by which a text says what it is, before it begins: the samples of this repository have one. */
const notice = /\bnot an? (?:archival|authentic|historical|real) document\b/iu;

/** Marks that registries and typists put above a document. */
const stamps: readonly RegExp[] = [
  /^(?:top secret|strictly secret|secret|confidential|for official use only|unclassified|urgent|extra urgent|(?:very )?important)[.!]?$/iu,
  /^(?:top |strictly )?secret\b.{0,40}\bcop(?:y|ies)\b/iu,
  /^(?:copy|cop\.|ex\.|exemplar)\s*(?:no?\.?|nr\.?|№|#|N°)\s*\d+[.]?$/iu,
  /^(?:from the )?(?:diary|journal) of\b.{0,20}\bcopy no\b/iu,
  /^(?:declassified|downgraded)\b.{0,60}$/iu,
  /^\[?(?:stamp(?:ed)?|handwritten|received stamp|seal)\b[^\]\n]{0,200}\]?$/iu,
  /^(?:incoming|outgoing|ref\.?|reg\.?|registry) ?(?:no?\.?|nº|№)?:? ?[\w/-]{1,20}$/iu,
  /^(?:nº|№|n°) ?[\w/-]{1,20}(?:\s+cop(?:y|ies) (?:nº|№|n°) ?\w{1,4})?$/iu,
];

/** A registry's stamp or a note by hand as the translator gives it, in brackets that may span lines. */
const bracketedStamp =
  /^[ \t]{0,20}\[(?=[^\]]{0,90}?\b(?:stamp|handwrit(?:ten|ing)|illegible|seal|marginalia|faded)\b)(?:[^[\]]|\[\[?[^[\]]{0,200}\]{1,2}){1,600}\][ \t]{0,20}$/gimu;

/** Where what typists and registries add below a document begins. */
const distribution: readonly RegExp[] = [
  /^(?:distribution(?: list)?|distributed to|copies? (?:sent )?to|circulated to|sent to|cc)\s*[:-]/iu,
  /^(?:\d+|one|two|three|four|five|six|several) cop(?:y|ies)(?: (?:were )?(?:printed|typed|made|sent)\b|:| -)/iu,
  /^(?:printed|typed|issued) in (?:\d+|two|three|four|five|six) copies\b/iu,
  /^(?:\d+|two|three|four|five|six|several) copies[.:]?(?: v?\[?i{1,3}\]?)?$/iu,
  /^1 ?[-–—] ?(?:to |for )?(?:cdes?|comrades?|com|file|case|delo)\b/iu,
];

/** Text below a distribution list's head that is too much for a list: the head was none. */
const longestDistribution = 1200;

function isBlank(line: TextLine): boolean {
  return line.text.trim() === '';
}

/** The notice in the first line that says anything; `null` where there is none. */
export function findNotice(text: string): ApparatusRange | null {
  for (const line of textLines(text)) {
    if (isBlank(line)) continue;
    return line.text.length < 400 && notice.test(line.text) ? { ...trimRange(text, line), what: 'notice' } : null;
  }
  return null;
}

/** Whether a line is a registry's or a typist's mark. */
export function isStamp(line: string): boolean {
  const trimmed = line.trim();
  return trimmed.length < 220 && stamps.some((pattern) => pattern.test(trimmed));
}

/** Stamps above the body and the distribution list below it, and the body between them. */
export function trimStamps(
  text: string,
  range: TextRange,
): { readonly body: TextRange; readonly apparatus: readonly ApparatusRange[] } {
  const apparatus: ApparatusRange[] = [];
  let { start, end } = trimRange(text, range);
  for (const line of textLines(text, { start, end })) {
    if (isBlank(line)) continue;
    if (!isStamp(line.text)) {
      start = line.start;
      break;
    }
    apparatus.push({ ...trimRange(text, line), what: 'stamp' });
    start = line.end;
  }
  const tail = Math.max(start, end - longestDistribution);
  for (const line of textLines(text, { start: tail, end })) {
    // A line cut by the window is no line; one at the body's start leaves no body.
    if (line.start <= start || (line.start === tail && !/[\n\r]/u.test(text[tail - 1] ?? ''))) continue;
    if (!distribution.some((pattern) => pattern.test(line.text.trim()))) continue;
    apparatus.push({ ...trimRange(text, { start: line.start, end }), what: 'distribution list' });
    end = line.start;
    break;
  }
  const body = trimRange(text, { start, end });
  return { body, apparatus: [...apparatus, ...stampsInside(text, body)].sort((a, b) => a.start - b.start) };
}

/** Stamps that stand between the lines of the body: it goes on around them. */
function stampsInside(text: string, body: TextRange): ApparatusRange[] {
  return [...text.slice(body.start, body.end).matchAll(bracketedStamp)].map((match) => {
    const start = body.start + match.index;
    return { ...trimRange(text, { start, end: start + match[0].length }), what: 'stamp' };
  });
}
