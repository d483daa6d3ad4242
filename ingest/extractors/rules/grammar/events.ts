import { foldName } from '../../../../src/names/fold-name.js';
import { wordClasses } from '../../../lexicon/word-classes.js';
import { type GrammarContext, type GrammarRule, parts, termOf } from '../grammar-rule.js';
import type { Term, TermPart, Unit } from '../unit.js';
import { type UnitMatch, unitPattern } from '../unit-pattern.js';

/** "20th", "XXth" and "Twentieth" are one. */
export function ordinalNumber(word: string): number | null {
  const digits = /^(\d+)(?:st|nd|rd|th|d)$/.exec(word);
  if (digits) return Number(digits[1]);
  const spelled = wordClasses.ordinal.words.indexOf(word);
  if (spelled >= 0 && spelled < 20) return spelled + 1;
  return { xxth: 20, xxist: 21, xxiind: 22, 'twenty-first': 21, 'twenty-second': 22, 'twenty-third': 23 }[word] ?? null;
}

/** The date words of an event: a date, a month as "--06", a year. */
function whenOf(units: readonly Unit[]): { date?: string; ordinal?: number } {
  const found: { date?: string; ordinal?: number } = {};
  for (const unit of units) {
    if (unit.term?.kind === 'DATE' && unit.term.date !== undefined) found.date = unit.term.date;
    const month = wordClasses.month.words.indexOf(unit.lower);
    if (month >= 0 && found.date === undefined) found.date = `--${String(month + 1).padStart(2, '0')}`;
    if (unit.features.has('year') && found.date === undefined) found.date = unit.text;
    const ordinal = unit.features.has('ordinal') ? ordinalNumber(unit.lower) : null;
    if (ordinal !== null) found.ordinal = ordinal;
  }
  return found;
}

/** Singular head: "talks" stays, "sessions" becomes "session". */
function headOf(unit: Unit | undefined): string {
  const lower = foldName(unit?.lower ?? '');
  return lower === 'plenary session' || lower === 'plenary meeting' ? 'plenum' : lower;
}

export interface EventKeyParts {
  readonly head: string;
  readonly body: string | null;
  readonly ordinal: number | null;
  readonly date: string | null;
}

/** The parts by which the registry tells whether two mentions are one event. */
export function eventKey({ head, body, ordinal, date }: EventKeyParts): string {
  return [head, body ?? '', ordinal ?? '', date ?? ''].join('|');
}

export function readEventKey(key: string): EventKeyParts {
  const [head = '', body = '', ordinal = '', date = ''] = key.split('|');
  return { head, body: body || null, ordinal: ordinal === '' ? null : Number(ordinal), date: date || null };
}

/** An event by its head, its body or circle, its number and its day. */
export function eventOf(
  match: UnitMatch,
  units: readonly Unit[],
  context: GrammarContext,
  rule: string,
  eventParts: readonly TermPart[],
  confidence: number,
  circle: string | null = null,
): Term | null {
  const { date, ordinal } = whenOf(['when', 'when2', 'when3'].flatMap((group) => match.group(group)));
  const head = headOf(match.group('noun')[0]);
  const body = eventParts.find((part) => part.role === 'body')?.term;
  const bodyKey = body === undefined || body.mention === 'title' ? null : (body.authority ?? body.key);
  const tail = eventParts.find((part) => part.role === 'participant')?.term.key ?? null;
  return termOf(units, context, {
    kind: 'EVENT',
    rule,
    head,
    confidence,
    parts: eventParts,
    date,
    key: eventKey({
      head,
      body: bodyKey ?? circle ?? (tail === null ? null : `with ${tail}`),
      ordinal: ordinal ?? null,
      date: date ?? null,
    }),
  });
}

/** "CPSU CC representatives" take part for the CPSU CC. */
function represented(part: TermPart): TermPart[] {
  if (!/^(?:representatives|delegates|delegations?|leaders)$/.test(part.term.head ?? '')) return [part];
  const bodies = part.term.parts.filter(({ role, term }) => role === 'of' && term.kind === 'ORGANIZATION');
  return bodies.length > 0 ? bodies.map(({ term }): TermPart => ({ role: 'participant', term })) : [part];
}

const when = '(?:[month|ordinal|DATE|year]|last|extraordinary|recent|enlarged|[possessive])';
const heldWhen =
  '(?:(?:which|that)? (?:was|is|were|to)? (?:be)? (?:held|convened|opened)? (?:on|in|of) (?:the)? (?<when3>[DATE|month|year]))?';
const body = '(?:[ORGANIZATION|PLACE|adjective])';
const company =
  '(?:[ORGANIZATION|GROUP|PERSON|PLACE|NAME]|[people]|and|with|the|[comma]|both|representatives|of|between|[possessive])';

export const eventRules: readonly GrammarRule[] = [
  {
    name: 'assembly-by-body',
    reason: 'A plenum, congress or session with its body before it: June CPSU CC Plenum.',
    pattern: unitPattern(
      `(?<when>${when}*) (?<body>${body}) [possessive]? (?<when2>${when}*) (?<noun>[assembly]) ${heldWhen}`,
    ),
    example: ['They approved the June CPSU CC Plenum decision.', 'June CPSU CC Plenum'],
    build: (match, units, context) => {
      const own = match.group('body');
      const orgs = parts('body', own, ['ORGANIZATION']);
      if (orgs.length === 0 && whenOf([...match.group('when'), ...match.group('when2')]).ordinal === undefined)
        return null;
      return eventOf(match, units, context, 'assembly-by-body', orgs.length > 0 ? orgs : parts('country', own), 0.9);
    },
  },
  {
    name: 'assembly-of-body',
    reason: 'A plenum, congress or session with its body after it: August plenum of our Party.',
    pattern: unitPattern(
      `(?<when>${when}*) (?<noun>[assembly]) of the? (?<body>[ORGANIZATION|title:ORGANIZATION]) ${heldWhen}`,
    ),
    example: ['They were exposed at the August plenum of our Party.', 'August plenum of our Party'],
    build: (match, units, context) =>
      eventOf(match, units, context, 'assembly-of-body', parts('body', match.group('body')), 0.9),
  },
  {
    name: 'dated-assembly',
    reason: 'A plenum or congress known by its month or its number: the 20th Congress.',
    pattern: unitPattern(
      `(?<when>(?:[month|ordinal|DATE] [possessive]?)+) (?:party|plenary|[adjective])? (?<noun>[assembly])`,
    ),
    example: ['It follows the decisions of the 20th Congress.', '20th Congress'],
    build: (match, units, context) => eventOf(match, units, context, 'dated-assembly', [], 0.75),
  },
  {
    name: 'gathering-by-body',
    reason: 'A meeting by its body: KWP CC Presidium meeting held on 4 July.',
    pattern: unitPattern(
      `(?<when>[DATE|month|ordinal]*) (?<body>[ORGANIZATION]) [possessive]? (?<when2>[month|DATE]*) (?<noun>[=meeting|=session|=conference|=rally]) ${heldWhen}`,
    ),
    example: ['He told of the KWP CC Presidium meeting held on 4 July.', 'KWP CC Presidium meeting held on 4 July'],
    build: (match, units, context) =>
      eventOf(match, units, context, 'gathering-by-body', parts('body', match.group('body')), 0.85),
  },
  {
    name: 'gathering-of-parties',
    reason: 'A meeting by those who meet: a meeting of CPSU CC and SKYu CC representatives in July 1957.',
    pattern: unitPattern(
      `(?<when>[DATE|month|ordinal|adjective]*) (?<noun>[=meeting|=talks|=negotiations|=conference|=consultations|=conversations|=discussions|=summit|=meetings]) (?:of|between|with|among) the? (?<with>${company}* [ORGANIZATION|GROUP|people]) ${heldWhen}`,
    ),
    example: [
      'He agrees with holding a meeting of CPSU CC and SKYu CC representatives in July 1957.',
      'meeting of CPSU CC and SKYu CC representatives in July 1957',
    ],
    build: (match, units, context) => {
      const participants = parts('participant', match.group('with'), ['ORGANIZATION', 'GROUP']).flatMap(represented);
      if (participants.length === 0) return null;
      const [only] = participants;
      const ofOneBody =
        participants.length === 1 && only?.term.kind === 'ORGANIZATION' && match.group('with').length === 1;
      const eventParts = ofOneBody ? parts('body', match.group('with')) : participants;
      return eventOf(match, units, context, 'gathering-of-parties', eventParts, 0.8);
    },
  },
  {
    name: 'gathering-of-body',
    reason: 'A meeting by its body after it and its date: the meeting of the Presidium on 4 July.',
    pattern: unitPattern(
      `(?<when>[DATE|month|ordinal]*) (?<noun>[=meeting|=session|=rally]) of the? (?<body>[title:ORGANIZATION|ORGANIZATION]) [comma]? ${heldWhen}`,
    ),
    example: ['He told of the meeting of the Presidium on 4 July.', 'meeting of the Presidium on 4 July'],
    build: (match, units, context) =>
      eventOf(match, units, context, 'gathering-of-body', parts('body', match.group('body')), 0.8),
  },
  {
    name: 'meeting-at-place',
    reason: 'A meeting by its place: the meeting in Moscow on 8 May, the Dresden meeting.',
    pattern: unitPattern(
      '(?:(?<noun>[=meeting|=conference|=talks|=negotiations|=summit|=consultations]) (?:held)? in (?:the)? (?<where>[PLACE]) (?:(?:on|in|of) (?:the)? (?<when3>[DATE|month]))?|(?<where2>[PLACE]) (?<noun2>[=meeting|=conference|=talks|=negotiations|=summit|=consultations]) (?![NOUN]))',
    ),
    example: ['He reported on the meeting in Hungary on 8 May 1968.', 'meeting in Hungary on 8 May 1968'],
    build: (match, units, context) => {
      const [place] = [...match.group('where'), ...match.group('where2')];
      const noun = match.group('noun')[0] ?? match.group('noun2')[0];
      if (place?.term === undefined || noun === undefined) return null;
      const { date } = whenOf(match.group('when3'));
      return termOf(units, context, {
        kind: 'EVENT',
        rule: 'meeting-at-place',
        head: headOf(noun),
        parts: parts('place', [place]),
        date,
        key: eventKey({
          head: headOf(noun),
          body: `in ${place.term.authority ?? place.term.key}`,
          ordinal: null,
          date: date ?? null,
        }),
        confidence: 0.65,
      });
    },
  },
  {
    name: 'talks-of-powers',
    reason: 'Talks by the countries that hold them: Soviet-Yugoslav talks.',
    pattern: unitPattern(
      '(?<when>[DATE|month]*) (?<first>[adjective]) [dash] (?<second>[adjective]) (?<noun>[=talks|=negotiations|=conference|=summit|=war|=conflict|=border conflict])',
    ),
    example: ['He told of the Soviet-Yugoslav talks.', 'Soviet-Yugoslav talks'],
    build: (match, units, context) =>
      eventOf(
        match,
        units,
        context,
        'talks-of-powers',
        parts('country', [...match.group('first'), ...match.group('second')]),
        0.75,
      ),
  },
  {
    name: 'visit-to-place',
    reason: 'A visit by who goes where.',
    pattern: unitPattern(
      '(?:(?<who>[PERSON|GROUP|NAME]) [possessive]|(?<whose>[GROUP|ORGANIZATION]))? (?<noun>[=visit|=trip|=tour|=journey]) (?:(?:of|by) (?:the)? (?<who2>[PERSON|GROUP|NAME|ORGANIZATION]) [comma]? )?to the? (?<place>[PLACE]) (?:in (?<when3>[DATE|month]))?',
    ),
    example: ['He thanked for Mikoyan’s visit to Hungary.', 'Mikoyan’s visit to Hungary'],
    build: (match, units, context) => {
      const who = parts('participant', [...match.group('who'), ...match.group('who2'), ...match.group('whose')]);
      if (who.length === 0) return null;
      return eventOf(match, units, context, 'visit-to-place', [...who, ...parts('place', match.group('place'))], 0.7);
    },
  },
  {
    name: 'visit-by',
    reason: 'A visit by who makes it, where the place is known: the visit by Nam Il.',
    pattern: unitPattern(
      '(?<noun>[=visit|=trip]) (?:by|of) the? [person-title]? (?<who>[PERSON|GROUP]) (?![possessive|=to])',
    ),
    example: ['He asked about the visit by Nam Il.', 'visit by Nam Il'],
    build: (match, units, context) => {
      const who = parts('participant', match.group('who'));
      if (who.length === 0) return null;
      return eventOf(match, units, context, 'visit-by', who, 0.6);
    },
  },
  {
    name: 'upheaval',
    reason: 'An uprising or a crisis by its place: the events in Hungary, the Suez crisis.',
    pattern: unitPattern(
      '(?:(?<where>[PLACE|adjective]) (?<noun>[upheaval])|(?<noun2>[=events|=uprising|=revolution|=coup|=war|=crisis|=counterrevolution|=riots]) in (?:the)? (?<where2>[PLACE]))',
    ),
    example: ['He recalled the events in Hungary.', 'events in Hungary'],
    build: (match, units, context) => {
      const where = [...match.group('where'), ...match.group('where2')];
      const noun = match.group('noun')[0] ?? match.group('noun2')[0];
      if (
        noun === undefined ||
        /^(?:movement|offensive|campaign|strike|invasion|battle|blockade|demonstrations?)$/.test(noun.lower)
      )
        return null;
      const place = where[0]?.term;
      return termOf(units, context, {
        kind: 'EVENT',
        rule: 'upheaval',
        head: foldName(noun.lower),
        parts: parts('place', where, ['PLACE']),
        key: eventKey({
          head: foldName(noun.lower),
          body: place?.authority ?? place?.key ?? null,
          ordinal: null,
          date: null,
        }),
        confidence: 0.7,
      });
    },
  },
];

const onDay = '(?:(?:on|of) (?:the)? (?<when3>[DATE]))?';
const given = '(?:held|given|hosted|arranged|organized|organised|offered)';

/** Who gives it has organised it; a body's house is the body's, and any other place is where it was. */
function hosted(match: UnitMatch): TermPart[] {
  return [
    ...parts('body', match.group('host'), ['PERSON', 'ORGANIZATION', 'GROUP']),
    ...parts('place', match.group('host'), ['PLACE']),
  ];
}

function occasionRule(name: string, reason: string, pattern: string, example: readonly [string, string]): GrammarRule {
  return {
    name,
    reason,
    pattern: unitPattern(pattern),
    example,
    build: (match, units, context) => eventOf(match, units, context, name, hosted(match), 0.75),
  };
}

/** Receptions, dinners, rallies, anniversaries: who gives them, where, or what they mark tells them apart. */
export const occasionRules: readonly GrammarRule[] = [
  occasionRule(
    'occasion-given-by',
    'A reception by who gives it: a lunch held by Kim Il Sung.',
    `(?<noun>[occasion]) ${onDay} ${given} by the? (?<host>[PERSON|ORGANIZATION|GROUP|NAME|OFFICE])`,
    ['I was at a lunch held by Kim Il Sung.', 'lunch held by Kim Il Sung'],
  ),
  occasionRule(
    'occasion-at-place',
    'A reception by the house in which it is: a dinner at the Soviet Embassy on 7 November.',
    `(?<noun>[occasion]) (?:at|in) the? (?<host>[ORGANIZATION|PLACE]) ${onDay}`,
    ['I met him at the reception at the Soviet Embassy.', 'reception at the Soviet Embassy'],
  ),
  occasionRule(
    'occasion-of-body',
    'A reception by the body before it: the Soviet Embassy reception on 7 November.',
    `(?<host>[ORGANIZATION]) [possessive]? (?<noun>[occasion]) ${onDay}`,
    ['I met him at the Soviet Embassy reception on 7 November.', 'Soviet Embassy reception on 7 November'],
  ),
  occasionRule(
    'occasion-of-day',
    'A reception by its day: the banquet of 14 April.',
    '(?<noun>[occasion]) (?:of|on) (?:the)? (?<when3>[DATE])',
    ['He spoke cautiously at the banquet of 14 April 1972.', 'banquet of 14 April 1972'],
  ),
  {
    name: 'occasion-was-held',
    reason: 'A reception told of by where it was held: a dinner was held in the evening in the Soviet Embassy.',
    pattern: unitPattern(
      `(?<noun>[occasion]) (?:was|were) ${given} (?:in the (?:evening|afternoon|morning))? ${onDay} (?:at|in) the? (?<host>[ORGANIZATION|PLACE])`,
    ),
    example: [
      'A dinner was held in the evening in the Soviet Embassy.',
      'dinner was held in the evening in the Soviet Embassy',
    ],
    build: (match, units, context) => eventOf(match, units, context, 'occasion-was-held', hosted(match), 0.75),
  },
  {
    name: 'anniversary',
    reason: 'An anniversary by its number and what it recalls: the 40th anniversary of the October Revolution.',
    pattern: unitPattern(
      '(?<when>[ordinal]) (?<noun>[=anniversary]) of (?:the)? (?:(?:[ADJ|NOUN|PROPN|adjective|ORGANIZATION|PLACE|NAME|EVENT|AGREEMENT] (?:of|(?=[NOUN|PROPN|ORGANIZATION|PLACE|NAME])) (?:the)?){0,3})(?<of>[NOUN|PROPN|ORGANIZATION|PLACE|NAME|EVENT|AGREEMENT])',
    ),
    example: [
      'They spoke of the 16th anniversary of the liberation of Poland.',
      '16th anniversary of the liberation of Poland',
    ],
    build: (match, units, context) => eventOf(match, units, context, 'anniversary', [], 0.7),
  },
];

/** An event that was named before: "the plenum", "the meeting". */
export const bareEventRules: readonly GrammarRule[] = [
  {
    name: 'bare-event',
    reason: 'The event was named earlier: "the measures taken by the plenum".',
    pattern: unitPattern(
      '(?:the|this|that|our|[title:ORGANIZATION]) (?<noun>[assembly+!term|occasion+!term|=meeting|=conversation|=talk|=talks|=visit|=negotiations])',
    ),
    example: ['They approve the measures taken by the plenum.', 'plenum'],
    build: (match, _units, context) => {
      const noun = match.group('noun');
      return termOf(noun, context, {
        kind: 'EVENT',
        rule: 'bare-event',
        mention: 'title',
        head: headOf(noun[0]),
        confidence: 0.6,
      });
    },
  },
];
