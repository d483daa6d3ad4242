import type { StatementMode } from '../../../src/model/ontology.js';
import type { AuthorityRecord } from '../../lexicon/authority-record.js';
import type { Predicate } from './clause.js';
import { argumentsOf } from './clause-arguments.js';
import type { DiscourseSentence } from './discourse-sentence.js';
import type { EntityDraft } from './entity-draft.js';
import type { EntityRegistry } from './entity-registry.js';
import type { GraphDraft } from './graph-draft.js';
import { takesPosition } from './positions.js';
import { speechAct } from './speech-act.js';
import { isModifier, isUndone } from './speech-cues.js';
import { agentsOf, isAgent, rangeOf } from './subjects.js';
import { distinct } from './talks.js';

/** What a statement makes of speaker and addressee: what was said to somebody he was told. */
export const relationOfMode: Partial<Record<StatementMode, 'INFORMED' | 'ASKED' | 'PROMISED'>> = {
  SAID: 'INFORMED',
  REPLIED: 'INFORMED',
  INFORMED: 'INFORMED',
  ASKED: 'ASKED',
  REQUESTED: 'ASKED',
  PROMISED: 'PROMISED',
};

type RecordOf = (id: string) => AuthorityRecord | undefined;

/** Countries speak, and the capitals that stand for them; islands, provinces and regions don't. */
function isPower({ authority }: EntityDraft, recordOf: RecordOf): boolean {
  const type = authority === undefined ? undefined : recordOf(authority)?.placeType;
  return type === 'country' || type === 'city';
}

/** Speaker and explicit addressees; in the passive they change places. */
export function partiesOf(
  sentence: DiscourseSentence,
  predicate: Predicate,
  registry: EntityRegistry,
  recordOf: RecordOf,
): [EntityDraft | undefined, EntityDraft[]] {
  const { units } = sentence;
  const subjects = agentsOf(
    predicate.subject.map((index) => units[index]),
    registry,
  ).filter(
    (entity) =>
      entity.kind !== 'PLACE' ||
      (isPower(entity, recordOf) && (predicate.verb.frame.mode !== undefined || takesPosition(units, predicate))),
  );
  if (!predicate.passive) {
    // "asked for the opinion of the ministry" asks nobody of it; "asked of him" does.
    const isAskedOf = units[predicate.at + 1]?.lower === 'of' || predicate.verb.frame.mode !== 'ASKED';
    const slots = (predicate.verb.frame.addressee ?? []).filter((slot) => slot !== 'of' || isAskedOf);
    // "handed over the note to Norland": to people, and the note was to Norland.
    const isHanded = /^(?:hand|deliver)$/.test(predicate.verb.lemma);
    const spokenTo = argumentsOf(units, predicate, slots).flatMap((unit) =>
      isAgent(unit.entity) && !isModifier(units, unit) ? [unit.entity] : [],
    );
    const [first] = subjects;
    return [
      first,
      distinct(spokenTo.slice(0, slots.includes('object') ? 1 : 2)).filter(
        (entity) =>
          entity !== first && !(isHanded && entity.kind === 'PLACE') && (entity.kind === 'PERSON' || slots.length > 0),
      ),
    ];
  }
  const [agent] = argumentsOf(units, predicate, ['by']).flatMap((unit) => (isAgent(unit.entity) ? [unit.entity] : []));
  return [agent, predicate.verb.frame.addressee?.includes('object') === true ? subjects : []];
}

/** "The Swiss and the Swedes said": each of them has. */
export function otherSpeakers(
  { units }: DiscourseSentence,
  { subject, passive }: Predicate,
  speaker: EntityDraft,
  registry: EntityRegistry,
): EntityDraft[] {
  if (passive || subject.length < 2) return [];
  return agentsOf(
    subject.map((index) => units[index]),
    registry,
  ).filter((entity) => entity !== speaker);
}

/** "will inform the Council", "was instructed to tell Molotov": nobody has said it yet. */
export function planned(
  sentence: DiscourseSentence,
  predicate: Predicate,
  registry: EntityRegistry,
  recordOf: RecordOf,
  graph: GraphDraft,
): void {
  const { units } = sentence;
  const { verb, future, negated, start, end } = predicate;
  if (verb.frame.mode === undefined || !future || verb.form !== 'base' || negated || isUndone(units, predicate)) return;
  const [speaker, addressees] = partiesOf(sentence, predicate, registry, recordOf);
  const mode = speaker === undefined ? null : speechAct(units, predicate, speaker, false);
  const type = mode === null ? undefined : relationOfMode[mode];
  if (type === undefined) return;
  for (const addressee of addressees) {
    graph.relate(type, speaker, addressee, {
      range: rangeOf(units.slice(start, end)),
      rule: `plan:${verb.lemma}`,
      confidence: 0.65,
      date: sentence.date,
      modality: predicate.conditional ? 'CONDITIONAL' : 'PLANNED',
    });
  }
}

/** "recommended to the Secretary that": to somebody whom the text doesn't name. */
export function isToUnnamed({ units }: DiscourseSentence, { at, verb }: Predicate): boolean {
  const slots: readonly string[] = verb.frame.addressee ?? [];
  const rest = units.slice(at + 1, at + 5).filter(({ lower, pos }) => lower !== 'the' && pos !== 'ADV');
  const [first, second] = rest;
  const office = slots.includes(first?.lower ?? '') ? second : slots.includes('object') ? first : undefined;
  return office?.term?.kind === 'OFFICE' && office.entity === undefined;
}

/** One turn of a talk. */
export interface SpokenTurn {
  readonly speaker: EntityDraft;
  readonly mode: StatementMode;
}

/** Whether the one spoken to had just asked something. */
export function answers(
  last: SpokenTurn | undefined,
  speaker: EntityDraft,
  addressees: readonly EntityDraft[],
): boolean {
  return (
    last?.mode === 'ASKED' && last.speaker !== speaker && (addressees.length === 0 || addressees.includes(last.speaker))
  );
}
