import { describe, expect, it } from '@jest/globals';
import { stanceAdjectives } from '../../../ingest/lexicon/speech-and-stance-words.js';
import { extractText, journal, relationLines } from './extract-text.js';

describe('stances', () => {
  it.each(stanceAdjectives.map((frame) => [frame.reason, frame.example] as const))(
    '%s',
    (_reason, [sentence, found]) => {
      expect(relationLines(journal(sentence))).toContain(`${found} Nam Il → Soviet government`);
    },
  );

  it.each([
    ['Nam Il objected to the conduct of the Chinese.', 'CRITICIZED Nam Il → Chinese'],
    ['Nam Il protested to Poland against the actions of Japan.', 'CRITICIZED Nam Il → Japan'],
    ['Nam Il does not approve the conduct of the Chinese.', 'CRITICIZED Nam Il → Chinese'],
    ['Nam Il expressed his displeasure at the actions of the Chinese.', 'CRITICIZED Nam Il → Chinese'],
    ['He spoke of Polish technical aid to Egypt, a part of the Suez talks.', 'SUPPORTED Poland → Egypt'],
    ['The Japanese determination to support Egypt was noted.', 'SUPPORTED Japan → Egypt'],
  ])('%s', (sentence, relation) => {
    expect(relationLines(journal(`Poland and Japan wrote.\n\n${sentence}`))).toContain(relation);
  });

  it.each([
    ['what is undone', 'Nam Il supported the withdrawal of the Americans from Japan.'],
    ['what is to be done', 'Nam Il agreed to write to the Americans.'],
    ['where it happened', 'Nam Il helped in the defense of Japan.'],
  ])('says nothing of %s', (_what, sentence) => {
    expect(relationLines(journal(sentence)).filter((line) => /^(?:SUPPORTED|CRITICIZED)/.test(line))).toEqual([]);
  });
});

describe('journeys', () => {
  it.each([
    ['During his stay in Warsaw Nam Il spoke.', 'ASSERTED'],
    ['Nam Il made a trip to Warsaw.', 'ASSERTED'],
    ['Nam Il was in Warsaw.', 'ASSERTED'],
    ['The planned visit of Nam Il to Warsaw was put off.', 'PLANNED'],
    ['The Polish government invited Nam Il to Warsaw.', 'PLANNED'],
  ])('%s', (sentence, modality) => {
    const { relations, entities } = journal(`I visited Nam Il.\n\n${sentence}`);
    const warsaw = entities.find(({ name }) => name === 'Warsaw')?.id;
    expect(relations.filter(({ type, target }) => type === 'VISITED' && target === warsaw)).toEqual([
      expect.objectContaining({ modality }),
    ]);
  });
});

describe('posts that the head of a paper tells', () => {
  const cable = (body: string) =>
    relationLines(extractText(`Cable from the Polish Embassy in Egypt\n\nCairo, May 3, 1961\n\n${body}\n`));

  it('gives the ambassador of an embassy his two countries, and the embassy its town', () => {
    const lines = cable('Ambassador Zielinski told Premier Nasser that Poland agreed.');
    expect(lines).toContain('HOLDS_POSITION Zielinski → Egypt');
    expect(lines).toContain('REPRESENTS Zielinski → Poland');
    expect(lines.join()).toMatch(/LOCATED_IN Polish Embassy in Egypt → Cairo/);
  });

  it('takes who signs for an embassy for one of it', () => {
    const lines = cable('The harvest was good, as Poland hoped.\n\nJ. Zielinski');
    expect(lines).toContain('HOLDS_POSITION J. Zielinski → Polish Embassy in Egypt');
  });

  it('gives a president the country of his record, where the text names it', () => {
    expect(cable('President Rhee spoke of the ROK.')).toContain('HOLDS_POSITION Rhee → ROK');
    expect(cable('President Rhee spoke.').join()).not.toMatch(/HOLDS_POSITION Rhee/);
  });
});

describe('addresses and organs', () => {
  it('tells an address from a list by what the records know', () => {
    const lines = relationLines(extractText('He lives in Krakow, Poland. He saw Cairo, Poland and Japan.'));
    expect(lines).toContain('LOCATED_IN Krakow → Poland');
    expect(lines.join()).not.toMatch(/Cairo → Poland/);
  });

  it('reads the post in brackets with its department', () => {
    const lines = relationLines(
      extractText(
        'Memorandum From the Assistant Secretary of State for Polar Affairs (Baker) to the Secretary of Defense (Wilson)',
      ),
    );
    expect(lines).toContain('HOLDS_POSITION Baker → State');
    expect(lines).toContain('HOLDS_POSITION Wilson → Defense');
  });

  it('finds the body in the name of its organ', () => {
    expect(relationLines(extractText('The Senate wrote. The Senate Foreign Relations Committee agreed.'))).toContain(
      'PART_OF Senate Foreign Relations Committee → Senate',
    );
  });
});
