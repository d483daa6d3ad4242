import type { AuthorityRecord } from '../../lexicon/authority-record.js';

const abbreviations: Readonly<Record<string, string>> = {
  amb: 'ambassador',
  pres: 'president',
  secy: 'secretary',
  sec: 'secretary',
  min: 'minister',
  fonmin: 'minister',
  gen: 'general',
  adm: 'admiral',
  col: 'colonel',
  asst: 'assistant',
  dep: 'deputy',
  dir: 'director',
  chmn: 'chairman',
};
const functionWords = new Set([
  'of',
  'the',
  'for',
  'to',
  'and',
  'in',
  'at',
  'on',
  'from',
  'a',
  'until',
  'after',
  'mr',
  's',
]);

/** The words of an office, without those that carry none: "Asst. Secretary for FE" → assistant, secretary, fe. */
export function officeWords(text: string): readonly string[] {
  return [...text.toLowerCase().matchAll(/\p{L}+/gu)].flatMap(([word]) => {
    const full = abbreviations[word] ?? word;
    return functionWords.has(full) ? [] : [full];
  });
}

/** What a man is before he is anything else: the higher, the more often texts mean him by his bare surname. */
const ranks: readonly (readonly [pattern: RegExp, rank: number])[] = [
  [/\b(?:deputy|vice|assistant|acting|under|counsel|member of|consul)/iu, 0.2],
  [
    /\b(?:president|premier|prime minister|king|shah|emperor|generalissimo|secretary of state|general secretary)\b/iu,
    1,
  ],
  [/\b(?:minister|secretary|chairman|ambassador|director|chief|commander)\b/iu, 0.6],
];

function rankOf(description: string): number {
  const [first = ''] = description.split(/[;,]/u);
  return ranks.find(([pattern]) => pattern.test(first))?.[1] ?? 0.3;
}

const deputies = /^(?:deputy|vice|assistant|under)$/u;

/**
 * Tells bearers of one family name apart by the office that stands beside the name, by what the document has told so
 * far, and by the bearers themselves.
 */
export class BearerChooser {
  readonly #words = new Map<string, readonly string[]>();
  /** Words of offices, with the number of records that have them: the business of the whole list. */
  readonly #shared = new Map<string, number>();
  readonly #mostShared: number;
  readonly #priors = new Map<string, number>();

  constructor(records: readonly AuthorityRecord[]) {
    for (const record of records) {
      const words = officeWords(record.description ?? '');
      this.#words.set(record.id, words);
      for (const word of new Set(words)) this.#shared.set(word, (this.#shared.get(word) ?? 0) + 1);
    }
    this.#mostShared = Math.max(1, ...this.#shared.values());
  }

  /** How well an office that stands beside a name fits a record; 0 where nothing does. */
  fit(record: AuthorityRecord, beside: readonly string[]): number {
    const own = this.#words.get(record.id) ?? [];
    let score = 0;
    for (const word of new Set(beside)) if (own.includes(word)) score += 1;
    if (score === 0) return 0;
    const isDeputy = own.slice(0, 2).some((word) => deputies.test(word));
    return isDeputy === beside.some((word) => deputies.test(word)) ? score : score - 0.5;
  }

  /** Likelihood before anything is read, between 0 and 2. */
  prior(record: AuthorityRecord): number {
    const known = this.#priors.get(record.id);
    if (known !== undefined) return known;
    const words = new Set(this.#words.get(record.id) ?? []);
    let shared = 0;
    for (const word of words) shared += (this.#shared.get(word) ?? 1) - 1;
    const prior = rankOf(record.description ?? '') + (words.size === 0 ? 0 : shared / words.size / this.#mostShared);
    this.#priors.set(record.id, prior);
    return prior;
  }
}
