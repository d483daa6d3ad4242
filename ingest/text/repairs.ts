/** One kind of repair: how the damage looks, what to put in its place, and an example of both. */
export interface Repair {
  /** Recorded with each repair, and the name of the row in tests. */
  readonly reason: string;
  /**
   * Has the flag g. Matches no more than is to be replaced (what must stand around it is looked at, not
   * matched), and takes time linear in the text: every repetition that can overlap another has a bound. Where it looks
   * back, it first looks at the letter that it is for: looking back from every letter of a text takes long.
   */
  readonly misread: RegExp;
  /** What each match holds, where there is such a sign: it is looked for first, and most texts don't have it. */
  readonly sign?: string | RegExp;
  /** The replacement; a function may look around in `match.input`, and gives `null` to leave the place as it is. */
  readonly repaired: string | ((match: RegExpExecArray) => string | null);
  readonly example: string;
  readonly exampleRepaired: string;
}

const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  bdquo: '„',
  bull: '•',
  copy: '©',
  deg: '°',
  gt: '>',
  hellip: '…',
  laquo: '«',
  ldquo: '“',
  lsquo: '‘',
  lt: '<',
  mdash: '—',
  middot: '·',
  nbsp: ' ',
  ndash: '–',
  quot: '"',
  raquo: '»',
  rdquo: '”',
  rsquo: '’',
  sect: '§',
  shy: '\u00AD',
  szlig: 'ß',
};

/** "uuml" is u with the mark of this name. */
const entityMarks: Readonly<Record<string, string>> = {
  acute: '\u0301',
  breve: '\u0306',
  caron: '\u030C',
  cedil: '\u0327',
  circ: '\u0302',
  grave: '\u0300',
  ring: '\u030A',
  tilde: '\u0303',
  uml: '\u0308',
};

function entity(name: string): string | null {
  if (!name.startsWith('#')) {
    const mark = entityMarks[name.slice(1).toLowerCase()];
    return mark === undefined ? (namedEntities[name.toLowerCase()] ?? null) : `${name[0]}${mark}`.normalize('NFC');
  }
  const hexadecimal = /^#x/iu.test(name);
  const codePoint = Number.parseInt(name.slice(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
  const isLetter = codePoint >= 0x20 && codePoint <= 0x10ffff && !(codePoint >= 0xd800 && codePoint <= 0xdfff);
  return isLetter ? String.fromCodePoint(codePoint) : null;
}

const blockTags = /^<\/?(?:p|br|div|li|tr|h[1-6]|hr|blockquote|ul|ol|table)\b/iu;

/** Characters and markup: done first, before lines are joined and words looked at. */
export const characterRepairs: readonly Repair[] = [
  {
    reason: 'character entity of HTML',
    sign: '&',
    misread: /&(?:amp;)?(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/giu,
    repaired: (match) => entity(match[1] ?? ''),
    example: 'J&uuml;rgen on the Party&#8217;s line &amp; its &quot;errors&quot;',
    exampleRepaired: 'Jürgen on the Party’s line & its "errors"',
  },
  {
    reason: 'tag of HTML',
    sign: '<',
    misread:
      /<\/?(?:p|br|i|b|em|strong|span|div|sup|sub|u|a|font|hr|h[1-6]|ul|ol|li|table|tr|td|th|blockquote|small|center|strike|s)(?:\s[^<>]{0,300})?\/?>/giu,
    repaired: ([tag]) => (blockTags.test(tag) ? '\n' : ''),
    example: 'published in <i>Pravda</i> on 4 July',
    exampleRepaired: 'published in Pravda on 4 July',
  },
  {
    reason: 'degree sign of LaTeX',
    sign: '$',
    misread: /(?:(?<=\bN) )?\$\s?\^\s?\{?\s?\\circ\s?\}?\s?\$/gu,
    repaired: '°',
    example: 'in accordance with N $^{\\circ}$ 212/ts',
    exampleRepaired: 'in accordance with N° 212/ts',
  },
  {
    reason: 'raised letters of LaTeX',
    sign: '$',
    misread: /\$\s?\^\s?\{?\s?(?:\\(?:text|mathrm)\{)?(st|nd|rd|th|o|a)\}?\s?\}?\s?\$/gu,
    repaired: ([, letters = '']) => letters,
    example: 'the 20$^{th}$ Congress',
    exampleRepaired: 'the 20th Congress',
  },
  {
    reason: 'formula of LaTeX around a number or a word',
    sign: '$',
    misread: /\$\s?([\p{L}\d][\p{L}\d.,/°'%-]{0,30})\s?\$(?!\d)/gu,
    // Two prices in a row are no formula: "$5 or $6", "$5-$6" don't match, "$5$" can't be one.
    repaired: ([, content = '']) => content,
    example: 'file $109/ts$ was closed',
    exampleRepaired: 'file 109/ts was closed',
  },
  {
    reason: 'type face of LaTeX',
    sign: '\\',
    misread: /\\(?:text(?:it|bf|sc|rm|tt|sf)?|emph|underline|mathrm|mathbf|uline)\{([^{}\\$]{0,300})\}/gu,
    repaired: ([, content = '']) => content,
    example: 'an article in \\textit{Rodong Sinmun} said',
    exampleRepaired: 'an article in Rodong Sinmun said',
  },
  {
    reason: 'escaped sign of LaTeX',
    sign: '\\',
    misread: /\\([&%$#_{}])/gu,
    repaired: ([, sign = '']) => sign,
    example: 'by 12\\% over the plan',
    exampleRepaired: 'by 12% over the plan',
  },
  {
    reason: 'dots of LaTeX',
    sign: '\\',
    misread: /\\(?:ldots|dots)\b(?:\{\})?/gu,
    repaired: '…',
    example: 'he began\\ldots and fell silent',
    exampleRepaired: 'he began… and fell silent',
  },
  {
    reason: 'word spaced out for emphasis',
    // "N o t e" at the head of a line; letters of a list have commas.
    misread: /^[ \t]{0,40}(?:\p{Lu}(?: \p{Ll}){3,14}|\p{Lu}(?: \p{Lu}){3,14})(?![\p{L}\d.,)])(?! \p{L} )/gmu,
    repaired: ([word]) => word.trim().replaceAll(' ', ''),
    example: 'N o t e on a talk with Comrade Lund',
    exampleRepaired: 'Note on a talk with Comrade Lund',
  },
  {
    reason: 'typewritten quotation mark',
    misread: /``|''/gu,
    repaired: ([marks]) => (marks === '``' ? '“' : '”'),
    example: "the ``Pravda'' article",
    exampleRepaired: 'the “Pravda” article',
  },
  {
    reason: 'bold type of Markdown',
    sign: '**',
    misread: /(?=\*\*)(?:(?<!\*)\*\*(?=[^\s*])|(?<=[^\s*])\*\*(?!\*))/gu,
    repaired: '',
    example: '**Mikoyan:** We agree.',
    exampleRepaired: 'Mikoyan: We agree.',
  },
  {
    reason: 'heading of Markdown',
    sign: '#',
    misread: /^#{1,6} (?=\S)/gmu,
    repaired: '',
    example: '## Second talk',
    exampleRepaired: 'Second talk',
  },
  {
    reason: 'letter of phonetics in place of the apostrophe of a possessive or a contraction',
    sign: '\u02BC',
    misread: /(?=\u02BC)(?:(?<=\p{Ll})\u02BC(?=(?:s|t|d|m|re|ve|ll)(?!\p{L}))|(?<=s)\u02BC(?!\p{L}))/gu,
    repaired: '’',
    example: 'the Ambassador\u02BCs call and the delegates\u02BC answer',
    exampleRepaired: 'the Ambassador’s call and the delegates’ answer',
  },
  {
    reason: 'soft hyphen',
    sign: '\u00AD',
    misread: /\u00AD(?:[ \t]?\r?\n[ \t]?)?/gu,
    repaired: '',
    example: 'the dele\u00ADgation of the Supreme So\u00AD\nviet',
    exampleRepaired: 'the delegation of the Supreme Soviet',
  },
  {
    reason: 'invisible character',
    misread: /[\u200B\u2060\uFEFF]/gu,
    repaired: '',
    example: 'Pyong\u200Byang',
    exampleRepaired: 'Pyongyang',
  },
  {
    reason: 'unusual space',
    misread: /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/gu,
    repaired: ' ',
    example: 'A.\u00A0Puzanov',
    exampleRepaired: 'A. Puzanov',
  },
  {
    reason: 'ligature of print',
    misread: /[\uFB00-\uFB06]/gu,
    repaired: ([letters]) => letters.normalize('NFKC'),
    example: 'the of\uFB01ce of the \uFB02eet',
    exampleRepaired: 'the office of the fleet',
  },
  {
    reason: 'letter and mark apart',
    // Where marks are: the signs of print between these ranges stand in most texts.
    sign: /[\u0300-\u1fff\u20d0-\u20ff\u2c00-\uffff]/,
    misread: /(?=.[\u0300-\u{10FFFF}])\p{L}\p{M}{1,4}/gu,
    repaired: ([letters]) => letters.normalize('NFC'),
    example: 'Kim Il-so\u0306ng',
    exampleRepaired: 'Kim Il-s\u014Fng',
  },
  {
    reason: 'page number',
    misread: /^[ \t]{0,40}(?:[-–—]\s?\d{1,4}\s?[-–—]|\[?page \d{1,4}(?: of \d{1,4})?\]?)[ \t]{0,40}$/gimu,
    repaired: '',
    example: 'to the end.\n\n- 14 -\n\nNext day',
    exampleRepaired: 'to the end.\n\n\n\nNext day',
  },
];
