import { getDocumentProxy } from 'unpdf';
import { UnreadableInputError } from '../../src/errors.js';
import type { OpenedInput } from './opened-input.js';
import { type PdfLine, pdfText } from './pdf-text.js';
import type { Format, SourceDocument, WholeInput } from './source.js';
import { layOutExtracted } from './text-layouts.js';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** A piece of a line, as pdf.js gives it. */
interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly height: number;
  readonly hasEOL: boolean;
}

/** Pieces whose feet differ by less stand on one line; in points. */
const sameLine = 2;
/** Errors only; its warnings are about fonts and drawings. */
const silent = 0;

function linesOf(items: readonly TextItem[]): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let open: { text: string; readonly y: number; readonly height: number } | null = null;
  for (const { str, transform, height, hasEOL } of items) {
    const y = transform[5] ?? 0;
    const isBlank = str.trim() === '';
    if (open !== null && !isBlank && Math.abs(y - open.y) > sameLine) {
      lines.push(open);
      open = null;
    }
    if (open === null && !isBlank) open = { text: '', y, height };
    if (open === null) continue;
    open.text += str;
    if (!hasEOL) continue;
    lines.push(open);
    open = null;
  }
  if (open !== null) lines.push(open);
  return lines.map((line) => ({ ...line, text: line.text.replace(/\s+/gu, ' ').trim() }));
}

async function pagesOf(pdf: Pdf): Promise<readonly (readonly PdfLine[])[]> {
  const pages: (readonly PdfLine[])[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(linesOf(items.filter((item): item is typeof item & TextItem => 'str' in item)));
    page.cleanup();
  }
  return pages;
}

async function readPages({ name, bytes }: WholeInput): Promise<readonly (readonly PdfLine[])[]> {
  let pdf: Pdf | undefined;
  try {
    pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: silent, stopAtErrors: false });
    return await pagesOf(pdf);
  } catch (cause) {
    const isLocked = cause instanceof Error && cause.name === 'PasswordException';
    throw new UnreadableInputError(
      isLocked ? `${name} is a PDF behind a password.` : `${name} is a broken PDF.`,
      isLocked ? 'Save it without the password, and give that file.' : 'Get it anew, or print it to a new PDF.',
      { cause },
    );
  } finally {
    await pdf?.destroy();
  }
}

async function* readPdf(input: OpenedInput): AsyncGenerator<SourceDocument> {
  const whole = await input.whole();
  const text = pdfText(await readPages(whole));
  const cure =
    'It has no text layer: run a text recognition program over it (for example ocrmypdf), and give that file.';
  yield* layOutExtracted(whole, text, { format: 'pdf' }, cure);
}

/** A PDF with a text layer. */
export const pdf: Format = {
  name: 'pdf',
  accepts: ({ head }) => Buffer.from(head.subarray(0, 1_024)).toString('latin1').includes('%PDF-'),
  read: readPdf,
};
