import type { VerbFrame } from './verb-frames.js';

function verbs(list: string): readonly string[] {
  return list.split(',').map((verb) => verb.trim());
}

/** Verbs that telegrams, memoranda and minutes tell opinions, approaches and requests with. */
export const verbsOfPapers: readonly VerbFrame[] = [
  {
    verbs: verbs(
      'understand, decide, realize, realise, intimate, judge, trust, profess, visualize, surmise, gather, speculate, reason, calculate, envisage',
    ),
    reason: 'An opinion, where a clause tells it.',
    example: ['Nam Il judged that the harvest was good.', 'SAID'],
    mode: 'SAID',
    addressee: [],
  },
  {
    verbs: verbs('regard, view, term'),
    reason: 'An opinion with “as”, of somebody or something.',
    example: ['Nam Il regarded the harvest as good.', 'SAID'],
    mode: 'SAID',
    addressee: [],
  },
  {
    verbs: verbs('press, implore, exhort, pressure, beseech'),
    reason: 'A request to somebody who is named right behind the verb.',
    example: ['Nam Il pressed Pak Chong-ae to send the text.', 'REQUESTED'],
    mode: 'REQUESTED',
    addressee: ['object'],
    relation: 'ASKED',
  },
  {
    verbs: verbs('call for'),
    reason: 'A demand of nobody in particular.',
    example: ['Nam Il called for a meeting of the ministers.', 'REQUESTED'],
    mode: 'REQUESTED',
    addressee: [],
  },
  {
    verbs: verbs('show, read'),
    reason: 'Informs who is shown a paper.',
    example: ['Nam Il showed me the text.', 'INFORMED'],
    mode: 'INFORMED',
    addressee: ['object', 'to'],
    relation: 'INFORMED',
  },
  {
    verbs: verbs('present, submit'),
    reason: 'Speech where a paper is given to somebody.',
    example: ['Nam Il submitted the text to Pak Chong-ae.', 'INFORMED'],
    mode: 'INFORMED',
    addressee: ['to'],
    relation: 'INFORMED',
  },
];
