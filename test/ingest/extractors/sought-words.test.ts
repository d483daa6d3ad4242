import { describe, expect, it } from '@jest/globals';
import { soughtWords } from '../../../ingest/extractors/rules/sought-words.js';
import { unitWith } from '../../../ingest/extractors/rules/unit.js';
import { FeatureSet } from '../../../ingest/lexicon/feature-set.js';
import { formOf } from '../../../ingest/lexicon/word-form.js';

function unitsOf(text: string) {
  return text.split(' ').map((word, at) =>
    unitWith({
      start: at,
      end: at + 1,
      text: word,
      form: formOf(word.toLowerCase()),
      lemma: '',
      pos: '',
      features: new FeatureSet([]),
    }),
  );
}

describe('sought words', () => {
  it('tells sentences with such a word from those without', () => {
    const papers = soughtWords(/^(?:letter|note)s?$/);
    expect(papers.areIn(unitsOf('His Letters came'))).toBe(true);
    expect(papers.areIn(unitsOf('He came'))).toBe(false);
  });

  it('asks a word anew when a reader seeks others', () => {
    const units = unitsOf('He visited the envoy');
    const posts = soughtWords(new Set(['envoy']));
    expect(posts.areIn(units)).toBe(true);
    const visits = soughtWords(/^visited$/);
    expect(visits.areIn(units)).toBe(true);
    expect(units.filter(visits.has).map(({ text }) => text)).toEqual(['visited']);
  });
});
