import { describe, expect, it } from '@jest/globals';
import { extractText, relationLines, statementLines } from './extract-text.js';

describe('the turns of a talk', () => {
  it('are opened by a caller whose post stands before his name, between commas', () => {
    const graph = extractText(
      'Memorandum From Peter Holm to Karl Lund\n\nOslo, May 3, 1956.\n\nThe Swedish Chargé, Berg, called on me at noon. I said that Bergen was closed.\n',
    );
    expect(relationLines(graph)).toContainEqual(expect.stringMatching(/^MET_WITH .*(?:Berg.*Holm|Holm.*Berg)/));
    expect(statementLines(graph)).toContainEqual(expect.stringMatching(/^Peter Holm SAID .*Berg: Bergen/));
  });

  it('are not spoken to the interpreter', () => {
    const graph = extractText(
      'Memorandum of a Conversation, Oslo, May 3, 1956\n\nPARTICIPANTS\n\nMr. Karl Lund\n\nMr. Peter Holm (interpreter)\n\nMr. Lund said that Bergen was closed. The harbour was full. It had been so for a week. Nobody came. Nobody left. It was cold. It went on.\n',
    );
    expect(statementLines(graph)).toContain('Karl Lund SAID : Bergen');
    expect(relationLines(graph).filter((line) => line.startsWith('MET_WITH'))).toHaveLength(1);
  });

  it('end where an "I" whom nobody names begins another', () => {
    const graph = extractText(
      'A Note on a Talk\n\nKarl Lund said that Bergen was closed. I replied that I had been in Stockholm. We met again.\n',
    );
    expect(statementLines(graph)).toContainEqual(expect.stringMatching(/^Karl Lund SAID .*: Bergen$/));
  });

  it('are taken by whoever the sentence before is about, whatever its verb', () => {
    const graph = extractText(
      'Memorandum From Peter Holm to Karl Lund\n\nOslo, May 3, 1956.\n\nI received Mr. Berg. Mr. Strand fell ill. He asked whether Bergen was closed.\n',
    );
    expect(statementLines(graph)).toContainEqual(expect.stringMatching(/^.*Strand ASKED .*Bergen$/));
  });

  it('are of a person, whatever body hangs on his name', () => {
    const graph = extractText(
      'A Talk in Oslo\n\nOn May 3 Karl Lund of the Norwegian Embassy sent Peter Holm a letter. He argued that Bergen was closed.\n',
    );
    expect(statementLines(graph)).toContainEqual(expect.stringMatching(/^Karl Lund SAID .*: Bergen$/));
  });

  it('pass to the one who telephones', () => {
    const graph = extractText(
      'Memorandum From Peter Holm to Karl Lund\n\nOslo, May 3, 1956.\n\nI received Mr. Berg. Mr. Strand telephoned me. He asked whether Bergen was closed. I promised to inform him.\n',
    );
    expect(relationLines(graph)).toContainEqual(expect.stringMatching(/^PROMISED .*Holm.*Strand/));
  });

  it('name the places at which unnamed envoys are', () => {
    const graph = extractText('A Talk in Oslo\n\nMr. Lund told the envoys in Stockholm that Bergen was closed.\n');
    expect(statementLines(graph)).toContainEqual(expect.stringMatching(/^.*Lund INFORMED : .*Stockholm/));
  });

  it('are nobody’s where a paper heads a line', () => {
    const graph = extractText('A Talk in Oslo\n\nNote Delivered by Karl Lund\n\nBergen is closed.\n');
    expect(graph.entities.filter(({ type }) => type === 'PERSON').map(({ name }) => name)).toEqual(['Karl Lund']);
  });
});

describe('what makes no statement', () => {
  const lines = (body: string) => statementLines(extractText(`A Talk in Oslo\n\n${body}\n`));

  it('is an island that the verb stands behind', () => {
    expect(lines('Quemoy clarified that Bergen was open.')).toEqual([]);
    expect(lines('They wait until the position re Norway clarified.')).toEqual([]);
    expect(lines('Sweden said that Bergen was open.')).toEqual(['Sweden SAID : Bergen']);
  });

  it('is the second participle of a passive', () => {
    expect(lines('A letter to Sweden which is not promised or requested by Norway.')).toEqual([]);
    expect(lines('Norway was not informed and asked about Bergen.')).toEqual([]);
  });
});

describe('a talk is of the day', () => {
  const days = (body: string, date = '3 May 1956') =>
    extractText(`Memorandum From Peter Holm to Karl Lund\n\nOslo, ${date}.\n\n${body}\n`)
      .entities.filter(({ type }) => type === 'EVENT')
      .map((event) => event.date);

  it.each([
    ['that its opening names', 'On April 30 I met with Mr. Berg.', '1956-04-30'],
    ['that a heading names', 'Memorandum of Conversation with Berg April 29, 1956\n\nBerg said nothing.', '1956-04-29'],
    ['before the paper, if it says yesterday', 'Yesterday I met with Mr. Berg.', '1956-05-02'],
    ['two days before', 'The day before yesterday I met with Mr. Berg.', '1956-05-01'],
    ['of the paper otherwise', 'I met with Mr. Berg, who told me that on April 30 Bergen was closed.', '1956-05-03'],
  ])('%s', (_, body, date) => {
    expect(days(body)).toEqual([date]);
  });

  it('which a paper that is dated by its month leaves open', () => {
    expect(days('Yesterday I met with Mr. Berg.', 'May 1956')).toEqual(['1956-05']);
  });
});
