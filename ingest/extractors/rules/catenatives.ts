import type { ReadUnit } from './reading.js';

/**
 * Verbs that leave the act to the infinitive behind them: who "continued to think", "went on to say" or "wished to
 * express" thought, said and expressed. Not those that leave it undone ("refused to", "failed to").
 */
const leading = new Set(
  (
    'continue continued continues begin began begins start started starts proceed proceeded proceeds hasten hastened seem seemed seems ' +
    'appear appeared appears tend tended tends happened came wish wished wishes want wanted wants desire desired desires ' +
    'inclined disposed constrained bound obliged compelled opportunity occasion liberty care cared ' +
    'intervened interrupted telephoned phoned called wrote cabled rose paused'
  ).split(' '),
);

/** What telegrams say without "to": "continues believe", "inclined agree". */
const bare = new Set('continue continued continues inclined wish wishes desire desires'.split(' '));

/** Where "continued to" before an infinitive begins; `null` where none stands there. */
export function catenativeBefore(units: readonly ReadUnit[], infinitive: number): number | null {
  const isMarked = units[infinitive - 1]?.lower === 'to';
  const isOn = isMarked && units[infinitive - 2]?.lower === 'on';
  if (isOn) return /^(?:go|goes|went|gone)$/.test(units[infinitive - 3]?.lower ?? '') ? infinitive - 3 : null;
  const at = infinitive - (isMarked ? 2 : 1);
  const unit = units[at];
  if (unit === undefined || unit.term !== undefined || !(isMarked ? leading : bare).has(unit.lower)) return null;
  // "took occasion to", "took the opportunity to"
  if (!/^(?:opportunity|occasion|liberty)$/.test(unit.lower)) return at;
  const verb = units[at - 1]?.pos === 'DET' ? at - 2 : at - 1;
  return /^(?:take|takes|took|taken|seized|used)$/.test(units[verb]?.lower ?? '') ? verb : null;
}

/** Where "came to" before "see" begins: who came to see somebody saw him. */
export function comingBefore(units: readonly ReadUnit[], infinitive: number): number | null {
  const at = infinitive - (units[infinitive - 2]?.lower === 'in' ? 3 : 2);
  const isComing = /^(?:came|went|called|stopped|flew|drove|dropped)$/.test(units[at]?.lower ?? '');
  return isComing && units[infinitive - 1]?.lower === 'to' ? at : null;
}
