import { expect, it } from '@jest/globals';
import { rulesExtractor } from '../../ingest/extractors/rules/rules-extractor.js';
import { shippedAuthority } from '../../ingest/lexicon/load-authority.js';
import { resolve } from '../../ingest/resolve.js';
import { readText } from '../../ingest/sources/sources.js';

const journal = `Journal of Soviet Ambassador to the DPRK V. I. Ivanov for 24 December 1955

24 December

I visited Nam Il.

26 December

I visited Nam Il again.
`;

it('a passage has the day of what it tells, and the document its own where the text tells none', () => {
  const [document] = readText({ name: 'journal.txt', bytes: new TextEncoder().encode(journal) });
  if (document === undefined) throw new Error('the text holds no document');
  const graph = rulesExtractor(shippedAuthority()).extract(document);
  const { evidence, relations } = resolve(graph, document, 'fingerprint', 'rules');
  const datesOf = (type: string): readonly (string | null)[] => {
    const ids = relations.filter((relation) => relation.type === type).map(({ id }) => id);
    return [...new Set(evidence.filter(({ claim }) => ids.includes(claim)).map(({ date }) => date))].sort();
  };
  expect(datesOf('MET_WITH')).toEqual(['1955-12-24', '1955-12-26']);
  expect(datesOf('HOLDS_POSITION')).toEqual(['1955-12-24']);
  expect(graph.document.date).toBe('1955-12-24');
});
