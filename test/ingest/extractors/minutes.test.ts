import { describe, expect, it } from '@jest/globals';
import { extractText, relationLines, statementLines } from './extract-text.js';

const minutes = (...paragraphs: readonly string[]) =>
  extractText(
    `Memorandum of Discussion at the 12th Meeting of the Storting Council, Oslo, May 3, 1956\n\n${paragraphs.join('\n\n')}\n`,
  );

describe('minutes of a body', () => {
  it('speak of a president of their own until they name another', () => {
    const own = 'The President said that Bergen was closed.';
    const other = 'Mr. Lund recalled what President Strand had promised.';
    expect(statementLines(minutes(own, own, own, other, own)).filter((line) => line.startsWith('Strand SAID'))).toEqual(
      [],
    );
    expect(statementLines(minutes(other, own))).toContain('Strand SAID : Bergen');
  });

  it('tell of no talk that is only thought of', () => {
    const graph = minutes(
      'Mr. Berg wondered whether Sweden might not seek a conversation between Mr. Holm and Mr. Strand.',
    );
    expect(relationLines(graph).filter((line) => line.startsWith('MET_WITH'))).toEqual([]);
    expect(relationLines(minutes('Mr. Berg told of a conversation between Mr. Holm and Mr. Strand.'))).toContainEqual(
      expect.stringMatching(/^MET_WITH/),
    );
  });

  it('were attended by those who speak there, not by those who are told of', () => {
    const graph = minutes(
      'Mr. Lund said that the Swedes were firm. The Chinese Communists insisted on Bergen. The people of Norway strongly supported it.',
    );
    expect(relationLines(graph).filter((line) => line.startsWith('PARTICIPATED_IN'))).toEqual([
      'PARTICIPATED_IN Lund → 12th Meeting of the Storting Council',
    ]);
  });

  it('take no paper for a person, and a man for no city', () => {
    const graph = minutes('At the end of the Progress Report, the President compared Mr. Lund to George Washington.');
    expect(
      graph.entities
        .filter(({ type }) => type === 'PERSON')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['George Washington', 'Lund']);
  });
});
