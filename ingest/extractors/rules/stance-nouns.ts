import type { Modality } from '../../../src/model/ontology.js';
import { carrierVerbs } from '../../lexicon/speech-and-stance-words.js';
import type { Predicate } from './clause.js';
import { complementOf, prepositions } from './clause-arguments.js';
import type { DiscourseSentence } from './discourse-sentence.js';
import type { EntityRegistry } from './entity-registry.js';
import type { GraphDraft } from './graph-draft.js';
import type { ReadUnit } from './reading.js';
import { soughtWords } from './sought-words.js';
import { agentsOf, isAgent, rangeOf } from './subjects.js';
import { stanceByNoun, stanceNoun } from './verb-index.js';

const carriers = new Set([
  ...carrierVerbs,
  ...[
    'render',
    'lend',
    'accord',
    'afford',
    'register',
    'voice',
    'lodge',
    'reiterate',
    'repeat',
    'raise',
    'confirm',
    'contain',
  ],
]);

const stanceWords = soughtWords(stanceByNoun);

/** "Rhee's violent objections to the Commission", "Soviet aid to Egypt": whose stance it is stands before the noun. */
export function ownedStances({ units, date, quotedSpeaker }: DiscourseSentence, graph: GraphDraft): void {
  if (!stanceWords.areIn(units)) return;
  units.forEach((unit, at) => {
    const noun = stanceNoun(unit);
    const link = units[at + 1];
    if (
      noun === null ||
      link === undefined ||
      isNoStance(units, at) ||
      !/^(?:to|for|against|with|toward|towards|of|at|over)$/.test(link.lower)
    )
      return;
    const owner = ownerOf(units, at);
    // "the support of the people" is theirs.
    if (owner === undefined || (link.lower === 'of' && !/^(?:cri|den|cond|app|disa|end|acc)/.test(unit.lower))) return;
    const theme = units[at + 2]?.lower === 'the' ? units[at + 3] : units[at + 2];
    if (theme?.entity === undefined || theme.term?.rule === 'adjective' || theme.entity === owner.entity) return;
    const range = rangeOf([owner, theme]);
    const modality = quotedSpeaker === undefined ? 'ASSERTED' : 'REPORTED';
    graph.relate(noun.relation, owner.entity, theme.entity, {
      range,
      rule: `stance:${unit.lower}`,
      confidence: 0.7,
      modality,
      date,
    });
  });
}

/** "with respect to", "no aid to", and nouns behind which stands nothing that they are about. */
function isNoStance(units: readonly ReadUnit[], noun: number): boolean {
  const before = units.slice(Math.max(0, noun - 3), noun).filter(({ pos }) => pos !== 'ADJ');
  const link = units[noun + 1];
  return before.some(({ lower }) => /^(?:with|no|without|any)$/.test(lower)) || !prepositions.has(link?.lower ?? '');
}

/** The agent right before a noun and its adjectives, with a possessive or an adjective of a country. */
export function ownerOf(units: readonly ReadUnit[], noun: number): ReadUnit | undefined {
  for (let at = noun - 1; at >= Math.max(0, noun - 4); at--) {
    const unit = units[at];
    if (unit === undefined) return undefined;
    if (unit.features.mark === 'possessive') return agentUnit(units[at - 1]);
    if (/^(?:my|your|his|her|their|its|our)$/.test(unit.lower) || unit.term !== undefined) return agentUnit(unit);
    if (!/^(?:ADJ|ADV|NOUN)$/.test(unit.pos) || unit.features.mark === 'comma') return undefined;
  }
  return undefined;
}

function agentUnit(unit: ReadUnit | undefined): ReadUnit | undefined {
  return isAgent(unit?.entity) ? unit : undefined;
}

/** "expressed his approval of X", "statement announcing support for X and Y". */
export function nominalStance(
  sentence: DiscourseSentence,
  predicate: Predicate,
  registry: EntityRegistry,
  graph: GraphDraft,
): void {
  if (!carriers.has(predicate.verb.lemma) || predicate.negated) return;
  const { units } = sentence;
  const sources = agentsOf(
    predicate.subject.map((index) => units[index]),
    registry,
  );
  for (let at = predicate.at + 1; at < Math.min(predicate.at + 8, predicate.end); at++) {
    const noun = units[at] === undefined ? null : stanceNoun(units[at] as ReadUnit);
    if (noun === null || isNoStance(units, at)) continue;
    // What somebody is thanked for isn't thanked.
    const reason =
      noun.mode === 'THANKED' ? units.findIndex(({ lower }, index) => index > at + 1 && lower === 'for') : -1;
    const themes = complementOf(units, at + 1, reason < 0 ? predicate.end : Math.min(reason, predicate.end));
    const claim = {
      range: claimRange(units, predicate),
      rule: `stance:${units[at]?.lower}`,
      confidence: 0.75,
      modality: modalityOf(sentence, predicate),
      date: sentence.date,
    };
    for (const source of sources)
      for (const theme of themes)
        if (theme.entity !== undefined && theme.term?.rule !== 'adjective')
          graph.relate(noun.relation, source, theme.entity, claim);
    return;
  }
}

export function claimRange(units: readonly ReadUnit[], predicate: Predicate): { start: number; end: number } {
  const from = Math.min(predicate.at, ...predicate.subject);
  return rangeOf(units.slice(from, predicate.end).filter((unit) => unit.features.mark !== 'stop'));
}

export function modalityOf(sentence: DiscourseSentence, predicate: Predicate): Modality {
  if (predicate.conditional) return 'CONDITIONAL';
  if (predicate.future) return 'PLANNED';
  return predicate.parent !== null || sentence.quotedSpeaker !== undefined ? 'REPORTED' : 'ASSERTED';
}
