import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../../../ingest/text/tokenizer.js';

const words = (text: string) => tokenize(text, 0).map((sentence) => sentence.map((token) => token.text));

describe('tokenize', () => {
  it.each([
    ['Władysław Gomułka met Alexander Dubček.', ['Władysław', 'Gomułka', 'met', 'Alexander', 'Dubček', '.']],
    [
      'Then Ernő Gerő and Nicolae Ceaușescu left.',
      ['Then', 'Ernő', 'Gerő', 'and', 'Nicolae', 'Ceaușescu', 'left', '.'],
    ],
  ])('keeps words whole that have letters beyond Latin-1: %s', (text, expected) => {
    const [sentence] = tokenize(text, 0);
    expect(words(text)).toEqual([expected]);
    for (const token of sentence ?? []) expect(text.slice(token.start, token.end)).toBe(token.text);
  });

  it('still parts a verb from what is written at its end', () => {
    expect(words("They don't know.")).toEqual([['They', 'do', "n't", 'know', '.']]);
  });

  it('ends no sentence after a title that is cut short', () => {
    expect(words('I received Cde. Horvat. He spoke with Col. Meyer.')).toEqual([
      ['I', 'received', 'Cde.', 'Horvat', '.'],
      ['He', 'spoke', 'with', 'Col.', 'Meyer', '.'],
    ]);
  });

  it('reads a text alike whatever was read before', () => {
    const plan = "Zharkov's plan was Petrenko's.";
    const before = words(plan);
    for (const text of ["It was Zharkov's.", "Zharkov's—the", "the Zharkov's-based", "Zharkov's/Petrenko's"])
      words(text);
    expect(words(plan)).toEqual(before);
    expect(before[0]?.slice(0, 3)).toEqual(['Zharkov', "'s", 'plan']);
  });
});
