import { foldName } from '../../../../src/names/fold-name.js';
import { isPaper } from '../../../lexicon/paper-nouns.js';
import { type GrammarRule, termOf } from '../grammar-rule.js';
import { termWith, type Unit } from '../unit.js';
import { type UnitMatch, unitPattern } from '../unit-pattern.js';

/** A capitalised word that can be part of a name. */
export const nameWord =
  '[cap+!term+!month+!weekday+!person-title+!office-noun+!body-noun+!organ+!place-noun+!people+!assembly+!gathering+!accord+!periodical+!government+!enterprise+!upheaval+!PRON+!SCONJ+!DET+!ADP+!CCONJ+!AUX+!ADV+!initial+!ministry+!ordinal+!=vice+!=deputy+!=acting+!=former]';
const initials = '(?:[initial] [dash]?)+';
const particle = '(?:de|von|van|der|den|la|le|du|di|da|el|al|bin|ibn|ben|ter)';
const familyName = `(?:${nameWord}|[asian-surname+cap+!term]|[surname+cap+!term])`;
const honorific = '[person-title+cap|office-noun+cap]';

function personRule(
  name: string,
  reason: string,
  pattern: string,
  example: readonly [string, string],
  confidence: number,
  accepts: (match: UnitMatch, units: readonly Unit[]) => boolean = () => true,
): GrammarRule {
  return {
    name,
    reason,
    pattern: unitPattern(pattern),
    example,
    build: (match, units, context) => {
      const own = match.group('name');
      if (own.length === 0 || !accepts(match, units)) return null;
      const title = match.group('title')[0];
      const term = termOf(own, context, {
        kind: 'PERSON',
        rule: name,
        confidence,
        ...(own.length === 1 ? { head: 'surname' } : {}),
      });
      if (term === null) return null;
      return title === undefined || !title.features.has('office-noun')
        ? termWith({ ...term, covers: { start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 } })
        : term;
    },
  };
}

/** A syllable or two, as East Asian given names are romanised: "Chang-man", "Il", "Tse-tung". */
function isShortName(unit: Unit): boolean {
  return (
    foldName(unit.text)
      .split(' ')
      .every((part) => part.length <= 6) && !/\d/.test(unit.text)
  );
}

export const personRules: readonly GrammarRule[] = [
  personRule(
    'given-name-and-surname',
    'A given name, perhaps an initial or a patronymic, then a family name.',
    `(?<name>[given-name+cap+!term|womans-given-name+cap+!term] (?:[initial]|[given-name+cap])* (?:${particle})* ${nameWord} (?:[dash] ${nameWord}|${nameWord})?)`,
    ['He called on Walter S. Robertson.', 'Walter S. Robertson'],
    0.9,
  ),
  personRule(
    'given-name-and-place',
    'A given name, then a family name that is also a place.',
    '(?<name>[given-name+cap+!term] [PLACE+cap])',
    ['He called on George Washington.', 'George Washington'],
    0.8,
    (_, units) => /^\p{L}+$/u.test(units.at(-1)?.text ?? ''),
  ),
  personRule(
    'given-name-and-initial',
    'A given name that nobody knows, an initial, a family name: Ostap W. Robertson.',
    `(?<name>${nameWord.replace(']', '+PROPN]')} (?:[initial])+ ${nameWord} (?:[dash] ${nameWord})?)`,
    ['He called on Ostap W. Robertson.', 'Ostap W. Robertson'],
    0.9,
  ),
  personRule(
    'initials-and-surname',
    'Initials, then a family name: A.M. Puzanov.',
    `(?<name>${initials} (?:${particle})? ${nameWord} (?:[dash] ${nameWord}|${nameWord})?)`,
    ['He called on V. I. Ivanov.', 'V. I. Ivanov'],
    0.95,
  ),
  personRule(
    'surname-first',
    'East Asian names: the family name, then one or two syllables.',
    `(?<name>[asian-surname+cap+!term] ${nameWord} (?:${nameWord})?)`,
    ['He called on Pak Ui-wan.', 'Pak Ui-wan'],
    0.85,
    (match) => match.group('name').every(isShortName),
  ),
  {
    name: 'couple',
    reason: 'A man with his wife: his name is meant, and hers stands around it.',
    pattern: unitPattern(`(?<title>${honorific}) and (?<wife>[wifes-title+cap] ${familyName}) (?![cap+!term|dash])`),
    example: ['He called on President and Mrs. Holm.', 'Holm'],
    build: (match, _units, context) => {
      const wife = match.group('wife');
      const her = termOf(wife, context, { kind: 'PERSON', rule: 'name-by-marriage', confidence: 0.85 });
      const his = termOf(wife.slice(1), context, { kind: 'PERSON', rule: 'couple', confidence: 0.85, head: 'surname' });
      if (her === null || his === null) return null;
      return { ...his, parts: [{ role: 'inside', term: her }], covers: { start: her.start, end: her.end } };
    },
  },
  personRule(
    'name-by-marriage',
    'A woman by the family name that she shares with her husband.',
    `(?<name>[wifes-title+cap] ${familyName}) (?![cap+!term|dash])`,
    ['He called on Mrs. Holm.', 'Mrs. Holm'],
    0.85,
  ),
  personRule(
    'titled-name',
    'A title, then a name.',
    `(?<title>${honorific}) (?<name>(?:[initial])* (?:${particle})? (?:${nameWord}|[asian-surname+cap+!term]) (?:[dash] ${nameWord}|${nameWord})?)`,
    ['He called on Comrade Suzdalev.', 'Suzdalev'],
    0.85,
  ),
  personRule(
    'title-for-surname',
    'A family name that is also a title, behind a title.',
    `[=mr.|=mr|=mrs.|=mrs|=miss|=dr.|=dr|=comrade] (?<name>[person-title+cap+!initial]) (?![cap])`,
    ['He met Mr. King there.', 'King'],
    0.8,
  ),
  personRule(
    'known-surname-in-list',
    'In a list: a given name that nobody knows before a family name of the authorities.',
    `(?<=[comma]) (?<name>${nameWord.replace(']', '+PROPN]')} [surname+cap+PROPN+!asian-surname+!term]) (?=[comma|stop|=and]|$)`,
    ['He met Pavel, Ostap Molotov, and Ivan there.', 'Ostap Molotov'],
    0.8,
  ),
  personRule(
    'names-between-post-and-comma',
    'Behind a post and before a comma: names that nobody knows, the last one a family name of the authorities.',
    `(?<=[ministry+cap|office-noun+cap]) (?<name>${nameWord.replace(']', '+PROPN]')} (?:[cap+PROPN+!term+!initial])? [surname+cap+PROPN+!asian-surname+!term]) (?=[comma|semicolon|stop|close|=and]|$)`,
    ['He met the Secretary of Agriculture Pavel Ostap Molotov, and others.', 'Pavel Ostap Molotov'],
    0.8,
  ),
  personRule(
    'known-surname',
    'A family name of the authorities that stands alone.',
    `(?<![initial]) (?<name>[surname+cap+PROPN+!asian-surname+!term]|[listed-surname+cap+!term])`,
    ['They agreed that Molotov was wrong.', 'Molotov'],
    0.7,
  ),
];

/** What is left of capitalised words: a name whose kind its company may tell. */
export const unknownNameRules: readonly GrammarRule[] = [
  {
    name: 'unknown-name',
    reason: 'A run of capitalised words that nothing else explains.',
    pattern: unitPattern(`(?<name>(?:${nameWord.replace(']', '+PROPN]')})+)`),
    example: ['Yesterday he saw Kardelj there.', 'Kardelj'],
    build: (match, units, context) => {
      const term = termOf(units, context, {
        kind: 'NAME',
        rule: 'unknown-name',
        confidence: 0.5,
        ...(match.group('name').length === 1 ? { head: 'surname' } : {}),
      });
      const isNone = term === null || term.name.length < 3 || /^(?:jr|sr|esq)\.?$/i.test(term.name);
      return isNone || isPaper(term.name.toLowerCase()) ? null : term;
    },
  },
];
