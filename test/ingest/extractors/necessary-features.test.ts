import { describe, expect, it } from '@jest/globals';
import { necessaryFeatures } from '../../../ingest/extractors/rules/necessary-features.js';

describe('what a sentence must hold for a pattern to match', () => {
  it.each([
    ['[cap+!term] of', [['cap+!term'], ['=of']]],
    ['[a|b+c] [!d]', [['a', 'b+c'], ['!d']]],
    ['[a]? (?<x>[b])* [c]+ [d]{0,2} [e]{1,2}', [['c'], ['e']]],
    ['(?:[a] [b]|[c]) [d]', [['a', 'c'], ['d']]],
    ['(?:[a]|[!b])', [['a', '!b']]],
    ['(?<!initial) [a] (?=[b])', [['a']]],
    ['(?<head>(?:[a]|of (?:the)?)) [b+c]', [['a', '=of'], ['b+c']]],
    ['(?:in [a]|[b|c] of)', [['a', 'b', 'c']]],
  ])('%s', (source, expected) => {
    expect(necessaryFeatures(source)).toEqual(expected);
  });
});
