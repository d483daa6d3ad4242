import { describe, expect, it } from '@jest/globals';
import { evidenceId, mentionId } from '../../../src/model/entity-id.js';
import type { GraphBatch } from '../../../src/model/records.js';
import type { PassageFilter } from '../../../src/store/graph-search.js';
import { type EntitySpec, graphBatch } from '../graph-batch-fixture.js';
import type { CurrentStore } from '../graph-store.contract.js';

const kim: EntitySpec = { id: 'person:kim-il-sung', name: 'Kim Il Sung', aliases: ['Kim Ir Sen'] };
const nam: EntitySpec = { id: 'person:nam-il', name: 'Nam Il' };

/** Each of the words is on its own once, so that the store knows it. */
const journal = graphBatch({
  key: 'journal',
  date: '1957-07-08',
  entities: [kim, nam],
  statements: [
    { speaker: nam.id, quote: 'Rice was short after the harvest in the north.' },
    { speaker: nam.id, quote: 'The harvest in the north was poor.' },
    { speaker: kim.id, quote: 'Rice was short everywhere.' },
    { speaker: nam.id, quote: 'He spoke of the short harvest of rice.' },
  ],
});

/** A document that mentions somebody within the words of another's statement. */
function mentioning(quote: string, name: string): GraphBatch {
  const batch = graphBatch({ key: 'mentioning', entities: [kim], statements: [{ speaker: nam.id, quote }] });
  const start = batch.text.indexOf(quote) + quote.indexOf(name);
  const place = { start, end: start + name.length };
  const { document } = batch;
  const mention = {
    ...{ id: mentionId(document.id, place.start, place.end, kim.id), entity: kim.id, document: document.id },
    ...{ text: name, ...place, kind: 'name' as const },
  };
  const entities = batch.entities.map((one) =>
    one.entity === kim.id ? { ...one, mentionCount: one.mentionCount + 1 } : one,
  );
  return { ...batch, entities, mentions: [...batch.mentions, mention] };
}

export function searchesLoosely(current: CurrentStore): void {
  describe('searching passages that have most of the words', () => {
    const found = async (query: string, filter: PassageFilter = {}, mostMissing?: number) =>
      (await current().searchPassages({ query, filter, mostMissing }, { first: 50 })).items.map(
        ({ record: { quote, missing } }) => `${quote} -${missing.map(({ written }) => written).join(' ')}`,
      );

    current.withDocuments([journal], () => {
      it('gives those that miss one of three behind those that miss none, and says which', async () => {
        expect(await found('rice harvest north')).toEqual([
          'Rice was short after the harvest in the north. -',
          'He spoke of the short harvest of rice. -north',
          'The harvest in the north was poor. -rice',
        ]);
        expect(await found('rice harvest north', {}, 0)).toEqual(['Rice was short after the harvest in the north. -']);
        expect(await found('rice north')).toEqual(['Rice was short after the harvest in the north. -']);
      });

      it('passes over what a question is asked with, but for a question of nothing else', async () => {
        expect(await found('What did they say about the rice in the north?')).toEqual(
          await found('they say rice north'),
        );
        expect(await found('who spoke of the short harvest', {}, 0)).toEqual([
          'He spoke of the short harvest of rice. -',
        ]);
        expect(await found('from whom')).toEqual([]);
      });

      it('lets no phrase be missing, even of one word', async () => {
        expect(await found('"rice" harvest north short')).toEqual([
          'Rice was short after the harvest in the north. -',
          'He spoke of the short harvest of rice. -north',
        ]);
        expect(await found('rice harvest north "harvest of"')).toEqual([
          'He spoke of the short harvest of rice. -north',
        ]);
        expect(await found('rice harvest north -poor -"harvest of"')).toHaveLength(1);
      });

      it('keeps a cursor where words begin to be missing, from both sides', async () => {
        const question = { query: 'rice harvest north', filter: {} };
        const whole = await current().searchPassages(question, { first: 50 });
        for (const [index, { cursor }] of whole.items.entries()) {
          const after = await current().searchPassages(question, { first: 1, after: cursor });
          const before = await current().searchPassages(question, { last: 1, before: cursor });
          expect(after.items).toEqual(whole.items.slice(index + 1, index + 2));
          expect(before.items).toEqual(whole.items.slice(Math.max(0, index - 1), index));
        }
        expect((await current().searchPassages(question, { last: 1 })).items).toEqual(whole.items.slice(-1));
      });
    });

    it('takes a name for there where its bearer takes part, or is mentioned by another name', async () => {
      await current().putDocument(journal);
      expect(await found('Kim Ir Sen rice north')).toEqual([
        'Rice was short everywhere. -north',
        'Rice was short after the harvest in the north. -Kim Ir Sen',
      ]);
      await current().putDocument(mentioning('he told the Premier of rice', 'the Premier'));
      expect(await found('Kim Ir Sen rice north', { document: 'document:mentioning' })).toEqual([
        'he told the Premier of rice -north',
      ]);
    });

    it('gives the same words once, for the claim that misses least', async () => {
      const quote = 'Rice was short in all of the north';
      const batch = graphBatch({
        key: 'twice',
        entities: [kim],
        statements: [{ speaker: kim.id, quote }],
        relations: [{ type: 'ASKED', source: nam.id, target: 'person:pak-chong-ae', quote: 'stands for a passage' }],
      });
      const start = batch.text.indexOf(quote);
      const place = { quote, start, end: start + quote.length };
      const evidence = batch.evidence.map((piece) => {
        if (!piece.claim.startsWith('relation')) return piece;
        return { ...piece, ...place, id: evidenceId(piece.document, place.start, place.end, piece.claim) };
      });
      await current().putDocument({ ...batch, evidence });
      expect(await found('Kim Il Sung rice north')).toEqual([`${quote} -`]);
      expect(await found('Kim Il Sung rice north', { claims: ['RELATION'] })).toEqual([`${quote} -Kim Il Sung`]);
    });

    it('bears as many words as a query may have, none of which it knows', async () => {
      const letters = [...'abcdefghij'];
      const words = letters.flatMap((one) => letters.map((other) => `constitut${one}${other}n`));
      await current().putDocument(graphBatch({ key: 'x', statements: [{ speaker: nam.id, quote: words.join(' ') }] }));
      const misspelled = words.map((word) => word.replace('stitut', 'stiut'));
      expect(await found(misspelled.slice(0, 12).join(' '))).toHaveLength(1);
      expect(await found(misspelled.slice(0, 40).join(' '))).toEqual([]);
    });
  });
}
