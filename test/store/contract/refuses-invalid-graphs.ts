import { describe, expect, it } from '@jest/globals';
import { InvalidGraphError } from '../../../src/errors.js';
import type { GraphBatch } from '../../../src/model/records.js';
import { graphBatch } from '../graph-batch-fixture.js';
import type { CurrentStore } from '../graph-store.contract.js';

const valid = graphBatch({
  key: 'a',
  date: '1957',
  relations: [{ type: 'MET_WITH', source: 'person:a', target: 'person:b' }],
  statements: [{ speaker: 'person:a', about: ['person:b'] }],
});

/** The batch with the first of its records changed. */
function withFirst<K extends 'entities' | 'relations' | 'statements' | 'evidence' | 'mentions'>(
  list: K,
  change: Partial<GraphBatch[K][number]>,
): GraphBatch {
  const [first, ...rest] = valid[list];
  return { ...valid, [list]: [{ ...first, ...change }, ...rest] };
}

/** Each breaks one promise of the model. */
const broken: readonly (readonly [what: string, batch: GraphBatch])[] = [
  [
    'a mention of an entity that the batch lacks',
    { ...valid, entities: valid.entities.slice(1), relations: [], statements: [], evidence: [] },
  ],
  [
    'a relation of an entity that the batch lacks',
    withFirst('relations', { id: 'relation:met-with/person:a/person:z', target: 'person:z' }),
  ],
  ['a statement of an entity that the batch lacks', withFirst('statements', { about: ['person:z'] })],
  ['an author that the batch lacks', { ...valid, document: { ...valid.document, authors: ['person:z'] } }],
  ['a relation without evidence', { ...valid, evidence: valid.evidence.slice(1) }],
  ['a statement without evidence', { ...valid, evidence: valid.evidence.slice(0, 1) }],
  ['evidence for what the batch does not say', { ...valid, statements: [] }],
  [
    'a relation that the ontology does not know',
    withFirst('relations', { id: 'relation:organized/person:a/person:b', type: 'ORGANIZED' }),
  ],
  [
    'a symmetric relation the wrong way round',
    withFirst('relations', { id: 'relation:met-with/person:b/person:a', source: 'person:b', target: 'person:a' }),
  ],
  ['a relation with the identifier of another', withFirst('relations', { modality: 'PLANNED' })],
  ['a mention beyond the text', withFirst('mentions', { end: 10_000 })],
  ['a mention that ends before it begins', withFirst('mentions', { start: 1, end: 0 })],
  ['a mention with other words than the text', withFirst('mentions', { text: 'B' })],
  ['a statement with other words than the text', withFirst('statements', { quote: 'Nothing.' })],
  ['evidence with other words than the text', withFirst('evidence', { quote: 'Nothing.' })],
  ['a mention of another document', withFirst('mentions', { document: 'document:b' })],
  ['a mention that is there twice', { ...valid, mentions: [...valid.mentions, ...valid.mentions] }],
  ['a count of mentions that is wrong', withFirst('entities', { mentionCount: 7 })],
  ['a kind that the identifier denies', withFirst('entities', { kind: 'PLACE' })],
  ['a date that is none', withFirst('evidence', { date: '1957-13' })],
  ['a confidence beyond certainty', withFirst('evidence', { confidence: 1.5 })],
  ['an identifier with other characters', { ...valid, document: { ...valid.document, id: 'document:A b' } }],
  ['a length that is not the length of the text', { ...valid, document: { ...valid.document, textLength: 1 } }],
  ['a text that no store can keep', { ...valid, text: `${valid.text.slice(0, -1)}\0` }],
];

export function refusesInvalidGraphs(current: CurrentStore): void {
  describe('refusing', () => {
    it.each(broken)('refuses %s, and writes nothing', async (_what, batch) => {
      await expect(current().putDocument(batch)).rejects.toThrow(InvalidGraphError);
      const { documents, entities, relations, statements, mentions, evidence } = await current().stats();
      expect([documents, entities, relations, statements, mentions, evidence]).toEqual([0, 0, 0, 0, 0, 0]);
    });

    it('keeps the document it had when the next one is refused', async () => {
      const store = current();
      await store.putDocument(valid);
      const next = { ...withFirst('evidence', { quote: 'Nothing.' }), fingerprint: 'next' };
      await expect(store.putDocument(next)).rejects.toThrow(InvalidGraphError);
      expect(await store.fingerprints(['document:a'])).toEqual([valid.fingerprint]);
      expect((await store.stats()).evidence).toBe(2);
    });
  });
}
