import { changeUnits } from './change-units.js';
import type { ParsedSentence } from './document-reader.js';
import { asHolder } from './lines-of-present.js';
import type { Unit } from './unit.js';
import { knownVerb } from './verb-index.js';

/** Offices of which a paper knows one holder, whom it need not name. */
const singular =
  /^(?:president|vice president|vice-president|secretary|secretary of state|secretary of defense|prime minister|premier|foreign minister|chancellor|secretary general|secretary-general|under secretary)$/;

/** Minutes of bodies and staffs; a memorandum of conversation lists its few. */
export function recordsMeeting(title: string): boolean {
  return /\b(?:minutes|proceedings|stenographic|verbatim)\b|\b(?:record|notes?|memorandum|summary|report) (?:of|on) (?:an? |the )?(?:[\p{L}\d.]+ ){0,4}(?:discussions?|meetings?|session|conference)\b/iu.test(
    title,
  );
}

/**
 * "The President asked why", in the minutes of a meeting where nobody is called so: a person known by his office only.
 * Elsewhere the office is short for the one who holds it.
 */
export function nameOfficesThatSpeak(sentences: readonly ParsedSentence[]): readonly ParsedSentence[] {
  if (!sentences.some(({ paragraph }) => paragraph.role === 'title' && recordsMeeting(paragraph.text)))
    return sentences;
  const held = new Set<string>();
  const speaking = new Set<string>();
  for (const { units, paragraph } of sentences) {
    units.forEach((unit, at) => {
      const posts = unit.term?.kind === 'PERSON' ? unit.term.parts.filter(({ role }) => role === 'post') : [];
      for (const { term } of posts) for (const head of headsOf(term.head)) held.add(head);
      const isHeld = unit.term?.kind === 'OFFICE' && units.slice(at + 1, at + 4).some(({ text }) => text === '(');
      if (isHeld) for (const head of headsOf(unit.term.head)) held.add(head);
      if (paragraph.role === 'body' && isBareOffice(unit) && speaks(units, at)) speaking.add(unit.term?.head ?? '');
    });
  }
  const named = new Set([...speaking].filter((head) => !held.has(head)));
  if (named.size === 0) return sentences;
  return sentences.map((sentence) =>
    changeUnits(sentence, (unit, at, units) =>
      isBareOffice(unit) && named.has(unit.term?.head ?? '') && standsAlone(units, at) ? asHolder(unit) : unit,
    ),
  );
}

/** "the Secretary" is short for the Secretary of State. */
function headsOf(head: string | undefined): readonly string[] {
  return head === undefined ? [] : [head, head.replace(/ (?:of|for) .*$/, '')];
}

function isBareOffice({ term }: Unit): boolean {
  return (
    term?.kind === 'OFFICE' &&
    term.parts.length === 0 &&
    /^\p{Lu}/u.test(term.name) &&
    singular.test(term.head ?? '') &&
    // "Acting Secretary" is another one.
    term.name.toLowerCase() === term.head
  );
}

/** "the President asked", "the President then said" */
function speaks(units: readonly Unit[], at: number): boolean {
  if (units[at - 1]?.lower !== 'the') return false;
  const next = units[at + 1]?.pos === 'ADV' ? at + 2 : at + 1;
  const unit = units[next];
  if (unit === undefined || unit.term !== undefined) return false;
  const verb = knownVerb(unit, units[next + 1]);
  return verb?.frame.mode !== undefined && (verb.form === 'past' || verb.form === 'third');
}

function standsAlone(units: readonly Unit[], at: number): boolean {
  const next = units[at + 1];
  return next?.term?.kind !== 'PERSON' && next?.term?.kind !== 'NAME' && next?.text !== '(' && next?.lower !== 'of';
}
