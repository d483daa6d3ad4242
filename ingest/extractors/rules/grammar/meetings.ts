import { type GrammarRule, keyOf, parts } from '../grammar-rule.js';
import { unitPattern } from '../unit-pattern.js';
import { eventOf } from './events.js';

const noun = '(?<noun>[=meeting|=conference|=session|=luncheon|=dinner|=discussions|=talks])';

/** Meetings without a body of their own in the name: by their day, or by the circle that meets. */
export const meetingRules: readonly GrammarRule[] = [
  {
    name: 'meeting-by-day',
    reason: 'A meeting by the day before it: the May 9 meeting.',
    pattern: unitPattern(`(?<when>[DATE]) ${noun}`),
    example: ['They spoke at the May 9 meeting.', 'May 9 meeting'],
    build: (match, units, context) => eventOf(match, units, context, 'meeting-by-day', [], 0.75),
  },
  {
    name: 'meeting-of-day',
    reason: 'A meeting by the day behind it: the meeting of February 3.',
    pattern: unitPattern(`(?<noun>[=meeting|=conference|=session]) (?:held)? (?:of|on) (?<when3>[DATE])`),
    example: ['They spoke at the meeting of February 3.', 'meeting of February 3'],
    build: (match, units, context) => eventOf(match, units, context, 'meeting-of-day', [], 0.75),
  },
  {
    name: 'meeting-of-circle',
    reason: 'A meeting by the circle that meets, in capitals: a Cabinet Meeting, the Staff Meeting.',
    pattern: unitPattern(
      `(?<circle>[=cabinet+cap|=staff+cap|=prime ministers|=ministers+cap|=foreign ministers|=council+cap]) [possessive]? (?<noun>[=meeting|=conference|=session]) (?:(?:of|on) (?<when3>[DATE]))?`,
    ),
    example: ['They spoke at the Cabinet Meeting.', 'Cabinet Meeting'],
    build: (match, units, context) => {
      const circle = match.group('circle');
      const own = parts('body', circle, ['ORGANIZATION']);
      return eventOf(match, units, context, 'meeting-of-circle', own, 0.75, keyOf(circle[0]?.lower ?? ''));
    },
  },
];
