import { describe, expect, it } from '@jest/globals';
import { extractText, statementLines } from './extract-text.js';

describe('people whom a text names by an office only', () => {
  it('are not taken for whoever was named before', () => {
    const graph = extractText(
      'Memorandum of a Talk\n\nAmbassador Karl Lund came. The Secretary remarked that Lund had been in Oslo. He said that it was late in Oslo.\n',
    );
    expect(statementLines(graph).filter((line) => line.startsWith('Karl Lund'))).toEqual([]);
  });

  it('leave "he" to the person who speaks next', () => {
    const graph = extractText(
      'Memorandum of a Talk\n\nThe Secretary remarked that it was late. Karl Lund agreed. He said that it was not late in Oslo.\n',
    );
    expect(statementLines(graph)).toContainEqual(expect.stringMatching(/^Karl Lund SAID .*Oslo/));
  });

  it('have one "he" for the subject of a sentence', () => {
    const graph = extractText(
      'Memorandum of a Talk\n\nKarl Lund was there. He said that he had met Peter Holm and that he felt tired in Oslo.\n',
    );
    expect(statementLines(graph).filter((line) => line.startsWith('Peter Holm'))).toEqual([]);
  });

  it('are called by the first name behind "Sir"', () => {
    const graph = extractText(
      'Memorandum of a Talk\n\nSir Roger Makins came. Sir Roger said that it rained in Oslo.\n',
    );
    expect(graph.entities.filter(({ type }) => type === 'PERSON')).toHaveLength(1);
    expect(statementLines(graph)).toContainEqual(expect.stringMatching(/Makins SAID/));
  });
});
