import { describe, expect, it } from '@jest/globals';
import { rejoinLines } from '../../../ingest/text/rejoin-lines.js';
import { applyEdits } from '../../../ingest/text/text-edits.js';

const rejoined = (text: string) => applyEdits(text, rejoinLines(text));

describe('rejoinLines', () => {
  it('joins prose wrapped to a width and keeps paragraphs', () => {
    const wrapped = [
      'The ambassador called on the minister in the forenoon and told him that the',
      'Soviet side had looked into the request of the month before. The minister',
      'Nam Il thanked him and asked when the first of the machines would leave the',
      'factory.',
      '',
      'They parted at noon.',
    ];
    const expected =
      'The ambassador called on the minister in the forenoon and told him that the Soviet side had looked into the ' +
      'request of the month before. The minister Nam Il thanked him and asked when the first of the machines ' +
      'would leave the factory.\n\nThey parted at noon.';
    expect(rejoined(wrapped.join('\n'))).toBe(expected);
    expect(rejoined(wrapped.join('\r\n'))).toBe(expected);
    expect(rejoined(wrapped.join('   \r\n   '))).toBe(expected.replace('\n\n', '   \n      \n   '));
  });

  it('keeps the lines of lists, dialogues and texts that have a paragraph on each line', () => {
    for (const text of [
      'Present:\nA. I. Mikoyan\nPeng Dehuai\nKim Il Sung',
      'Mao: Did you see it?\nKhrushchev: I saw it.\nMao: Then we agree on this and on all else.',
      'The first paragraph stands on one line, however long it may be.\nThe second one too.\nAnd a third.',
    ]) {
      expect(rejoined(text)).toBe(text);
    }
  });

  it('keeps the lines of a letterhead, which are as long as what they say', () => {
    const head = [
      'N o t e',
      'on a talk of the Ambassador of the Republic of Norland with the Deputy Head of the Second Department',
      '',
      'Present: Comrade Berg, Acting Ambassador of Norland',
      'Comrade Holm, Third Secretary',
      'Comrade Lund, Head of Section',
    ].join('\n');
    expect(rejoined(head)).toBe(head.replace('N o t e\non', 'N o t e on'));
  });

  it('mends a word broken over a line end, and keeps a hyphen that belongs to the word', () => {
    expect(rejoined('the visit of Khrush-\nchev to Peking')).toBe('the visit of Khrushchev to Peking');
    expect(rejoined('the anti-\r\nParty group and the anti-\r\nrevisionist one')).toBe(
      'the anti-Party group and the anti-revisionist one',
    );
    expect(rejoined('Choe Chang-ik left. Then Choe Chang-\nik came back.')).toBe(
      'Choe Chang-ik left. Then Choe Chang-ik came back.',
    );
  });
});
