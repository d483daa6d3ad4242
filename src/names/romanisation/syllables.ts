/**
 * How one romanisation writes the syllables of a language: its initials, vowels (with medials) and finals, each
 * with the spellings that stand for it, in lower case without diacritics and apostrophes.
 */
export interface SyllableSystem {
  readonly initials: ReadonlyMap<string, readonly string[]>;
  readonly vowels: ReadonlyMap<string, readonly string[]>;
  readonly finals: ReadonlyMap<string, readonly string[]>;
}

/** The syllables that a spelling may stand for. */
export type Readings = ReadonlySet<string>;

/** A word cut into syllables, each with its readings. */
export type Syllables = readonly Readings[];

/** Rows of "sound: spelling spelling", one a sound; `-` is the empty spelling, and a sound of its own. */
export function soundTable(rows: string): ReadonlyMap<string, readonly string[]> {
  return new Map(
    rows
      .trim()
      .split(/\s*[,\n]\s*/u)
      .map((row) => {
        const [sound = '', spellings = ''] = row.split(':');
        return [sound.trim(), spellings.trim().split(/\s+/u).map(unhyphened)];
      }),
  );
}

function unhyphened(spelling: string): string {
  return spelling === '-' ? '' : spelling;
}

/** All spellings of a system's syllables, with what each may stand for. The product of its parts: some never occur. */
export function spellSyllables(system: SyllableSystem): ReadonlyMap<string, Readings> {
  const readings = new Map<string, Set<string>>();
  for (const [initial, initialSpellings] of system.initials) {
    for (const [vowel, vowelSpellings] of system.vowels) {
      for (const [final, finalSpellings] of system.finals) {
        const syllable = `${initial}${vowel}${final}`;
        for (const a of initialSpellings)
          for (const b of vowelSpellings) for (const c of finalSpellings) addTo(readings, `${a}${b}${c}`, syllable);
      }
    }
  }
  return readings;
}

export function addTo(index: Map<string, Set<string>>, key: string, value: string): void {
  const values = index.get(key);
  if (values === undefined) index.set(key, new Set([value]));
  else values.add(value);
}

/** The longest given name that is read as syllables: two, and a double surname before them. */
const mostSyllables = 4;

/** All ways to cut a word into at most four syllables of a system. */
export function cutSyllables(word: string, spellings: ReadonlyMap<string, Readings>): readonly Syllables[] {
  if (word === '') return [];
  const cuts: Syllables[] = [];
  const cut = (start: number, syllables: readonly Readings[]): void => {
    if (start === word.length) {
      cuts.push(syllables);
      return;
    }
    if (syllables.length === mostSyllables) return;
    for (let end = start + 1; end <= word.length; end += 1) {
      const readings = spellings.get(word.slice(start, end));
      if (readings !== undefined) cut(end, [...syllables, readings]);
    }
  };
  cut(0, []);
  return cuts;
}

export function intersects(a: Readings, b: Readings): boolean {
  for (const reading of a) if (b.has(reading)) return true;
  return false;
}

/** Whether two words may be the same syllables. */
export function shareReading(a: Syllables, b: Syllables): boolean {
  return (
    a.length === b.length &&
    a.every((readings, index) => {
      const others = b[index];
      return others !== undefined && intersects(readings, others);
    })
  );
}
