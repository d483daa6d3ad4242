import { describe, expect, it } from '@jest/globals';
import { binaryFormats } from '../../../ingest/sources/binary-format.js';
import { decodeText } from '../../../ingest/sources/decode-text.js';
import { UnreadableInputError } from '../../../src/errors.js';

const decode = (bytes: Iterable<number>) => decodeText({ name: 'letter.txt', bytes: Uint8Array.from(bytes) });
const utf8 = (text: string) => [...new TextEncoder().encode(text)];
const utf16 = (text: string, littleEndian: boolean) =>
  [...text].flatMap((letter) => {
    const unit = letter.charCodeAt(0);
    return littleEndian ? [unit & 0xff, unit >> 8] : [unit >> 8, unit & 0xff];
  });
/** What `decode` throws; fails where it doesn't. */
const refusal = (bytes: Iterable<number>): UnreadableInputError => {
  try {
    decode(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableInputError);
    return error as UnreadableInputError;
  }
  throw new Error('was read');
};

describe('decodeText', () => {
  it('gives UTF-8 as it is, line ends included, without a byte order mark', () => {
    expect(decode(utf8('Kim Il-sŏng\r\n김일성\n'))).toBe('Kim Il-sŏng\r\n김일성\n');
    expect(decode([0xef, 0xbb, 0xbf, ...utf8('a\r\n')])).toBe('a\r\n');
  });

  it('reads UTF-16 by its mark, and without one by its empty halves', () => {
    for (const littleEndian of [true, false]) {
      expect(decode(utf16('\uFEFFМосква, 8 July', littleEndian))).toBe('Москва, 8 July');
      expect(decode(utf16('Moscow, 8 July 1957', littleEndian))).toBe('Moscow, 8 July 1957');
    }
  });

  it('tells windows-1252 from windows-1251', () => {
    expect(decode([...utf8('Comrade M'), 0xfc, ...utf8('nnich said '), 0x93, ...utf8('yes'), 0x94])).toBe(
      'Comrade Münnich said “yes”',
    );
    expect(decode([0xcc, 0xee, 0xf1, 0xea, 0xe2, 0xe0, ...utf8(', 8 '), 0xe8, 0xfe, 0xeb, 0xff])).toBe(
      'Москва, 8 июля',
    );
  });

  it.each(binaryFormats.map((format) => [format.name, format] as const))('refuses %s by name', (name, format) => {
    const error = refusal([...format.magic, ...utf8(' and more of it')]);
    expect(error.message).toContain(name);
    expect(error.cure).toBe(format.cure);
  });

  it('refuses what is empty, blank, binary, cut inside a letter or in an unknown encoding', () => {
    expect(refusal([]).message).toContain('is empty');
    expect(refusal(utf8(' \r\n\t ')).message).toContain('nothing but blanks');
    expect(refusal([1, 2, 3, 0, 5, 6, 0, 8, 9, 65, 66]).message).toContain('2 NUL bytes');
    expect(refusal([...utf8('text'), ...Array.from({ length: 10 }, () => 7)]).message).toContain('control characters');
    expect(refusal(utf8('Kim Il-sŏng 김일성').slice(0, -1)).message).toContain('broken letters');
    expect(refusal([0xff, 0xfe, 0x41, 0x00, 0x42]).message).toContain('UTF-16');
    expect(refusal([0x81, 0x20, 0x8d, 0x20, 0x8f, 0x20, 0x90, 0x20]).message).toContain('unknown encoding');
  });
});
