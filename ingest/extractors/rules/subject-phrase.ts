import { prepositions } from './clause-arguments.js';
import { coordinationStart } from './coordination.js';
import type { ReadUnit } from './reading.js';

/** The units that are a verb's subject; `other` where one stands there that is no entity. */
export interface Subject {
  readonly indices: readonly number[];
  readonly other: boolean;
  readonly start: number;
}

export function none(start: number, other = false): Subject {
  return { indices: [], other, start };
}

export const papers = new Set([
  'statement',
  'declaration',
  'note',
  'announcement',
  'letter',
  'communique',
  'communiqué',
  'proposal',
  'message',
  'appeal',
  'memorandum',
  'telegram',
  'speech',
]);

export const intents = new Set(
  'intention,intent,determination,commitment,willingness,readiness,decision,desire,plan,plans,pledge,promise,efforts,effort,attempt,attempts,refusal,failure,obligation,wish,capacity,ability,tendency,right'.split(
    ',',
  ),
);

/** "the American determination to defend": whose intention it is stands before it. */
export function intentOwner(units: readonly ReadUnit[], noun: number): Subject | null {
  for (let at = noun - 1; at >= Math.max(0, noun - 3); at--) {
    const unit = units[at];
    if (unit?.entity !== undefined) return { indices: [at], other: false, start: at };
    if (unit?.features.mark !== 'possessive' && !/^(?:ADJ|ADV)$/.test(unit?.pos ?? '')) return null;
  }
  return null;
}

/** The entity before the verb, unless it depends on a noun: in "the statement of the government" the statement acts. */
export function entitySubject(units: readonly ReadUnit[], at: number): Subject {
  const start = coordinationStart(units, at);
  const link = units[start - 1]?.lower === 'the' || units[start - 1]?.lower === 'a' ? start - 2 : start - 1;
  const before = units[link];
  if (before !== undefined && before.term === undefined && prepositions.has(before.lower)) {
    // "Lund of the Embassy said": a person stays who he is, whatever hangs on his name.
    const holder = units[link - 1];
    if (/^(?:of|from)$/.test(before.lower) && holder?.entity?.kind === 'PERSON' && holder.term?.mention === 'name')
      return entitySubject(units, link - 1);
    // "The letter from Eden states"
    if (before.lower === 'from' && papers.has(holder?.lower ?? '')) return { indices: [at], other: false, start };
    const opensSentence = start - 2 < 0 || units[start - 2]?.features.mark === 'stop';
    return opensSentence ? none(start) : none(start, true);
  }
  const indices: number[] = [];
  for (let index = start; index <= at; index++)
    if (units[index]?.entity !== undefined && units[index]?.term?.kind !== 'DATE') indices.push(index);
  return { indices, other: false, start };
}

export function antecedent(units: readonly ReadUnit[], at: number): Subject {
  const nearest = units[at - 1]?.features.mark === 'comma' ? at - 2 : at - 1;
  // "the delegation headed by Nagy, which": what "which" stands for is no person.
  const isThing = units[at]?.lower === 'which' && units[nearest]?.entity?.kind === 'PERSON';
  const thing = isThing
    ? units.findLastIndex(({ entity }, index) => index < nearest && entity !== undefined && entity.kind !== 'PERSON')
    : nearest;
  const before = thing < 0 ? nearest : thing;
  const unit = units[before];
  if (isThing && thing < 0) return none(at, true);
  return unit?.entity === undefined ? none(at, true) : { indices: [before], other: false, start: at };
}

export function nounPhraseStart(units: readonly ReadUnit[], at: number): number {
  let start = at;
  while (
    start > 0 &&
    /^(?:NOUN|ADJ|DET|PRON|NUM|PROPN)$/.test(units[start - 1]?.pos ?? '') &&
    units[start - 1]?.term === undefined
  )
    start--;
  return start;
}
