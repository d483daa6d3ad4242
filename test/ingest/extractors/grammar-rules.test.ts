import { describe, expect, it } from '@jest/globals';
import { runCascade } from '../../../ingest/extractors/rules/cascade.js';
import { grammarLevels } from '../../../ingest/extractors/rules/grammar/levels.js';
import { NameTrie } from '../../../ingest/extractors/rules/name-trie.js';
import { nameUnits } from '../../../ingest/extractors/rules/name-units.js';
import { withParts } from '../../../ingest/extractors/rules/unit.js';
import { tokenize } from '../../../ingest/text/tokenizer.js';
import { smallAuthority } from './small-authority.js';

const trie = new NameTrie(smallAuthority);
const rules = [...new Set(grammarLevels.flat())];

function termsOf(text: string) {
  return tokenize(text, 0).flatMap((tokens) => {
    const sentence = { index: 0, paragraph: 0, tokens, start: 0, end: text.length };
    const units = runCascade(nameUnits(sentence, text, trie), grammarLevels, { text });
    return units.flatMap((unit) => (unit.term === undefined ? [] : withParts(unit.term)));
  });
}

describe('rules of the grammar', () => {
  it.each(rules.map((rule) => [rule.name, rule] as const))('%s finds its example', (_name, rule) => {
    const [sentence, found] = rule.example;
    const own = termsOf(sentence).filter((term) => term.name === found);
    expect(own.map((term) => term.name)).toContain(found);
    for (const term of own) expect(sentence.slice(term.start, term.end)).toBe(found);
  });

  it('has a name and a reason for every rule, each name once', () => {
    expect(new Set(rules.map((rule) => rule.name)).size).toBe(rules.length);
    expect(rules.filter((rule) => rule.reason.length < 10)).toEqual([]);
  });

  it('leaves a sentence without names alone', () => {
    expect(termsOf('The weather was fine and nobody said a word.')).toEqual([]);
  });
});
