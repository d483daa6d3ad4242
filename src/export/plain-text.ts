/** What UTF-8 can't hold: half of a character. With the flag `u` this class matches only those that stand alone. */
const loneSurrogate = /\p{Surrogate}/gu;
/** Characters that XML 1.0 can't hold, not even escaped; a spreadsheet does no better with them. */
const forbidden = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/gu;
const replacement = '\ufffd';

export function wellFormed(text: string): string {
  return text.replace(loneSurrogate, replacement);
}

/**
 * Text that any reader takes: forbidden characters become U+FFFD, so that a reader sees that something stood there.
 *
 * @see https://www.w3.org/TR/xml/#charsets
 */
export function plainText(text: string): string {
  return text.replace(forbidden, replacement);
}

/** A JSON text without half characters, which `JSON.stringify` would write as escapes that strict readers refuse. */
export function printedJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? wellFormed(part) : part));
}
