import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { UnreadableInputError } from '../../src/errors.js';
import { type DomNode, htmlText } from './html-text.js';
import type { OpenedInput } from './opened-input.js';
import type { Format, SourceDocument } from './source.js';
import { layOutExtracted } from './text-layouts.js';
import { checkUnpackedSize, UnpackingRefusedError } from './unpacked-size.js';

async function* readDocx(input: OpenedInput): AsyncGenerator<SourceDocument> {
  const whole = await input.whole();
  let markup: string;
  try {
    const buffer = Buffer.from(whole.bytes);
    await checkUnpackedSize(buffer);
    markup = (await mammoth.convertToHtml({ buffer })).value;
  } catch (cause) {
    if (cause instanceof UnpackingRefusedError) {
      const split = 'Leave out its pictures, or split it into its documents.';
      throw new UnreadableInputError(`${input.name} is not unpacked. ${cause.message}`, split, { cause });
    }
    throw new UnreadableInputError(
      `${input.name} is a broken Word document.`,
      'Open it in the program that wrote it, save it anew, and give that file.',
      { cause },
    );
  }
  const { document } = parseHTML(`<html><body>${markup}</body></html>`);
  const notes = [...document.querySelectorAll('li[id^="footnote-"], li[id^="endnote-"]')];
  for (const mark of document.querySelectorAll('a[id^="footnote-ref"], a[id^="endnote-ref"]')) mark.remove();
  for (const back of document.querySelectorAll('a[href^="#footnote-ref"], a[href^="#endnote-ref"]')) back.remove();
  const noteTexts = notes.map((note) => htmlText(note as unknown as DomNode)).filter((text) => text !== '');
  for (const note of notes) note.remove();
  const body = htmlText(document.body);
  const text = noteTexts.length === 0 || body === '' ? body : `${body}\n\n${noteTexts.join('\n')}`;
  const cure = 'It may hold pictures of pages: turn them into text with a text recognition program.';
  for (const read of layOutExtracted(whole, text, { format: 'docx' }, cure)) {
    yield noteTexts.length === 0 ? read : withoutNotes(read, body.length);
  }
}

/** The notes at the end are the editors', not the document's. */
function withoutNotes(document: SourceDocument, end: number): SourceDocument {
  if (document.body.end <= end || document.body.start >= end) return document;
  return {
    ...document,
    body: { ...document.body, end },
    apparatus: [
      ...document.apparatus.filter((other) => other.end <= end),
      { start: end, end: document.text.length, what: 'footnotes' },
    ],
  };
}

/** A Word document of 2007 and later. */
export const docx: Format = {
  name: 'docx',
  accepts({ head }) {
    const start = Buffer.from(head).toString('latin1');
    return start.startsWith('PK\x03\x04') && /word\/|\[Content_Types\]\.xml/u.test(start);
  },
  read: readDocx,
};
