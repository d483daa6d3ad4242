import { describe, expect, it } from '@jest/globals';
import { extractText, relationLines, statementLines } from './extract-text.js';

describe('the head of a record of a talk', () => {
  it('tells where it was, and who interpreted without a word', () => {
    const graph = extractText(
      'Minutes of Premier Karl Lund’s Conversation with Peter Holm\n\nTime: 3 May 1956, 7:00 pm\n\nPlace: Lake Hotel\n\nInterpreter and note taker: Nils Berg\n\nThe Premier tells Holm: Bergen is closed.\n',
    );
    const lines = relationLines(graph);
    expect(lines).toContain('LOCATED_IN conversation of 3 May 1956 → Lake Hotel');
    expect(lines).toContain('PARTICIPATED_IN Nils Berg → conversation of 3 May 1956');
    expect(lines).toContainEqual(expect.stringMatching(/^MET_WITH .*(?:Lund.*Holm|Holm.*Lund)/));
    expect(statementLines(graph)).toContain('Karl Lund INFORMED Peter Holm: Bergen');
  });

  it('names the parties before the record, and the night over which they spoke', () => {
    const graph = extractText(
      'Karl Lund and Peter Holm "Memorandum of Conversation," May 3-4, 1956, 11:30pm-1:20am\n\nMr. Lund said that Bergen was closed.\n',
    );
    const talk = graph.entities.find(({ type }) => type === 'EVENT');
    expect(talk?.name).toBe('conversation of 3-4 May 1956');
    expect(talk?.aliases).toEqual(
      expect.arrayContaining(['conversation between Karl Lund and Peter Holm', 'conversation of May 3-4, 1956']),
    );
  });

  it('calls a meeting a meeting', () => {
    const graph = extractText(
      'Meeting between Karl Lund and Peter Holm\n\n3 May 1956\n\nMr. Lund said that Bergen was closed.\n',
    );
    expect(graph.entities.find(({ type }) => type === 'EVENT')?.aliases).toContain('meeting of 3 May 1956');
  });

  it('is silent on what they spoke of', () => {
    const graph = extractText(
      'Memorandum of a Conversation, Oslo, May 3, 1956\n\nSUBJECT: Talks Between Nils Berg and Jens Strand\n\nPARTICIPANTS\n\nMr. Karl Lund\n\nMr. Peter Holm\n\nMr. Lund said that Bergen was closed.\n',
    );
    expect(relationLines(graph).filter((line) => line.startsWith('PARTICIPATED_IN'))).toHaveLength(2);
  });
});

describe('a bare title', () => {
  it('is that of one who takes part before one whom they speak of', () => {
    const graph = extractText(
      'Memorandum of Conversation\n\n3 May 1956\n\nPARTICIPANTS\n\nAmbassador Nils Berg\n\nMr. Peter Holm\n\nMr. Holm said that Ambassador Jens Strand was in Bergen. The Ambassador replied that Stockholm was closed.\n',
    );
    expect(statementLines(graph)).toContainEqual(expect.stringMatching(/^Nils Berg REPLIED .*Stockholm$/));
  });
});

describe('the labels of a transcript', () => {
  it('stand alone, and hold to the next one', () => {
    const graph = extractText(
      'Conversation between Karl Lund and Peter Holm\n\n3 May 1956\n\nComrade Karl Lund :\nBergen is closed.\n\nWe shall go to Stockholm.\n\nPeter Holm:\nWhat of Helsinki?\n',
    );
    expect(statementLines(graph)).toEqual([
      'Karl Lund SAID Peter Holm: Bergen, Stockholm',
      'Peter Holm ASKED Karl Lund: Helsinki',
    ]);
  });

  it('are capitals and a stop', () => {
    const graph = extractText(
      'Memorandum of Conversation, Karl Lund with Peter Holm\n\n3 May 1956\n\nK. LUND. Bergen is closed.\n\nP. HOLM. Stockholm is not.\n',
    );
    expect(statementLines(graph)).toContain('Karl Lund SAID Peter Holm: Bergen');
  });

  it('are posts, and end where somebody tells of the talk', () => {
    const graph = extractText(
      'Conversation between Chairman Karl Lund and Peter Holm\n\n3 May 1956\n\nThe Chairman: Bergen is closed.\n\nPeter Holm said that Stockholm was closed too.\n',
    );
    expect(statementLines(graph)).toContain('Karl Lund SAID Peter Holm: Bergen');
    expect(statementLines(graph)).toContainEqual(expect.stringMatching(/^Peter Holm .*Stockholm$/));
  });

  it('are no headings', () => {
    const graph = extractText('A Plan for Oslo\n\nCost: Bergen pays.\n\nTiming: Oslo waits.\n\nCost: Oslo pays.\n');
    expect(graph.entities.filter(({ type }) => type === 'PERSON')).toEqual([]);
  });

  it('speak to the body that meets', () => {
    const graph = extractText(
      'Transcript of the meeting of the Politburo of the Romanian Communist Party\n\n3 May 1956\n\nPresent: Karl Lund, Peter Holm, Nils Berg\n\nKarl Lund:\nBergen is closed.\n',
    );
    expect(statementLines(graph)).toContainEqual(expect.stringMatching(/^Karl Lund SAID .*Politburo.*: Bergen$/));
  });
});
