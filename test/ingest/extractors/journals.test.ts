import { describe, expect, it } from '@jest/globals';
import { nearestYear } from '../../../ingest/extractors/rules/event-dates.js';
import { extractText, relationLines, statementLines } from './extract-text.js';

/** An entry of a journal that V. I. Ivanov kept. */
function entry(text: string) {
  return extractText(`Journal of Soviet Ambassador to the DPRK V. I. Ivanov for 24 December 1955\n\n${text}\n`);
}

describe('the entries of a journal', () => {
  it('take their year from the document where they leave it out', () => {
    const graph = entry('24 December\n\nI visited Nam Il.');
    expect(graph.entities.map(({ name }) => name)).toContain('conversation of 24 December 1955');
    expect(nearestYear('--01-03', '1955-12-24')).toBe('1956-01-03');
    expect(nearestYear('--12-30', '1956-01-05')).toBe('1955-12-30');
    expect(nearestYear('--12-30', null)).toBeNull();
  });

  it('are not dated, and name nobody, by the stamps between their lines', () => {
    const graph = entry(
      'SOVIET EMBASSY IN THE DPRK\n\n[Far East\nDepartment stamp:\nIncoming 12\n7 February 1956]\n\n24 December\n\nI visited Nam Il.',
    );
    const names = graph.entities.map(({ name }) => name);
    expect(names).toContain('conversation of 24 December 1955');
    expect(names.filter((name) => name.includes('Far East'))).toEqual([]);
  });

  it('date each passage of a relation by its own entry', () => {
    const graph = entry('24 December\n\nI visited Nam Il.\n\n26 December\n\nI visited Nam Il again.');
    const met = graph.relations.find(({ type }) => type === 'MET_WITH');
    expect(met?.date).toBe('1955-12-24');
    const [first = 0] = met?.evidence.filter(({ date }) => date === '1955-12-26').map(({ start }) => start) ?? [];
    expect(first).toBeGreaterThan(0);
    for (const { start, date } of met?.evidence ?? []) expect(date).toBe(start < first ? '1955-12-24' : '1955-12-26');
  });

  it('tell of a lunch, of who gave it, and of who came', () => {
    const lines = relationLines(
      entry('I was at a lunch held by Kim Il Sung together with Counsellor Sokolov. Nam Il was present at the lunch.'),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^ORGANIZED Kim Il Sung .*lunch held by Kim Il Sung/));
    for (const guest of ['Ivanov', 'Kim Il Sung', 'Sokolov', 'Nam Il'])
      expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^PARTICIPATED_IN .*${guest}.* lunch`)));
    // To sit at one table with many is no talk with each.
    expect(lines.filter((line) => line.startsWith('MET_WITH') && line.includes('Nam Il'))).toEqual([]);
  });

  it('know by one reception what two words call it', () => {
    const lines = relationLines(
      entry(
        'A dinner was held in the evening in the Soviet Embassy. Guests present at the reception were: Nam Il and Pak Chong-ae.',
      ),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^PARTICIPATED_IN Nam Il .*dinner in the Soviet Embassy/));
  });

  it('let one speak whom they know by his office only', () => {
    const graph = entry(
      'I received Nam Il. The Swedish ambassador had told him that the harbour was closed. He also said that it was cold.',
    );
    expect(statementLines(graph)).toContainEqual(expect.stringMatching(/^Swedish ambassador INFORMED .*Nam Il/));
    expect(relationLines(graph)).toContainEqual(expect.stringMatching(/^AFFILIATED_WITH Swedish ambassador/));
  });

  it('take an office for a word where its holder is only spoken of', () => {
    const graph = entry('I visited Nam Il. Nam Il spoke of the Swedish ambassador.');
    expect(graph.entities.map(({ name }) => name)).not.toContain('Swedish ambassador');
  });

  it('leave to others what they are called to do', () => {
    const lines = relationLines(entry('I visited Nam Il. Nam Il arranged for Pak Chong-ae to visit Moscow.'));
    expect(lines.filter((line) => line.startsWith('VISITED Nam Il'))).toEqual([]);
  });

  it('hear the second guest behind what brackets tell of the first', () => {
    const lines = relationLines(entry('I had a conversation with Nam Il (he was on leave) and Pak Chong-ae.'));
    expect(lines).toContainEqual(expect.stringMatching(/^MET_WITH .*(?:Pak Chong-ae.*Ivanov|Ivanov.*Pak Chong-ae)/));
  });

  it('tell acts by the noun behind a verb that says little', () => {
    const lines = statementLines(
      entry(
        'I visited Nam Il. Nam Il gave an order to open the harbour. Nam Il provided information about Moscow. Nam Il proposed a toast.',
      ),
    );
    for (const mode of ['REQUESTED', 'INFORMED', 'SAID'])
      expect(lines).toContainEqual(expect.stringMatching(new RegExp(`^Nam Il ${mode}`)));
  });
});

describe('a letter', () => {
  it('goes to the one whom it greets', () => {
    const graph = extractText(
      'Letter from Karl Lund\n\nDear Comrade Holm!\n\nI thank you for the papers. We would like to recommend to you that Bergen be opened.\n',
    );
    expect(statementLines(graph)).toContainEqual(expect.stringMatching(/^Karl Lund THANKED .*Holm/));
    expect(statementLines(graph)).toContainEqual(expect.stringMatching(/^Karl Lund PROPOSED .*Holm/));
  });
});
