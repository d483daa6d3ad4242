import type { Discourse } from './discourse-sentence.js';
import type { EntityDraft } from './entity-draft.js';
import { americanDate, conversationName, nameOf, periodName } from './entity-naming.js';
import type { TalkDraft } from './talk-draft.js';

/** The word that tells of a talk: where the conversation itself is mentioned. */
const talkWord = /^(?:visit|met|receiv|convers|talk|chat|din|lunch|confer|call|saw|present|participa|attend)/;

/** Conversations get their names once all are known: the date alone tells one apart, else the counterpart does. */
export function nameConversations(discourse: Discourse, author: EntityDraft | null): void {
  for (const talk of discourse.talks) {
    const { event, participants, date, opening } = talk;
    // A meeting that has a name of its own keeps it.
    if (event.terms.length > 0) continue;
    const counterpart = participants.find((person) => person !== author);
    const alone = talksOfSameDay(discourse, talk) < 2;
    const when = periodName(date, talk.endDate);
    event.givenName = conversationName(when, alone || counterpart === undefined ? null : nameOf(counterpart).name);
    event.date = date ?? undefined;
    event.endDate = talk.endDate ?? undefined;
    for (const alias of aliasesOf(talk, author, alone)) event.extraAliases.add(alias);
    const cue = opening.units.find((unit) => unit.term === undefined && talkWord.test(unit.lower)) ?? opening.units[0];
    if (cue !== undefined) event.addMention({ start: cue.start, end: cue.end, text: cue.text, kind: 'title' });
  }
}

/** How others would call the talk: by its day, by whom it was with, as the document calls it. */
function aliasesOf(
  { noun, participants, silent, date, endDate }: TalkDraft,
  author: EntityDraft | null,
  alone: boolean,
): string[] {
  const heard = participants.filter((person) => !silent.includes(person)).map((person) => nameOf(person).name);
  const [first, second, ...others] = heard;
  const nouns = new Set(['conversation', noun]);
  const dated = date === null ? [] : [periodName(date, endDate), americanDate(date, endDate)];
  const writer = author === null ? undefined : participants.indexOf(author);
  const company =
    writer === undefined || writer < 0
      ? second
      : heard.find((name) => name !== (author === null ? '' : nameOf(author).name));
  return [...nouns].flatMap((word) => [
    ...(alone || word === 'conversation' ? dated.map((when) => `${word} of ${when}`) : []),
    ...(alone && company !== undefined ? [`${word} with ${company}`] : []),
    ...(alone && second !== undefined && others.length === 0 ? [`${word} between ${first} and ${second}`] : []),
  ]);
}

function talksOfSameDay({ talks }: Discourse, own: TalkDraft): number {
  return talks.filter((talk) => talk.date === own.date && talk.participants.length > 1).length;
}
