import { type GrammarContext, type GrammarRule, keyOf, parts, type TermDraft, termOf } from '../grammar-rule.js';
import { peopleKey } from '../name-units.js';
import { type Term, termWith, type Unit } from '../unit.js';
import { type UnitMatch, unitPattern } from '../unit-pattern.js';

const describing =
  '(?:[NOUN+!term+!gathering+!assembly|ADJ+!term|PROPN+!term+!assembly|organ+!term|enterprise+!term|body-noun+!term|NUM+!term|fraternity+!term|people+!term|=anti-party|=anti|adjective|PLACE|ORGANIZATION|title:ORGANIZATION|possessive]|[dash])';
const ofWhom = '(?:[ORGANIZATION|PLACE|GROUP|PUBLICATION]|[title:ORGANIZATION])';

/** Words that make a people noun a class of mankind rather than a collective that acts. */
const generic = new Set([
  'people',
  'peoples',
  'nation',
  'public',
  'comrades',
  'friends',
  'side',
  'countries',
  'country',
  'parties',
  'youth',
  'women',
  'masses',
  'staff',
  'member',
  'circles',
  'leader',
  'official',
  'officer',
  'representative',
  'delegate',
  'worker',
  'resident',
  'citizen',
]);

/** Adjectives that name a political tendency make a group specific: "anti-Party elements". */
const tendency =
  /^(?:anti|pro|counter)-|faction|opportunist|revisionis|reaction|nationalis|imperialis|dogmatis|sectarian|bourgeois|fascis|stalinis|titois|zionis/i;

function isSpecific(describingUnits: readonly Unit[], head: string): boolean {
  if (tendency.test(head)) return true;
  if (describingUnits.some((unit) => tendency.test(unit.text))) return true;
  if (
    describingUnits.some(
      (unit) =>
        unit.features.has('ORGANIZATION') || unit.features.has('PLACE') || unit.features.has('title:ORGANIZATION'),
    )
  )
    return true;
  const adjective = describingUnits.some((unit) => unit.features.has('adjective'));
  return adjective && !generic.has(head);
}

/** Articles, counters and case don't tell groups apart: "Some officials of X" and "individual officials of X" are one. */
function groupKey(name: string): string {
  const key = withoutCounters(name);
  // "the anti-Party group" and "the anti-Party elements" are the same people.
  return tendency.test(key) ? key.replace(/ (?:group|elements?|faction|clique|grouping)$/, '') : key;
}

function withoutCounters(name: string): string {
  return keyOf(name).replace(/^(?:(?:some|individual|certain|several|many|various|a number of|other|most|all) )+/, '');
}

function group(units: readonly Unit[], context: GrammarContext, draft: Omit<TermDraft, 'kind'>): Term | null {
  const term = termOf(units, context, { kind: 'GROUP', ...draft });
  return term === null ? null : termWith({ ...term, key: groupKey(term.name) });
}

/** "leaders of Norland, Sudland and the Islands": of each of the countries that are listed. */
function ofAll(match: UnitMatch, units: readonly Unit[]): readonly Unit[] {
  const own = match.group('of');
  if (match.group('last').length === 0 || own[0]?.term?.kind !== 'PLACE') return own;
  const from = units.indexOf(own[0]);
  return units.slice(from).filter(({ term }) => term?.kind === 'PLACE');
}

export const groupRules: readonly GrammarRule[] = [
  {
    name: 'group-of',
    reason: 'People of a body or a place: workers of the Pyongyang substation.',
    pattern: unitPattern(
      `(?<some>[quantifier+!NUM])* (?<which>${describing}*) (?<head>[people+!term|=parties]) (?:of|from|in|at) the? (?<of>${ofWhom}) (?:and the? (?<of2>${ofWhom})|(?:[comma] (?:the)? [PLACE])+ [comma]? and (?:the)? (?<last>[PLACE]))? (?![NOUN+!term+!gathering])`,
    ),
    example: ['Some workers of the Pyongyang substation spoke.', 'Some workers of the Pyongyang substation'],
    build: (match, units, context) => {
      const head = match.group('head')[0]?.lower ?? '';
      if (units[0]?.features.mark === 'possessive' || units[0]?.features.mark === 'dash') return null;
      if (
        /^(?:side|delegation|staff|leadership|countries|friends|comrades)$/.test(head) &&
        match.group('of')[0]?.term?.kind === 'PLACE'
      )
        return null;
      const inner = match.group('of')[0]?.term;
      // "the leadership of the KWP" speaks and acts as the party.
      if (
        head === 'leadership' &&
        inner?.kind === 'ORGANIZATION' &&
        inner.mention === 'name' &&
        match.group('which').length === 0
      )
        return { ...inner, covers: { start: units[0]?.start ?? inner.start, end: inner.end } };
      if (head === 'representatives' && inner?.kind === 'GROUP') {
        return termOf(units, context, { kind: 'GROUP', rule: 'group-of', head: inner.head, key: inner.key });
      }
      // "the delegation of the Polish Parliament" and that of the Sejm are one.
      const isOfRecord =
        head === 'delegation' &&
        inner?.authority !== undefined &&
        match.group('which').length + match.group('some').length === 0;
      const found = group(units, context, {
        rule: 'group-of',
        head,
        parts: [
          ...parts('of', [...ofAll(match, units), ...match.group('of2')]),
          ...parts('inside', match.group('which')),
        ],
      });
      return found === null || !isOfRecord
        ? found
        : { ...found, key: `delegation of ${inner.authority.replace(/^\w+:/, '')}` };
    },
  },
  {
    name: 'group-of-common',
    reason:
      'People of something that has no name: some workers of local administrative bodies, ruling circles of the capitalist countries.',
    pattern: unitPattern(
      `(?<some>[quantifier+!NUM])* (?<which>${describing}*) (?<head>[people+!term]) of (?:the|all|other)? (?<common>(?:[ADJ+!term|NOUN+!term|fraternity+!term])+ [NOUN+!term|people+!term])`,
    ),
    example: ['Some workers of local administrative bodies spoke.', 'Some workers of local administrative bodies'],
    build: (match, units, context) => {
      const head = match.group('head')[0]?.lower ?? '';
      const named =
        match.group('some').length > 0 ||
        match.group('which').length > 0 ||
        match.group('common').some((unit) => unit.features.has('fraternity'));
      if (!named || units[0]?.features.mark === 'possessive' || /^(?:side|member|people|countries|group)$/.test(head))
        return null;
      return group(units, context, {
        rule: 'group-of-common',
        head,
        confidence: 0.65,
        parts: parts('inside', match.group('which')),
      });
    },
  },
  {
    name: 'group-by-modifier',
    reason: 'People by the words before them: KWP members, anti-Party elements, some pharmaceutical plant workers.',
    pattern: unitPattern(`(?<some>[quantifier+!NUM])* (?<which>${describing}+) (?<head>[people+!term])`),
    example: ['KWP members heard it.', 'KWP members'],
    build: (match, units, context) => {
      const head = match.group('head')[0]?.lower ?? '';
      const which = match.group('which');
      const workplace =
        match.group('some').length > 0 &&
        which.some(
          (unit) =>
            unit.features.has('enterprise') || unit.features.has('body-noun') || unit.features.has('place-noun'),
        );
      if (which[0]?.features.mark === 'possessive' || which[0]?.features.mark === 'dash') return null;
      if (!workplace && !isSpecific(which, head)) return null;
      const [nation] = which;
      if (
        which.length === 1 &&
        nation?.term?.rule === 'adjective' &&
        /^(?:imperialists|militarists|aggressors|warmongers)$/.test(head)
      ) {
        return termOf(units, context, {
          kind: 'GROUP',
          rule: 'group-by-modifier',
          head,
          key: peopleKey(nation.term.key),
        });
      }
      // "the Hungarian delegation" comes and goes; whose "the delegation" is, the text told before.
      const isDelegation = head === 'delegation' && which.some(({ features }) => features.has('adjective'));
      if (!isDelegation && /^(?:side|country|countries|delegation|leadership|friends|comrades)$/.test(head))
        return null;
      return group(units, context, {
        rule: 'group-by-modifier',
        head,
        confidence: 0.7,
        parts: parts(
          'of',
          which.filter((unit) => unit.term?.kind !== 'GROUP'),
        ),
      });
    },
  },
  {
    name: 'own-delegation',
    reason: 'The delegation of the one who writes, or of the one he writes to: our delegation.',
    pattern: unitPattern(
      '(?<whose>[=our|=your]) (?<which>[ADJ+!term|NOUN+!term|=party-government]){0,2} (?<head>[=delegation+!term])',
    ),
    example: ['He told our delegation about it.', 'our delegation'],
    build: (match, units, context) =>
      group(units, context, { rule: 'own-delegation', head: match.group('head')[0]?.lower, confidence: 0.7 }),
  },
  {
    name: 'bare-delegation',
    reason: 'The delegation that the text told of before.',
    pattern: unitPattern('(?:the|this) (?<head>[=delegation+!term]) (?![=of|=from])'),
    example: ['The delegation left on Sunday.', 'delegation'],
    build: (match, _units, context) =>
      termOf(match.group('head'), context, {
        kind: 'GROUP',
        rule: 'bare-delegation',
        mention: 'title',
        head: 'delegation',
        confidence: 0.6,
      }),
  },
  {
    name: 'people-of-two-nations',
    reason: 'A people by its country and its nation: Soviet Koreans.',
    pattern: unitPattern('(?<some>[quantifier+!NUM])* (?<of>[adjective]) (?<head>[peoples-name])'),
    example: ['The Soviet Koreans heard it.', 'Soviet Koreans'],
    build: (match, units, context) =>
      group(units, context, { rule: 'people-of-two-nations', parts: parts('of', match.group('of')), confidence: 0.7 }),
  },
  {
    name: 'group-by-name',
    reason: 'A group whose noun alone is its name: factionalists, imperialists.',
    pattern: unitPattern('(?<head>[=factionalists|=conspirators|=revisionists|=dogmatists|=factionists])'),
    example: ['They exposed the factionalists.', 'factionalists'],
    build: (match, units, context) =>
      group(units, context, { rule: 'group-by-name', head: match.group('head')[0]?.lower, confidence: 0.6 }),
  },
  {
    name: 'group-official-of-body',
    reason: 'One unnamed man who speaks for a body: Gosplan official.',
    pattern: unitPattern(
      '(?<some>a|an|one|[quantifier])? (?<body>[ORGANIZATION]) [people+!term|=representative|=spokesman]',
    ),
    example: ['(Gosplan official)', 'Gosplan official'],
    build: (match, units, context) =>
      group(units, context, {
        rule: 'group-official-of-body',
        parts: parts('of', match.group('body')),
        confidence: 0.7,
      }),
  },
];
