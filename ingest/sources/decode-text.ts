import { UnreadableInputError } from '../../src/errors.js';
import { binaryFormatOf } from './binary-format.js';
import { decodeAs, decodeLegacy, guessLegacyEncoding } from './legacy-encoding.js';
import type { WholeInput } from './source.js';

/** More of them than this, and the bytes are no text: stray ones come from old word processors. */
const controlShareOfBinary = 0.02;

const saveAsUtf8 = 'Save the file as plain text in UTF-8, and try again.';

/** What is to be done about a file that some of its bytes spoil. */
interface ByteCensus {
  readonly nulAtEven: number;
  readonly nulAtOdd: number;
  /** C0 controls other than tab, line feed, form feed and carriage return. */
  readonly controls: number;
}

function census(bytes: Uint8Array): ByteCensus {
  let nulAtEven = 0;
  let nulAtOdd = 0;
  let controls = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (byte === 0) {
      if (i % 2 === 0) nulAtEven += 1;
      else nulAtOdd += 1;
    } else if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d) {
      controls += 1;
    }
  }
  return { nulAtEven, nulAtOdd, controls };
}

/** UTF-16 by its byte order mark, or by the empty halves of its Latin letters. */
function utf16Of(bytes: Uint8Array, { nulAtEven, nulAtOdd }: ByteCensus): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const units = bytes.length / 2;
  if (nulAtEven === 0 && nulAtOdd > units * 0.7) return 'utf-16le';
  if (nulAtOdd === 0 && nulAtEven > units * 0.7) return 'utf-16be';
  return null;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Whether a file is UTF-8 with a few bytes broken: most of its bytes outside ASCII make whole letters. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\uFFFD/gu)?.length ?? 0;
  const whole = text.match(/[^\p{ASCII}\uFFFD]/gu)?.length ?? 0;
  return whole > broken;
}

/**
 * The text as received: what the bytes say, with line ends as they are and without a byte order mark.
 *
 * @throws {UnreadableInputError} when the bytes are empty, no text, or text in an encoding that can't be told.
 */
export function decodeText({ name, bytes, charset = () => null }: WholeInput): string {
  if (bytes.length === 0) {
    throw new UnreadableInputError(`${name} is empty.`, 'Give a file with text in it.');
  }
  const binary = binaryFormatOf(bytes);
  if (binary !== null) throw new UnreadableInputError(`${name} is no text: it is ${binary.name}.`, binary.cure);

  const counted = census(bytes);
  const text = decodeUnmarked(name, bytes, counted, charset());
  if (!/\S/u.test(text)) {
    throw new UnreadableInputError(`${name} holds nothing but blanks.`, 'Give a file with text in it.');
  }
  return text;
}

function decodeUnmarked(name: string, bytes: Uint8Array, counted: ByteCensus, charset: string | null): string {
  const utf16 = utf16Of(bytes, counted);
  if (utf16 !== null) return decodeUtf16(name, bytes, utf16);

  const nuls = counted.nulAtEven + counted.nulAtOdd;
  if (nuls > 0 || counted.controls > bytes.length * controlShareOfBinary) {
    throw new UnreadableInputError(
      `${name} is no text: it holds ${nuls} NUL bytes and ${counted.controls} other control characters in ${bytes.length} bytes.`,
      'Give a plain text file; if it should be one, copy it again from where it came.',
    );
  }
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null) return utf8;
  const named = charset === null ? null : decodeAs(charset, bytes);
  if (named !== null) return named;
  if (isDamagedUtf8(bytes)) {
    throw new UnreadableInputError(
      `${name} is UTF-8 text with broken letters in it: it was cut or damaged.`,
      'Copy it again from where it came, or save it anew in UTF-8.',
    );
  }
  const legacy = guessLegacyEncoding(bytes);
  if (legacy === null) throw new UnreadableInputError(`${name} is text in an unknown encoding.`, saveAsUtf8);
  return decodeLegacy(bytes, legacy);
}

function decodeUtf16(name: string, bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): string {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes('\0')) return text;
  } catch {
    // Falls through: an odd number of bytes or half a letter.
  }
  throw new UnreadableInputError(`${name} is UTF-16 text with broken letters in it.`, saveAsUtf8);
}
