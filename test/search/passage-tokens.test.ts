import { describe, expect, it } from '@jest/globals';
import { mentionId } from '../../src/model/entity-id.js';
import { indexedPassages, passageToken } from '../../src/search/passage-tokens.js';
import { graphBatch } from '../store/graph-batch-fixture.js';

const { word, party, mentioned } = passageToken;

describe('the tokens of a passage', () => {
  const quote = 'He told Pak of the off-shore islands';
  const batch = graphBatch({
    key: 'journal',
    entities: [{ id: 'person:pak' }],
    statements: [{ speaker: 'person:nam-il', about: ['person:nam-il'], quote }],
    relations: [{ type: 'AUTHORED', source: 'person:nam-il', target: 'DOCUMENT', quote: 'Nam Il' }],
  });
  const start = batch.text.indexOf(quote);
  const mention = (entity: string, from: number, to: number) => {
    const place = { start: start + from, end: start + to };
    return {
      ...{ id: mentionId('document:journal', place.start, place.end, entity), entity, document: 'document:journal' },
      ...{ text: quote.slice(from, to), ...place, kind: 'name' as const },
    };
  };
  const mentions = [...batch.mentions, mention('person:pak', 8, 11), mention('person:nam-il', 0, 2)];
  const { statements, evidence } = indexedPassages({ ...batch, mentions });

  it('are its stems without those that stand everywhere, its parties, and who else is mentioned in it', () => {
    expect(statements.map(({ tokens }) => tokens.split(' ').sort())).toEqual([
      [
        ...['he', 'told', 'pak', 'off', 'shore', 'offshor', 'island'].map(word),
        ...[party('person:nam-il'), mentioned('person:pak')],
      ].sort(),
    ]);
  });

  it('of evidence are there for relations alone', () => {
    expect(evidence.map(({ tokens }) => tokens.split(' ').sort())).toEqual([
      [word('nam'), word('il'), party('person:nam-il')].sort(),
    ]);
  });

  it('hold only a–z and 0–9', () => {
    for (const { tokens } of [...statements, ...evidence]) expect(tokens).toMatch(/^[a-z0-9 ]+$/);
  });
});
