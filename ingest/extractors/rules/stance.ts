import { judgements } from '../../lexicon/speech-and-stance-words.js';
import { opensClause } from './bare-clauses.js';
import type { Predicate } from './clause.js';
import { argumentsOf, complementOf } from './clause-arguments.js';
import type { DiscourseSentence } from './discourse-sentence.js';
import type { EntityDraft } from './entity-draft.js';
import type { EntityRegistry } from './entity-registry.js';
import type { GraphDraft } from './graph-draft.js';
import { peopleKey } from './name-units.js';
import { ownsPosition } from './positions.js';
import type { ReadUnit } from './reading.js';
import { claimRange, modalityOf, nominalStance, ownedStances } from './stance-nouns.js';
import { entityOf } from './structural-relations.js';
import { agentsOf, rangeOf } from './subjects.js';
import { paysVisit, possessives } from './talks.js';

/** Relations that a verb makes between its subject and what depends on it: support, criticism, visits, presence. */
export function verbRelations(
  sentence: DiscourseSentence,
  registry: EntityRegistry,
  graph: GraphDraft,
  requester: EntityDraft | null,
): void {
  ownedStances(sentence, graph);
  for (const predicate of sentence.predicates) {
    const { frame } = predicate.verb;
    nominalStance(sentence, predicate, registry, graph);
    speaksAt(sentence, predicate, registry, graph);
    if (frame.theme === undefined || isNominal(sentence.units, predicate)) continue;
    relateThemes(sentence, predicate, registry, graph, requester);
  }
}

/** "the issue of holding a meeting": a gerund behind a preposition tells of nobody's deed. */
function isNominal(units: readonly ReadUnit[], predicate: Predicate): boolean {
  const before = units[predicate.at - 1];
  return predicate.verb.form === 'gerund' && before?.features.mark !== 'comma' && before?.pos !== 'NOUN';
}

function relateThemes(
  sentence: DiscourseSentence,
  predicate: Predicate,
  registry: EntityRegistry,
  graph: GraphDraft,
  requester: EntityDraft | null,
): void {
  const { units } = sentence;
  const { verb } = predicate;
  const { frame, lemma } = verb;
  const relation = predicate.negated ? frame.negated : frame.relation;
  if (relation === undefined || frame.theme === undefined) return;
  if (lemma === 'pay' && !paysVisit(units, predicate)) return;
  if (lemma === 'share' && !sharesView(units, predicate)) return;
  const isStance = relation === 'SUPPORTED' || relation === 'CRITICIZED';
  // "agreed the proposal should be rejected": a clause, and nobody whom they agree with.
  if (isStance && frame.mode !== undefined && opensClause(units.slice(predicate.at + 1, predicate.end))) return;
  const subjects = agentsOf(
    predicate.subject.map((index) => units[index]),
    registry,
  );
  const subjectEntities = predicate.subject.flatMap((index) => units[index]?.entity ?? []);
  const sources = predicate.passive ? agentsOf(argumentsOf(units, predicate, ['by']), registry) : subjects;
  const claim = {
    range: claimRange(units, predicate),
    rule: `verb:${lemma}`,
    confidence: 0.75,
    modality: modalityOf(sentence, predicate),
    date: sentence.date,
  };
  const complement = isStance
    ? complementOf(
        units,
        predicate.at + lemma.split(' ').length,
        thanksEnd(units, predicate),
        /^(?:protest|complain)$/.test(lemma),
      )
    : argumentsOf(units, predicate, frame.theme);
  // "received your letter" is no meeting with you.
  const met = frame.contact === true ? complement.filter(({ lower }) => !possessives.has(lower)) : complement;
  const themes = predicate.passive ? subjectEntities : themesOf(met, units, registry);
  // "protested to the government": where nothing else is told, the protest was against it.
  const against =
    lemma === 'protest' && !predicate.passive && themes.length === 0
      ? themesOf(argumentsOf(units, predicate, ['to']), units, registry).filter(
          ({ kind }) => kind === 'ORGANIZATION' || kind === 'PLACE',
        )
      : [];
  // "came to see me": a visit, told by what it was for.
  const comes =
    lemma === 'see' &&
    units[predicate.at - 1]?.lower === 'to' &&
    /^(?:came|come|went)$/.test(units[predicate.at - 2]?.lower ?? '');
  const guests =
    lemma === 'receive' && !predicate.passive
      ? themesOf(argumentsOf(units, predicate, ['object']), units, registry)
      : themes;
  for (const source of sources) {
    for (const theme of [...themes, ...against]) {
      graph.relate(relation, source, theme, claim);
      if (comes && theme.kind === 'PERSON') graph.relate('VISITED', source, theme, { ...claim, modality: 'ASSERTED' });
      if (relation === 'VISITED' && source.kind === 'PERSON' && theme.kind === 'PERSON')
        graph.relate('MET_WITH', source, theme, claim);
      // Whom somebody receives has come to him.
      if (
        lemma === 'receive' &&
        source.kind === 'PERSON' &&
        guests.includes(theme) &&
        /^(?:PERSON|GROUP)$/.test(theme.kind)
      )
        graph.relate('VISITED', theme, source, claim);
    }
    if (isStance && themes.length === 0 && requester !== null && mentionsRequest(units, predicate))
      graph.relate(relation, source, requester, claim);
  }
}

/** "share the view of the government", "shares our concern": not a border. */
function sharesView(units: readonly ReadUnit[], { at }: Predicate): boolean {
  return units
    .slice(at + 1, at + 5)
    .some(
      ({ lower, term }) =>
        term === undefined && /^(?:views?|opinions?|positions?|assessment|standpoint|concerns?|stand)$/.test(lower),
    );
}

/** Who says something at a congress was there: "declared at the Congress of the party that". */
function speaksAt(
  sentence: DiscourseSentence,
  predicate: Predicate,
  registry: EntityRegistry,
  graph: GraphDraft,
): void {
  const { units } = sentence;
  if (predicate.verb.frame.mode === undefined || predicate.passive || predicate.negated) return;
  const [event] = argumentsOf(units, predicate, ['at']);
  if (event?.entity?.kind !== 'EVENT' || event.term?.mention !== 'name') return;
  const sources = agentsOf(
    predicate.subject.map((index) => units[index]),
    registry,
  );
  const claim = { range: claimRange(units, predicate), rule: 'speaks-at', confidence: 0.7, date: sentence.date };
  for (const source of sources)
    if (/^(?:PERSON|GROUP)$/.test(source.kind)) graph.relate('PARTICIPATED_IN', source, event.entity, claim);
}

/** "thanked the embassy for the materials of the congress": what it was for is not thanked. */
function thanksEnd(units: readonly ReadUnit[], { at, end, verb }: Predicate): number {
  const reason = verb.lemma === 'thank' ? units.findIndex(({ lower }, index) => index > at && lower === 'for') : -1;
  return reason < 0 ? end : Math.min(end, reason);
}

/** The first entity, and those that are coordinated with it or stand behind "of", "by", "with", "about". */
function themesOf(
  complement: readonly ReadUnit[],
  units: readonly ReadUnit[],
  registry: EntityRegistry,
): EntityDraft[] {
  return complement
    .filter((unit) => unit.term?.rule !== 'adjective' || ownsPosition(units, unit))
    .flatMap(({ entity, term }) => {
      // "the Dutch views", where the text speaks of the Dutch.
      const people = term?.rule === 'adjective' ? registry.byKey('GROUP', peopleKey(term.key)) : undefined;
      return people ?? entity ?? [];
    })
    .slice(0, 4);
}

/** "supported this request" */
function mentionsRequest(units: readonly ReadUnit[], predicate: Predicate): boolean {
  return units
    .slice(predicate.at + 1, predicate.at + 4)
    .some((unit) => /^(?:request|proposal|suggestion|appeal)$/.test(unit.lower));
}

const judgementOf = new Map(
  judgements.flatMap(({ words, relation }) => words.map((word) => [word, relation] as const)),
);
const accusingName =
  /^(?:anti-|the anti-)|faction|imperialis|conspirator|clique|reactionar|revisionis|militaris|fascis/i;

/**
 * What a speaker thinks of those he speaks of: the persons and groups that are subjects of a sentence with a word that
 * judges. Lexical, after P. Turney and M. Littman's semantic orientation of words (2003): right where the word
 * belongs to the subject, which in short quotations it mostly does.
 */
export function judgedSubjects(
  sentence: DiscourseSentence,
  carried: readonly EntityDraft[],
): { judged: readonly EntityDraft[]; relation: 'SUPPORTED' | 'CRITICIZED' } | null {
  const { units } = sentence;
  const subjects = openingEntities(units);
  const isTheirs = units.some((unit) => /^(?:they|their|he|his)$/.test(unit.lower));
  const judged = subjects.length > 0 ? subjects : isTheirs ? carried : [];
  const accused = judged.filter(
    (entity) => entity.kind === 'GROUP' && entity.terms.some((term) => accusingName.test(term.name)),
  );
  if (accused.length > 0) return { judged: accused, relation: 'CRITICIZED' };
  const relation = units
    .flatMap((unit) =>
      unit.term === undefined ? (judgementOf.get(unit.lower) ?? judgementOf.get(unit.lemma) ?? []) : [],
    )
    .sort()[0];
  return relation === undefined || judged.length === 0 ? null : { judged, relation };
}

/** Persons and groups before the first verb of a sentence. */
export function openingEntities(units: readonly ReadUnit[]): EntityDraft[] {
  const verb = units.findIndex((unit) => unit.term === undefined && (unit.pos === 'VERB' || unit.pos === 'AUX'));
  const opening = verb < 0 ? [] : units.slice(0, verb);
  return opening.flatMap((unit, index) => {
    const dependent = /^(?:of|by|with|to|from|in|at|for)$/.test(
      opening[index - 1]?.lower === 'the' ? (opening[index - 2]?.lower ?? '') : (opening[index - 1]?.lower ?? ''),
    );
    return !dependent && (unit.entity?.kind === 'PERSON' || unit.entity?.kind === 'GROUP') ? [unit.entity] : [];
  });
}

const formedWords = /^(?:formed|existing|operating|active|which|that|had|was|acting|who|have|are|were)$/;

/** "the anti-Party group formed in the CPSU": a group is of the body it was formed in. */
export function groupsInBodies(sentence: DiscourseSentence, registry: EntityRegistry, graph: GraphDraft): void {
  const { units } = sentence;
  for (const [index, unit] of units.entries()) {
    if (unit.entity?.kind !== 'GROUP') continue;
    const rest = units.slice(index + 1, index + 6);
    const within = rest.findIndex((next) => /^(?:in|inside|within)$/.test(next.lower));
    const between = rest.slice(0, Math.max(within, 0));
    if (within < 0 || between.some((next) => next.term !== undefined || !formedWords.test(next.lower))) {
      plenumOfGroup(units, index, registry, graph);
      continue;
    }
    const body = rest.slice(within + 1).find((next) => next.term !== undefined);
    const claim = { range: rangeOf([unit, body]), rule: 'group-in-body', confidence: 0.7 };
    graph.relate('MEMBER_OF', unit.entity, body?.entity, claim);
  }
}

/** "elements exposed at the August plenum of our Party" were of that party. */
function plenumOfGroup(units: readonly ReadUnit[], index: number, registry: EntityRegistry, graph: GraphDraft): void {
  const group = units[index];
  const event = units.slice(index + 1, index + 5).find((unit) => unit.entity?.kind === 'EVENT');
  const verb = units[index + 1];
  if (
    group?.entity === undefined ||
    event === undefined ||
    !/^(?:exposed|expelled|unmasked|condemned|criticized)$/.test(verb?.lower ?? '')
  )
    return;
  for (const { role, term } of event.term?.parts ?? []) {
    const body = role === 'body' ? (entityOf(term, registry) ?? event.entity?.holders[0]) : undefined;
    graph.relate('MEMBER_OF', group.entity, body, {
      range: rangeOf([group, event]),
      rule: 'group-exposed-at',
      confidence: 0.6,
    });
    graph.relate('CRITICIZED', body, group.entity, {
      range: rangeOf([group, event]),
      rule: 'group-exposed-at',
      confidence: 0.6,
    });
  }
}
