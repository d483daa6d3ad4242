import { type GrammarContext, type GrammarRule, keyOf, parts, type TermDraft, termOf } from '../grammar-rule.js';
import type { TermPart, Unit } from '../unit.js';
import { type UnitMatch, unitPattern } from '../unit-pattern.js';

type Make = (
  match: UnitMatch,
  units: readonly Unit[],
  context: GrammarContext,
) => Omit<TermDraft, 'kind' | 'rule'> | null;

function bodyRule(
  name: string,
  reason: string,
  pattern: string,
  example: readonly [string, string],
  make: Make,
): GrammarRule {
  return {
    name,
    reason,
    pattern: unitPattern(pattern),
    example,
    build: (match, units, context) => {
      const draft = make(match, units, context);
      return draft === null ? null : termOf(units, context, { kind: 'ORGANIZATION', rule: name, ...draft });
    },
  };
}

/** Key of a place whether it stands as a name or as an adjective. */
function placeKeyOf(units: readonly Unit[]): string {
  const term = units[0]?.term;
  return term?.authority ?? term?.key ?? '';
}

function located(units: readonly Unit[]): TermPart[] {
  const places = parts('place', units, ['PLACE']);
  return places.flatMap((part) => [
    part,
    ...part.term.parts
      .filter((inner) => inner.role === 'place')
      .map((inner): TermPart => ({ role: 'inside', term: inner.term })),
  ]);
}

const name = '[cap+!term+!month+!weekday+!person-title+!office-noun+!PRON+!SCONJ+!DET+!ADP]';
const modifier = `(?:${name}|[=general+cap]|[adjective]|[PLACE]|[possessive]|[ordinal+cap]|and(?=[cap+!term])|[dash](?=[adjective|cap+!term|PLACE]))`;
/** A noun phrase in small letters inside the name of a works: "electric light bulb". */
const product = '[NOUN+!cap+!people+!term|ADJ+!cap+!term|=and]';

/** American departments by the one word that their papers call them by. */
export const departments: Readonly<Record<string, string>> = {
  state: 'organization:state-department',
  defense: 'organization:us-department-of-defense',
  treasury: 'organization:us-treasury',
};

export const bodyRules: readonly GrammarRule[] = [
  bodyRule(
    'government-of-country',
    'A government by its country.',
    '(?:(?<country>[PLACE|adjective]) [possessive]? [government+!organ]|[government+!organ] of the? (?<country2>[PLACE]))',
    ['The Soviet government declared it.', 'Soviet government'],
    (match, units) => {
      if (units.at(-1)?.lower === 'authorities' || units.at(-1)?.lower === 'administration') return null;
      const country = match.group('country').concat(match.group('country2'));
      return {
        key: `government/${placeKeyOf(country)}`,
        parts: parts('country', country),
        head: 'government',
        confidence: 0.9,
      };
    },
  ),
  bodyRule(
    'ministry',
    'A ministry by its field, of a country or not.',
    `(?<country>[PLACE|adjective])? [possessive]? (?:[=ministry|=commissariat] (of|for) (the)? [ministry] (and [ministry])?|[ministry+cap] [=ministry]) (of the? (?<country2>[PLACE]))?`,
    ['The Ministry of Foreign Trade of the DPRK answered.', 'Ministry of Foreign Trade of the DPRK'],
    (match, units) => {
      const country = match.group('country').concat(match.group('country2'));
      const field = units
        .filter((unit) => unit.features.has('ministry'))
        .map((unit) => unit.lower)
        .join(' ');
      return {
        key: `ministry/${field}/${placeKeyOf(country)}`,
        parts: parts('country', country),
        head: 'ministry',
        confidence: 0.9,
      };
    },
  ),
  bodyRule(
    'embassy',
    'An embassy by the country that sends it and the place where it is.',
    '(?:(?<sender>[PLACE|adjective]) [possessive]? [=embassy|=legation|=consulate|=consulate general|=mission+cap]|[=embassy|=legation|=consulate] of the? (?<sender2>[PLACE])) ((in|at) (the)? (?<seat>[PLACE]))?',
    ['He came to the Soviet Embassy in Pyongyang.', 'Soviet Embassy in Pyongyang'],
    (match) => {
      const sender = match.group('sender').concat(match.group('sender2'));
      return {
        key: `embassy/${placeKeyOf(sender)}`,
        parts: [...parts('country', sender), ...located(match.group('seat'))],
        head: 'embassy',
        confidence: 0.9,
      };
    },
  ),
  bodyRule(
    'own-embassy-in-place',
    'The embassy of the one who writes, by the place where it is: our embassy in Prague.',
    '(?<=[=our|=your]) (?<noun>[=embassy|=legation|=consulate|=mission]) (?:in|at) (?:the)? (?<seat>[PLACE])',
    ['He wrote to our embassy in Hungary.', 'embassy in Hungary'],
    (match) => ({ parts: located(match.group('seat')), head: 'own-embassy', confidence: 0.75 }),
  ),
  bodyRule(
    'department-by-field',
    'An American department by the word for its field: State and Defense agreed.',
    '(?<![cap+!term]) (?<!(?:of|the)) (?<field>[=state+cap+!caps|=defense+cap+!caps|=treasury+cap+!caps]) (?![cap|office-noun|=of]|[dash] [NOUN+!cap])',
    ['He said that Defense agreed.', 'Defense'],
    (match) => {
      const authority = departments[match.group('field')[0]?.lower ?? ''];
      return authority === undefined ? null : { authority, key: authority, confidence: 0.7 };
    },
  ),
  bodyRule(
    'departments-by-field',
    'The first of several departments: the Departments of State and Defense.',
    '(?<=[=departments] of) (?<field>[=state+cap|=defense+cap|=treasury+cap])',
    ['The Departments of State and Defense agreed.', 'State'],
    (match) => {
      const authority = departments[match.group('field')[0]?.lower ?? ''];
      return authority === undefined ? null : { authority, key: authority, confidence: 0.8 };
    },
  ),
  bodyRule(
    'embassy-at',
    'An embassy by the town where it is, as telegrams write: Embassy Seoul, British Embassy Washington.',
    '(?<sender>[adjective])? (?<noun>[=embassy+cap|=legation+cap|=consulate+cap]) (?<seat>[PLACE])',
    ['He asked Embassy Pyongyang for its views.', 'Embassy Pyongyang'],
    (match) => ({
      parts: [...parts('country', match.group('sender')), ...located(match.group('seat'))],
      head: match.group('noun')[0]?.lower,
      confidence: 0.8,
    }),
  ),
  bodyRule(
    'forces-of-country',
    'The forces of a country, and where they stand: U.S. forces in South Korea.',
    '(?<country>[PLACE|adjective]) [possessive]? (?:[=armed|=military|=naval|=air|=ground|=land|=security|=combat])* (?<noun>[=forces+!term]) (?:(?:in|at|on) the? (?<seat>[PLACE]))?',
    ['The Soviet forces in Hungary withdrew.', 'Soviet forces in Hungary'],
    (match) => ({
      key: `forces/${placeKeyOf(match.group('country'))}`,
      parts: [...parts('country', match.group('country')), ...located(match.group('seat'))],
      head: 'forces',
      confidence: 0.75,
    }),
  ),
  bodyRule(
    'command-by-abbreviation',
    'A command by the abbreviation of its commander: CINCUNC, COMUSKOREA.',
    '(?<word>[caps+!term])',
    ['He asked CINCUNC for its views.', 'CINCUNC'],
    (match) =>
      /^(?:CINC|COM(?=[A-Z]{4})|SAC(?=EUR|LANT)|MAAG)[A-Z]*$/u.test(match.group('word')[0]?.text ?? '')
        ? { head: 'command', confidence: 0.7 }
        : null,
  ),
  bodyRule(
    'numbered-body',
    'A body by its number: the 303 Committee.',
    '(?<number>[NUM+digits]) (?<noun>[=committee+cap|=group+cap|=brigade+cap|=division+cap|=army+cap|=regiment+cap])',
    ['The 303 Committee approved it.', '303 Committee'],
    (match) => ({ head: match.group('noun')[0]?.lower, confidence: 0.8 }),
  ),
  bodyRule(
    'body-of-place',
    'A body by the place it serves: People’s Committee of the city of Hyesan.',
    `${modifier}* (?<noun>[body-noun+cap+!organ]) (of|for|in) (the)? (?<place>[PLACE])`,
    [
      'Officials of the People’s Committee of the province of North Hwanghae came.',
      'People’s Committee of the province of North Hwanghae',
    ],
    (match) => ({ parts: located(match.group('place')), head: match.group('noun')[0]?.lower }),
  ),
  bodyRule(
    'body-of-field',
    'A body by what it is for, in capitals: Council on Foreign Relations.',
    `${modifier}* (?<noun>[body-noun+cap+!organ]) (of|for|on) (the)? (?:[cap+!term+!month|adjective] (?:[dash](?=[adjective|cap+!term]))? (?:[possessive](?=[cap+!term]))? (and [cap+!term])?)+`,
    ['The Academy of Sciences replied.', 'Academy of Sciences'],
    (match, units) => ({
      parts: parts(
        'country',
        units.filter((unit) => unit.features.has('adjective')),
      ),
      head: match.group('noun')[0]?.lower,
    }),
  ),
  bodyRule(
    'named-body',
    'A body by capitalised words, an adjective of nationality or a place before its noun.',
    `${modifier}+ (?<noun>[body-noun+cap+!organ])`,
    ['The Supreme Court met the Hungarian Democratic Front.', 'Supreme Court'],
    (match, units) => {
      if (units[0]?.features.mark === 'possessive' || units[0]?.features.mark === 'dash') return null;
      const places = units.filter((unit) => unit.features.has('adjective'));
      return {
        parts: [...parts('country', places), ...located(units.filter((unit) => unit.features.has('PLACE')))],
        head: match.group('noun')[0]?.lower,
      };
    },
  ),
  bodyRule(
    'named-group',
    'A group of officials whose name is written in capitals.',
    `(?:${modifier}|[ORGANIZATION])+ (?<noun>[=group+cap]|[=task+cap] [=force+cap])`,
    ['He told the Senior Review Group of it.', 'Senior Review Group'],
    (match, units) => {
      if (units[0]?.features.mark === 'possessive') return null;
      const parents = parts(
        'parent',
        units.filter((unit) => unit.features.has('ORGANIZATION')),
      );
      return { parts: parents, head: match.group('noun').at(-1)?.lower };
    },
  ),
  bodyRule(
    'enterprise',
    'A works by its place and its product.',
    `(?<place>[PLACE]) ${product}* (?<noun>[enterprise])`,
    ['Some workers of the Pyongyang electric light bulb factory spoke.', 'Pyongyang electric light bulb factory'],
    (match) => ({ parts: located(match.group('place')), head: match.group('noun')[0]?.lower }),
  ),
  bodyRule(
    'enterprise-in-place',
    'A works by its product, and the place where it stands.',
    `(?:[NOUN+!cap+!people+!term|ADJ+!cap+!term])+ (?<noun>[enterprise+!cap]) in (the)? (?<place>[PLACE])`,
    ['They visited the metallurgical plant in Kangson.', 'metallurgical plant in Kangson'],
    (match) => ({ parts: located(match.group('place')), head: match.group('noun')[0]?.lower, confidence: 0.7 }),
  ),
  bodyRule(
    'named-enterprise',
    'A works by its own name.',
    `(?:${name}|[adjective]|[quote])+ ${product}* (?<noun>[enterprise+cap])`,
    ['He saw the Hwanghae Iron Works.', 'Hwanghae Iron Works'],
    (match, units) =>
      units.every((unit) => unit.features.mark === 'quote' || unit.lower === 'works')
        ? null
        : { parts: parts('country', units), head: match.group('noun')[0]?.lower, confidence: 0.7 },
  ),
  bodyRule(
    'bare-foreign-ministry',
    'The foreign ministry of the country that the text is about, without its name.',
    '(?<noun>[=foreign ministry+cap|=ministry of foreign affairs+cap|=foreign office+cap])',
    ['He reported it to the Foreign Ministry.', 'Foreign Ministry'],
    () => ({ head: 'ministry', confidence: 0.7 }),
  ),
];

const works =
  '[=factory|=plant|=combine|=mill|=works|=mine|=mines|=refinery|=shipyard|=power station|=power plant|=steelworks|=steel mill|=collective farm|=state farm|=cooperative|=cannery|=enterprise|=trust|=sovkhoz|=kolkhoz]';

/** Works by names that no record has. Run when what is left of capitalised words is known to be names. */
export const unknownEnterpriseRules: readonly GrammarRule[] = [
  bodyRule(
    'enterprise-by-name',
    'A works by a name, its noun in small letters: the Ganz factory, the Nam Dinh textile mill.',
    `(?<![dash]) (?<seat>[PLACE])? (?<name>[NAME|PERSON]) ${product}{0,3} (?<noun>${works})`,
    ['He visited the Tolbukhin chemical plant.', 'Tolbukhin chemical plant'],
    (match) => {
      const own = match.group('name')[0]?.term;
      // "Puzanov plant" is somebody's; a person keeps his name where he does anything.
      if (own === undefined || (own.kind === 'PERSON' && own.rule !== 'known-surname')) return null;
      return { parts: located(match.group('seat')), head: match.group('noun')[0]?.lower, confidence: 0.7 };
    },
  ),
  bodyRule(
    'enterprise-in-unknown-place',
    'A works by its product, and a place that no record has.',
    `(?:(?:[NOUN+!cap+!people+!term|ADJ+!cap+!term])+ (?<noun>[enterprise+!cap])|(?<body>[ORGANIZATION])) in (?<place>[NAME])`,
    ['They visited the textile mill in Tolbukhin.', 'textile mill in Tolbukhin'],
    (match, units) => {
      const place = match.group('place')[0]?.term;
      const body = match.group('body')[0]?.term;
      const isWorks = body === undefined || /^enterprise/.test(body.rule) || body.rule === 'named-enterprise';
      if (place === undefined || !isWorks || units.length === 0) return null;
      const { head: _, ...bare } = place;
      const seat: TermPart = { role: 'place', term: { ...bare, kind: 'PLACE', key: keyOf(place.name) } };
      return { parts: [seat], head: match.group('noun')[0]?.lower ?? body?.head, confidence: 0.65 };
    },
  ),
];

/** Run once persons are known. */
export const governmentOfPersonRules: readonly GrammarRule[] = [
  bodyRule(
    'government-of-person',
    'A government by its head.',
    '(?<head>[PERSON|NAME]) [possessive]? [government]',
    ['They fear the Syngman Rhee government.', 'Syngman Rhee government'],
    (match) => {
      const head = match.group('head')[0]?.term;
      return {
        key: `government/${head?.authority ?? head?.key}`,
        parts: parts('holder', match.group('head')),
        head: 'government',
      };
    },
  ),
];

const suborganHead = new Set([
  'department',
  'committee',
  'section',
  'bureau',
  'commission',
  'directorate',
  'council',
  'institute',
  'office',
  'division',
  'administration',
  'staff',
  'general staff',
  'subcommittee',
  'ministry',
  'board',
  'delegation',
  'mission',
]);

export const stackedBodyRules: readonly GrammarRule[] = [
  {
    name: 'body-of-body',
    reason: 'A department of a ministry; a committee of a government.',
    pattern: unitPattern('(?<inner>[ORGANIZATION]) of the? (?<outer>[ORGANIZATION])'),
    example: [
      'He heads the Far Eastern Department of the Ministry of Foreign Affairs.',
      'Far Eastern Department of the Ministry of Foreign Affairs',
    ],
    build: (match, units, context) => {
      const inner = match.group('inner')[0]?.term;
      const outer = match.group('outer');
      if (inner?.head === undefined || !suborganHead.has(inner.head) || inner.authority !== undefined) return null;
      return termOf(units, context, {
        kind: 'ORGANIZATION',
        rule: 'body-of-body',
        parts: [...inner.parts, ...parts('parent', outer)],
        head: inner.head,
      });
    },
  },
  {
    name: 'body-with-country',
    reason: 'The country after the body: the Ministry of Justice of Hungary, the Academy of Sciences of the USSR.',
    pattern: unitPattern('(?<body>[ORGANIZATION]) of the? (?<place>[PLACE])'),
    example: ['The Academy of Sciences of the USSR replied.', 'Academy of Sciences of the USSR'],
    build: (match, units, context) => {
      const body = match.group('body')[0]?.term;
      if (body === undefined || body.parts.some((part) => part.role === 'country')) return null;
      const key = body.authority ?? `${body.key}/${placeKeyOf(match.group('place'))}`;
      return termOf(units, context, {
        kind: 'ORGANIZATION',
        rule: 'body-with-country',
        key,
        parts: [...body.parts, ...parts('country', match.group('place'))],
        head: body.head,
        ...(body.authority === undefined ? {} : { authority: body.authority }),
      });
    },
  },
  {
    name: 'country-before-body',
    reason: 'The country before a body that has a record or a capital: DPRK State Planning Commission.',
    pattern: unitPattern('(?<place>[PLACE|adjective]) [possessive]? (?<body>[ORGANIZATION])'),
    example: ['The DPRK Academy of Sciences replied.', 'DPRK Academy of Sciences'],
    build: (match, units, context) => {
      const body = match.group('body')[0]?.term;
      if (body === undefined || body.parts.length > 0 || /^[\p{Lu}\d]+$/u.test(body.name)) return null;
      return termOf(units, context, {
        kind: 'ORGANIZATION',
        rule: 'country-before-body',
        key: `${keyOf(body.name)}/${placeKeyOf(match.group('place'))}`,
        parts: parts('country', match.group('place')),
        head: body.head,
      });
    },
  },
];
