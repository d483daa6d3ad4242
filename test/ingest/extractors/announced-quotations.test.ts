import { expect, it } from '@jest/globals';
import { extractText, statementLines } from './extract-text.js';

function statements(...paragraphs: readonly string[]): readonly string[] {
  return statementLines(extractText(`Editorial Note\n\n${paragraphs.join('\n\n')}\n`));
}

const lead = 'On May 3 Karl Lund replied to Peter Holm:';

it('a quotation of several paragraphs belongs to the clause that announces it', () => {
  const graph = extractText(
    `Editorial Note\n\n${lead}\n\n“I have not been in Bergen.\n\n“Nor do I know Stockholm.”\n\nNothing came of it.\n`,
  );
  expect(statementLines(graph)).toEqual(['Karl Lund REPLIED Peter Holm: Bergen, Stockholm']);
  expect(graph.statements[0]?.quote).toMatch(/^Karl Lund replied.*Nor do I know Stockholm\.”$/su);
  const lund = graph.entities.find(({ name }) => name === 'Karl Lund');
  expect(lund?.mentions.map(({ text }) => text)).toEqual(['Karl Lund', 'I', 'I']);
});

it('one inside a sentence has its own "I" and "you"', () => {
  const graph = extractText(
    'Memorandum From Peter Holm to Karl Lund\n\nOslo, May 3, 1956.\n\nI saw Mr. Berg. Berg said: “I shall show you Bergen.” He then left.\n',
  );
  const mentions = (name: string) =>
    graph.entities.find((entity) => entity.name === name)?.mentions.map(({ text }) => text);
  expect(mentions('Berg')).toEqual(['Berg', 'Berg', 'I', 'He']);
  expect(mentions('Karl Lund')).toEqual(['Karl Lund']);
});

it('so does one that begins behind the clause and is not closed in its paragraph', () => {
  expect(statements(`${lead} “Bergen is cold.`, '“Stockholm is colder.”', 'Nothing came of it.')).toEqual([
    'Karl Lund REPLIED Peter Holm: Bergen, Stockholm',
  ]);
});

it('one that another paragraph keeps away from the clause does not', () => {
  expect(statements(lead, 'Bergen was cold.', '“Stockholm is colder.”')).not.toContainEqual(
    expect.stringContaining('Stockholm'),
  );
});

it('one that a bracket attributes is of those in the bracket', () => {
  expect(
    statements(
      lead,
      '“Stockholm is colder than anybody there remembers it to have been at this time of the year” (some workers of the Bergen shipyard).',
    ),
  ).toEqual(['Karl Lund REPLIED Peter Holm: ', 'some workers of the Bergen shipyard QUOTED : Stockholm']);
});

it('one that an archival citation follows is of no archive', () => {
  const graph = extractText(
    `Editorial Note\n\n${lead}\n\n“Stockholm is colder than anybody there remembers it to have been at this time of the year.” (Stockholm Embassy Files, Box 12)\n`,
  );
  expect(statementLines(graph)).toEqual(['Karl Lund REPLIED Peter Holm: Stockholm']);
  expect(graph.entities.map(({ name }) => name).sort()).toEqual(['Karl Lund', 'Peter Holm', 'Stockholm']);
  const [skipped] = graph.document.coverage.skipped.filter(({ reason }) => reason === 'archival citation');
  expect(graph.statements[0]?.end).toBeLessThanOrEqual(skipped?.start ?? 0);
});
