import type { DiscourseSentence } from './discourse-sentence.js';
import type { GraphDraft } from './graph-draft.js';
import type { ReadUnit } from './reading.js';
import { rangeOf } from './subjects.js';

const led = /^(?:headed|led|chaired)$/;
const leads = /^(?:head|heads|headed|lead|leads|led|heading|leading)$/;
const link = /^(?:which|that|who|was|is|were|are|will|be|being|at|the|a|our|your|,)$/;

/** "The delegation headed by X", "X headed the delegation": the head of a group is one of it. */
export function delegationHeads({ units, date }: DiscourseSentence, graph: GraphDraft): void {
  units.forEach((unit, at) => {
    if (unit.term !== undefined || !leads.test(unit.lower)) return;
    const [group, person] = led.test(unit.lower) && isPassive(units, at) ? passive(units, at) : active(units, at);
    if (group?.entity?.kind !== 'GROUP' || person?.entity?.kind !== 'PERSON' || group.entity.officeOf !== undefined)
      return;
    const claim = { range: rangeOf([group, person].sort((a, b) => a.start - b.start)), date };
    graph.relate('MEMBER_OF', person.entity, group.entity, { ...claim, rule: 'head-of-group', confidence: 0.85 });
  });
}

/** "headed at the congress by": the agent stands behind. */
function isPassive(units: readonly ReadUnit[], at: number): boolean {
  return units.slice(at + 1, at + 6).some(({ lower, term }) => term === undefined && lower === 'by');
}

function passive(units: readonly ReadUnit[], at: number): readonly (ReadUnit | undefined)[] {
  const by = units.findIndex(({ lower, term }, index) => index > at && term === undefined && lower === 'by');
  return [nearest(units.slice(Math.max(0, at - 8), at).reverse()), named(units.slice(by + 1, by + 4))];
}

function active(units: readonly ReadUnit[], at: number): readonly (ReadUnit | undefined)[] {
  return [named(units.slice(at + 1, at + 4)), nearest(units.slice(Math.max(0, at - 5), at).reverse())];
}

/** The first entity, with nothing before it but words that bind a clause to it, and events and places of it. */
function nearest(units: readonly ReadUnit[]): ReadUnit | undefined {
  for (const unit of units) {
    if (unit.entity?.kind === 'GROUP' || unit.entity?.kind === 'PERSON') return unit;
    if (unit.entity === undefined && !link.test(unit.lower) && unit.pos !== 'AUX' && unit.pos !== 'ADV')
      return undefined;
  }
  return undefined;
}

function named(units: readonly ReadUnit[]): ReadUnit | undefined {
  return units.find(({ entity }) => entity !== undefined);
}
