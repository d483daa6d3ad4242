import type { StatementMode } from '../../../src/model/ontology.js';
import { carrierVerbs, nounVerbs } from '../../lexicon/speech-and-stance-words.js';
import { opensClause } from './bare-clauses.js';
import type { Predicate } from './clause.js';
import type { EntityDraft } from './entity-draft.js';
import type { ReadUnit } from './reading.js';
import { speechNoun, stanceNoun } from './verb-index.js';

const carriers = new Set(carrierVerbs);
const makers = new Set(nounVerbs);

/**
 * The act that a verb performs where it stands, which its lemma alone doesn't tell: "asked that" requests, "replied
 * that he would" promises, "expressed gratitude" thanks, "drew attention" informs.
 *
 * @param answers - Whether the one spoken to had just asked something.
 * @returns `null` where the verb turns out to be no speech.
 */
export function speechAct(
  units: readonly ReadUnit[],
  predicate: Predicate,
  speaker: EntityDraft,
  answers: boolean,
): StatementMode | null {
  const { lemma, frame } = predicate.verb;
  const rest = units.slice(predicate.at + 1, predicate.end);
  if (carriers.has(lemma) || lemma === 'have') {
    const noun = rest
      .slice(0, 6)
      .map(stanceNoun)
      .find((found) => found !== null);
    if (noun) return noun.mode;
    if (makers.has(lemma) || givers.test(lemma)) return madeSpeech(rest);
    if (
      lemma !== 'express' &&
      lemma !== 'show' &&
      lemma !== 'voice' &&
      lemma !== 'announce' &&
      lemma !== 'declare' &&
      lemma !== 'offer' &&
      lemma !== 'convey'
    )
      return null;
  }
  if (makers.has(lemma)) return madeSpeech(rest);
  if (lemma === 'propose' && madeSpeech(rest) === 'SAID') return 'SAID';
  if (frame.mode === undefined)
    return frame.relation === 'SUPPORTED' ? 'AGREED' : frame.relation === 'CRITICIZED' ? 'SAID' : null;
  if (!isSpeech(lemma, rest)) return null;
  if (predicate.verb.form === 'predicative') return frame.mode;
  if (frame.mode === 'ASKED') return isRequest(rest) ? 'REQUESTED' : 'ASKED';
  if (promisesSomething(rest, speaker) && (frame.mode === 'REPLIED' || frame.mode === 'SAID')) return 'PROMISED';
  if (frame.mode === 'INFORMED' && answers && /^(?:report|inform|tell)$/.test(lemma)) return 'REPLIED';
  return frame.mode;
}

/** "gave an order", "provided information". */
const givers = /^(?:give|provide)$/;

/** "made the amazing statement that", "brought up the question of": the noun tells the act. */
function madeSpeech(rest: readonly ReadUnit[]): StatementMode | null {
  const end = rest.findIndex(({ pos, term, lower }) => term !== undefined || pos === 'VERB' || lower === 'of');
  const phrase = rest.slice(0, Math.min(6, end < 0 ? rest.length : end));
  if (phrase.some(({ lower }) => lower === 'no')) return null;
  return phrase.map(speechNoun).find((mode) => mode !== null) ?? null;
}

const paper =
  /^(?:letter|note|text|message|memorandum|copy|copies|reply|answer|telegram|document|report|greetings|communication|cable|statement|draft|paper|proposal|proposals|list|plan)$/;

const shared = /^(?:views?|opinions?|hopes?|concerns?|feelings?|fears?|belief|impression|conviction|judgment|anxiety)$/;
const done =
  /^(?:help|aid|assistance|support|efforts?|courtesy|hospitality|kindness|cooperation|opportunity|offer|frankness|all)$/;

/** Verbs that are speech in some company only. */
function isSpeech(lemma: string, behind: readonly ReadUnit[]): boolean {
  const rest = withoutBrackets(behind);
  const words = rest.slice(0, 9).map((unit) => unit.lower);
  if (lemma === 'direct' || lemma === 'draw') return words.includes('attention');
  if (lemma === 'touch' || lemma === 'dwell') return /^(?:on|upon)$/.test(words[0] ?? '');
  if (lemma === 'point') return words[0] === 'out' || words[0] === 'to';
  if (lemma === 'wonder' && words.slice(0, 3).some((word) => /^(?:if|whether|what|why|how)$/.test(word))) return true;
  if (lemma === 'undertake') return /^(?:to|that)$/.test(words[0] ?? '');
  if (/^(?:refer|allude)$/.test(lemma)) return words.slice(0, 3).includes('to');
  if (/^(?:regard|view|term)$/.test(lemma)) return words.includes('as');
  if (/^(?:show|read|present|submit)$/.test(lemma)) return words.slice(0, 7).some((word) => paper.test(word));
  if (lemma === 'share') return words.slice(0, 8).some((word) => shared.test(word));
  if (lemma === 'appreciate')
    return !/^(?:that|the|how|what)$/.test(words[0] ?? '') || words.slice(0, 6).some((word) => done.test(word));
  if (lemma === 'speak') return /^(?:about|of|in|for|on|positively|favorably|warmly|highly)$/.test(words[0] ?? '');
  if (/^(?:send|pass|give)$/.test(lemma)) return words.slice(0, 6).some((word) => paper.test(word));
  if (/^(?:hand|deliver|transmit|forward|convey)$/.test(lemma))
    return words.some((word) =>
      /^(?:to|letter|note|text|message|memorandum|copy|greetings|statement|document|report)$/.test(word),
    );
  if (
    /^(?:continue|add|feel|believe|think|consider|wonder|doubt|assume|suppose|hope|recall|relate|object|counter|indicate|reveal|confirm|show|imply|conclude|estimate|observe|hold|characterize|write|offer|invite|fear|expect|anticipate|foresee|suspect|regret|concede|caution|understand|decide|reali[sz]e|intimate|judge|trust|profess|visualize|surmise|gather|speculate|reason|calculate|envisage)$/.test(
      lemma,
    )
  ) {
    return (
      words.slice(0, 4).includes('that') ||
      opensClause(rest) ||
      /^(?:colon|quote)$/.test(rest[0]?.features.mark ?? '') ||
      /^(?:recall|characterize|offer|invite|object)$/.test(lemma)
    );
  }
  return true;
}

/** "He thinks (Tab C) that": references stand between a verb and what is said. */
function withoutBrackets(units: readonly ReadUnit[]): readonly ReadUnit[] {
  let depth = 0;
  return units.filter(({ features }) => {
    if (features.mark === 'open') depth++;
    const isInside = depth > 0;
    if (features.mark === 'close') depth = Math.max(0, depth - 1);
    return !isInside;
  });
}

/** "asked that … be", "asked him to", "asked for"; a question has "whether", "what", "if". */
function isRequest(rest: readonly ReadUnit[]): boolean {
  for (const unit of rest.slice(0, 8)) {
    if (unit.term !== undefined) continue;
    if (/^(?:whether|if|what|how|why|when|who|which|where|about)$/.test(unit.lower)) return false;
    if (/^(?:that|to|for)$/.test(unit.lower)) return true;
  }
  return false;
}

/** "that I will take steps": the speaker himself will do something. */
function promisesSomething(rest: readonly ReadUnit[], speaker: EntityDraft): boolean {
  const [first, second, third] = rest;
  const subject = first?.lower === 'that' ? second : first;
  const verb = first?.lower === 'that' ? third : second;
  return (
    subject?.entity === speaker && subject.term === undefined && /^(?:will|would|shall|'ll|'d)$/.test(verb?.lower ?? '')
  );
}
