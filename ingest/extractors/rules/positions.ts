import type { Predicate } from './clause.js';
import type { ReadUnit } from './reading.js';

/** What somebody wants or thinks: who supports it supports him. */
const positionNoun =
  /^(?:proposals?|views?|positions?|suggestions?|recommendations?|stand|stands|opinions?|initiatives?|attitude|thesis|arguments?|counterproposals?|amendments?|viewpoint|contention)$/;

/** "the Dutch views", "US proposal": the country before it is the one whose views they are. */
export function ownsPosition(units: readonly ReadUnit[], owner: ReadUnit): boolean {
  const at = units.indexOf(owner);
  for (const unit of units.slice(at + 1, at + 4)) {
    if (unit.term !== undefined) return false;
    if (positionNoun.test(unit.lower)) return true;
    if (!/^(?:ADJ|NOUN|PROPN)$/.test(unit.pos)) return false;
  }
  return false;
}

/** "supported the British proposal": at a table that is a speech. */
export function takesPosition(units: readonly ReadUnit[], { at, end, passive }: Predicate): boolean {
  const rest = units.slice(at + 1, Math.min(end, at + longestObject));
  const noun = rest.findIndex(({ lower, term }) => term === undefined && positionNoun.test(lower));
  return !passive && noun >= 0 && rest.slice(0, noun).every(({ pos, term }) => term !== undefined || pos !== 'VERB');
}

const longestObject = 7;
