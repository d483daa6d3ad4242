import type { Modality } from '../../../src/model/ontology.js';
import type { DiscourseSentence } from './discourse-sentence.js';
import type { EntityDraft } from './entity-draft.js';
import type { GraphDraft } from './graph-draft.js';
import type { ReadUnit } from './reading.js';
import { soughtWords } from './sought-words.js';
import { ownerOf } from './stance-nouns.js';
import { rangeOf } from './subjects.js';
import { distinct, isHypothetical, persons } from './talks.js';

const talks = soughtWords(
  /^(?:meeting|conversation|talk|talks|discussion|discussions|interview|luncheon|lunch|dinner|audience|consultation|consultations)$/,
);
const planned =
  /^(?:proposed|planned|possible|forthcoming|coming|scheduled|future|next|will|would|should|if|suggest|suggested|propose|for)$/;

/** "your meeting with Gray and Radford", "the talk between Eden and Molotov": talks of others that a paper mentions. */
export function mentionedTalks(sentence: DiscourseSentence, graph: GraphDraft): void {
  const { units, date } = sentence;
  if (!talks.areIn(units)) return;
  units.forEach((unit, at) => {
    if (!talks.has(unit) || (unit.term !== undefined && unit.term.kind !== 'EVENT')) return;
    const link = units.slice(at + 1, at + 5).findIndex(({ lower }) => /^(?:with|between)$/.test(lower));
    const isNear =
      link >= 0 &&
      units.slice(at + 1, at + 1 + link).every(({ term, lower }) => term?.kind === 'DATE' || lower === 'on');
    if (!isNear || units.slice(0, at).some(isHypothetical)) return;
    const others = listed(units.slice(at + 2 + link));
    const owner = ownerOf(units, at);
    const isShared = units[at + 1 + link]?.lower === 'between';
    if (!isShared && owner?.entity?.kind !== 'PERSON') return;
    const parties = distinct([...(isShared || owner?.entity === undefined ? [] : [owner.entity]), ...persons(others)]);
    const claim = {
      range: rangeOf([isShared ? unit : (owner ?? unit), ...others.slice(-1)]),
      rule: 'mentioned-talk',
      confidence: 0.7,
      modality: modalityOf(sentence, at),
      date,
    };
    relateAll(parties, claim, graph);
  });
}

/** The names of a list, up to the first word that is none of it. */
function listed(units: readonly ReadUnit[]): readonly ReadUnit[] {
  const stop = units.findIndex(
    (unit) =>
      unit.entity?.kind !== 'PERSON' && !unit.features.has('person-title') && !/^(?:and|both|the|,)$/.test(unit.lower),
  );
  return (stop < 0 ? units : units.slice(0, stop)).filter(({ entity }) => entity !== undefined);
}

function relateAll(
  parties: readonly EntityDraft[],
  claim: Parameters<GraphDraft['relate']>[3],
  graph: GraphDraft,
): void {
  parties.forEach((one, index) => {
    for (const other of parties.slice(index + 1)) graph.relate('MET_WITH', one, other, claim);
  });
}

function modalityOf({ units, quotedSpeaker }: DiscourseSentence, at: number): Modality {
  if (units.slice(Math.max(0, at - 4), at).some(({ lower, term }) => term === undefined && planned.test(lower)))
    return 'PLANNED';
  return quotedSpeaker === undefined ? 'ASSERTED' : 'REPORTED';
}
