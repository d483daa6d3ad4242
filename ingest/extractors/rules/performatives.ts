import type { RelationType } from '../../../src/model/ontology.js';
import type { DiscourseSentence } from './discourse-sentence.js';

/** Acts that are done by saying so: "we promise you the plant", "I ask you", "I thank you", "please convey". */
const acts: readonly (readonly [RelationType, RegExp])[] = [
  ['PROMISED', /^(?:promise|pledge|guarantee|undertake)$/],
  ['ASKED', /^(?:ask|request|beg|urge|propose|invite)$/],
  ['SUPPORTED', /^(?:thank|congratulate|welcome|agree|appreciate|support)$/],
];

const between =
  /^(?:also|once|again|sincerely|warmly|really|would|like|to|wish|want|fully|completely|very|much|therefore|just|must|should)$/;

/** What the speaker of a turn does to the one he speaks to by what he says in the first person. */
export function performedActs({ units }: DiscourseSentence): readonly RelationType[] {
  const found: RelationType[] = [];
  for (const [at, { lower, term }] of units.entries()) {
    if (term !== undefined) continue;
    if (lower === 'please') found.push('ASKED');
    if (lower === 'thank' && units[at + 1]?.lower === 'you') found.push('SUPPORTED');
    if (lower !== 'i' && lower !== 'we') continue;
    const verb = units.slice(at + 1, at + 6).find((unit) => unit.term !== undefined || !between.test(unit.lower));
    const isNamed = verb?.term !== undefined;
    const act = isNamed ? undefined : acts.find(([, verbs]) => verbs.test(verb?.lower ?? ''));
    if (act !== undefined && isToReader(units, verb)) found.push(act[0]);
    if (verb?.term === undefined && /^(?:will|shall|'ll)$/.test(verb?.lower ?? '') && doesForReader(units, at))
      found.push('PROMISED');
  }
  return [...new Set(found)];
}

/** "I thank you", "we agree with you", "we request that": not "I thank the Soviet government". */
function isToReader(units: DiscourseSentence['units'], verb: DiscourseSentence['units'][number] | undefined): boolean {
  const next = verb === undefined ? undefined : units[units.indexOf(verb) + 1];
  return next?.term === undefined && next?.entity === undefined;
}

/** "I will report this to him", "we will give you": something will be done about what was said. */
function doesForReader(units: DiscourseSentence['units'], at: number): boolean {
  const [, deed, object] = units
    .slice(at + 1, at + 5)
    .filter(({ lower }) => !/^(?:also|certainly|immediately)$/.test(lower));
  return (
    /^(?:report|convey|inform|tell|give|send|pass|consider|study|examine|help|provide|look)$/.test(deed?.lower ?? '') &&
    object !== undefined
  );
}
