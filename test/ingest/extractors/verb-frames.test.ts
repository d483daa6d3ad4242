import { describe, expect, it } from '@jest/globals';
import { verbFrames } from '../../../ingest/lexicon/verb-frames.js';
import { verbsOfPapers } from '../../../ingest/lexicon/verbs-of-papers.js';
import { journal } from './extract-text.js';

const rows = [...verbFrames, ...verbsOfPapers];

describe('rows of verbs', () => {
  it.each(rows.map((frame) => [frame.reason, frame.example] as const))('%s', (_reason, [sentence, found]) => {
    const graph = journal(`I visited Nam Il.\n\n${sentence}`);
    const types = [...graph.statements.map(({ mode }) => mode), ...graph.relations.map(({ type }) => type)] as string[];
    const without = journal('I visited Nam Il.');
    const expected = [
      ...without.statements.map(({ mode }) => mode),
      ...without.relations.map(({ type }) => type),
    ] as string[];
    const added = types.filter((type) => type === found).length - expected.filter((type) => type === found).length;
    expect(added).toBeGreaterThan(0);
  });

  it('knows every verb by one row', () => {
    const verbs = rows.flatMap((frame) => frame.verbs);
    expect(verbs.filter((verb, index) => verbs.indexOf(verb) !== index)).toEqual([]);
  });
});
