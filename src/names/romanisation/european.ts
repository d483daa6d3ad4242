import anyAscii from 'any-ascii';

/** What has a sound of its own that plain folding would lose: Novotný keeps its y, Dubček must not become Dubcek alone. */
const letters: ReadonlyMap<string, string> = new Map(
  Object.entries({
    č: 'ch',
    ć: 'ch',
    š: 'sh',
    ś: 'sh',
    ş: 'sh',
    ș: 'sh',
    ž: 'zh',
    ż: 'zh',
    ź: 'zh',
    đ: 'dj',
    ł: 'l',
    ř: 'rzh',
    ţ: 'ts',
    ț: 'ts',
    ä: 'ae',
    ö: 'oe',
    ü: 'ue',
    ø: 'oe',
    å: 'aa',
    ß: 'ss',
    ő: 'oe',
    ű: 'ue',
    ё: 'yo',
    й: 'y',
    х: 'kh',
    ж: 'zh',
    ц: 'ts',
    ч: 'ch',
    ш: 'sh',
    щ: 'shch',
    ъ: '',
    ь: '',
    ы: 'y',
    э: 'e',
    ю: 'yu',
    я: 'ya',
    є: 'ye',
    ї: 'yi',
    і: 'i',
    ґ: 'g',
  }),
);

/**
 * A word in plain Latin letters with its sounds kept: Cyrillic by BGN/PCGN 1947, the letters with marks of Czech,
 * Polish, Romanian, German and the Scandinavian languages by what English writers put for them.
 */
export function spellInLatin(word: string): string {
  const marked = [...word.normalize('NFC').toLowerCase()].map((letter) => letters.get(letter) ?? letter).join('');
  return anyAscii(marked)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}

/** The same without the marks: Gomulka, Dubcek, Grossmann. */
export function foldWord(word: string): string {
  return anyAscii(word.normalize('NFC'))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');
}

/**
 * The Russian sounds that a Latin spelling may stand for: English, German, French, Polish and scholarly
 * transliteration. The longest spelling first; where it may be two sounds, both are tried.
 *
 * @see ALA-LC Romanization Tables, Russian; BGN/PCGN 1947; ISO 9:1995; DIN 1460.
 */
const russianSounds: readonly (readonly [spelling: RegExp, sounds: readonly string[]])[] = [
  [/^(?:schtsch|schtch|chtch|shtch|shch|szcz|stsch)/, ['8']],
  [/^(?:tsch|tch|cz)/, ['c']],
  [/^sch/, ['s', 'z', '8']],
  [/^(?:dzh|dsch|dj)/, ['dz']],
  [/^(?:zh|rz)/, ['z']],
  [/^sh|^sz/, ['s']],
  [/^kh/, ['h']],
  [/^ch/, ['c', 'h', 's']],
  [/^(?:ts|tz)/, ['q']],
  [/^x/, ['ks', 'h']],
  [/^ss/, ['s']],
  // German writes the voiced s so: Kusnezow.
  [/^s(?=[aeiounm])/, ['s', 'z']],
  [/^(?:ff|ph|f)/, ['f']],
  [/^(?:vv|w|v)/, ['v']],
  [/^h/, ['h', 'g']],
  [/^z/, ['z', 'q']],
  [/^c/, ['k', 'q']],
  [/^(?:ou|oo)/, ['u']],
  [/^j(?=ou|i[^aeou]|[bcdfgklmnpqrstvwxz])/, ['z']],
  [/^(?:[yij]+e|[yij]+o|eu)/, ['e', 'ie', 'io']],
  [/^[yij]+ou/, ['u']],
  [/^(?:[yij]+u)/, ['u', 'iu']],
  [/^(?:[yij]+a)/, ['a', 'ia']],
  [/^[yij]+/, ['i']],
];

/** More ways to read a word than this are not tried. */
const mostReadings = 64;

/** The Russian words that a spelling may stand for, in the letters of the table. */
export function russianReadings(word: string): ReadonlySet<string> {
  let open: readonly (readonly [read: string, rest: string])[] = [['', word]];
  const done = new Set<string>();
  while (open.length > 0) {
    const next: (readonly [string, string])[] = [];
    for (const [read, rest] of open) {
      if (rest === '') {
        done.add(settle(read));
        continue;
      }
      const rule = russianSounds.find(([spelling]) => spelling.test(rest));
      const length = rule?.[0].exec(rest)?.[0].length ?? 1;
      for (const sound of rule?.[1] ?? [rest[0] ?? '']) next.push([`${read}${sound}`, rest.slice(length)]);
    }
    open = next.slice(0, mostReadings);
  }
  return done;
}

/** Final -off and -ow are -ov; after a hiss, o is written for ё; a doubled letter is one; -ii, -iy and -y are one ending. */
function settle(read: string): string {
  return read
    .replace(/(?<=[eo])[vf]$/, 'v')
    .replace(/(?<=[csz8q])o(?=v$)/, 'e')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=[skh])i$/, '');
}

const russianEnding =
  /(?:[oe]va?|[oe]ff|[oe]w|ina?|yna|ska?ya|ski[ijy]?|sky[ij]?|skoy|tski|enko|[yi]an|iants|shvili|dze|iia|ych?|[iy][cč]h?|itsch|itch|[uy]k|ov[iy]ch|[ae]y|ai|ei|oi|oy|in|un|yn|yuk|iuk|lko|el|itz|iya|man|ich|ina|ko|sk|grad|[rvln]k(?:y|i[ijy]?))$/;

/** Whether a surname has an ending that Russian, Ukrainian, Armenian, Georgian or Serbian surnames have. */
export function looksEastEuropean(word: string): boolean {
  return word.length >= 4 && russianEnding.test(word);
}

/**
 * Vietnamese as English, French and Russian writers spell it, sound by sound: Phạm and Fam, Giáp and Ziap.
 *
 * @see Decision of the USSR Academy on Vietnamese names, in R. S. Gilyarevsky, B. A. Starostin, "Foreign names in Russian text", 1985.
 */
export function vietnameseReading(word: string): string {
  return word
    .replace(/^ph/, 'f')
    .replace(/^(?:gi|zi|d)(?=[aeou])/, 'z')
    .replace(/^ngh?/, 'n')
    .replace(/^(?:ch|sh|tr|ty)/, 's')
    .replace(/^(?:x|s)/, 's')
    .replace(/^(?:kh|h)/, 'h')
    .replace(/^th/, 't')
    .replace(/^[cqk]/, 'k')
    .replace(/uye|uie|ue|yue/, 'e')
    .replace(/ye|ie|yo|uo/, 'e')
    .replace(/nh$/, 'n')
    .replace(/y/g, 'i');
}

export const vietnameseSurnames: ReadonlySet<string> = new Set(
  [
    'nguyen',
    'nguen',
    'tran',
    'chan',
    'le',
    'pham',
    'fam',
    'ho',
    'vo',
    'ngo',
    'truong',
    'chyong',
    'hoang',
    'khoang',
    'phan',
    'fan',
    'dang',
    'bui',
    'do',
    'duong',
    'ly',
    'ton',
    'dinh',
    'mai',
    'ta',
    'ung',
    'vu',
    'xuan',
    'hoa',
  ].map(vietnameseReading),
);
