import { type GrammarRule, parts, termOf } from '../grammar-rule.js';
import { type Term, termWith, type Unit } from '../unit.js';
import { type UnitMatch, unitPattern } from '../unit-pattern.js';
import { departments } from './bodies.js';

/** Posts of departments that are one word of the grammar, so that a name may stand right behind them. */
const departmental = [
  'secretary',
  'acting secretary',
  'under secretary',
  'assistant secretary',
  'deputy assistant secretary',
  'deputy secretary',
]
  .flatMap((post) => [`=${post} of state`, `=${post} of defense`])
  .join('|');
const rank =
  '(?:deputy|vice|first|second|third|1st|2nd|3rd|acting|former|then|new|senior|chief|assistant|under|permanent|honorary|ex|extraordinary|plenipotentiary|[adjective]|[ministry])';
const target = '(?:[ORGANIZATION|PLACE|title:ORGANIZATION|PUBLICATION])';

/** "Ambassador of the USSR": the country behind "of" sends him. */
function sendsEnvoy(match: UnitMatch): boolean {
  return (
    match.group('noun')[0]?.features.has('envoy-noun') === true &&
    match.group('prep')[0]?.lower === 'of' &&
    match.group('of')[0]?.term?.kind === 'PLACE'
  );
}

/** "Telegram From the Secretary of State to the Embassy": "to" opens the other end of the line, no part of the post. */
function isSentTo(match: UnitMatch): boolean {
  const noun = match.group('noun')[0];
  const isPostAt =
    noun === undefined ||
    noun.features.has('envoy-noun') ||
    /(?:assistant|adviser|advisor|aide|deputy|representative|observer|delegate|secretary to)$/.test(noun.lower);
  return match.group('prep')[0]?.lower === 'to' && match.group('of')[0]?.term?.kind === 'ORGANIZATION' && !isPostAt;
}

function officeRule(name: string, reason: string, pattern: string, example: readonly [string, string]): GrammarRule {
  return {
    name,
    reason,
    pattern: unitPattern(pattern),
    example,
    build: (match, units, context) => {
      const noun = match.group('noun')[0];
      if (isSentTo(match)) return null;
      return termOf(units, context, {
        kind: 'OFFICE',
        rule: name,
        mention: 'title',
        head: noun?.lower,
        parts: [
          ...parts('country', match.group('country')),
          ...parts(
            'country',
            match.group('rank').filter((unit) => unit.features.has('adjective')),
          ),
          ...parts(sendsEnvoy(match) ? 'country' : 'of', match.group('of')),
          ...parts('of', match.group('of2')),
        ],
      });
    },
  };
}

export const officeRules: readonly GrammarRule[] = [
  officeRule(
    'office-of-body',
    'A post in a body, or at a country.',
    `(?:(?<country>[adjective|PLACE|ORGANIZATION]) [possessive]?)? (?<rank>${rank}*) (?<noun>[office-noun]) (?:(?:of|in) (?:a|an|the) [body-noun+!cap+!term] )?(?<prep>of|to|at|in|for|with|from) the? (?<of>${target}) (?![occasion|gathering|assembly]) (?:(?:to|in|at) the? (?<of2>${target}) (?![occasion|gathering|assembly]))?`,
    ['The Soviet Ambassador to the DPRK came.', 'Soviet Ambassador to the DPRK'],
  ),
  officeRule(
    'office-of-field',
    'A post by its field: Minister of Foreign Affairs.',
    `(?:(?<country>[adjective|PLACE]) [possessive]?)? (?<rank>${rank}*) (?<noun>[office-noun]) (?:of|for) [ministry] (?:and [ministry])? (?:(?:of|in) the? (?<of>${target}))?`,
    ['The Minister of Foreign Affairs of the DPRK came.', 'Minister of Foreign Affairs of the DPRK'],
  ),
  {
    name: 'office-of-department',
    reason: 'An American post by its department, its holder in brackets: Assistant Secretary of State (Baker).',
    pattern: unitPattern(
      `(?<rank>${rank}*) (?<noun>[${departmental}|=secretary|=assistant secretary|=under secretary|=deputy assistant secretary]) (?:of (?<field>[=state+cap|=defense+cap|=treasury+cap]))? (?:for (?:[adjective|cap|NAME|=and])+)? (?=[open] [cap] [close])`,
    ),
    example: [
      'He wrote to the Under Secretary of State for Political Affairs (Baker).',
      'Under Secretary of State for Political Affairs',
    ],
    build: (match, units, context) => {
      const last = match.group('field')[0] ?? match.group('noun')[0];
      const field = last?.text.split(' ').at(-1) ?? '';
      const authority = departments[field.toLowerCase()];
      if (last === undefined || authority === undefined) return null;
      const department = termWith({
        kind: 'ORGANIZATION',
        name: field,
        key: authority,
        authority,
        parts: [],
        start: last.end - field.length,
        end: last.end,
        rule: 'office-of-department',
        confidence: 0.7,
        mention: 'name',
      });
      return termOf(units, context, {
        kind: 'OFFICE',
        rule: 'office-of-department',
        mention: 'title',
        head: match.group('noun')[0]?.lower,
        parts: [{ role: 'of', term: department }],
      });
    },
  },
  officeRule(
    'office-at-own-mission',
    'A post in the embassy that the text knows: First Secretary of the embassy.',
    `(?<rank>${rank}*) (?<noun>[office-noun]) (?:of|at|in) (?:the|our) [=embassy|=mission|=legation|=consulate]`,
    ['The counselor of the embassy came.', 'counselor of the embassy'],
  ),
  officeRule(
    'office-comma-body',
    'A post, a comma, its body: Chairman, Joint Chiefs of Staff.',
    `(?<rank>${rank}*) (?<noun>[office-noun+cap]) [comma] (?<of>[ORGANIZATION])`,
    ['The Chairman, Supreme Court, came.', 'Chairman, Supreme Court'],
  ),
  officeRule(
    'office-by-body',
    'A post with its country or body before it.',
    `(?<!(?:visit|trip|return|journey|tour|departure) to) (?<country>[adjective|PLACE|ORGANIZATION|title:ORGANIZATION]) [possessive]? (?<rank>${rank}*) (?<noun>[office-noun])`,
    ['The KWP CC Chairman came.', 'KWP CC Chairman'],
  ),
  officeRule(
    'bare-office',
    'A post without its body; the document told which before.',
    `(?<rank>(?:${rank}|[cap+ministry])*) (?<noun>[office-noun]) (?:for (?:[adjective|cap])+ affairs)?`,
    ['The Ambassador came.', 'Ambassador'],
  ),
];

/** A person with a post: one unit, so that "Nam Il, Minister of Foreign Affairs," is one subject. */
function holder(name: string, reason: string, pattern: string, example: readonly [string, string]): GrammarRule {
  return {
    name,
    reason,
    pattern: unitPattern(pattern),
    example,
    build: (match, units) => {
      const person = match.group('person')[0]?.term;
      const offices = ['office', 'office2'].flatMap((group) =>
        match.group(group).flatMap((unit) => (unit.term?.kind === 'OFFICE' ? [unit.term] : [])),
      );
      if (person === undefined || offices.length === 0 || offices.some(isUnnamedCompany)) return null;
      return withPosts(
        person,
        offices.map((office) => heldIn(office, match.group('of'))),
        units,
      );
    },
  };
}

/** "Members of the delegation, Kim and Pak": a plural is no post of one man. */
function isUnnamedCompany(office: Term): boolean {
  return /(?:ambassadors|ministers|secretaries|members|officials|officers|leaders|deputies|representatives)$/i.test(
    office.head ?? '',
  );
}

/** The post with the country that stands behind its holder's name. */
function heldIn(office: Term, units: readonly Unit[]): Term {
  return units.length === 0 ? office : termWith({ ...office, parts: [...office.parts, ...parts('of', units)] });
}

function withPosts(person: Term, offices: readonly Term[], units: readonly Unit[]): Term {
  return termWith({
    ...person,
    kind: 'PERSON',
    confidence: Math.max(person.confidence, 0.85),
    parts: [...person.parts, ...offices.map((term) => ({ role: 'post' as const, term }))],
    covers: { start: units[0]?.start ?? person.start, end: units.at(-1)?.end ?? person.end },
  });
}

const somebody = '[PERSON|NAME]';
/** "Comrade", before a name that the authorities know whole. */
const titles =
  '[=comrade|=comrades|=cde|=cde.|=cdes|=cdes.|=com|=com.|=mr|=mr.|=dr|=dr.|=prof.|=professor|=general|=gen.|=colonel|=col.|=marshal|=admiral]{0,2}';

export const officeHolderRules: readonly GrammarRule[] = [
  holder(
    'office-name-of-country',
    'The post, the name, and where he holds it: Governor Kim of the ROK.',
    `(?<office>[OFFICE]) (?<person>${somebody}) of the? (?<of>[PLACE|ORGANIZATION]) (?![NOUN|ADJ|possessive|adjective|PROPN])`,
    ['Premier Zhou of China came.', 'Zhou'],
  ),
  holder(
    'envoy-in-place',
    'An envoy, and behind his name where he is sent: Ambassador Nagy in Prague.',
    `(?<office>[head:ambassador|head:charge d'affaires|head:chargé d'affaires|head:consul general|head:consul]) ${titles} (?<person>[PERSON|NAME]) (?:in|to) (?<of>[PLACE])`,
    ['Ambassador Puzanov in Hungary reported it.', 'Puzanov'],
  ),
  holder(
    'office-before-name',
    'The post right before the name.',
    `the? (?<office>[OFFICE]) ${titles} (?<person>${somebody})`,
    ['The Soviet Ambassador Puzanov came.', 'Puzanov'],
  ),
  holder(
    'office-in-brackets',
    'The post in brackets after the name.',
    `(?<person>${somebody}) [open] the? (?<office>[OFFICE]) [close]`,
    ['Pak Ui-wan (Deputy Premier of the DPRK) came.', 'Pak Ui-wan'],
  ),
  holder(
    'office-after-name',
    'The post after the name, between commas, or two posts.',
    `(?<person>${somebody}) [comma] (?:the|a|our)? (?<office>[OFFICE]) (?:(?:and|[comma]) (?:the|a)? (?<office2>[OFFICE]))? (?:(?=[comma|stop|semicolon|close|=and|=who|AUX|VERB])|$)`,
    ['Nam Il, the Minister of Foreign Affairs of the DPRK, came.', 'Nam Il'],
  ),
  holder(
    'office-comma-name',
    'The post, then the name between commas.',
    `(?<office>[OFFICE]) [comma] ${titles} (?<person>[PERSON|NAME]) (?:(?=[comma|stop|close|semicolon|=and])|$)`,
    ['The Soviet Ambassador to the DPRK, A. M. Puzanov, came.', 'A. M. Puzanov'],
  ),
];
