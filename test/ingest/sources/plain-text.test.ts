import { describe, expect, it } from '@jest/globals';
import type { SourceDocument } from '../../../ingest/sources/source.js';
import { readText } from '../../../ingest/sources/sources.js';
import { UnreadableInputError } from '../../../src/errors.js';

function read(text: string): SourceDocument {
  const documents = [...readText({ name: 'note.txt', bytes: new TextEncoder().encode(text) })];
  expect(documents).toHaveLength(1);
  return documents[0] as SourceDocument;
}
const bodyOf = ({ text, body }: SourceDocument) => text.slice(body.start, body.end);

describe('plain text', () => {
  it('has a title, a date and a body', () => {
    const document = read(
      'Telegram From the Embassy in Korea\r\n\r\nSeoul, March 2, 1955—noon.\r\n\r\nWe met. They left.',
    );
    expect(document).toMatchObject({
      title: 'Telegram From the Embassy in Korea',
      date: '1955-03-02',
      format: 'plain-text',
    });
    expect(document.id).toMatch(/^document:telegram-from-the-embassy-in-korea-1955-03-02-[0-9a-f]{8}$/);
    expect(bodyOf(document)).toBe('Seoul, March 2, 1955—noon.\r\n\r\nWe met. They left.');
  });

  it('keeps stamps, datelines above the title, distribution lists and the notice of a sample out of the body', () => {
    const document = read(
      'A sample written for a test; not an archival document.\n\nTOP SECRET\nCopy No. 3\n8 July 1957\n\nMinutes of a Talk\n\nSecret\n\nPresent: A and B.\n\nThey agreed.\n\nDistribution:\nComrade A\nComrade B',
    );
    expect(document.title).toBe('Minutes of a Talk');
    expect(document.date).toBe('1957-07-08');
    expect(bodyOf(document)).toBe('Present: A and B.\n\nThey agreed.');
    expect(document.apparatus.map(({ what }) => what)).toEqual([
      'notice',
      'stamp',
      'stamp',
      'date',
      'stamp',
      'distribution list',
    ]);
  });

  it('takes no sentence for a title and no date out of the story', () => {
    const document = read(
      'On 3 May 1949 he was born, and that is where this long story has its beginning. Then he left.\nMore.',
    );
    expect(document.titleRange).toBeNull();
    expect(document.date).toBeNull();
    expect(document.id).toMatch(/^document:text-[0-9a-f]{12}$/);
    expect(bodyOf(document)).toBe(document.text);
  });

  it('gives two texts two identifiers, and one text the same one again', () => {
    const one = read('Report\n\nIt is good.').id;
    expect(read('Report\n\nIt is bad.').id).not.toBe(one);
    expect(read('Report\n\nIt is good.').id).toBe(one);
  });

  it('refuses markup, which it would read as words', () => {
    expect(() => read('<?xml version="1.0"?><TEI><text>a</text></TEI>')).toThrow(UnreadableInputError);
    expect(() => read('<!DOCTYPE html><p>a</p>')).toThrow(UnreadableInputError);
  });
});
