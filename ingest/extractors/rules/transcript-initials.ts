import { withUnits } from './change-units.js';
import type { ParsedSentence } from './document-reader.js';
import { featureSet } from './feature-sets.js';
import { parsePersonName } from './person-names.js';
import { changedUnit, type Term, termWith, type Unit, withParts } from './unit.js';

/**
 * Transcripts of telephone calls label turns by a letter: "K: I'm sorry to take you away." The letter is the initial of
 * one of those whom the head names; where it could be two of them, it stays a letter.
 */
export function linkTranscriptInitials(sentences: readonly ParsedSentence[]): readonly ParsedSentence[] {
  const labels = repeatedLabels(sentences);
  if (labels.size === 0) return sentences;
  const first = sentences.findIndex((sentence) => labelOf(sentence) !== null);
  const persons = distinctPersons(sentences.slice(0, first));
  const speakers = new Map<string, Term>();
  for (const label of labels) {
    const own = persons.filter((person) => isInitialOf(label, person));
    // "P" is the President, where no name begins so.
    const fits = own.length > 0 ? own : persons.filter((person) => isInitialOfPost(label, person));
    if (fits.length === 1 && fits[0] !== undefined) speakers.set(label, fits[0]);
  }
  if (speakers.size === 0) return sentences;
  return sentences.map((sentence) => {
    const speaker = speakers.get(labelOf(sentence) ?? '');
    return speaker === undefined ? sentence : withUnits(sentence, withSpeaker(sentence.units, speaker));
  });
}

/** "K" at the head of a paragraph, before a colon. */
function labelOf({ units, paragraph }: ParsedSentence): string | null {
  const [label, colon] = units;
  if (label === undefined || label.start !== paragraph.start || label.term !== undefined) return null;
  const isColon = colon?.features.mark === 'colon' || colon?.text === ':';
  return isColon && /^\p{Lu}{1,2}$/u.test(label.text) ? label.text : null;
}

function repeatedLabels(sentences: readonly ParsedSentence[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    const label = labelOf(sentence);
    if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
  }
  // A single "A:" may head a list; two speakers, or one who speaks twice, make a transcript.
  return new Set(counts.size > 1 ? counts.keys() : [...counts].flatMap(([label, count]) => (count > 1 ? [label] : [])));
}

function distinctPersons(sentences: readonly ParsedSentence[]): readonly Term[] {
  const persons = new Map<string, Term>();
  for (const { units } of sentences) {
    for (const unit of units) {
      for (const term of unit.term === undefined ? [] : withParts(unit.term)) {
        if (term.kind === 'PERSON') persons.set(term.authority ?? parsePersonName(term.name).surname, term);
      }
    }
  }
  return [...persons.values()];
}

function isInitialOf(label: string, { name }: Term): boolean {
  const { surname, initials } = parsePersonName(name);
  const own = label.toLowerCase();
  return own.length === 1 ? surname.startsWith(own) : own === `${initials[0] ?? ''}${surname.charAt(0)}`;
}

function isInitialOfPost(label: string, { parts }: Term): boolean {
  return parts.some(({ role, term }) => role === 'post' && term.head?.startsWith(label.toLowerCase()) === true);
}

/** "HAK" alone under the text: who wrote it signed with his initials. */
export function nameSignedInitials(sentences: readonly ParsedSentence[]): readonly ParsedSentence[] {
  return sentences.map((sentence, index) => {
    const { units, paragraph } = sentence;
    const [unit] = units;
    const isSigned =
      index > 3 && units.length === 1 && /^(?:\p{Lu}{2,4}|(?:\p{Lu}\.){2,4})$/u.test(paragraph.text.trim());
    if (
      !isSigned ||
      unit === undefined ||
      (unit.term !== undefined && unit.term.kind !== 'NAME') ||
      !/\.\s*$/u.test(sentences[index - 1]?.paragraph.text ?? '')
    )
      return sentence;
    const { start, end, text: name } = unit;
    const who = { kind: 'PERSON', name, key: name.toLowerCase().replaceAll('.', '') } as const;
    const term = termWith({ ...who, parts: [], start, end, rule: 'signed-initials', confidence: 0.7, mention: 'name' });
    const signed = changedUnit(unit, { term, features: featureSet([...unit.features, 'PERSON', 'term']) });
    return withUnits(sentence, [signed]);
  });
}

function withSpeaker([label, ...rest]: readonly Unit[], speaker: Term): readonly Unit[] {
  if (label === undefined) return rest;
  const { start, end, text } = label;
  const term = termWith({ ...speaker, name: text, parts: [], start, end, rule: 'transcript-initial', confidence: 0.9 });
  return [changedUnit(label, { term, features: featureSet([...label.features, 'PERSON']) }), ...rest];
}
