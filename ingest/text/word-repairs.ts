import type { Repair } from './repairs.js';

/** Korean family names that are no English word and no title before a Roman numeral ("Park II", "An II Corps"). */
const familyNames = [
  "Kim|Nam|Pak|Choe|Choi|Ch[’']oe|Ch[’']oi|Yi|Ri|Hwang|Yim|Im|Chang|Jang|Chong|Chung|Jong|Jung|Ch[ŏo]ng|Kang|Cho|Jo",
  'Yun|Yoon|Kwon|Hong|Mun|Moon|Pae|Paek|Baek|Hyon|Ryu|Ryang|Rim|Ro|Chon|Jon|Shin|Om|Ko|Pyon|Chu|Ryo|Tsoi|Ten|Tsen',
].join('|');
/** Those that are also English words or names: read so only before a hyphen and a syllable. */
const ambiguousNames = 'An|Han|Ho|Lee|Ma|Min|No|Pang|Park|Sin|So|Sol|Son|Song|To|U|Won|Yang|Yu|Ha|Sim|Ki|I|O';
const familyName = `(?:${familyNames}|${familyNames.toUpperCase()})`;

/** What scanners make of "Il": two capitals, two small letters, figures. */
const misreadIl = '(?:II|Ⅱ|ll|lI|I1|1I|l1|1l|I\\||Il1)(?![\\p{L}\\p{N}])';
const gap = '[^\\S\\n]{1,3}';

function il(match: RegExpExecArray): string {
  const before = match.input.slice(Math.max(0, match.index - 20), match.index);
  return /\p{Lu}\p{Lu}[^\p{L}]{1,3}$/u.test(before) ? 'IL' : 'Il';
}

/**
 * Words that scanners misread. Only what is no word or name as it stands, or can't be one where it stands: a
 * wrong repair would be a false quotation.
 */
export const wordRepairs: readonly Repair[] = [
  {
    reason: 'Il of a Korean name read as II, after the family name',
    misread: new RegExp(`(?=${misreadIl})(?<=(?<![\\p{L}\\p{N}])${familyName}${gap})${misreadIl}`, 'gu'),
    repaired: il,
    example: 'Kim II Sung and Nam ll, not Nicholas II',
    exampleRepaired: 'Kim Il Sung and Nam Il, not Nicholas II',
  },
  {
    reason: 'Il of a Korean name read as II, at its end',
    misread: new RegExp(
      `(?=${misreadIl})(?<=(?<![\\p{L}\\p{N}])${familyName}${gap}(?:\\p{Lu}\\p{Ll}{1,6}|\\p{Lu}{2,7})(?:-|${gap}))${misreadIl}`,
      'gu',
    ),
    repaired: il,
    example: 'Kim Chong II and Pak Yong-II after World War II',
    exampleRepaired: 'Kim Chong Il and Pak Yong-Il after World War II',
  },
  {
    reason: 'Il of a Korean name read as II, before a hyphen',
    misread: new RegExp(
      `(?=(?:II|ll|lI|I1)-)(?<=(?<![\\p{L}\\p{N}])(?:${ambiguousNames})${gap})(?:II|ll|lI|I1)(?=-\\p{L}\\p{Ll}{1,6})`,
      'gu',
    ),
    repaired: 'Il',
    example: 'Han II-mu spoke of World War II-era mines',
    exampleRepaired: 'Han Il-mu spoke of World War II-era mines',
  },
  {
    reason: 'l of a Chinese syllable behind a hyphen read as I',
    misread:
      /(?=I\p{Ll})(?<=(?<![\p{L}\p{N}])\p{Lu}\p{Ll}{0,4}[’']?\p{Ll}{0,3}-)I(?=(?:ai|ao|ang|eng|ei|i|ien|iang|iao|ieh|in|ing|iu|o|ou|u|uan|un|ung|ueh)(?![\p{L}\p{N}]))/gu,
    sign: '-I',
    repaired: 'l',
    example: 'Li Wei-Iung and Wang Ta-Iai, not Franco-Italian',
    exampleRepaired: 'Li Wei-lung and Wang Ta-lai, not Franco-Italian',
  },
  {
    reason: 'O read as zero inside a word of capitals',
    sign: '0',
    misread:
      /(?=0\p{Lu})(?:(?<=(?<![\p{L}\p{N}])(?:\p{Lu}{2,20}|\p{Lu}{1,20}(?:0\p{Lu}{1,10}){1,3}))0(?=\p{Lu}[\p{Lu}0]{0,20}(?![\p{L}\p{N}-]))|(?<=(?<![\p{L}\p{N}])\p{Lu})0(?=\p{Lu}{3,20}(?![\p{L}\p{N}-])))/gu,
    repaired: 'O',
    example: 'SOVIET TELEGRAM FROM PY0NGYANG TO M0SCOW, file AB-0102',
    exampleRepaired: 'SOVIET TELEGRAM FROM PYONGYANG TO MOSCOW, file AB-0102',
  },
  {
    reason: 'O read as zero before capitals',
    sign: ' 0',
    misread: /(?=0\p{Lu})(?<=\p{Lu}{2} )0(?=(?:F|N|R|UR|UT|VER|FFICE|RDER|CTOBER)(?![\p{L}\p{N}-]))/gu,
    repaired: 'O',
    example: 'MINISTRY 0F FOREIGN AFFAIRS',
    exampleRepaired: 'MINISTRY OF FOREIGN AFFAIRS',
  },
  {
    reason: 'I read as one before a verb',
    misread:
      /(?=[1l|] )(?<=^|[.!?"”]\s|\n)[1l|](?= (?:visited|received|replied|said|told|asked|informed|reported|thanked|handed|met|noted|answered|promised|expressed|explained|was|had|have|am|will|went|then|also|agreed|inquired|stressed)\b)/gmu,
    repaired: 'I',
    example: 'He came at noon. 1 visited him later.',
    exampleRepaired: 'He came at noon. I visited him later.',
  },
  {
    reason: 'm read as rn',
    misread: /(?<![\p{L}])(?:[Cc]orn|rn)(?=munis[tm]|mittee|rade|mission|mander|ember|inist|ilitar|eeting|oscow)/gu,
    repaired: ([letters]) => (letters === 'rn' ? 'm' : `${letters.slice(0, 2)}m`),
    example: 'the Cornmunist Party and its rnilitary cornmission',
    exampleRepaired: 'the Communist Party and its military commission',
  },
  {
    reason: 'rn read as m',
    misread:
      /(?=m)(?:(?<=(?<!\p{L})[Gg]ove)m(?=ment|or|ed\b|ing\b)|(?<=(?<!\p{L})(?:[Ii]nte|[Ee]xte))m(?=al|ational)|(?<=(?<!\p{L})(?:[Ww]este|[Ee]aste|[Ss]outhe|[Nn]orthe))m(?!\p{L})|(?<=(?<!\p{L})(?:[Rr]etu|[Cc]once))m(?=ed\b|ing\b|s\b|\b))/gu,
    repaired: 'rn',
    example: 'the govemment and the intemational situation in the westem zone',
    exampleRepaired: 'the government and the international situation in the western zone',
  },
  {
    reason: 'K of an abbreviation read as a sign',
    sign: 'DPR',
    misread: /(?=[Il|])(?<=(?<![\p{L}\p{N}])DPR)(?:I<|l<|\|<)(?![\p{L}/])/gu,
    repaired: 'K',
    example: 'relations of the DPRI< and the PRC',
    exampleRepaired: 'relations of the DPRK and the PRC',
  },
];
