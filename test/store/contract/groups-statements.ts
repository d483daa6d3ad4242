import { describe, expect, it } from '@jest/globals';
import type { PageRequest, StatementGroupFilter, StatementGrouping } from '../../../src/store/graph-store.js';
import { graphBatch } from '../graph-batch-fixture.js';
import type { CurrentStore } from '../graph-store.contract.js';

const said = (
  speaker: string,
  date: string | null,
  about: readonly string[] = [],
  addressees: readonly string[] = [],
) => ({
  ...{ speaker: `person:${speaker}`, date, about, addressees },
});
const speeches = graphBatch({
  key: 'speeches',
  statements: [
    said('b', '1957-07-08', ['event:plenum', 'person:a']),
    said('b', '1957-07', ['event:plenum']),
    said('b', '1957', [], ['person:a']),
    said('a', '1957-06-30', ['person:c']),
    said('c', null, ['event:plenum'], ['person:a', 'person:b']),
    said('c', '1958-01-01'),
  ],
});

export function groupsStatements(current: CurrentStore): void {
  const groups = async (
    by: StatementGrouping,
    filter: StatementGroupFilter = {},
    page: PageRequest = { first: 50 },
  ) => {
    await current().putDocument(speeches);
    const { items, ...rest } = await current().statementGroups(by, filter, page);
    const rows = items.map(({ record }) => {
      const { owner, count, firstDate, lastDate } = record;
      return `${owner} ${count} ${firstDate} ${lastDate}`;
    });
    return { ...rest, rows, cursors: items.map(({ cursor }) => cursor) };
  };
  const rowsOf = async (...question: Parameters<typeof groups>) => (await groups(...question)).rows;

  describe('groups of statements', () => {
    it('count by speaker, addressee and subject, most first', async () => {
      expect(await rowsOf('SPEAKER')).toEqual([
        ...['person:b 3 1957 1957-07-08', 'person:c 2 1958-01-01 1958-01-01', 'person:a 1 1957-06-30 1957-06-30'],
      ]);
      expect(await rowsOf('ADDRESSEE')).toEqual(['person:a 2 1957 1957', 'person:b 1 null null']);
      expect(await rowsOf('SUBJECT')).toEqual([
        ...[
          'event:plenum 3 1957-07 1957-07-08',
          'person:a 1 1957-07-08 1957-07-08',
          'person:c 1 1957-06-30 1957-06-30',
        ],
      ]);
      expect(await rowsOf('SUBJECT', { kinds: ['EVENT'] })).toEqual(['event:plenum 3 1957-07 1957-07-08']);
    });

    it('count by month, years of their own and undated last', async () => {
      expect(await rowsOf('MONTH')).toEqual([
        ...['month:1957 1 1957 1957', 'month:1957-06 1 1957-06-30 1957-06-30', 'month:1957-07 2 1957-07 1957-07-08'],
        ...['month:1958-01 1 1958-01-01 1958-01-01', 'month:~ 1 null null'],
      ]);
    });

    it('keep to the filter of statements', async () => {
      expect(await rowsOf('MONTH', { speaker: 'person:b', from: '1957-07' })).toEqual([
        ...['month:1957 1 1957 1957', 'month:1957-07 2 1957-07 1957-07-08'],
      ]);
      expect(await rowsOf('SPEAKER', { subject: 'event:plenum' })).toEqual([
        ...['person:b 2 1957-07 1957-07-08', 'person:c 1 null null'],
      ]);
      expect(await rowsOf('SPEAKER', { modes: ['ASKED'] })).toEqual([]);
    });

    it('come in pages of both directions, and are owners of their statements', async () => {
      for (const by of ['SPEAKER', 'MONTH'] as const) {
        const all = await groups(by);
        const second = await groups(by, {}, { first: 1, after: all.cursors[0] });
        expect(second).toMatchObject({ rows: all.rows.slice(1, 2), hasNextPage: true, hasPreviousPage: true });
        const first = await groups(by, {}, { last: 2, before: all.cursors[1] });
        expect(first).toMatchObject({ rows: all.rows.slice(0, 1), hasNextPage: true, hasPreviousPage: false });
        const owners = all.rows.map((row) => row.split(' ')[0] ?? '');
        const role = by === 'MONTH' ? undefined : by;
        const pages = await current().statementPages(owners, { role }, { first: 50 });
        expect(pages.map(({ items }) => String(items.length))).toEqual(all.rows.map((row) => row.split(' ')[1]));
      }
      const [july, nothing] = await current().statementPages(['month:1957-07', 'month:1956'], {}, { last: 1 });
      expect(july).toMatchObject({ items: [{ record: { date: '1957-07-08' } }], hasPreviousPage: true });
      expect(nothing?.items).toEqual([]);
    });
  });
}
