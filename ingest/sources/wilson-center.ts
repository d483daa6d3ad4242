import { type ApparatusRange, findNotice, isStamp, trimStamps } from './apparatus.js';
import { findTranslator, parseCitation } from './citation.js';
import { documentIdOfText } from './document-name.js';
import { dateOfLine, findDate } from './find-date.js';
import type { SourceDocument, TextLayout, TextRange } from './source.js';
import { oneLine, type TextLine, trimRange } from './text-lines.js';
import { hasWilsonHeadings, layOutWilson } from './wilson-sections.js';

interface Head {
  readonly titleRange: TextRange | null;
  readonly date: string | null;
  readonly apparatus: readonly ApparatusRange[];
}

/** More of it, in characters, is a broken export. */
const longestCitation = 5000;

/** The lines above the headings: dates and stamps set aside, what is left is the title. */
function readHead(text: string, lines: readonly TextLine[], notice: ApparatusRange | null): Head {
  const apparatus: ApparatusRange[] = [];
  let date: string | null = null;
  let titleRange = null as TextRange | null;
  for (const line of lines) {
    if (notice !== null && line.start < notice.end) continue;
    const range = trimRange(text, line);
    const lineDate = dateOfLine(line.text);
    if (lineDate !== null) {
      date ??= lineDate;
      apparatus.push({ ...range, what: 'date' });
    } else if (isStamp(line.text)) {
      apparatus.push({ ...range, what: 'stamp' });
    } else {
      titleRange = { start: titleRange?.start ?? range.start, end: range.end };
    }
  }
  // A date between two lines of a title belongs to it.
  const title = titleRange;
  return {
    titleRange,
    date,
    apparatus:
      title === null ? apparatus : apparatus.filter(({ start, end }) => end <= title.start || start >= title.end),
  };
}

/** Text export of the Wilson Center Digital Archive: metadata under headings, then one version of the document. */
export const wilsonCenter: TextLayout = {
  name: 'wilson-center',

  accepts: (_input, text) => hasWilsonHeadings(text),

  *read(_input, text): Iterable<SourceDocument> {
    const layout = layOutWilson(text);
    const notice = findNotice(text);
    const head = readHead(text, layout.head, notice);
    const contentOf = (what: string): TextRange | null => {
      const content = layout.sections.find((section) => section.what === what)?.content;
      return content === undefined || content.end === content.start ? null : content;
    };
    const sayOf = (what: string): string | null => {
      const content = contentOf(what);
      return content === null ? null : oneLine(text, content);
    };

    const citationRange = contentOf('citation');
    const citation =
      citationRange === null
        ? null
        : parseCitation(text.slice(citationRange.start, citationRange.end).slice(0, longestCitation));
    const titleInCitation =
      citation?.titleRange && citationRange !== null
        ? { start: citationRange.start + citation.titleRange.start, end: citationRange.start + citation.titleRange.end }
        : null;
    const titleRange = head.titleRange ?? titleInCitation;
    const title = titleRange === null ? null : oneLine(text, titleRange);
    const date = head.date ?? citation?.date ?? (title === null ? null : (findDate(title)?.date ?? null));
    const { body, apparatus: stamps } = trimStamps(text, layout.body);

    yield {
      id: citation?.documentId ?? documentIdOfText(title, date, text),
      title: title ?? 'Untitled document',
      date,
      archivalReference: citation?.archivalReference ?? null,
      citation: sayOf('citation'),
      url: citation?.url ?? null,
      translator: citation?.translator ?? findTranslator(sayOf('credits') ?? ''),
      originalLanguage: sayOf('original language'),
      summary: sayOf('summary'),
      format: this.name,
      text,
      titleRange,
      body,
      apparatus: [
        ...(notice === null ? [] : [notice]),
        ...head.apparatus,
        ...layout.sections
          .filter(({ heading, content }) => heading.end > heading.start || content.end > content.start)
          .map(({ what, heading, content }) => ({
            start: heading.start,
            end: Math.max(heading.end, content.end),
            what,
          })),
        ...(layout.versionLine === null ? [] : [{ ...layout.versionLine, what: 'version' }]),
        ...layout.otherVersions.map((range) => ({ ...range, what: 'other version' })),
        ...stamps,
      ].sort((a, b) => a.start - b.start),
    };
  },
};
