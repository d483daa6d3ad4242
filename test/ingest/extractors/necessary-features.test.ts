import { describe, expect, it } from '@jest/globals';
import { necessaryFeatures } from '../../../ingest/extractors/rules/necessary-features.js';

describe('what a sentence must hold for a pattern to match', () => {
  it.each([
    ['[cap+!term] of', [['cap'], ['=of']]],
    ['[a|b+c] [!d]', [['a', 'b']]],
    ['[a]? (?<x>[b])* [c]+ [d]{0,2} [e]{1,2}', [['c'], ['e']]],
    ['(?:[a] [b]|[c]) [d]', [['a', 'c'], ['d']]],
    ['(?:[a]|[!b])', []],
    ['(?<!initial) [a] (?=[b])', [['a']]],
    ['(?<head>(?:[a]|of (?:the)?)) [b+c]', [['a', '=of'], ['b']]],
  ])('%s', (source, expected) => {
    expect(necessaryFeatures(source)).toEqual(expected);
  });
});
