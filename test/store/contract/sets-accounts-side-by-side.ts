import { describe, expect, it } from '@jest/globals';
import { BadArgumentError } from '../../../src/errors.js';
import type { PageRequest } from '../../../src/store/graph-store.js';
import { type DocumentSpec, graphBatch, type RelationSpec, type StatementSpec } from '../graph-batch-fixture.js';
import type { CurrentStore } from '../graph-store.contract.js';

const was = (letters: string, event: string, evidence?: readonly (string | null)[]): readonly RelationSpec[] =>
  [...letters].map((letter) => ({
    ...{ type: 'PARTICIPATED_IN', source: `person:${letter}`, target: `event:${event}` },
    ...(evidence ? { evidence } : {}),
  }));
const met = (pair: string, date: string | null, rest: Partial<RelationSpec> = {}): RelationSpec => ({
  ...{ type: 'MET_WITH', source: `person:${pair.charAt(0)}`, target: `person:${pair.charAt(1)}`, evidence: [date] },
  ...rest,
});
const said = (speaker: string, to: string, date: string | null, reportedBy: readonly string[] = []): StatementSpec => ({
  ...{ speaker: `person:${speaker}`, addressees: [...to].map((letter) => `person:${letter}`), date },
  reportedBy: reportedBy.map((letter) => `person:${letter}`),
});

/** a is an ambassador; his journal tells three talks of one week, two of them on one day. */
const journal: DocumentSpec = {
  key: 'journal',
  date: '1957-07-31',
  entities: [
    { id: 'event:talk-with-b', date: '1957-07-12' },
    { id: 'event:talk-with-c', date: '1957-07-12' },
    { id: 'event:plenum' },
  ],
  relations: [
    ...was('ab', 'talk-with-b'),
    ...was('ac', 'talk-with-c'),
    ...was('bd', 'plenum', [null]),
    met('ab', '1957-07-12'),
    met('ad', '1957-07-14'),
    met('ae', '1957-07-20', { modality: 'PLANNED' }),
  ],
  statements: [
    said('b', 'a', '1957-07-12'),
    said('c', 'a', '1957-07-12'),
    said('x', '', '1957-07-12', ['c']),
    said('a', 'b', '1957-07-13'),
    said('d', 'a', '1957-07-14'),
    said('d', '', null),
  ],
};
const memorandum: DocumentSpec = {
  key: 'memorandum',
  date: '1957-07-13',
  entities: [{ id: 'event:call-of-the-ambassador', date: '1957-07' }],
  relations: [...was('ab', 'call-of-the-ambassador')],
  statements: [said('b', 'a', '1957-07-12'), said('a', 'b', '1957-07-12'), said('q', 'b', '1957-07-12')],
};
const cable: DocumentSpec = {
  key: 'cable',
  relations: [...was('bc', 'plenum'), met('ad', '1957-07-14'), met('df', '1957-07-14'), met('ac', '1957')],
  statements: [said('f', 'd', '1957-07-14'), said('f', 'd', '1957-07-15'), said('b', '', '1958')],
};
const elsewhere: DocumentSpec = { key: 'elsewhere', relations: [met('ad', '1956-07-14'), met('ax', '1957-07-12')] };

export function setsAccountsSideBySide(current: CurrentStore): void {
  const put = async () => {
    for (const spec of [journal, memorandum, cable, elsewhere]) await current().putDocument(graphBatch(spec));
  };
  const ask = async (document: string, other?: string, page: PageRequest = { first: 20 }) =>
    current().accounts({ document: `document:${document}`, other: other && `document:${other}` }, page);
  const told = async (...question: Parameters<typeof ask>) => {
    const { items } = await ask(...question);
    return items.map(({ record: { date, participants, left, right } }) => {
      const who = participants.map((id) => id.slice(-1)).join('');
      const sides = [left, right].map(({ document, event, statements }) => {
        const speakers = statements.map(({ speaker }) => speaker.slice(-1)).join('');
        return `${document.slice('document:'.length)} ${event?.slice('event:'.length) ?? '-'} [${speakers}]`;
      });
      return `${date} ${who}: ${sides.join(' | ')}`;
    });
  };
  const withB = '1957-07-12 ab: journal talk-with-b [b] | memorandum call-of-the-ambassador [ba]';
  const withD = '1957-07-14 ad: journal - [d] | cable - [f]';
  const plenum = 'null b: journal plenum [d] | cable plenum [b]';

  describe('accounts of one talk', () => {
    it('stand beside each other where event, or days and participants, are the same', async () => {
      await put();
      expect(await told('journal')).toEqual([withB, withD, plenum]);
      expect(await told('journal', 'cable')).toEqual([withD, plenum]);
      expect(await told('journal', 'memorandum')).toEqual([withB]);
      expect(await told('memorandum', 'cable')).toEqual([]);
      expect(await told('elsewhere')).toEqual([]);
      expect(await told('cable', 'journal')).toEqual([
        ...['1957-07-14 ad: cable - [f] | journal - [d]', 'null b: cable plenum [b] | journal plenum [d]'],
      ]);
    });

    it('hold their own participants, dates and the statements of each once', async () => {
      await put();
      const { items } = await ask('journal', 'memorandum');
      expect(items[0]?.record.right).toMatchObject({
        ...{ document: 'document:memorandum', event: 'event:call-of-the-ambassador', date: '1957-07' },
        participants: ['person:a', 'person:b'],
      });
      expect(items[0]?.record.right.statements[0]).toMatchObject({
        document: 'document:memorandum',
        speaker: 'person:b',
      });
      const cables = await ask('cable', 'journal');
      expect(cables.items[0]?.record.left.participants).toEqual(['person:a', 'person:d', 'person:f']);
      await current().putDocument(
        graphBatch({ ...memorandum, relations: was('ac', 'call-of-the-ambassador'), statements: [] }),
      );
      expect(await told('journal', 'memorandum')).toEqual([
        '1957-07-12 ac: journal talk-with-c [cx] | memorandum call-of-the-ambassador []',
      ]);
    });

    it('come in pages of both directions', async () => {
      await put();
      const all = await ask('journal');
      expect(all).toMatchObject({ hasNextPage: false, hasPreviousPage: false });
      const first = await ask('journal', undefined, { first: 1 });
      expect(first.hasNextPage).toBe(true);
      expect(await told('journal', undefined, { first: 9, after: first.items[0]?.cursor })).toEqual([withD, plenum]);
      expect(await told('journal', undefined, { last: 1, before: all.items[2]?.cursor })).toEqual([withD]);
    });

    it('are refused for a document that there is not, or beside itself', async () => {
      await put();
      await expect(ask('nothing')).rejects.toThrow(BadArgumentError);
      await expect(ask('journal', 'nothing')).rejects.toThrow(/document:nothing/);
      await expect(ask('journal', 'journal')).rejects.toThrow(BadArgumentError);
    });
  });
}
