import { withUnits } from './change-units.js';
import type { ParsedSentence } from './document-reader.js';
import { featureSet } from './feature-sets.js';
import { changedUnit, type Term, termWith, type Unit } from './unit.js';

const longestLine = 120;

/** Lines at the end among which a signature stands. */
const linesOfSignature = 6;

/** "Berg Antal", and under it "ambassador": who signs with his post is a person, whatever his name. */
export function nameSignatories(sentences: readonly ParsedSentence[]): readonly ParsedSentence[] {
  const from = sentences.length - linesOfSignature;
  return sentences.map((sentence, index) => {
    if (index < from) return sentence;
    const signed = signedWithPost(sentence);
    if (signed !== null) return signed;
    const name = onlyTerm(sentence, 'NAME');
    const isName = name !== null && wholeName.test(name.name);
    if (!isName || (officeOf(sentences[index - 1]) ?? officeOf(sentences[index + 1])) === null) return sentence;
    const units = sentence.units.map((unit) => (unit.term === name ? asPerson(unit, name) : unit));
    return withUnits(sentence, units);
  });
}

const wholeName = /^\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){1,2}$/u;

/** "Berg Antal ambassador": the line under the name began small, and was read on with it. */
function signedWithPost(sentence: ParsedSentence): ParsedSentence | null {
  const [unit, office, ...rest] = sentence.units.filter(({ features }) => features.mark !== 'comma');
  const name = unit?.term;
  if (unit === undefined || name === undefined || office?.term?.kind !== 'OFFICE' || rest.length > 0) return null;
  if (name.kind !== 'PERSON' && !(name.kind === 'NAME' && wholeName.test(name.name))) return null;
  const person = name.kind === 'PERSON' ? unit : asPerson(unit, name);
  return withUnits(sentence, [withPost(person, person.term ?? name, office.term)]);
}

function asPerson(unit: Unit, name: Term): Unit {
  const features = [...unit.features].filter((feature) => feature !== 'NAME');
  return changedUnit(unit, {
    term: { ...name, kind: 'PERSON', rule: 'signatory', confidence: 0.75 },
    features: featureSet([...features, 'PERSON']),
  });
}

/**
 * Heads and signatures give a person and his post on two lines: "P. K. Lindgren," and under it "Ambassador of Norland
 * to the DPRK"; or the post, and under it the name in brackets.
 */
export function joinPostsOfLines(sentences: readonly ParsedSentence[]): readonly ParsedSentence[] {
  return sentences.map((sentence, index) => {
    const person = onlyTerm(sentence, 'PERSON');
    if (person === null || person.parts.some(({ role }) => role === 'post')) return sentence;
    const above = officeOf(sentences[index - 1]);
    const below = officeOf(sentences[index + 1]);
    // A post between two names is that of the one whose line goes on, else of the one above it.
    const isOfNext = below !== null && endsOpen(sentence);
    const isOfAbove = above !== null && onlyTerm(sentences[index - 2], 'PERSON') !== null;
    const office = isOfNext ? below : above !== null && !isOfAbove ? above : below;
    if (office === null) return sentence;
    const body = office.parts.length > 0 ? null : signedFor([sentences[index - 1], sentences[index - 2]]);
    const post: Term = body === null ? office : { ...office, parts: [{ role: 'of', term: body }] };
    const units = sentence.units.map((unit) => (unit.term === person ? withPost(unit, person, post) : unit));
    return withUnits(sentence, units);
  });
}

function officeOf(sentence: ParsedSentence | undefined): Term | null {
  const office = onlyTerm(sentence, 'OFFICE');
  return office === null || /s$/i.test(office.head ?? '') ? null : office;
}

/** "For the Central Committee", above the post and the name of the one who signs for it. */
function signedFor(above: readonly (ParsedSentence | undefined)[]): Term | null {
  for (const sentence of above) {
    if (sentence === undefined || !/^for the\b/iu.test(sentence.paragraph.text)) continue;
    const [only, ...others] = sentence.units.flatMap(({ term }) => term ?? []);
    if (only?.kind === 'ORGANIZATION' && only.mention === 'name' && others.length === 0) return only;
  }
  return null;
}

function endsOpen({ units }: ParsedSentence): boolean {
  return units.at(-1)?.features.mark === 'comma';
}

/** The one term of a short line, which says nothing else. */
function onlyTerm(sentence: ParsedSentence | undefined, kind: Term['kind']): Term | null {
  if (sentence === undefined || sentence.paragraph.text.length > longestLine) return null;
  if (sentence.paragraph.sentences.length > 1) return null;
  const terms = sentence.units.flatMap(({ term }) => term ?? []);
  const isBare = sentence.units.every(
    ({ term, text, features }) =>
      term !== undefined || features.has('person-title') || /^(?:\W+|the|signed|signature)$/iu.test(text),
  );
  const [only = null] = terms;
  return isBare && terms.length === 1 && only?.kind === kind ? only : null;
}

function withPost(unit: Unit, person: Term, office: Term): Unit {
  return changedUnit(unit, { term: termWith({ ...person, parts: [...person.parts, { role: 'post', term: office }] }) });
}
