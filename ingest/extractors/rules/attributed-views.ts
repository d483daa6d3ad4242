import type { EntityDraft } from './entity-draft.js';
import type { ReadUnit } from './reading.js';
import { soughtWords } from './sought-words.js';
import { isAgent } from './subjects.js';

const viewNoun = /^(?:words|opinion|view|views|judgment|judgement|estimation|assessment|account|eyes)$/;
const viewWords = soughtWords({ has: (word) => word === 'according' || viewNoun.test(word) });

/**
 * Whose words a sentence gives without a verb of speech: "According to Lund, …", "in the words of Lund", "in his
 * opinion".
 *
 * @returns `null` where it gives nobody's.
 */
export function attributedView(units: readonly ReadUnit[]): EntityDraft | null {
  if (!viewWords.areIn(units)) return null;
  for (const [at, unit] of units.entries()) {
    if (unit.term !== undefined) continue;
    const holder =
      unit.lower === 'according' && units[at + 1]?.lower === 'to'
        ? nextAgent(units, at + 2)
        : unit.lower === 'in'
          ? viewHolder(units, at)
          : undefined;
    if (holder !== undefined) return holder;
  }
  return null;
}

/** Who stands next, alone: "according to the decision of Lund" and "according to Lund's report" give a paper's words. */
function nextAgent(units: readonly ReadUnit[], from: number): EntityDraft | undefined {
  const at = units.findIndex(
    ({ features, lower }, index) => index >= from && lower !== 'the' && !features.has('person-title'),
  );
  const unit = units[at];
  if (unit === undefined || at - from > 2 || unit.entity?.kind === 'PLACE' || !isAgent(unit.entity)) return undefined;
  const next = units[at + 1];
  const isWhole = next === undefined || ['comma', 'stop', 'close', 'quote'].some((mark) => next.features.has(mark));
  return isWhole ? unit.entity : undefined;
}

/** "in the opinion of X", "in X's view", "in his words". */
function viewHolder(units: readonly ReadUnit[], at: number): EntityDraft | undefined {
  const [first, second, third] = units.slice(at + 1, at + 4);
  if (first?.lower === 'the' && viewNoun.test(second?.lower ?? '') && third?.lower === 'of')
    return nextAgent(units, at + 4);
  const isOwned = second?.features.mark === 'possessive' ? third : second;
  const isPronoun = /^(?:his|her)$/.test(first?.lower ?? '');
  const isName = first?.term !== undefined && second?.features.mark === 'possessive';
  const noun = first !== undefined && viewNoun.test(isOwned?.lower ?? '') ? first : undefined;
  return noun !== undefined && (isPronoun || isName) && isAgent(noun.entity) ? noun.entity : undefined;
}
