/** One kind of file that is no text: how its first bytes look, and what its owner can do. */
export interface BinaryFormat {
  readonly name: string;
  readonly magic: readonly number[];
  readonly cure: string;
}

const ascii = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));

const exportAsText = 'Save it as plain text (UTF-8) in the program that wrote it, and give that file.';
const recognise = 'Turn the picture into text with a text recognition program, and give that text.';
const unpack = 'Unpack it, and give the text files that it holds.';

/** Signatures as the formats' specifications give them; the first that matches names the file. */
export const binaryFormats: readonly BinaryFormat[] = [
  { name: 'a PDF file', magic: ascii('%PDF'), cure: 'Extract its text (for example with pdftotext), and give that.' },
  {
    name: 'a ZIP container (a .docx, .odt, .epub or .zip file)',
    magic: [0x50, 0x4b, 0x03, 0x04],
    cure: `${exportAsText} If it is an archive of documents, unpack it first.`,
  },
  { name: 'an empty ZIP archive', magic: [0x50, 0x4b, 0x05, 0x06], cure: 'Give the files that should be in it.' },
  { name: 'an old Word document (.doc)', magic: [0xd0, 0xcf, 0x11, 0xe0], cure: exportAsText },
  { name: 'a Rich Text document (.rtf)', magic: ascii('{\\rtf'), cure: exportAsText },
  { name: 'a gzip file', magic: [0x1f, 0x8b], cure: unpack },
  { name: 'a 7-Zip archive', magic: [0x37, 0x7a, 0xbc, 0xaf], cure: unpack },
  { name: 'a RAR archive', magic: ascii('Rar!'), cure: unpack },
  { name: 'a PNG picture', magic: [0x89, 0x50, 0x4e, 0x47], cure: recognise },
  { name: 'a JPEG picture', magic: [0xff, 0xd8, 0xff], cure: recognise },
  { name: 'a GIF picture', magic: ascii('GIF8'), cure: recognise },
  { name: 'a TIFF picture', magic: [0x49, 0x49, 0x2a, 0x00], cure: recognise },
  { name: 'a TIFF picture', magic: [0x4d, 0x4d, 0x00, 0x2a], cure: recognise },
  {
    name: 'a DjVu document',
    magic: ascii('AT&TFORM'),
    cure: 'Extract its text (for example with djvutxt), and give that.',
  },
  {
    name: 'an SQLite database',
    magic: ascii('SQLite format 3'),
    cure: 'Give documents; a store is named with --store.',
  },
];

export function binaryFormatOf(bytes: Uint8Array): BinaryFormat | null {
  return binaryFormats.find(({ magic }) => magic.every((byte, i) => bytes[i] === byte)) ?? null;
}
