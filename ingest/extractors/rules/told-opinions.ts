import type { StatementMode } from '../../../src/model/ontology.js';
import type { TextRange } from '../../sources/source.js';
import type { DiscourseSentence } from './discourse-sentence.js';
import type { EntityDraft } from './entity-draft.js';
import type { EntityRegistry } from './entity-registry.js';
import type { StatementDraft } from './graph-draft.js';
import type { ReadUnit } from './reading.js';
import { soughtWords } from './sought-words.js';
import { ownerOf } from './stance-nouns.js';
import { agentsOf, rangeOf, subjectsOf } from './subjects.js';

/** What somebody is told to think or to have said, by a noun and no verb of speech. */
export interface ToldOpinion {
  readonly speaker: EntityDraft;
  readonly mode: StatementMode;
  readonly about: readonly EntityDraft[];
  readonly range: TextRange;
  readonly noun: string;
}

const modeByNoun = new Map<string, StatementMode>([
  ...words(
    'view views opinion opinions feeling feelings impression belief position judgment judgement understanding contention conviction ' +
      'attitude reaction reactions estimate assessment hope fear fears comment comments argument thesis theory assumption conclusion line stand claim point',
    'SAID',
  ),
  ...words('reply answer response', 'REPLIED'),
  ...words('proposal suggestion recommendation idea', 'PROPOSED'),
  ...words('request demand', 'REQUESTED'),
]);

const opinionWords = soughtWords({ has: (word) => word === 'according' || modeByNoun.has(word) });

function words(list: string, mode: StatementMode): [string, StatementMode][] {
  return list.split(' ').map((word) => [word, mode]);
}

/** What one is of, holds, or is under: "took the position that", "was under the impression that". */
const held =
  /^(?:view|opinion|feeling|impression|belief|position|conviction|understanding|attitude|line|stand|assumption)$/;
const holding =
  /^(?:is|are|was|were|am|be|been|'s|take|takes|took|taken|taking|hold|holds|held|adopt|adopts|adopted|maintain|maintained|maintains|have|has|had|get|got|gain|gained|gather|gathered|obtain|obtained|receive|received|form|formed|share|shares|shared)$/;
const copula = /^(?:is|are|was|were|be|been|remains|remained|'s|seems|seemed|appears|appeared)$/;

/** "Moscow's feeling was that", "took the position that", "in my opinion", "according to the Embassy". */
export function toldOpinions(sentence: DiscourseSentence, registry: EntityRegistry): readonly ToldOpinion[] {
  const { units } = sentence;
  if (!opinionWords.areIn(units)) return [];
  return units.flatMap((unit, at): ToldOpinion[] => {
    if (unit.term !== undefined) return [];
    if (unit.lower === 'according' && units[at + 1]?.lower === 'to') return source(sentence, at, registry);
    const mode = modeByNoun.get(unit.lower);
    if (mode === undefined) return [];
    const speaker = thinker(sentence, at, registry);
    return speaker === null ? [] : [opinion(sentence, at, speaker, mode, registry)];
  });
}

function opinion(
  { units, sentence }: DiscourseSentence,
  at: number,
  speaker: EntityDraft,
  mode: StatementMode,
  registry: EntityRegistry,
): ToldOpinion {
  const about = subjectsOf(units.slice(at + 1), registry).filter((entity) => entity !== speaker);
  return { speaker, mode, about, range: sentence, noun: units[at]?.lower ?? '' };
}

/** Whose opinion it is, where the sentence goes on to tell it. */
function thinker(sentence: DiscourseSentence, at: number, registry: EntityRegistry): EntityDraft | null {
  const { units } = sentence;
  const owner = ownerOf(units, at)?.entity ?? ours(sentence, at);
  const next = units[at + 1];
  if (owner !== undefined) {
    const isTold = copula.test(next?.lower ?? '') && !isPassive(units, at + 2);
    const isAside = isLed(units, at, /^in$/) && next?.features.mark === 'comma';
    const isIt = isLed(units, at, copula) && /^(?:that)$/.test(next?.lower ?? '');
    return isTold || isAside || isIt ? owner : null;
  }
  if (next?.lower === 'of' && units.slice(at + 2, at + 6).some(({ lower }) => copula.test(lower))) {
    const of = units.slice(at + 2, at + 4).find(({ lower }) => lower !== 'the');
    const verb = of === undefined ? undefined : units[units.indexOf(of) + 1];
    const [agent] =
      copula.test(verb?.lower ?? '') && !isPassive(units, units.indexOf(of as ReadUnit) + 2)
        ? agentsOf([of], registry)
        : [];
    return agent ?? null;
  }
  return held.test(units[at]?.lower ?? '') ? holder(units, at, registry) : null;
}

/** "was of the opinion that", "took the view": who stands before the verb. */
function holder(units: readonly ReadUnit[], at: number, registry: EntityRegistry): EntityDraft | null {
  let verb = at - 1;
  while (units[verb]?.term === undefined && /^(?:DET|ADJ|ADV|NOUN)$/.test(units[verb]?.pos ?? '')) verb--;
  if (/^(?:of|under)$/.test(units[verb]?.lower ?? '')) {
    verb--;
    if (!copula.test(units[verb]?.lower ?? '') && units[verb]?.lower !== 'am') return null;
  }
  if (!holding.test(units[verb]?.lower ?? '')) return null;
  let subject = verb - 1;
  while (units[subject]?.term === undefined && /^(?:AUX|ADV|PART)$/.test(units[subject]?.pos ?? '')) subject--;
  const next = units[at + 1];
  const goesOn = next?.lower === 'that' || next?.term !== undefined || next?.pos === 'DET' || next?.pos === 'PRON';
  return goesOn ? (agentsOf([units[subject]], registry)[0] ?? null) : null;
}

/** "our position is": of the one who writes, where he writes to somebody. */
function ours({ units, talk, voice }: DiscourseSentence, at: number): EntityDraft | undefined {
  const isOur = units.slice(Math.max(0, at - 3), at).some(({ lower }) => lower === 'our');
  return isOur && talk === null && voice.receivers.length > 0 ? (voice.author ?? undefined) : undefined;
}

function isLed(units: readonly ReadUnit[], noun: number, word: RegExp): boolean {
  return units.slice(Math.max(0, noun - 5), noun).some(({ lower, term }) => term === undefined && word.test(lower));
}

/** "His view was rejected" tells of no view. */
function isPassive(units: readonly ReadUnit[], at: number): boolean {
  const unit = units[at]?.pos === 'ADV' ? units[at + 1] : units[at];
  return unit?.pos === 'VERB' && /(?:ed|en|n)$/.test(unit.lower);
}

/** "According to the Embassy …": it has said so. */
function source({ units, sentence }: DiscourseSentence, at: number, registry: EntityRegistry): ToldOpinion[] {
  const named = units[at + 2]?.lower === 'the' ? units[at + 3] : units[at + 2];
  const [speaker] = agentsOf([named], registry);
  if (speaker === undefined || named?.term?.rule === 'adjective') return [];
  const about = subjectsOf(units, registry).filter((entity) => entity !== speaker);
  const range = at === 0 ? sentence : rangeOf(units);
  return [{ speaker, mode: 'SAID', about, range, noun: 'according to' }];
}

/** The author's own opinion is for his readers; nobody knows whom another told his. */
export function opinionStatement(
  { speaker, mode, range, noun, about }: ToldOpinion,
  { voice, talk, date }: DiscourseSentence,
): StatementDraft {
  const addressees = speaker === voice.author && talk === null ? voice.receivers : [];
  return {
    speaker,
    mode,
    addressees,
    about: about.filter((entity) => !addressees.includes(entity)),
    range,
    date,
    reportedBy: [],
    rule: `opinion:${noun}`,
    confidence: 0.7,
  };
}
