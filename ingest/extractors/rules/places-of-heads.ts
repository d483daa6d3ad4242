import { formOf } from '../../lexicon/word-form.js';
import { withUnits } from './change-units.js';
import type { ParsedSentence } from './document-reader.js';
import { featureSet } from './feature-sets.js';
import { keyOf } from './grammar-rule.js';
import { tellsHead } from './talk-heads.js';
import { changedUnit, termWith, type Unit } from './unit.js';

/** "the Premier's office", "Great Hall": what stands between commas behind "Place:" and is a place whatever its name. */
const longestPlace = 60;

/** Takes what a line "Place: …" names for a place, where nothing else tells its kind. */
export function namePlacesOfHeads(sentences: readonly ParsedSentence[], text: string): readonly ParsedSentence[] {
  return sentences.map((sentence) => {
    const { units, paragraph } = sentence;
    if (!tellsHead('place', paragraph.text)) return sentence;
    const colon = units.findIndex(({ features }) => features.mark === 'colon');
    if (colon < 0) return sentence;
    const named = segments(units.slice(colon + 1)).flatMap((segment) => {
      const place = asPlace(segment, text);
      return place === null ? segment : [place];
    });
    return withUnits(sentence, [...units.slice(0, colon + 1), ...named]);
  });
}

/** The units between commas, and the commas. */
function segments(units: readonly Unit[]): Unit[][] {
  const found: Unit[][] = [];
  for (const unit of units) {
    const last = found.at(-1);
    const isMark = ['comma', 'semicolon', 'stop'].some((mark) => unit.features.has(mark));
    if (isMark || last === undefined || last.some(({ features }) => features.mark === 'comma')) found.push([unit]);
    else last.push(unit);
  }
  return found;
}

function asPlace(segment: readonly Unit[], text: string): Unit | null {
  const isArticle = segment[0]?.lower === 'the' || segment[0]?.lower === 'a';
  const own = isArticle ? segment.slice(1) : segment;
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return null;
  const name = text.slice(first.start, last.end).replace(/\s+/gu, ' ');
  const hasKind = own.some(({ term }) => /^(?:PLACE|ORGANIZATION|DATE|EVENT)$/u.test(term?.kind ?? ''));
  const isWhole = own.some(({ term, features }) => term?.kind === 'PERSON' && features.mark !== 'possessive');
  if (hasKind || !/^\p{Lu}/u.test(name) || name.length > longestPlace || /\d|[([\])]/u.test(name)) return null;
  // A person alone behind "Place:" is nobody's house.
  if (isWhole && own.length === 1) return null;
  const inside = own.flatMap(({ term }) => (term?.kind === 'PERSON' ? [{ role: 'inside' as const, term }] : []));
  const term = termWith({
    kind: 'PLACE',
    name,
    key: keyOf(name),
    parts: inside,
    start: first.start,
    end: last.end,
    rule: 'place-of-head',
    confidence: 0.75,
    mention: 'name',
  });
  return changedUnit(first, {
    end: last.end,
    text: name,
    form: formOf(name.toLowerCase()),
    term,
    pos: 'PROPN',
    features: featureSet(['term', 'cap', 'PLACE', 'PROPN']),
  });
}
