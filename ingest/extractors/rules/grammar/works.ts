import { type GrammarRule, keyOf, parts, termOf } from '../grammar-rule.js';
import { unitPattern } from '../unit-pattern.js';

/** Publications and agreements. */
export const publicationRules: readonly GrammarRule[] = [
  {
    name: 'titled-work',
    reason: 'A title in quotation marks after what it is: the newspaper "Rodong Sinmun".',
    pattern: unitPattern('[periodical] (?:called|entitled)? [quote] (?<title>[cap] (?:[!quote+!stop])*?) [quote]'),
    example: ['It stood in the newspaper "Pyongyang Sinmun".', 'Pyongyang Sinmun'],
    build: (match, _units, context) => {
      const title = match.group('title');
      if (title.length > 8 || title.some((unit) => unit.term !== undefined && unit.term.kind === 'PUBLICATION'))
        return null;
      return termOf(title, context, { kind: 'PUBLICATION', rule: 'titled-work', confidence: 0.8 });
    },
  },
  {
    name: 'next-titled-work',
    reason: 'Titles come in lists: the newspapers "A" and "B".',
    pattern: unitPattern(
      '(?<=[PUBLICATION] [quote]? [comma]? (?:and)?) [quote] (?<title>[cap] (?:[!quote+!stop])*?) [quote]',
    ),
    example: ['It stood in the newspapers "Pyongyang Sinmun" and "Hamnam Ilbo".', 'Hamnam Ilbo'],
    build: (match, _units, context) => {
      const title = match.group('title');
      if (title.length > 4 || title.some((unit) => unit.term !== undefined && unit.term.kind === 'PUBLICATION'))
        return null;
      return termOf(title, context, { kind: 'PUBLICATION', rule: 'next-titled-work', confidence: 0.7 });
    },
  },
];

/** Run when what is left of capitalised words is known to be names. */
export const unquotedPublicationRules: readonly GrammarRule[] = [
  {
    name: 'unquoted-newspaper',
    reason: 'A newspaper by a name that no record has, without quotation marks.',
    pattern: unitPattern('[=newspaper|=daily|=weekly|=magazine] (?<title>[NAME]) (?![=said|=told|AUX])'),
    example: ['It was printed in the newspaper Hamnam Ilbo.', 'Hamnam Ilbo'],
    build: (match, _units, context) =>
      termOf(match.group('title'), context, { kind: 'PUBLICATION', rule: 'unquoted-newspaper', confidence: 0.65 }),
  },
];

/** Bodies that are told by their kind, and by a name in quotation marks. */
export const quotedBodyRules: readonly GrammarRule[] = [
  {
    name: 'quoted-body',
    reason: 'A publishing house, a factory or a farm by its name in quotation marks: the publishing house "Partizdat".',
    pattern: unitPattern(
      '[=publishing house|=factory|=plant|=combine|=cooperative|=collective farm|=state farm|=sovkhoz|=kolkhoz|=enterprise|=agency|=association|=shipyard|=mine|=club|=theater|=theatre|=trust|=firm|=company] [quote] (?<title>[cap] (?:[!quote+!stop]){0,3}) [quote]',
    ),
    example: ['He works at the publishing house "Narodna Kniga".', 'Narodna Kniga'],
    build: (match, _units, context) => {
      const title = match.group('title');
      if (title.some(({ pos }) => pos === 'VERB' || pos === 'AUX')) return null;
      return termOf(title, context, { kind: 'ORGANIZATION', rule: 'quoted-body', confidence: 0.75 });
    },
  },
];

export const accordRules: readonly GrammarRule[] = [
  {
    name: 'named-accord',
    reason: 'A treaty by the names before its noun: Korean Armistice Agreement.',
    pattern: unitPattern(
      '(?:[cap+!term+!PRON+!DET+!month+!SCONJ]|[adjective]|[PLACE]|[dash])+ (?<noun>[accord+cap]) (?<noun2>[accord])?',
    ),
    example: ['They violated the Korean Armistice Agreement.', 'Korean Armistice Agreement'],
    build: (match, units, context) => {
      const nouns = [...match.group('noun'), ...match.group('noun2')].map((unit) => unit.lower);
      const specific = units.some(
        (unit) =>
          unit.features.has('adjective') ||
          unit.features.has('PLACE') ||
          (unit.features.has('accord') && nouns.length > 1) ||
          unit.features.has('PROPN'),
      );
      if (!specific || nouns.at(-1) === 'declaration' || nouns.at(-1) === 'resolution') return null;
      const first = units[0];
      if (first?.features.mark === 'dash') return null;
      return termOf(units, context, {
        kind: 'AGREEMENT',
        rule: 'named-accord',
        head: nouns.at(-1),
        parts: parts('country', units, ['PLACE']),
      });
    },
  },
  {
    name: 'accord-on',
    reason: 'A treaty by what it is about, or by whom it binds: Treaty of Friendship with Hungary.',
    pattern: unitPattern(
      '(?<noun>[accord+cap]) (?:of|on|for) (?:the)? (?:[cap+!term+!PRON]|and|[comma])+ (?:(?:with|between) the? [PLACE] (?:and the? [PLACE])?)?',
    ),
    example: ['They signed the Treaty of Friendship with Hungary.', 'Treaty of Friendship with Hungary'],
    build: (match, units, context) => {
      // "Protocol of the Meeting of the Politburo": a paper of a meeting.
      if (units.some(({ features }) => features.has('gathering') || features.has('assembly'))) return null;
      const last = units.at(-1);
      const own = last?.lower === 'and' || last?.features.mark === 'comma' ? units.slice(0, -1) : units;
      return termOf(own, context, { kind: 'AGREEMENT', rule: 'accord-on', head: match.group('noun')[0]?.lower });
    },
  },
  {
    name: 'term-plan',
    reason: 'Economic plans are known by their length and their country.',
    pattern: unitPattern('(?<which>[adjective|ordinal|PLACE])* (?<noun>[plan])'),
    example: ['The five-year plan is being drafted.', 'five-year plan'],
    build: (match, units, context) => {
      const noun = match.group('noun')[0]?.lower ?? '';
      return termOf(units, context, {
        kind: 'AGREEMENT',
        rule: 'term-plan',
        head: noun,
        key: keyOf(units.map((unit) => unit.lower).join(' ')),
        parts: parts('country', match.group('which'), ['PLACE']),
        confidence: 0.7,
      });
    },
  },
];
