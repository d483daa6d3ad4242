import { bodyOfTalk } from './bodies-of-talks.js';
import type { Predicate } from './clause.js';
import type { DiscourseSentence } from './discourse-sentence.js';
import type { EntityDraft } from './entity-draft.js';
import type { EntityRegistry } from './entity-registry.js';
import type { SpokenTurn } from './speech-parties.js';
import { distinct } from './talks.js';

/** Above this number nobody can tell who was spoken to. */
const crowd = 8;

/** Who is spoken to where the text doesn't say: the other side of the talk. */
export function impliedAddressees(
  speaker: EntityDraft,
  { talk, voice: { author, receivers } }: DiscourseSentence,
  predicate: Predicate,
  { turns, registry }: { readonly turns: readonly SpokenTurn[]; readonly registry: EntityRegistry },
): readonly EntityDraft[] {
  // "I propose", "it is proposed": said to the reader now, whatever talk is told of.
  const isNow = predicate.verb.form === 'base' || predicate.passive || predicate.progressive;
  if (speaker === author && receivers.length > 0 && isNow) return receivers;
  const body =
    talk !== null && talk.participants.length > 2 && talk.participants.includes(speaker)
      ? bodyOfTalk(talk, registry)
      : undefined;
  if (body !== undefined) return [body];
  if (talk === null || !talk.participants.includes(speaker)) {
    if (talk !== null || speaker !== author) return [];
    const last = turns.findLast((turn) => turn.speaker !== author)?.speaker;
    return predicate.verb.form === 'past' && last !== undefined ? [last] : receivers;
  }
  if (author !== null && speaker !== author && talk.participants.includes(author)) return [author];
  if (talk.participants.length > crowd) return [];
  const since = turns.slice(turns.findLastIndex((turn) => turn.speaker === speaker) + 1).map((turn) => turn.speaker);
  const others = distinct(since.filter((other) => other !== speaker && talk.participants.includes(other)));
  if (others.length > 0) return others;
  const heard = talk.participants.filter((other) => !talk.silent.includes(other));
  const [, counterpart] = heard;
  return counterpart === undefined || counterpart === speaker
    ? heard.filter((other) => other !== speaker).slice(0, 1)
    : [counterpart];
}
