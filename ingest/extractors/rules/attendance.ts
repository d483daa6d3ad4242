import type { Discourse, DiscourseSentence } from './discourse-sentence.js';
import type { EntityDraft } from './entity-draft.js';
import { readEventKey } from './grammar/events.js';
import type { GraphDraft } from './graph-draft.js';
import type { ReadUnit } from './reading.js';
import { recordsMeeting } from './speaking-offices.js';

/**
 * Who speaks at a meeting was there: in minutes, at the meeting of their title; elsewhere, at the one that a sentence
 * opens with ("At the May 9 meeting Murphy said"), and that the paper goes on to report.
 */
export function attendance({ sentences }: Discourse, graph: GraphDraft): void {
  const title = sentences.filter(({ paragraph }) => paragraph.role === 'title');
  const minutes = title.some(({ paragraph }) => recordsMeeting(paragraph.text));
  let event = minutes ? (title.flatMap(({ units }) => units).find(isMeeting)?.entity ?? null) : null;
  const titleEvent = event;
  for (const sentence of sentences) {
    // What editors left out stands in brackets.
    const isEditors = sentence.paragraph.text.startsWith('[');
    if (isEditors || sentence.paragraph.role === 'title' || sentence.quotedSpeaker !== undefined) continue;
    event =
      openingMeeting(sentence) ?? (sentence.talk !== null && sentence.talk.event !== titleEvent ? titleEvent : event);
    if (event === null || (sentence.talk !== null && sentence.talk.event !== event)) continue;
    for (const unit of speakersOf(sentence)) {
      if (event === titleEvent && !isMember(unit)) continue;
      graph.relate('PARTICIPATED_IN', unit.entity, event, {
        range: { start: unit.start, end: unit.end },
        rule: 'speaks-at-meeting',
        confidence: 0.65,
        date: sentence.date,
      });
    }
  }
}

function isMeeting({ entity }: ReadUnit): boolean {
  return (
    entity?.kind === 'EVENT' && /^(?:meeting|session|conference|plenum|congress)$/.test(readEventKey(entity.key).head)
  );
}

/** "At the May 9 meeting Murphy emphasized" */
function openingMeeting({ units }: DiscourseSentence): EntityDraft | null {
  const at = units.findIndex(({ term, pos }) => term !== undefined || !/^(?:NUM|PUNCT|SYM)$/.test(pos));
  const isLed = /^(?:at|during|in)$/.test(units[at]?.lower ?? '');
  const next = units[at + 1]?.pos === 'DET' ? units[at + 2] : units[at + 1];
  return isLed && next !== undefined && isMeeting(next) ? (next.entity ?? null) : null;
}

/** Subjects of what was said there: not of what is told of other times ("had said"), nor said to the one who reports. */
function speakersOf({ units, predicates, voice }: DiscourseSentence): ReadUnit[] {
  return predicates.flatMap((predicate) => {
    const { verb, subject, parent, negated, passive, at, start } = predicate;
    const isSpeech = verb.frame.mode !== undefined || /^(?:SUPPORTED|CRITICIZED)$/.test(verb.frame.relation ?? '');
    if (!isSpeech || verb.form !== 'past' || parent !== null || negated || passive) return [];
    const group = units.slice(Math.max(start, at - 4), at);
    if (group.some(({ lower }) => /^(?:had|has|have|would)$/.test(lower))) return [];
    const told = units.slice(at + 1, at + 3);
    if (voice.author !== null && told.some(({ entity }) => entity === voice.author)) return [];
    return subject.flatMap((index) => {
      const unit = units[index];
      return unit !== undefined && /^(?:PERSON|GROUP|PLACE)$/.test(unit.entity?.kind ?? '') ? [unit] : [];
    });
  });
}

/** At a body's own meeting sit persons and delegations; the peoples and parties that are told of there don't. */
function isMember({ entity, term }: ReadUnit): boolean {
  if (term === undefined || entity === undefined) return false;
  return entity.kind === 'PERSON' || /^(?:delegation|delegates?|representatives?)$/.test(term.head ?? '');
}
