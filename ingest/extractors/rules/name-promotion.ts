import { isPaper } from '../../lexicon/paper-nouns.js';
import { changeUnits } from './change-units.js';
import type { ParsedSentence } from './document-reader.js';
import { featureSet } from './feature-sets.js';
import { keyOf } from './grammar-rule.js';
import { parsePersonName } from './person-names.js';
import { tellsHead } from './talk-heads.js';
import { changedUnit, termWith, type Unit } from './unit.js';
import { knownVerb } from './verb-index.js';

/**
 * Decides which of the unknown names are persons: those whose surname a person of the document bears, those who
 * speak or act as persons do, and those who stand in a list with persons. The others stay unknown and make no entity.
 */
export function promoteNames(sentences: readonly ParsedSentence[]): readonly ParsedSentence[] {
  const surnames = new Set<string>();
  for (const { units } of sentences) {
    for (const { term } of units) if (term?.kind === 'PERSON') surnames.add(parsePersonName(term.name).surname);
  }
  const spoken = new Set<string>(transcriptLabels(sentences));
  const smallWords = writtenSmall(sentences);
  for (const { units, paragraph } of sentences) {
    // "Interpreter: …" names a person, whoever that is.
    const colon = tellsHead('silent', paragraph.text)
      ? units.findIndex(({ features }) => features.mark === 'colon')
      : -1;
    units.forEach((unit, index) => {
      if (
        unit.term?.kind === 'NAME' &&
        !isPaper(unit.lower) &&
        !unit.lower.split(' ').some(isPaper) &&
        // "Non-intervention is": no name.
        !/^(?:non|anti|pro|co|self|pre|post|semi|counter|re|ex|inter|multi|over|under)-\p{Ll}/iu.test(unit.text) &&
        // "Regarding", "Latter": words of the same text.
        !smallWords.has(unit.lower) &&
        ((colon >= 0 && index > colon) ||
          surnames.has(parsePersonName(unit.term.name).surname) ||
          actsAsPerson(units, index))
      )
        spoken.add(keyOf(unit.term.name));
    });
  }
  const listed = sentences.map((sentence) =>
    changeUnits(sentence, (unit) => (isIn(unit, spoken) ? promoted(unit) : unit)),
  );
  for (const { units } of listed) {
    units.forEach((unit, index) => {
      if (unit.term?.kind === 'NAME' && standsInListOfPersons(units, index)) spoken.add(keyOf(unit.term.name));
    });
  }
  return listed.map((sentence) => changeUnits(sentence, (unit) => (isIn(unit, spoken) ? promoted(unit) : unit)));
}

/** Of the words that stand as names, those that the same text writes small. */
function writtenSmall(sentences: readonly ParsedSentence[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { units } of sentences) for (const { term, lower } of units) if (term?.kind === 'NAME') names.add(lower);
  const small = new Set<string>();
  if (names.size === 0) return small;
  for (const { units } of sentences) {
    for (const { text, lower } of units) if (text === lower && names.has(lower)) small.add(lower);
  }
  return small;
}

function isIn(unit: Unit, names: ReadonlySet<string>): boolean {
  return unit.term?.kind === 'NAME' && names.has(keyOf(unit.term.name));
}

function promoted(unit: Unit): Unit {
  if (unit.term === undefined) return unit;
  // "CINCUNC continues": what acts under capitals alone is a command or an office.
  const kind = /^\p{Lu}{4,}$/u.test(unit.text) ? 'ORGANIZATION' : 'PERSON';
  const term = termWith({ ...unit.term, kind, confidence: 0.65 });
  return changedUnit(unit, { term, features: featureSet([...unit.features, kind]) });
}

/** "Kardelj said", "Kardelj was asked", "told Kardelj". */
function actsAsPerson(units: readonly Unit[], index: number): boolean {
  if (/ly$/.test(units[index]?.lower ?? '') && units[index + 1]?.pos === 'VERB') return false;
  const next = units[index + 1];
  const verb = next === undefined ? null : knownVerb(next, units[index + 2]);
  if (verb !== null && verb.form !== 'gerund' && (verb.frame.mode !== undefined || verb.frame.contact === true))
    return true;
  if (isSubjectWord(next) && !isPlaceLike(units, index) && !/^\p{Lu}+$/u.test(units[index]?.text ?? '')) return true;
  if (next?.lower === 'who' || (next?.features.mark === 'comma' && units[index + 2]?.lower === 'who')) return true;
  const link = units[index - 1]?.lower === 'with' ? index - 2 : index - 1;
  const before = units[link];
  const told = before === undefined ? null : knownVerb(before, units[link + 1]);
  if (told?.form !== 'past' || next?.lower === 'of') return false;
  // "met Lehtinen", "conferred with Lehtinen", "asked Lehtinen whether"
  if (/^(?:meet|converse|talk|chat|dine|lunch|confer|telephone|phone|receive)$/.test(told.lemma)) return true;
  return link === index - 1 && told.frame.mode !== undefined && told.frame.addressee?.includes('object') === true;
}

function isSubjectWord(next: Unit | undefined): boolean {
  return (
    next !== undefined &&
    next.term === undefined &&
    (next.pos === 'AUX' || (next.pos === 'VERB' && /(?:ed|s)$/.test(next.lower)))
  );
}

function isPlaceLike(units: readonly Unit[], index: number): boolean {
  return /^(?:in|at|from|to|of|the|near|around|via)$/.test(units[index - 1]?.lower ?? '');
}

/** "Malenkov, Molotov and Kaganovich": one of the list is known to be a person. */
function standsInListOfPersons(units: readonly Unit[], index: number): boolean {
  return [-1, 1].some((direction) => {
    for (let at = index + direction, links = 0; units[at] !== undefined && links < 12; at += direction, links++) {
      const unit = units[at];
      if (
        unit === undefined ||
        !(
          unit.features.mark === 'comma' ||
          unit.lower === 'and' ||
          unit.term?.kind === 'NAME' ||
          unit.term?.kind === 'PERSON'
        )
      )
        return false;
      if (unit.term?.kind === 'PERSON' && links > 0) return true;
    }
    return false;
  });
}

/** Names before a colon at the head of two paragraphs or more: the labels of a transcript. */
function transcriptLabels(sentences: readonly ParsedSentence[]): readonly string[] {
  const paragraphs = new Map<string, number>();
  for (const { units, paragraph } of sentences) {
    const [label, colon] = units;
    if (
      label?.term?.kind !== 'NAME' ||
      isPaper(label.lower) ||
      label.start !== paragraph.start ||
      colon?.features.mark !== 'colon'
    )
      continue;
    paragraphs.set(keyOf(label.term.name), (paragraphs.get(keyOf(label.term.name)) ?? 0) + 1);
  }
  return [...paragraphs].flatMap(([label, count]) => (count > 1 ? [label] : []));
}
