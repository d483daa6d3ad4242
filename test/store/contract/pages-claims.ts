import { describe, expect, it } from '@jest/globals';
import type { RelationFilter, StatementFilter } from '../../../src/store/graph-store.js';
import { graphBatch } from '../graph-batch-fixture.js';
import type { CurrentStore } from '../graph-store.contract.js';
import { idsOf } from './pages-records.js';

const all = { first: 100 };
const kim = 'person:kim-il-sung';
const puzanov = 'person:puzanov';
const kwp = 'organization:kwp';

const relationBatch = graphBatch({
  key: 'relations',
  date: '1957-07-08',
  authors: [puzanov],
  relations: [
    { type: 'MET_WITH', source: kim, target: puzanov, evidence: ['1957-07-08', '1957-07-05', null] },
    { type: 'HOLDS_POSITION', source: kim, target: kwp, title: 'Chairman' },
    { type: 'CRITICIZED', source: kwp, target: kim },
    { type: 'INFORMED', source: kim, target: puzanov, modality: 'PLANNED' },
    { type: 'INFORMED', source: kim, target: puzanov },
    { type: 'SUPPORTED', source: kim, target: kim },
    { type: 'AUTHORED', source: puzanov, target: 'DOCUMENT' },
  ],
});
const [met, holds, criticized, planned, informed, loop, authored] = relationBatch.relations.map(({ id }) => id);
const ofKim = [criticized, holds, informed, planned, met, loop].sort();
const ofPuzanov = [authored, informed, planned, met].sort();

const relationQuestions: readonly (readonly [RelationFilter, owner: string | null, expected: readonly unknown[]])[] = [
  [{}, null, relationBatch.relations.map(({ id }) => id).sort()],
  [{}, kim, ofKim],
  [{}, puzanov, ofPuzanov],
  [{}, 'document:relations', relationBatch.relations.map(({ id }) => id).sort()],
  [{}, 'document:other', []],
  [{}, 'person:nobody', []],
  [{ direction: 'OUT' }, kim, ofKim.filter((id) => id !== criticized)],
  [{ direction: 'IN' }, kim, [criticized, met, loop].sort()],
  [{ direction: 'IN' }, puzanov, [informed, planned, met].sort()],
  [{ direction: 'OUT' }, null, relationBatch.relations.map(({ id }) => id).sort()],
  [{ types: ['INFORMED', 'MET_WITH'] }, puzanov, [informed, planned, met].sort()],
  [{ types: [] }, puzanov, []],
  [{ modality: ['PLANNED'] }, puzanov, [planned]],
  [{ modality: ['PLANNED', 'ASSERTED'], types: ['INFORMED'] }, null, [informed, planned].sort()],
  [{ kinds: ['ORGANIZATION'] }, kim, [criticized, holds].sort()],
  [{ kinds: ['PERSON'] }, puzanov, [informed, planned, met].sort()],
  [{ kinds: ['ORGANIZATION'] }, null, [criticized, holds].sort()],
  [{ kinds: ['PERSON'] }, null, relationBatch.relations.map(({ id }) => id).sort()],
  [{ kinds: ['ORGANIZATION'] }, 'document:relations', [criticized, holds].sort()],
  [{ source: kim, target: puzanov }, null, [informed, planned, met].sort()],
  [{ source: kwp }, kim, [criticized]],
  [{ target: 'document:relations' }, puzanov, [authored]],
  [{ source: 'person:nobody' }, null, []],
];

const statementBatch = graphBatch({
  key: 'statements',
  date: '1957-07-08',
  statements: [
    { speaker: kim, mode: 'SAID', addressees: [puzanov], about: [kwp] },
    { speaker: puzanov, mode: 'ASKED', addressees: [kim, kwp], about: [kim], date: '1957-06' },
    { speaker: kim, mode: 'PROMISED', addressees: [], about: [kim, puzanov], reportedBy: [kwp], date: null },
    { speaker: kwp, mode: 'SAID', date: '1956' },
  ],
});
const [said, asked, promised, resolved] = statementBatch.statements.map(({ id }) => id);

const statementQuestions: readonly (readonly [StatementFilter, owner: string | null, expected: readonly unknown[]])[] =
  [
    [{}, null, [resolved, asked, said, promised]],
    [{}, kim, [asked, said, promised]],
    [{}, puzanov, [asked, said, promised]],
    [{}, kwp, [resolved, asked, said]],
    [{}, 'document:statements', [resolved, asked, said, promised]],
    [{}, 'document:other', []],
    [{ role: 'SPEAKER' }, kim, [said, promised]],
    [{ role: 'ADDRESSEE' }, kim, [asked]],
    [{ role: 'SUBJECT' }, kim, [asked, promised]],
    [{ role: 'SUBJECT' }, null, [resolved, asked, said, promised]],
    [{ speaker: kim }, null, [said, promised]],
    [{ addressee: kwp }, null, [asked]],
    [{ subject: kim }, 'document:statements', [asked, promised]],
    [{ speaker: kim, subject: puzanov }, null, [promised]],
    [{ speaker: puzanov }, kim, [asked]],
    [{ speaker: 'person:nobody' }, null, []],
    [{ modes: ['ASKED', 'PROMISED'] }, kim, [asked, promised]],
    [{ modes: [] }, kim, []],
    [{ from: '1957-06-15' }, null, [asked, said]],
    [{ from: '1957', to: '1957-06' }, null, [asked]],
    [{ to: '1956-01-01' }, null, [resolved]],
    [{ from: '1957-07' }, kim, [said]],
  ];

export function pagesClaims(current: CurrentStore): void {
  describe('paging relations', () => {
    current.withDocuments([relationBatch], () => {
      it.each(relationQuestions)('with %j for %s', async (filter, owner, expected) => {
        expect(idsOf(await current().relationPages([owner], filter, all))).toEqual([expected]);
      });

      it('answers entities, documents and null together, by keyset in both directions', async () => {
        const owners = [kim, 'document:relations', null, 'person:nobody', puzanov, kim];
        const every = relationBatch.relations.map(({ id }) => id).sort();
        const forward = await current().relationPages(owners, {}, { first: 2, after: criticized });
        const rest = (ids: readonly unknown[]) => ids.filter((id) => String(id) > String(criticized)).slice(0, 2);
        expect(idsOf(forward)).toEqual([rest(ofKim), rest(every), rest(every), [], rest(ofPuzanov), rest(ofKim)]);
        const backward = await current().relationPages(owners, {}, { last: 2, before: met });
        const head = (ids: readonly unknown[]) => ids.filter((id) => String(id) < String(met)).slice(-2);
        expect(idsOf(backward)).toEqual([head(ofKim), head(every), head(every), [], head(ofPuzanov), head(ofKim)]);
      });
    });

    it('gives a document only the relations that it supports', async () => {
      const store = current();
      await store.putDocument(relationBatch);
      await store.putDocument(
        graphBatch({ key: 'more', relations: [{ type: 'MET_WITH', source: kim, target: puzanov }] }),
      );
      expect(idsOf(await store.relationPages(['document:more'], {}, all))).toEqual([[met]]);
    });
  });

  describe('paging statements', () => {
    current.withDocuments([statementBatch], () => {
      it.each(statementQuestions)('with %j for %s', async (filter, owner, expected) => {
        expect(idsOf(await current().statementPages([owner], filter, all))).toEqual([expected]);
      });

      it('answers entities, documents and null together, by keyset in both directions', async () => {
        const owners = [kim, 'document:statements', null, 'person:nobody', kwp];
        const first = await current().statementPages(owners, {}, { first: 1 });
        expect(idsOf(first)).toEqual([[asked], [resolved], [resolved], [], [resolved]]);
        const after = first[0]?.items[0]?.cursor;
        expect(idsOf(await current().statementPages(owners, {}, { first: 1, after }))).toEqual([
          ...[[said], [said], [said], [], [said]],
        ]);
        expect(idsOf(await current().statementPages(owners, {}, { last: 1, before: after }))).toEqual([
          ...[[], [resolved], [resolved], [], [resolved]],
        ]);
      });
    });
  });

  describe('paging evidence', () => {
    it('gives relations, statements and documents theirs, by date, undated last', async () => {
      const store = current();
      await store.putDocument(relationBatch);
      await store.putDocument(statementBatch);
      const owners = [met, asked, 'document:statements', 'relation:none', kim].map(String);
      const pages = await store.evidencePages(owners, all);
      expect(pages.map(({ items }) => items.map(({ record }) => record.date))).toEqual([
        ['1957-07-05', '1957-07-08', null],
        ['1957-06'],
        ['1956', '1957-06', '1957-07-08', null],
        [],
        [],
      ]);
      expect(pages[0]?.items.map(({ record }) => record.claim)).toEqual([met, met, met]);
      const [page] = await store.evidencePages([String(met)], { last: 2 });
      expect(page?.items.map(({ record }) => record.date)).toEqual(['1957-07-08', null]);
      expect(page?.hasPreviousPage).toBe(true);
    });

    it('gives each piece back as it was written', async () => {
      const store = current();
      await store.putDocument(relationBatch);
      const [page] = await store.evidencePages(['document:relations'], all);
      const written = [...relationBatch.evidence].sort((a, b) => (a.id < b.id ? -1 : 1));
      const read = (page?.items ?? []).map(({ record }) => record);
      expect([...read].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(written);
    });
  });
}
