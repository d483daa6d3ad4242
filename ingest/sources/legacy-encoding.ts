/** 8-bit encodings that old exports come in: Western Europe's and Russia's. */
export type LegacyEncoding = 'windows-1252' | 'windows-1251';

/** Bytes that windows-1252 leaves undefined; text never holds them. */
const undefinedIn1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

function isAsciiLetter(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
}

/** Letters of windows-1251 that Russian uses: А–я, Ё, ё. */
function isCyrillicByte(byte: number): boolean {
  return byte >= 0xc0 || byte === 0xa8 || byte === 0xb8;
}

/**
 * Guesses the encoding of bytes that are no UTF-8.
 *
 * Russian in windows-1251 is runs of bytes from 0xC0 on; in windows-1252 such bytes stand alone between
 * ASCII letters ("Münnich") and typographic signs stand at word ends. What is neither, is not guessed.
 */
export function guessLegacyEncoding(bytes: Uint8Array): LegacyEncoding | null {
  let high = 0;
  let inRuns = 0;
  let impossibleIn1252 = 0;
  let asciiLetters = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i] ?? 0;
    if (isAsciiLetter(byte)) asciiLetters += 1;
    if (byte < 0x80) continue;
    high += 1;
    if (undefinedIn1252.has(byte)) impossibleIn1252 += 1;
    const before = bytes[i - 1] ?? 0;
    const after = bytes[i + 1] ?? 0;
    if (isCyrillicByte(byte) && (isCyrillicByte(before) || isCyrillicByte(after))) inRuns += 1;
  }
  if (inRuns > high * 0.7) return 'windows-1251';
  if (impossibleIn1252 === 0 && high < asciiLetters * 0.2) return 'windows-1252';
  return null;
}

/** Letters of windows-1252 for the bytes 0x80 to 0x9F; the five undefined ones are U+FFFD. */
const highRowOf1252 = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ';

/** The letters that windows-1252 has where Latin-1 has controls, which no text holds. */
export function withLettersOf1252(latin1: string): string {
  return latin1.replace(/[\u0080-\u009F]/gu, (control) => highRowOf1252[control.charCodeAt(0) - 0x80] ?? '\uFFFD');
}

/** @returns `null` where the encoding is unknown, or the bytes are none of its. */
export function decodeAs(charset: string, bytes: Uint8Array): string | null {
  try {
    const decoder = new TextDecoder(charset, { fatal: true });
    const text = decoder.decode(bytes);
    return decoder.encoding === 'windows-1252' ? withLettersOf1252(text) : text;
  } catch {
    return null;
  }
}

/** Node 20's own decoder reads windows-1252 as Latin-1 and loses quotation marks and dashes. */
export function decodeLegacy(bytes: Uint8Array, encoding: LegacyEncoding): string {
  if (encoding === 'windows-1251') return new TextDecoder(encoding).decode(bytes);
  return withLettersOf1252(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));
}
