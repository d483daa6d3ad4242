import type { GraphBatch } from '../../src/model/records.js';
import { graphBatch } from '../store/graph-batch-fixture.js';

/** Names that break what isn't escaped: markup, formulas, separators, quotes, control characters, other scripts. */
export const hostileNames: Readonly<Record<string, string>> = {
  'person:markup': '<b onclick="x">&amp; ]]> <!-- </node> \'"',
  'person:formula': '=HYPERLINK("http://example.org","click")',
  'person:at': "@SUM(1+1)*cmd|' /C calc'!A0",
  'person:plus': '+1',
  'person:minus': '-2+3',
  'person:wide': '＝1+1',
  'person:apostrophe': "'=1+1",
  'person:tab': '\t=1\ttab',
  'person:lines': 'first\r\nsecond\nthird\rfourth',
  'person:separators': 'a,b;c|d\\e"f',
  'person:control': 'bell \u0007 escape \u001b nonsense \ufffe end',
  'person:scripts': '김일성 毛泽东 Хрущёв עברית e\u0301 👩‍🚀 \u202etxet',
  'person:number': '1e400',
  'person:null': 'null',
  'person:proto': '__proto__',
  'person:long': 'x'.repeat(2_000),
  'person:spaces': '  spaces around  ',
};

const names = Object.keys(hostileNames);

/** A small archive in which every relation of the export's concern occurs: parallel, symmetric, planned, to a document. */
export const hostileArchive: readonly GraphBatch[] = [
  graphBatch({
    key: 'hostile',
    date: '1957-07-08',
    authors: ['person:markup'],
    record: {
      title: '=cmd & "<title>"',
      url: 'https://example.org/?a=1&b=<2>',
      citation: '+citation, "quoted"\nsecond line',
      archivalReference: { archive: 'AVPRF', fond: '0102', opis: '13' },
      summary: '@summary',
    },
    entities: [
      ...names.map((id) => ({
        id,
        name: hostileNames[id] ?? id,
        aliases: [`${hostileNames[id]} again`, 'pipe | and \\ backslash'],
        description: hostileNames[id] ?? id,
      })),
      {
        id: 'place:pyongyang',
        coordinates: '-39.0339,125.7543',
        authority: 'place:pyongyang',
        candidates: ['a', 'b|c'],
      },
      { id: 'event:plenum', date: '1957-06', endDate: '1957-07', duration: 'PT1H15M' },
    ],
    relations: [
      ...names.flatMap((id, at) => {
        const next = names[(at + 1) % names.length] ?? id;
        return [
          { type: 'ASKED', source: id, target: next, modality: 'PLANNED' } as const,
          { type: 'INFORMED', source: id, target: next, title: hostileNames[id] ?? id } as const,
        ];
      }),
      { type: 'MET_WITH', source: 'person:at', target: 'person:formula', evidence: ['1957-07-09', '1957-07-08', null] },
      { type: 'MET_WITH', source: 'person:at', target: 'person:formula', modality: 'REPORTED' },
      { type: 'PARTICIPATED_IN', source: 'person:tab', target: 'event:plenum' },
      { type: 'HOLDS_POSITION', source: 'person:tab', target: 'place:pyongyang', title: '-Ambassador' },
      { type: 'AUTHORED', source: 'person:markup', target: 'DOCUMENT' },
    ],
  }),
  graphBatch({
    key: 'second',
    date: null,
    entities: [{ id: 'organization:alone' }],
    relations: [{ type: 'MET_WITH', source: 'person:at', target: 'person:formula' }],
  }),
];
