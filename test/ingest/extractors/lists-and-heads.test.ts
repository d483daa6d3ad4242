import { describe, expect, it } from '@jest/globals';
import { extractText, relationLines } from './extract-text.js';

const talk = extractText(
  [
    'Memorandum of a Conversation, Riga, June 3, 1956',
    'Riga, June 3, 1956',
    'PARTICIPANTS',
    'Mr. Lindqvist, Counselor, Swedish Embassy',
    'Count Bergman, Swedish Embassy',
    'Mr. Peter Holm, Director, NOR',
    'Mr. Tanner, EUR',
    'Mr. Lindqvist asked about the harbour.',
  ].join('\n\n'),
);

describe('a list of those present', () => {
  const lines = relationLines(talk);

  it('gives their posts, and the bodies that they come from', () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        'HOLDS_POSITION Lindqvist → Swedish Embassy',
        'MEMBER_OF Bergman → Swedish Embassy',
        'HOLDS_POSITION Peter Holm → NOR',
        'MEMBER_OF Tanner → EUR',
      ]),
    );
    expect(talk.relations.find(({ type }) => type === 'HOLDS_POSITION')?.title).toBe('Counselor');
  });

  it('takes symbols of offices for bodies, not for people', () => {
    const kinds = new Map(talk.entities.map(({ name, type }) => [name, type]));
    expect([kinds.get('EUR'), kinds.get('NOR')]).toEqual(['ORGANIZATION', 'ORGANIZATION']);
  });

  it('makes a meeting of eight or fewer, held where the dateline says', () => {
    expect(lines.filter((line) => line.startsWith('MET_WITH'))).toHaveLength(6);
    expect(lines.filter((line) => line.startsWith('PARTICIPATED_IN'))).toHaveLength(4);
    expect(lines).toContain('LOCATED_IN conversation of 3 June 1956 → Riga');
    const event = talk.entities.find(({ type }) => type === 'EVENT');
    expect(event?.aliases).toContain('conversation of June 3, 1956');
  });
});

describe('the head of a telegram', () => {
  const graph = extractText(
    'Telegram From the Ambassador in Norway (Lund) to the Foreign Minister of Sweden (Berg)\n\nOslo, June 3, 1956.\n\nThe harbour is closed.\n',
  );

  it('names in brackets who holds the offices, and who informs whom', () => {
    expect(relationLines(graph)).toEqual(
      expect.arrayContaining(['INFORMED Lund → Berg', expect.stringMatching(/^HOLDS_POSITION Lund → Norway/)]),
    );
    expect(graph.document.authors).toEqual(graph.entities.filter(({ name }) => name === 'Lund').map(({ id }) => id));
  });

  it('is no head where the brackets hold something else', () => {
    const other = extractText('A Note\n\nThe Ambassador in Norway (then in Oslo) left the Harbour (Old Port) early.\n');
    expect(other.entities.filter(({ type }) => type === 'PERSON')).toEqual([]);
  });
});

describe('capitals alone that act', () => {
  it('are a command or an office', () => {
    const graph = extractText('A Note\n\nCINCNOR reported that the harbour of Oslo was closed.\n');
    expect(graph.entities.find(({ name }) => name === 'CINCNOR')?.type).toBe('ORGANIZATION');
  });
});
