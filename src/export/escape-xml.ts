import { plainText } from './plain-text.js';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser would turn these into spaces in an attribute, and a carriage return into a line feed anywhere.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/**
 * Text for an element or for an attribute in double quotes. The packages that write XML build the document in memory
 * before they print it; this is all of them that a stream needs.
 */
export function escapeXml(text: string): string {
  return plainText(text).replace(/[&<>"\t\n\r]/g, (character) => escapes[character] ?? character);
}
