import { withUnits } from './change-units.js';
import type { ParsedSentence } from './document-reader.js';
import { featureSet } from './feature-sets.js';
import { keyOf } from './grammar-rule.js';
import { listedAsPresent, toldAsPresent } from './talks.js';
import { changedUnit, type Term, termWith, type Unit } from './unit.js';

/** A line of a list: no sentence, and not long. */
const longestLine = 140;
/** What offices call themselves in lists: "EUR", "NA", "EUR:WE". */
const symbol = /^\p{Lu}[\p{Lu}\d/&:–-]{1,9}$/u;

/** A line of a list, and no sentence of the text. */
export function isShortLine(text: string): boolean {
  return text.length < longestLine && !/[.!?]\s*$/u.test(text);
}

/** "Mr. Lancaster, EUR": a name, a comma, and what he is. */
export function isLineOfPresent({ units, paragraph }: ParsedSentence): boolean {
  if (!isShortLine(paragraph.text)) return false;
  const name = units.findIndex(({ term }) => term?.kind === 'PERSON');
  // "PARTICIPANTS: Mr. Lund, …": the list opens on the line of its heading.
  const colon = listedAsPresent(paragraph.text) ? units.findIndex(({ features }) => features.mark === 'colon') : -1;
  const lead = units.slice(colon + 1, Math.max(0, name));
  const isOpening = lead.every(({ features, text }) => features.has('person-title') || !/\p{L}/u.test(text));
  if (name <= colon || lead.length > 2 || !isOpening) return false;
  return opensPost(units[afterBracket(units, name + 1)]);
}

/** "Lund (Lunde), Minister": another form of the name stands between it and the post. */
function afterBracket(units: readonly Unit[], at: number): number {
  const close = units.slice(at, at + 5).findIndex(({ features }) => features.mark === 'close');
  return units[at]?.features.mark === 'open' && close > 0 ? at + close + 1 : at;
}

function opensPost(unit: Unit | undefined): boolean {
  return (
    unit !== undefined && (unit.features.mark === 'comma' || unit.features.mark === 'dash' || /^[,–—]/u.test(unit.text))
  );
}

/**
 * "The Secretary" alone on a line of those present: a person known by his office only, who keeps it for his name, and of
 * whom the text goes on to speak as "the Secretary".
 */
export function nameOfficesPresent(sentences: readonly ParsedSentence[], text: string): readonly ParsedSentence[] {
  let isList = false;
  return sentences.map((sentence) => {
    const { paragraph, units } = sentence;
    const opens = listedAsPresent(paragraph.text);
    isList = opens || (isList && isShortLine(paragraph.text));
    const told = text.slice(sentence.sentence.start, sentence.sentence.end);
    if (toldAsPresent(told, paragraph.text))
      return withUnits(
        sentence,
        units.map((unit, index) => listedOffice(unit, units[index + 1])),
      );
    if (!isList || opens) return sentence;
    const office = units.findIndex(({ term }) => term?.kind === 'OFFICE' && /^\p{Lu}/u.test(term.name));
    const others = units.filter((_, index) => index !== office);
    const standsAlone = others.every(({ lower, text }) => lower === 'the' || /^\W*$/u.test(text));
    if (office < 0 || !standsAlone) return sentence;
    return withUnits(
      sentence,
      units.map((unit, index) => (index === office ? asHolder(unit) : unit)),
    );
  });
}

/**
 * "Memorandum From the Under Secretary (Hoover) to the Secretary of State": a receiver whom the title knows by his
 * office only is a person all the same. A sender signs.
 */
export function nameOfficesOfTitles(sentences: readonly ParsedSentence[]): readonly ParsedSentence[] {
  return sentences.map((sentence) => {
    const { paragraph, units } = sentence;
    if (
      paragraph.role !== 'title' ||
      !/\b(?:letter|telegram|memorandum|message|note|despatch)\b/iu.test(paragraph.text)
    )
      return sentence;
    const isEnd = (index: number) => {
      const before = units[index - 1]?.lower === 'the' ? units[index - 2] : units[index - 1];
      const isHeld = units
        .slice(index + 1, index + 8)
        .some(({ text, term }) => text === '(' || term?.kind === 'PERSON');
      return before?.lower === 'to' && !isHeld;
    };
    const named = units.map((unit, index) => (unit.term?.kind === 'OFFICE' && isEnd(index) ? asHolder(unit) : unit));
    return withUnits(sentence, named);
  });
}

/** "the Secretary of Defense;": an office on such a list, where no name follows. */
function listedOffice(unit: Unit, next: Unit | undefined): Unit {
  const isAlone = next === undefined || ['comma', 'semicolon', 'stop', 'open'].some((mark) => next.features.has(mark));
  const isCapital = /^\p{Lu}/u.test(unit.term?.name ?? '');
  return unit.term?.kind === 'OFFICE' && isCapital && (isAlone || next.lower === 'and') ? asHolder(unit) : unit;
}

export function asHolder(unit: Unit): Unit {
  const { term } = unit;
  if (term === undefined) return unit;
  const holder = termWith({
    kind: 'PERSON',
    name: term.name,
    key: `holder of ${keyOf(term.name)}`,
    parts: [{ role: 'post', term }],
    start: term.start,
    end: term.end,
    rule: 'office-present',
    confidence: 0.7,
    mention: 'name',
  });
  const features = [...unit.features].filter((feature) => !/OFFICE/.test(feature));
  return changedUnit(unit, { term: holder, features: featureSet([...features, 'term', 'cap', 'PERSON']) });
}

/** Takes the symbols of offices behind the names of such lines for bodies, and not for more names. */
export function nameOfficeSymbols(sentences: readonly ParsedSentence[]): readonly ParsedSentence[] {
  return sentences.map((sentence) => {
    if (!isLineOfPresent(sentence)) return sentence;
    const first = sentence.units.findIndex(({ term }) => term?.kind === 'PERSON');
    const units = sentence.units.map((unit, index) =>
      index > first && symbol.test(unit.text) && isOpen(unit.term) ? asBody(unit) : unit,
    );
    return withUnits(sentence, units);
  });
}

function isOpen(term: Term | undefined): boolean {
  return term === undefined || ((term.kind === 'PERSON' || term.kind === 'NAME') && term.authority === undefined);
}

function asBody(unit: Unit): Unit {
  const { text: name, start, end } = unit;
  const term = termWith({
    kind: 'ORGANIZATION',
    name,
    key: keyOf(name),
    parts: [],
    start,
    end,
    rule: 'office-symbol',
    confidence: 0.7,
    mention: 'name',
  });
  const features = [...unit.features].filter((feature) => feature !== 'PERSON' && feature !== 'NAME');
  return changedUnit(unit, { term, pos: 'PROPN', features: featureSet([...features, 'term', 'cap', 'ORGANIZATION']) });
}
