import { describe, expect, it } from '@jest/globals';
import { annotatedDocument } from '../../src/evaluate/annotated-document.js';
import { scoreDocument } from '../../src/evaluate/score-document.js';
import { TextSentences } from '../../src/evaluate/text-sentences.js';

const parts = [
  'Anna II Berg met Boris.',
  'She  told him of\nClara.',
  'Dora said nothing.',
  'The Ode (sung) pleased Dora.',
];
const text = parts.join(' ');
const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const sentences = new TextSentences(
  text,
  parts.map((part) => ({ ...at(part), repaired: part.replace(' II ', ' Il ') })),
);
const evidence = (words: string) => [{ quote: words, ...at(words), rule: 'test', confidence: 1 }];
const named = (id: string, type: string, name: string, ...mentions: string[]) => ({
  ...{ id, type, name, aliases: [] },
  mentions: mentions.map((words) => ({ text: words, ...at(words), kind: 'name' })),
});

const found = {
  entities: [
    named('x', 'PERSON', 'Anna II Berg', 'Anna II Berg', 'She'),
    named('y', 'PERSON', 'Boris', 'Boris', 'him'),
    named('z', 'PLACE', 'Ode', 'Ode'),
  ],
  relations: [{ type: 'MET_WITH', source: 'y', target: 'z', evidence: evidence('The Ode') }],
  statements: [{ speaker: 'y', mode: 'SAID', addressees: ['x'], about: ['z'], ...at('pleased Dora') }],
} as unknown as Parameters<typeof scoreDocument>[0];

const annotated = annotatedDocument.parse({
  entities: [
    { id: 'a', type: 'PERSON', name: 'Anna Il Berg', aliases: ['Anna II Berg'] },
    { id: 'b', type: 'PERSON', name: 'Boris' },
    { id: 'c', type: 'PERSON', name: 'Clara' },
    { id: 'd', type: 'PERSON', name: 'Dora' },
    { id: 'e', type: 'GROUP', name: 'some singers' },
  ],
  relations: [
    { type: 'INFORMED', source: 'a', target: 'b' },
    { type: 'SUPPORTED', source: 'c', target: 'd' },
  ],
  statements: [{ speaker: 'd', mode: 'THANKED', about: ['c'], ...at('said nothing') }],
});

describe('the sentences of a finding', () => {
  const score = scoreDocument(found, annotated);
  const all = [...score.entities, ...score.relations, ...score.statements];
  const quoted = Object.fromEntries(all.map(({ what, text: of, place }) => [`${what}: ${of}`, sentences.at(place)]));

  it('name what was missed, by names and by whatever else stands for them', () => {
    expect(quoted['missed: PERSON Clara']).toEqual(['She told him of Clara.']);
    expect(quoted['missed: PERSON Dora']).toEqual(['Dora said nothing.', 'The Ode (sung) pleased Dora.']);
    expect(quoted['missed: GROUP some singers']).toEqual([]);
    expect(quoted['missed: a INFORMED b']).toEqual(['Anna II Berg met Boris.', 'She told him of Clara.']);
    expect(quoted['missed: c SUPPORTED d']).toEqual([]);
    expect(quoted['missed: d THANKED about c']).toEqual(['Dora said nothing.']);
  });

  it('are those around the evidence of what was invented', () => {
    expect(quoted['invented: PLACE Ode']).toEqual(['The Ode (sung) pleased Dora.']);
    expect(quoted['invented: y MET_WITH z']).toEqual(['The Ode (sung) pleased Dora.']);
    expect(quoted['invented: y SAID about z']).toEqual(['The Ode (sung) pleased Dora.']);
  });
});
