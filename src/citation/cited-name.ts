/** A name as CSL keeps it: in parts where these are certain, else as it is written. */
export type CitedName =
  | { readonly family: string; readonly given: string; readonly suffix?: string }
  | { readonly literal: string };

const initials = /^(?:\p{Lu}\p{Ll}{0,2}\.-?)+$/u;
const suffixes = /^(?:Jr\.?|Sr\.?|II|III|IV)$/u;

/**
 * Initials before the last word tell that the family name comes last: "A.M. Puzanov", "Glenn W. LaFantasie". Of a
 * name without any nothing tells ("Kim Il Sung", "Evan Duncan"), and a wrong cut would be cited.
 */
export function citedName(name: string): CitedName {
  const literal = name.replace(/\s+/gu, ' ').trim();
  const words = literal.replace(/,/gu, '').split(' ');
  const suffix = suffixes.test(words.at(-1) ?? '') ? words.pop() : undefined;
  const family = words.pop();
  if (family === undefined || initials.test(family) || !words.some((word) => initials.test(word))) return { literal };
  return { family, given: words.join(' '), ...(suffix === undefined ? {} : { suffix }) };
}

/** In the order in which it is spoken. */
export function spokenName(name: CitedName): string {
  if ('literal' in name) return name.literal;
  return [name.given, name.family, name.suffix].filter(Boolean).join(' ');
}

/** Family name first, as lists are sorted by it. */
export function sortedName(name: CitedName): string {
  if ('literal' in name) return name.literal;
  return [name.family, name.given, name.suffix].filter(Boolean).join(', ');
}
