import { foldName } from '../../../../src/names/fold-name.js';
import { type GrammarRule, parts, termOf } from '../grammar-rule.js';
import type { Unit } from '../unit.js';
import { unitPattern } from '../unit-pattern.js';

/** Names of organs that mean the same. */
const sameOrgan: Readonly<Record<string, string>> = {
  'central committee': 'cc',
  'political bureau': 'politburo',
  'organization committee': 'orgburo',
};

export function organKey(name: string): string {
  const folded = foldName(name);
  return sameOrgan[folded] ?? folded;
}

/** Key of an organ of a body: "cpsu/cc/presidium". */
function stackKey(parent: Unit | undefined, organ: Unit | undefined): string {
  return `${parent?.term?.authority?.replace(/^\w+:/, '') ?? parent?.term?.key}/${organKey(organ?.text ?? '')}`;
}

function organRule(name: string, reason: string, pattern: string, example: readonly [string, string]): GrammarRule {
  return {
    name,
    reason,
    pattern: unitPattern(pattern),
    example,
    build: (match, units, context) => {
      const parent = match.group('parent');
      const organ = match.group('organ')[0];
      const seat = match.group('seat');
      return termOf(units, context, {
        kind: 'ORGANIZATION',
        rule: name,
        key: seat.length === 0 ? stackKey(parent[0], organ) : `${stackKey(parent[0], organ)}/${seat[0]?.term?.key}`,
        parts: [...parts('parent', parent), ...parts('place', seat)],
        head: organKey(organ?.text ?? ''),
        confidence: 0.95,
      });
    },
  };
}

/** Stacks of organs are built one organ a round. */
export const partyOrganRules: readonly GrammarRule[] = [
  organRule(
    'organ-after-body',
    'English order: KWP CC Presidium.',
    '(?<parent>[ORGANIZATION]) [possessive]? (?<organ>[organ+cap])',
    ['The KWP CC met.', 'KWP CC'],
  ),
  organRule(
    'organ-of-place',
    'The committee of a town or a province: the Pyongyang City Committee of the KWP.',
    '(?<seat>[PLACE]) (?<organ>[=city committee|=provincial committee|=district committee|=regional committee|=party committee|=committee|=obkom|=gorkom]) of the? (?<parent>[ORGANIZATION])',
    ['The Hungary City Committee of the KWP met.', 'Hungary City Committee of the KWP'],
  ),
  organRule(
    'organ-of-body',
    'The organ first: Central Committee of the KWP.',
    '(?<organ>[organ+cap]) (of|for) the? (?<parent>[ORGANIZATION])',
    ['The Central Committee of the KWP met.', 'Central Committee of the KWP'],
  ),
  organRule(
    'organ-comma-body',
    'The organ behind a post, its body behind a comma: Chairman, Politburo, Communist Party of Norland.',
    '(?<=[office-noun+cap] [comma]) (?<organ>[organ+cap]) [comma] (?<parent>[ORGANIZATION])',
    ['The Chairman, Presidium, KWP, spoke.', 'Presidium, KWP'],
  ),
  organRule('organ-before-body', 'Russian order: CC CPSU.', '(?<organ>[organ+caps]) (?<parent>[ORGANIZATION])', [
    'The CC CPSU met.',
    'CC CPSU',
  ]),
];

/** An organ without its body: which one it is, the document told before. */
export const bareOrganRules: readonly GrammarRule[] = [
  {
    name: 'bare-organ',
    reason: 'The body was named earlier: "the Presidium decision".',
    pattern: unitPattern('(?<organ>[organ+cap])'),
    example: ['He reported the Presidium decision.', 'Presidium'],
    build: (match, units, context) =>
      termOf(units, context, {
        kind: 'ORGANIZATION',
        rule: 'bare-organ',
        mention: 'title',
        head: organKey(match.group('organ')[0]?.text ?? ''),
        confidence: 0.7,
      }),
  },
  {
    name: 'own-embassy',
    reason: 'The embassy that the paper comes from: "our embassy protested".',
    pattern: unitPattern('[=our] (?<noun>[=embassy|=legation])'),
    example: ['It was told to our embassy.', 'embassy'],
    build: (match, _units, context) =>
      termOf(match.group('noun'), context, {
        kind: 'ORGANIZATION',
        rule: 'own-embassy',
        mention: 'title',
        head: 'own-embassy',
        confidence: 0.7,
      }),
  },
  {
    name: 'bare-ministry',
    reason: 'The ministry that the paper goes to, or that the text named before: "I ask the Ministry".',
    pattern: unitPattern('the (?<noun>[=ministry+cap]) (?![=of|=for])'),
    example: ['He asked the Ministry to send it.', 'Ministry'],
    build: (match, _units, context) =>
      termOf(match.group('noun'), context, {
        kind: 'ORGANIZATION',
        rule: 'bare-ministry',
        mention: 'title',
        head: 'ministry',
        confidence: 0.6,
      }),
  },
  {
    name: 'bare-party',
    reason: 'The party that was named last, or the party of the one who says "our".',
    pattern: unitPattern('(?<whose>our|my|their|his|the|this)? (?<party>=party)'.replace('=party', '[=party+cap]')),
    example: ['It is the policy of our Party.', 'our Party'],
    build: (match, units, context) => {
      const whose = match.group('whose')[0]?.lower;
      return termOf(units, context, {
        kind: 'ORGANIZATION',
        rule: 'bare-party',
        mention: 'title',
        head: whose === 'our' || whose === 'my' ? 'our-party' : 'party',
        confidence: 0.6,
      });
    },
  },
];
