import { describe, expect, it } from '@jest/globals';
import { extractText, relationLines, statementLines } from './extract-text.js';

const namesIn = (body: string): readonly string[] =>
  extractText(`A Talk in Oslo\n\n${body}\n`)
    .entities.filter(({ type }) => type === 'PERSON')
    .map(({ name }) => name)
    .sort();

describe('"Mrs." and a family name', () => {
  it('are another person than who bears the name', () => {
    expect(namesIn('President Holm left. Mrs. Holm stayed with Minister Lund. Holm returned.')).toEqual([
      'Holm',
      'Lund',
      'Mrs. Holm',
    ]);
  });

  it('are husband and wife behind his title', () => {
    expect(namesIn('President and Mrs. Holm gave a dinner.')).toEqual(['Holm', 'Mrs. Holm']);
  });

  it('are the woman whom the text names in full', () => {
    expect(namesIn('Mrs. Holm spoke first. Then Ingrid Holm left.')).toEqual(['Ingrid Holm']);
    expect(namesIn('Mrs. Holm spoke first. Then Karl Holm left.')).toEqual(['Karl Holm', 'Mrs. Holm']);
  });

  it('are not he who is spoken of next', () => {
    const graph = extractText(
      'A Talk in Oslo\n\nMr. Lund met Mrs. Holm. He said that Bergen was closed. She replied that Stockholm was open.\n',
    );
    expect(statementLines(graph).map((line) => line.replace(/ [A-Z]+ .*: /u, ': '))).toEqual([
      'Lund: Bergen',
      'Mrs. Holm: Stockholm',
    ]);
    expect(relationLines(graph)).toContainEqual(expect.stringMatching(/^MET_WITH .*Lund/u));
  });

  it('make an identifier that is the document’s own', () => {
    const woman = (title: string) =>
      extractText(`${title}\n\nMrs. Holm spoke first.\n`).entities.find(({ name }) => name === 'Mrs. Holm')?.id;
    expect(woman('A Talk in Oslo')).toMatch(/^person:mrs-holm-in-./u);
    expect(woman('A Talk in Oslo')).not.toBe(woman('A Talk in Bergen'));
  });
});
