import type { ArchivalReference } from '../../src/model/document-graph.js';

type Part = Exclude<keyof ArchivalReference, 'archive'>;

/**
 * The parts of a Soviet-style reference in the words and abbreviations of Russian, English, Czech and Polish
 * archives; Chinese file numbers follow below. Each row takes what stands between its word and the next comma.
 */
const parts: readonly { readonly part: Part; readonly named: RegExp }[] = [
  { part: 'fond', named: /(?<![\p{L}\p{N}])(?:fonds?|collection|f)(?:\.|:|\s)\s*(?:no?\.\s*|№\s*)?([^,;]+)/iu },
  { part: 'opis', named: /(?<![\p{L}\p{N}])(?:opis'?|inventory|op|o)(?:\.|:|\s)\s*(?:no?\.\s*|№\s*)?([^,;]+)/iu },
  { part: 'papka', named: /(?<![\p{L}\p{N}])(?:papka|folder|pap|p)(?:\.|:|\s)\s*(?:no?\.\s*|№\s*)?([^,;]+)/iu },
  { part: 'delo', named: /(?<![\p{L}\p{N}])(?:delo|file|por|d)(?:\.|:|\s)\s*(?:no?\.\s*|№\s*)?([^,;]+)/iu },
  {
    part: 'listy',
    named: /(?<![\p{L}\p{N}])(?:listy?|pages?|pp|ll|l)(?:\.|:|\s)\s*([^,;]+(?:,\s*\d[\d\s–-]*(?:ob)?\.?(?=,|;|$))*)/iu,
  },
];

/** File numbers of the Foreign Ministry Archive of China: "109-00743-03, 3-4". */
const chineseFile = /(?<!\d)(\d{3}-\d{5}-\d{2})(?:\s*\(\d+\))?(?:,\s*(?:pp?\.\s*)?(\d[\d\s,–-]*))?/u;

function tidy(value: string): string {
  return value.trim().replace(/[\s,;:.]+$/u, '');
}

/**
 * Reads "AVPRF F. 0102, Op. 13, P. 72, Delo 5, Listy 131-145".
 *
 * What other archives write after their name ("MOL, XIX-J-1-j Korea, 5. doboz") is kept whole as `delo`, so
 * that nothing of a reference is lost.
 *
 * @returns `null` for an empty reference.
 */
export function parseArchivalReference(written: string): ArchivalReference | null {
  const reference = tidy(written.replace(/\s+/gu, ' '));
  if (reference === '') return null;

  const chinese = chineseFile.exec(reference);
  if (chinese?.[1] !== undefined) {
    return {
      ...named('archive', reference.slice(0, chinese.index)),
      delo: chinese[1],
      ...named('listy', chinese[2] ?? ''),
    };
  }

  const found = new Map<Part, string>();
  let from = reference.length;
  for (const { part, named: pattern } of parts) {
    const match = pattern.exec(reference);
    // "F." may be an initial in an archive's name: a part has a number in it.
    if (match?.[1] === undefined || !/\d/u.test(match[1])) continue;
    found.set(part, tidy(match[1]));
    from = Math.min(from, match.index);
  }
  if (found.size >= 2) return { ...named('archive', reference.slice(0, from)), ...Object.fromEntries(found) };

  const comma = reference.indexOf(',');
  return comma < 0
    ? { archive: reference }
    : { ...named('archive', reference.slice(0, comma)), ...named('delo', reference.slice(comma + 1)) };
}

function named<K extends keyof ArchivalReference>(key: K, value: string): ArchivalReference {
  const tidied = tidy(value);
  return tidied === '' ? {} : { [key]: tidied };
}
