/**
 * Whether bracketed words are words of the original, by signs that English words don't have. Where no sign is
 * seen the words count as English: a gloss that is kept does less harm than a supplied word that is lost.
 */

const otherScript =
  /[\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Greek}]/u;

/** Endings and clusters of Russian in English letters (BGN/PCGN and Library of Congress). */
const russian: readonly RegExp[] = [
  /(?:zh|kh(?!an)|shch|tsy|tsiya|tsii|yy|iy|yye|iye|iya|oye|aya|ogo|omu|ykh|ikh|ymi|imi|yami|ovat|yvat|nost|stvo)$/u,
  /shch|zhd|vzh|vst|vzg|zdr|mnog|khr|tsk|yev|yov|^(?:vz|vs|vp|zh|kh|sn?osh)/u,
  /(?:ovtsy|evtsy|istov|isty|skiy|skii|skaya|skoye|skogo|chik|shchik|nika|niki|nikov|anie|enie|anii|enii)$/u,
  // Past tenses; "until", "council", "civil" are told apart by their stems.
  /(?<!unt|counc|penc|civ|ev|dev|per|weev|basil|fulf|stenc|tonsi|[aeo])(?:il|ila|ili|ilo|yl|yla|yli|ala|alo|ali|yal|oval|ival|yval|nul)$/u,
  /[’'ʹ](?:$|[bcdfghjklmnpqrtvwxz]|\p{L}{3,})/u,
];

/** Chinese in pinyin or Wade-Giles, Korean in McCune-Reischauer, German, Czech, Hungarian by their letters. */
const others: readonly RegExp[] = [
  /[àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿāēīōūǎěǐǒǔŏŭčďěňřšťůžőűąćęłńśźż]/iu,
  /^(?:zh|x|q)[aeiou]\p{Ll}{0,4}/u,
  /(?:hsi|hsu|tsu|tz['’]?u|ch['’]|t['’]|k['’]|p['’]|ts['’])/u,
  /^(?:juche|chuche|dazibao|guanxi|ganbu|danwei|sadae|sadaejuui|jongpa|chongpa)$/u,
];

/** English words in small letters seldom end in these; the ones that do, and that translators use. */
const openEnding = /[aiou]$/u;
const openEnded = new Set(
  (
    'area idea data media era militia formula quota agenda propaganda drama camera plaza dilemma phenomena criteria extra ' +
    'via visa guerrilla armada aroma arena opera china korea also into onto unto to too two who so no go do ago zero photo ' +
    'radio studio ratio motto veto cargo embargo ego memo hero tempo video manifesto ghetto fiasco tobacco alibi you menu'
  ).split(' '),
);

const englishContraction = /^(?:\p{L}+n['’]t|\p{L}+['’](?:s|re|ve|ll|d|m)|\p{L}+s['’])$/iu;

function isForeignWord(word: string): boolean {
  if (otherScript.test(word)) return true;
  const lower = word.toLowerCase().replace(/^[^\p{L}]+|[.,;:!?"”]+$/gu, '');
  if (lower.length < 3 || englishContraction.test(lower)) return false;
  if (openEnding.test(lower) && !openEnded.has(lower)) return true;
  return [...russian, ...others].some((sign) => sign.test(lower));
}

export function isForeignWords(content: string): boolean {
  return content.split(/[\s-]+/u).some(isForeignWord);
}
