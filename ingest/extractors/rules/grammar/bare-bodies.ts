import { type GrammarRule, termOf } from '../grammar-rule.js';
import { unitPattern } from '../unit-pattern.js';

const heads =
  'committee commission council department dept embassy legation consulate mission ministry board court assembly command bureau agency'.split(
    ' ',
  );

const abbreviated: Readonly<Record<string, string>> = { dept: 'department' };

/** A body that was named before: "the Council", and in telegrams "Embassy". */
export const bareBodyRules: readonly GrammarRule[] = [
  {
    name: 'bare-body',
    reason: 'The body was named earlier: "The Council decided", "Embassy believes".',
    pattern: unitPattern(
      `(?<!([cap+!DET+!ADP|open])) (?<body>[${heads.map((head) => `=${head}+cap+!term`).join('|')}]) (?![cap|dash|close|=of|=for|=in|=on])`,
    ),
    example: ['He thanked the Council.', 'Council'],
    build: (match, units, context) => {
      const word = match.group('body')[0]?.lower ?? '';
      return termOf(units, context, {
        kind: 'ORGANIZATION',
        rule: 'bare-body',
        mention: 'title',
        head: abbreviated[word] ?? word,
        confidence: 0.65,
      });
    },
  },
];
