import { addTo, type Readings, type SyllableSystem, soundTable, spellSyllables } from './syllables.js';

/**
 * The romanisations of Korean in which names of the period are written. Sounds are written as Hangul jamo.
 *
 * @see G. M. McCune, E. O. Reischauer, "The Romanization of the Korean Language", 1939.
 * @see Ministry of Culture and Tourism of the Republic of Korea, Proclamation 2000-8 (Revised Romanisation).
 * @see UNGEGN, "National system of romanization of Korean", DPRK, 1992.
 * @see L. R. Kontsevich, "Korean onomastics": the Russian systems, of which the older write ㅓ and ㅕ as е.
 */
const systems = {
  mcCuneReischauer: {
    initials: soundTable(
      'ㄱ: k g, ㄲ: kk, ㄴ: n -, ㄷ: t d, ㄸ: tt, ㄹ: r l n -, ㅁ: m, ㅂ: p b, ㅃ: pp, ㅅ: s sh, ㅆ: ss, ㅇ: -, ㅈ: ch j, ㅉ: tch, ㅊ: ch, ㅋ: k, ㅌ: t, ㅍ: p, ㅎ: h',
    ),
    vowels: soundTable(
      'ㅏ: a, ㅐ: ae, ㅑ: ya, ㅒ: yae, ㅓ: o, ㅔ: e, ㅕ: yo, ㅖ: ye e, ㅗ: o, ㅘ: wa, ㅙ: wae, ㅚ: oe, ㅛ: yo, ㅜ: u, ㅝ: wo, ㅞ: we, ㅟ: wi, ㅠ: yu, ㅡ: u, ㅢ: ui, ㅣ: i',
    ),
    finals: soundTable('-: -, ㄱ: k g ng, ㄴ: n, ㄷ: t, ㄹ: l r, ㅁ: m, ㅂ: p b, ㅅ: t, ㅇ: ng'),
  },
  revised: {
    initials: soundTable(
      'ㄱ: g k, ㄲ: kk, ㄴ: n -, ㄷ: d, ㄸ: tt, ㄹ: r l n -, ㅁ: m, ㅂ: b, ㅃ: pp, ㅅ: s, ㅆ: ss, ㅇ: -, ㅈ: j, ㅉ: jj, ㅊ: ch, ㅋ: k, ㅌ: t, ㅍ: p, ㅎ: h',
    ),
    vowels: soundTable(
      'ㅏ: a, ㅐ: ae, ㅑ: ya, ㅒ: yae, ㅓ: eo, ㅔ: e, ㅕ: yeo, ㅖ: ye, ㅗ: o, ㅘ: wa, ㅙ: wae, ㅚ: oe, ㅛ: yo, ㅜ: u, ㅝ: wo, ㅞ: we, ㅟ: wi, ㅠ: yu, ㅡ: eu, ㅢ: ui, ㅣ: i',
    ),
    finals: soundTable('-: -, ㄱ: k g, ㄴ: n, ㄷ: t, ㄹ: l, ㅁ: m, ㅂ: p, ㅅ: t, ㅇ: ng'),
  },
  northKorean: {
    initials: soundTable(
      'ㄱ: k g, ㄲ: kk, ㄴ: n, ㄷ: t d, ㄸ: tt, ㄹ: r l, ㅁ: m, ㅂ: p b, ㅃ: pp, ㅅ: s sh, ㅆ: ss, ㅇ: -, ㅈ: j, ㅉ: jj, ㅊ: ch, ㅋ: kh k, ㅌ: th t, ㅍ: ph p, ㅎ: h',
    ),
    vowels: soundTable(
      'ㅏ: a, ㅐ: ae, ㅑ: ya, ㅒ: yae, ㅓ: o, ㅔ: e, ㅕ: yo, ㅖ: ye, ㅗ: o, ㅘ: wa, ㅙ: wae, ㅚ: oe, ㅛ: yo, ㅜ: u, ㅝ: wo, ㅞ: we, ㅟ: wi, ㅠ: yu, ㅡ: u, ㅢ: ui, ㅣ: i',
    ),
    finals: soundTable('-: -, ㄱ: k g, ㄴ: n, ㄷ: t, ㄹ: l, ㅁ: m, ㅂ: p b, ㅅ: t, ㅇ: ng'),
  },
  russianMediated: {
    initials: soundTable(
      'ㄱ: k g, ㄲ: kk k, ㄴ: n -, ㄷ: t d, ㄸ: tt t, ㄹ: r l n -, ㅁ: m, ㅂ: p b, ㅃ: pp p, ㅅ: s sh, ㅆ: ss s, ㅇ: -, ㅈ: ch dzh dj ts dz d, ㅉ: ch, ㅊ: ch chkh ts, ㅋ: k kkh kh, ㅌ: t tkh th, ㅍ: p pkh ph, ㅎ: kh h',
    ),
    vowels: soundTable(
      'ㅏ: a, ㅐ: e ai ay ae, ㅑ: ya ia, ㅒ: ye, ㅓ: o e, ㅔ: e, ㅕ: yo e ye io ie, ㅖ: ye e, ㅗ: o, ㅘ: va ua wa, ㅙ: ve, ㅚ: ve oi oy oe, ㅛ: yo e io, ㅜ: u, ㅝ: vo ve uo, ㅞ: ve, ㅟ: vi ui, ㅠ: yu iu, ㅡ: y u, ㅢ: yi i uy ui, ㅣ: i',
    ),
    finals: soundTable('-: -, ㄱ: k g, ㄴ: n, ㄷ: t, ㄹ: r l, ㅁ: m, ㅂ: p b, ㅅ: t s, ㅇ: n ng'),
  },
  personal: {
    initials: soundTable(
      'ㄱ: k g, ㄲ: kk, ㄴ: n, ㄷ: t d, ㄸ: tt, ㄹ: r l n rh -, ㅁ: m, ㅂ: p b, ㅃ: pp, ㅅ: s sh, ㅆ: ss, ㅇ: -, ㅈ: ch j, ㅉ: jj, ㅊ: ch, ㅋ: k, ㅌ: t, ㅍ: p, ㅎ: h',
    ),
    vowels: soundTable(
      'ㅏ: a ah, ㅐ: ae ai ay, ㅑ: ya, ㅓ: o u eo uh, ㅔ: e, ㅕ: yo yu you yeo, ㅖ: ye, ㅗ: o oh, ㅘ: wa, ㅙ: wae, ㅚ: oe oi, ㅛ: yo, ㅜ: u oo woo, ㅝ: wo wu, ㅟ: wi, ㅠ: yu yoo you, ㅡ: u eu y oo, ㅢ: ui eui ee, ㅣ: i ee yi',
    ),
    finals: soundTable('-: -, ㄱ: k ck, ㄴ: n, ㄷ: t, ㄹ: l, ㅁ: m, ㅂ: p b, ㅅ: t, ㅇ: ng'),
  },
} satisfies Readonly<Record<string, SyllableSystem>>;

/** Surnames with the spellings that families use beside those of the systems. */
const surnames = soundTable(`
ㄱㅣㅁ: kim gim
ㅇㅣ: yi ri li lee rhee rhie lie i
ㅂㅏㄱ: pak park bak
ㅊㅚ: choe choi choy tsoi tsoy chwe
ㅈㅓㅇ: chong jong jeong chung jung cheong ten den chen
ㅈㅗ: cho jo joe te dzho
ㄱㅏㅇ: kang gang kan
ㅈㅏㅇ: chang jang tyan dzhan chan
ㅇㅠㄴ: yun yoon iun
ㅇㅣㅁ: im rim lim yim rhim
ㅇㅗ: o oh
ㅎㅏㄴ: han hahn khan
ㅅㅣㄴ: sin shin
ㅅㅓ: so seo suh se
ㄱㅝㄴ: kwon gwon kvon
ㅎㅘㅇ: hwang khvan hvan whang
ㅇㅏㄴ: an ahn
ㅅㅗㅇ: song sun
ㅇㅠ: yu ryu yoo you ryoo lyu liu
ㅎㅗㅇ: hong khon
ㅈㅓㄴ: chon jon jeon chun
ㄱㅗ: ko go koh
ㅁㅜㄴ: mun moon
ㅅㅗㄴ: son sohn
ㅇㅑㅇ: yang ryang
ㅂㅐ: pae bae pai
ㅂㅐㄱ: paek baek paik pek
ㅎㅓ: ho heo huh hur khe he khegay hegai
ㄴㅏㅁ: nam
ㅅㅣㅁ: sim shim
ㄴㅗ: no ro noh roh
ㅎㅏ: ha kha
ㄱㅘㄱ: kwak gwak
ㅅㅓㅇ: song sung seong sen
ㅊㅏ: cha
ㅈㅜ: chu ju joo dyu
ㅇㅜ: u woo wu
ㄱㅜ: ku gu koo
ㅁㅣㄴ: min
ㅈㅣㄴ: chin jin
ㅈㅣ: chi ji
ㅇㅓㅁ: om um eom
ㅊㅐ: chae
ㅇㅝㄴ: won von
ㅊㅓㄴ: chon cheon
ㅂㅏㅇ: pang bang ban
ㄱㅗㅇ: kong gong
ㅎㅕㄴ: hyon hyun hyeon khen hen
ㅎㅏㅁ: ham kham
ㅂㅕㄴ: pyon pyun byun byeon
ㅇㅕㅁ: yom ryom
ㅇㅕ: yo ryo yeo lyuh yuh
ㅊㅜ: chu choo
ㄷㅗ: to do
ㅅㅓㄱ: sok suk seok
ㅅㅓㄹ: sol seol ser
ㅅㅓㄴ: son sun seon
ㄱㅣㄹ: kil gil kir
ㅇㅕㄴ: yon yeon en
ㅍㅛ: pyo
ㅁㅕㅇ: myong myung myeong
ㄱㅣ: ki gi
ㅂㅏㄴ: pan ban
ㅇㅗㄱ: ok
ㅇㅣㄴ: in
ㅁㅐㅇ: maeng
ㅌㅏㄱ: tak
ㄱㅖ: kye gye
ㅅㅓㄴㅇㅜ: sonu seonu
ㅎㅘㅇㅂㅗ: hwangbo
ㄴㅏㅁㄱㅜㅇ: namgung
`);

const surnamesBySpelling = (() => {
  const index = new Map<string, Set<string>>();
  for (const [surname, spellings] of surnames) for (const spelling of spellings) addTo(index, spelling, surname);
  return index as ReadonlyMap<string, Readings>;
})();

/** Jamo of a Hangul syllable as the tables write them: 성 → ㅅㅓㅇ. Two finals in one are read as the first. */
const compatibilityJamo = {
  initials: [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'],
  vowels: [...'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ'],
  finals: ['', ...'ㄱㄱㄱㄴㄴㄴㄷㄹㄹㄹㄹㄹㄹㄹㄹㅁㅂㅂㅅㅅㅇㅅㅅㄱㄷㅂㅅ'],
};

/**
 * A Hangul syllable in the sounds of the tables.
 *
 * @see The Unicode Standard, section 3.12, "Conjoining Jamo Behavior": the arithmetic.
 */
export function hangulReading(syllable: string): string | null {
  const index = (syllable.codePointAt(0) ?? 0) - 0xac00;
  if (index < 0 || index >= 11_172) return null;
  const initial = compatibilityJamo.initials[Math.floor(index / 588)] ?? '';
  const vowel = compatibilityJamo.vowels[Math.floor((index % 588) / 28)] ?? '';
  return `${initial}${vowel}${compatibilityJamo.finals[index % 28] ?? ''}`;
}

function spellingsOf(system: SyllableSystem): ReadonlyMap<string, Readings> {
  return new Map(
    [...spellSyllables(system)].map(([spelling, readings]) => [
      spelling,
      new Set([...readings].map((reading) => reading.replace('-', ''))),
    ]),
  );
}

const { personal, ...ofScholars } = systems;
const placeSpellings = Object.values(ofScholars).map(spellingsOf);

/** What begins with ㄹ or ㄴ in the North is written without it in the South before i and y: 리 and 이, 림 and 임. */
export function surnameKey(reading: string): string {
  return reading.replace(/^[ㄹㄴ](?=[ㅑㅕㅛㅠㅣㅖ])/u, 'ㅇ').replace(/^ㄹ/u, 'ㄴ');
}

export const korean = {
  /** One table a system: a name is written in one of them throughout. */
  spellings: [...placeSpellings, spellingsOf(personal)],
  /** Without the spellings that persons choose for themselves. */
  placeSpellings,
  /** Surnames, as sounds, that a word may spell. */
  surnames: (word: string): Readings => surnamesBySpelling.get(word) ?? new Set(),
};
