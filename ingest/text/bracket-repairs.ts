import { isForeignWords } from './foreign-words.js';
import type { Repair } from './repairs.js';

/**
 * Translators bracket what isn't in the original, what they couldn't read, and words of the original. What is
 * left in brackets after these rows stands after a name: a second romanisation or a post, for extraction to read.
 */

/** Words that translators supply so that an English sentence stands; never a gloss, a post or an alias. */
const suppliedWords = new Set(
  (
    'a an the this that these those he she it they we you i him her them us me his hers its their our my your and or but nor ' +
    'of to in on at by for from with about as than into upon over under between among against during after before until since ' +
    'is are was were be been being am has have had do does did will would shall should can could may might must not no also ' +
    'only then there here who whom whose which what when where while if so such both all any some each other another more most ' +
    'said told asked replied went came one two'
  ).split(' '),
);

/** After a pronoun a bracket says whom it means; that is for coreference to read. */
const pronouns = new Set(
  'he she it they we you i him her them us me his their our its who whom this these those that'.split(' '),
);

/** Capitalised words after which a bracketed name is the name itself, not another form of it. */
const titles =
  /^(?:Comrades?|Cdes?\.?|Com\.|Ambassadors?|Minister|Premier|Chairman|Secretary|Messrs\.?|Mr\.?|Mrs\.?|Miss|Dr\.?|General|Gen\.|Marshal|President|Colonel|Col\.|Professor|Prof\.|Deputy|Director|Counsellor|Counselor|Attach[eé]|Interpreter)$/u;

/** Bodies that a word of the original names: it is an alias of the body. */
const bodies =
  /^(?:government|regime|clique|part(?:y|ies)|faction|group|committee|ministry|bureau|army|administration|front|league|union|commission|council|organi[sz]ation|newspaper|journal)$/iu;

/** Family names that come with the given name in brackets: "Kim [Il Sung]". */
const shortFamilyNames =
  /^(?:Kim|Nam|Pak|Choe|Yi|Ri|Chang|Yun|Hong|Mao|Zhou|Chou|Peng|Liu|Deng|Teng|Chen|Zhu|Li|Lin|Wang|Ho|Pham|Truong|Vo|Le)$/u;

const capitalised = /^["“‘'(]?\p{Lu}/u;
const sentenceStart = /(?:^|[.!?:;]["”’)]?\s+|\n\s*)["“‘(]?$/u;

interface Before {
  readonly word: string;
  /** Whether the word begins a sentence, where its capital says nothing. */
  readonly opensSentence: boolean;
}

/** The word before a bracket, looked for in the 60 characters before it. */
function wordBefore({ input, index }: RegExpExecArray): Before | null {
  const window = input.slice(Math.max(0, index - 60), index).trimEnd();
  const word = /[^\s[\]]{1,40}$/u.exec(window);
  if (word === null || /[,;:()]$/u.test(word[0])) return null;
  return { word: word[0], opensSentence: sentenceStart.test(window.slice(0, word.index)) };
}

function isName(before: Before): boolean {
  const bare = before.word.replace(/^["“‘'(]/u, '');
  if (!capitalised.test(before.word) || titles.test(bare) || suppliedWords.has(bare.toLowerCase())) return false;
  return !(before.opensSentence && /^(?:\p{Lu}\p{Ll}+(?:ed|ing|ly|ly,)|However|Today|Yesterday)$/u.test(bare));
}

function words(content: string): string[] {
  return content.split(/\s+/u);
}

/** Keeps a bracket's text, or leaves the bracket where it says something of the name before it. */
function supplied(match: RegExpExecArray): string | null {
  const content = (match[1] ?? '').trim().replace(/\s?\(?\?\)?$/u, '');
  if (content === '' || words(content).length > 4) return null;
  if (words(content).every((word) => suppliedWords.has(word.toLowerCase()))) return content;
  const before = wordBefore(match);
  if (before === null) return content;
  if (pronouns.has(before.word.toLowerCase()) && /\p{Lu}/u.test(content)) return null;
  if (shortFamilyNames.test(before.word) && /^\p{Lu}\p{Ll}+(?:[ -]\p{L}\p{Ll}+)?$/u.test(content)) {
    return shortFamilyNames.test(content) || content[0] === before.word[0] ? null : content;
  }
  return isName(before) || (bodies.test(before.word) && isForeignWords(content)) ? null : content;
}

function gloss(match: RegExpExecArray): string | null {
  const content = (match[1] ?? '').trim();
  const before = wordBefore(match);
  // A name in brackets says who is meant; a gloss is a plain word.
  if (/^\p{Lu}/u.test(content) && /^\p{Script=Latin}/u.test(content)) return null;
  if (before === null || isName(before) || bodies.test(before.word)) return null;
  return words(content).length <= 5 && isForeignWords(content) ? '' : null;
}

/** The text is read as the document has it; what the editors think it should say stays out of it. */
function correction(match: RegExpExecArray): string | null {
  const content = match[1] ?? '';
  const before = wordBefore(match)?.word ?? '';
  const bothNumbers = /^\d+$/u.test(content) && /\d$/u.test(before);
  const alike = /^\p{Ll}/u.test(before) && before !== content && before.slice(0, 2) === content.slice(0, 2);
  return bothNumbers || (alike && !suppliedWords.has(content)) ? '' : null;
}

export const bracketRepairs: readonly Repair[] = [
  {
    reason: 'note of the translator or the editor',
    sign: '[',
    misread:
      /[ \t]?\[\s?(?:sic|illegible|unintelligible|unclear|indecipherable|untranslated|pages? \d|pp?\. ?\d|translator|trans\.|editor|ed\.|eds\.|note:|notes:|footnote|handwritten|handwriting|marginal|marginalia|stamp|stamped|seal|signed|signature|initialed|crossed out|crossed-out|underlined|text missing|missing|blank|emphasis|laughter|laughs|applause|commotion|pause|end of|beginning of|words? (?:missing|illegible)|one word|\?)(?!\p{L})[^[\]]{0,1000}\]/giu,
    repaired: '',
    example: 'They recieved [sic] the note [Translator’s note: of 3 May]. [page 3]',
    exampleRepaired: 'They recieved the note.',
  },
  {
    reason: 'note of what was held back',
    sign: '[',
    misread: /(?=[ \t]?\[)[ \t]?\[[^[\]]{0,100}\bnot declassified\]/giu,
    repaired: '',
    example: 'He named [2 lines of source text not declassified] his sources.',
    exampleRepaired: 'He named his sources.',
  },
  {
    reason: 'omission',
    sign: '[',
    misread: /\[\s?(?:\.\s?\.\s?\.\s?\.?|…)\s?\]/gu,
    repaired: '…',
    example: 'He began [...] and ended',
    exampleRepaired: 'He began … and ended',
  },
  {
    reason: 'letters supplied inside a word',
    sign: '[',
    misread: /(?=\[)(?:(?<=\p{L})\[(\p{L}{1,12})\]|\[(\p{L}{1,12})\](?=\p{L}))/gu,
    repaired: ([, after, before]) => after ?? before ?? null,
    example: '[T]he comrad[e]s',
    exampleRepaired: 'The comrades',
  },
  {
    reason: 'gloss',
    sign: '[',
    misread: /[ \t]\[([^[\]\n]{2,60})\]/gu,
    repaired: gloss,
    example: 'he permitted [dopustil] errors; Li Fuchun [Li Fu-ch’un]',
    exampleRepaired: 'he permitted errors; Li Fuchun [Li Fu-ch’un]',
  },
  {
    reason: 'correction of the word or number before',
    sign: '[',
    misread: /[ \t]\[([\p{Ll}\d][\p{L}\d]{0,30})\s?\??\]/gu,
    repaired: correction,
    example: 'the arm [armed] forces on 25 [20] May',
    exampleRepaired: 'the arm forces on 25 May',
  },
  {
    reason: 'uncertain or supplied words',
    sign: '[',
    misread: /(?<!\p{L})\[\s?([\p{L}\d][^[\]\n]{0,40}?)\s?\](?!\p{L})/gu,
    repaired: supplied,
    example: 'officials of [Unsan] District said that [the] plan of Pak [Chang-ok] and they [the Koreans] failed',
    exampleRepaired: 'officials of Unsan District said that the plan of Pak Chang-ok and they [the Koreans] failed',
  },
];
