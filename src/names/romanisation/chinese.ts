import { addTo, type Readings } from './syllables.js';

type Rule = readonly [pinyin: RegExp, written: readonly string[]];

/** The syllables of Standard Chinese in pinyin, ü written as v. */
const initials = [
  'b',
  'p',
  'm',
  'f',
  'd',
  't',
  'n',
  'l',
  'g',
  'k',
  'h',
  'j',
  'q',
  'x',
  'zh',
  'ch',
  'sh',
  'r',
  'z',
  'c',
  's',
];
const finals =
  'a o e ai ei ao ou an en ang eng i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang ong v ve van vn'.split(
    ' ',
  );
const withoutInitial =
  'a o e ai ei ao ou an en ang eng er yi ya ye yao you yan yin yang ying yong wu wa wo wai wei wan wen wang weng yv yve yvan yvn'.split(
    ' ',
  );

/** Which finals an initial takes; what never occurs would only make readings vaguer. */
function occurs(initial: string, final: string): boolean {
  const isPalatal = /^[jqx]$/.test(initial);
  const isSibilant = /^(?:zh|ch|sh|r|z|c|s)$/.test(initial);
  if (isPalatal) return /^[iv]/.test(final);
  if (final.startsWith('v')) return /^[nl]$/.test(initial) && /^ve?$/.test(final);
  if (isSibilant) return final === 'i' || !/^(?:i|o$)/.test(final);
  if (/^[gkh]$/.test(initial)) return !/^(?:i|o$)/.test(final);
  if (/^[bpmf]$/.test(initial))
    return !/^(?:u.|ong|ia$|iu|iang|iong|e$)/.test(final) || (initial === 'm' && final === 'iu');
  return !/^(?:o|ua|uai|uang|iong)$/.test(final);
}

const syllables: readonly string[] = [
  ...initials.flatMap((initial) => finals.flatMap((final) => (occurs(initial, final) ? [`${initial}${final}`] : []))),
  ...withoutInitial,
];

/** The first rule that fits the rest of the syllable gives its spellings. */
function spell(rest: string, rules: readonly Rule[]): readonly string[] {
  return rules.find(([pinyin]) => pinyin.test(rest))?.[1] ?? [rest];
}

function split(syllable: string): readonly [initial: string, final: string] {
  const initial = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcs])/.exec(syllable)?.[0] ?? '';
  return [initial, syllable.slice(initial.length)];
}

/** @see T. F. Wade, H. A. Giles, "A Chinese-English Dictionary", 1892; apostrophes are often left out. */
const wadeGiles = {
  whole: [
    [/^(?:zh|ch)i$/, ['chih', 'chi']],
    [/^shi$/, ['shih']],
    [/^ri$/, ['jih']],
    [/^[zc]i$/, ['tzu', 'tsu', 'tze', 'tse']],
    [/^si$/, ['ssu', 'szu', 'sze', 'su']],
    [/^er$/, ['erh']],
    [/^yi$/, ['i', 'yi']],
    [/^you$/, ['yu', 'yiu']],
    [/^ye$/, ['yeh']],
    [/^yan$/, ['yen']],
    [/^yong$/, ['yung']],
    [/^yv$/, ['yu']],
    [/^yve$/, ['yueh']],
    [/^yvan$/, ['yuan']],
    [/^yvn$/, ['yun']],
    [/^([gk])e$/, ['ko', 'ke', 'keh']],
    [/^he$/, ['ho', 'heh']],
    [/^e$/, ['o', 'e']],
    [/^([gk])ui$/, ['kuei', 'kwei', 'kui']],
  ],
  initials: [
    [/^b$|^p$/, ['p']],
    [/^d$|^t$/, ['t']],
    [/^g$|^k$/, ['k']],
    [/^j$|^q$|^zh$|^ch$/, ['ch']],
    [/^x$/, ['hs', 'sh', 's']],
    [/^r$/, ['j']],
    [/^z$|^c$/, ['ts']],
  ],
  finals: [
    [/^e$/, ['e', 'eh']],
    [/^ie$/, ['ieh']],
    [/^ian$/, ['ien']],
    [/^iong$/, ['iung']],
    [/^ong$/, ['ung']],
    [/^uo$/, ['o', 'uo']],
    [/^v$/, ['u']],
    [/^ve$/, ['ueh']],
    [/^van$/, ['uan']],
    [/^vn$/, ['un']],
  ],
} satisfies Record<string, readonly Rule[]>;

/** The Chinese Postal Map spellings (Imperial Postal Conference, Shanghai 1906), with the older -ow, oo and kw. */
const postal = {
  whole: [
    [/^bei$/, ['pe', 'pei', 'peh']],
    [/^jing$/, ['king', 'tsing', 'ching']],
    [/^xi$/, ['si', 'hsi']],
    [/^(?:zh|ch)i$/, ['chih', 'chi']],
    [/^shi$/, ['shih', 'shi']],
    [/^si$/, ['sze', 'szu', 'ssu']],
    [/^yan$/, ['yen', 'yan']],
    [/^e$/, ['o', 'ngo']],
    [/^yv$/, ['yu']],
    [/^yvan$/, ['yuan']],
    [/^yvn$/, ['yun']],
    [/^yve$/, ['yueh', 'yo']],
    [/^an$/, ['an', 'ngan']],
  ],
  initials: [
    [/^b$|^p$/, ['p']],
    [/^d$|^t$/, ['t']],
    [/^g$|^k$/, ['k']],
    [/^j$|^q$/, ['k', 'ts', 'ch']],
    [/^x$/, ['h', 's', 'sh', 'hs']],
    [/^zh$/, ['ch']],
    [/^r$/, ['j', 'r']],
    [/^z$|^c$/, ['ts']],
  ],
  finals: [
    [/^ou$/, ['ow', 'ou', 'eou']],
    [/^ong$/, ['ung']],
    [/^u$/, ['u', 'oo']],
    [/^e$/, ['e', 'eh']],
    [/^uo$/, ['o']],
    [/^uang$/, ['wang', 'uang']],
    [/^uan$/, ['wan', 'uan']],
    [/^ui$/, ['wei', 'ui', 'uei']],
    [/^ian$/, ['ien']],
    [/^v$/, ['u']],
    [/^ve$/, ['io']],
    [/^van$/, ['uan']],
    [/^vn$/, ['un']],
    [/^i$/, ['i']],
    [/^ai$/, ['ai']],
    [/^an$/, ['an']],
  ],
} satisfies Record<string, readonly Rule[]>;

/** @see Archimandrite Palladius, P. S. Popov, "Chinese–Russian Dictionary", 1888; Russian written in Latin by BGN/PCGN 1947. */
const palladius = {
  whole: [
    [/^zhi$/, ['chzhi', 'chji']],
    [/^chi$/, ['chi']],
    [/^shi$/, ['shi']],
    [/^ri$/, ['zhi']],
    [/^zi$/, ['tszy', 'czy']],
    [/^ci$/, ['tsy']],
    [/^si$/, ['sy']],
    [/^er$/, ['er']],
    [/^yi$/, ['i', 'yi']],
    [/^ya$/, ['ya', 'ia']],
    [/^ye$/, ['ye', 'e']],
    [/^yao$/, ['yao', 'iao']],
    [/^you$/, ['yu', 'iu']],
    [/^yan$|^yang$/, ['yan', 'ian']],
    [/^yin$|^ying$/, ['in', 'yin']],
    [/^yong$/, ['yun', 'iun']],
    [/^yv$/, ['yuy', 'yui', 'iui']],
    [/^yve$/, ['yue', 'iue']],
    [/^yvan$/, ['yuan', 'iuan']],
    [/^yvn$/, ['yun', 'iun']],
    [/^wu$/, ['u']],
    [/^wei$/, ['vey', 'vei']],
    [/^wang$/, ['van']],
    [/^hui$/, ['khuey', 'khuei', 'khoy', 'huei']],
  ],
  initials: [
    [/^h$/, ['kh', 'h']],
    [/^j$|^z$/, ['tsz', 'cz', 'dz']],
    [/^q$|^c$/, ['ts', 'c']],
    [/^x$/, ['s']],
    [/^zh$/, ['chzh', 'chj', 'chz', 'dzh']],
    [/^r$/, ['zh', 'j']],
  ],
  finals: [
    [/^ai$/, ['ai', 'ay']],
    [/^ei$/, ['ei', 'ey']],
    [/^ang?$/, ['an']],
    [/^eng?$/, ['en']],
    [/^ia$/, ['ya', 'ia']],
    [/^ie$/, ['e', 'ye', 'ie']],
    [/^iao$/, ['yao', 'iao']],
    [/^iu$/, ['yu', 'iu']],
    [/^iang?$/, ['yan', 'ian']],
    [/^ing?$/, ['in']],
    [/^iong$/, ['yun', 'iun']],
    [/^uo$/, ['o']],
    [/^uai$/, ['uai', 'uay']],
    [/^ui$/, ['ui', 'uy', 'uey', 'uei']],
    [/^uang?$/, ['uan']],
    [/^un$|^ong$/, ['un']],
    [/^v$/, ['yuy', 'yui', 'iui', 'iuy']],
    [/^ve$/, ['yue', 'iue']],
    [/^van$/, ['yuan', 'iuan']],
    [/^vn$/, ['yun', 'iun']],
  ],
} satisfies Record<string, readonly Rule[]>;

interface System {
  readonly whole: readonly Rule[];
  readonly initials: readonly Rule[];
  readonly finals: readonly Rule[];
}

function spellAll(system: System): ReadonlyMap<string, Readings> {
  const index = new Map<string, Set<string>>();
  for (const syllable of syllables) {
    const reading = pinyinReading(syllable);
    if (system.whole.some(([pinyin]) => pinyin.test(syllable))) {
      for (const written of spell(syllable, system.whole)) addTo(index, written, reading);
      continue;
    }
    const [initial, final] = split(syllable);
    if (initial === '') {
      const written = system === palladius ? syllable.replace(/^w/, 'v').replace(/ng$/, 'n') : syllable;
      addTo(index, written, reading);
      continue;
    }
    for (const begin of spell(initial, system.initials))
      for (const end of spell(final, system.finals)) addTo(index, `${begin}${end}`, reading);
  }
  return index;
}

/** Pinyin as it is printed in names: the ü after j, q, x and y is a u, and after n and l often. */
function pinyinReading(syllable: string): string {
  return syllable.replace(/v/g, 'u');
}

const pinyin: ReadonlyMap<string, Readings> = new Map(
  syllables.flatMap((syllable) => {
    const readings = new Set([pinyinReading(syllable)]);
    return syllable.startsWith('nv') || syllable.startsWith('lv')
      ? [
          [pinyinReading(syllable), readings],
          [syllable.replace('v', 'yu'), readings],
        ]
      : [[pinyinReading(syllable), readings]];
  }),
);

/** Surnames in pinyin, the two hundred commonest and those of the period's politics. */
const surnames = new Set(
  `wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he gao lin luo zheng liang xie song tang deng han feng cao peng
  zeng xiao tian dong yuan pan cai jiang yu du ye cheng su wei lu ding ren shen yao cui zhong tan fan wan shi liao jia xia fu fang bai zou
  meng xiong qin qiu hou yin xue yan duan lei long tao hao gu mao gong shao wen qian dai lai niu bo kang ji hua ke geng nie chai
  chang bao ai qu mei sheng tong qi yue ling lan shu guan lou jing pang ou xi rong ruan chi mo qiao bi zuo bin nan you tong jin rao pu xiang hai ge nie an qi wo mu
  ouyang sima zhuge xiahou situ`.split(/\s+/u),
);

function readSurname(word: string, tables: readonly ReadonlyMap<string, Readings>[]): Readings {
  const found = new Set<string>();
  for (const table of tables) {
    for (const reading of table.get(word) ?? []) if (surnames.has(reading)) found.add(reading);
  }
  if (surnames.has(word)) found.add(word);
  return found;
}

const personalTables = [pinyin, spellAll(wadeGiles), spellAll(palladius)];

export const chinese = {
  /** The systems of personal names: pinyin, Wade–Giles, Palladius. */
  spellings: personalTables,
  /** Those of places; postal spellings are seldom used of persons. */
  placeSpellings: [...personalTables, spellAll(postal)],
  /** Surnames, in pinyin, that a word may spell. */
  surnames: (word: string): Readings => readSurname(word, personalTables),
};
