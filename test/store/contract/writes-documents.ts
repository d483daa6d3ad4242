import { describe, expect, it } from '@jest/globals';
import { type DocumentSpec, graphBatch } from '../graph-batch-fixture.js';
import type { CurrentStore } from '../graph-store.contract.js';

const all = { first: 1_000 };
const kim = 'person:kim-il-sung';
const puzanov = 'person:puzanov';
const nam = 'person:nam-il';
const met = `relation:met-with/${kim}/${puzanov}`;

const first: DocumentSpec = {
  key: 'a',
  date: '1957-07-08',
  authors: [puzanov],
  entities: [{ id: kim, name: 'Kim Il Sung', aliases: ['Kim'], mentions: ['name', 'pronoun', 'title'] }],
  relations: [
    { type: 'MET_WITH', source: kim, target: puzanov, evidence: ['1957-07-08', '1957-07-05'] },
    { type: 'AUTHORED', source: puzanov, target: 'DOCUMENT' },
  ],
  statements: [{ speaker: kim, mode: 'PROMISED', addressees: [puzanov], about: [kim] }],
};
const second: DocumentSpec = {
  key: 'b',
  date: '1956-08',
  entities: [{ id: kim, name: 'Kim Ir Sen', description: 'Chairman', mentions: ['name'] }],
  relations: [{ type: 'MET_WITH', source: kim, target: puzanov, evidence: ['1956-08-02'] }],
  statements: [{ speaker: nam, about: [kim] }],
};

/** Everything that a store holds, as the contract shows it. */
async function contents(store: ReturnType<CurrentStore>) {
  const documents = (await store.documentPages([null], {}, all))[0]?.items.map(({ record }) => record.id) ?? [];
  return {
    entities: await store.entityPages([null], {}, all),
    relations: await store.relationPages([null], {}, all),
    statements: await store.statementPages([null], {}, all),
    documents: await store.documentPages([null], {}, all),
    mentions: await store.mentionPages(documents, {}, all),
    evidence: await store.evidencePages(documents, all),
    texts: await store.documentTexts(documents),
    fingerprints: await store.fingerprints(documents),
    stats: await store.stats(),
  };
}

export function writesDocuments(current: CurrentStore): void {
  describe('writing', () => {
    it('adds a document and gives every record of it back by its identifier', async () => {
      const store = current();
      const batch = graphBatch(first);
      expect(await store.putDocument(batch)).toBe('added');
      const [statement] = batch.statements;
      const [evidence] = batch.evidence;
      const [mention] = batch.mentions;
      const ids = ['document:a', statement?.id, evidence?.id, mention?.id, met, kim].map(String);
      expect(await store.nodes(ids)).toEqual([
        { type: 'document', record: batch.document },
        { type: 'statement', record: statement },
        { type: 'evidence', record: evidence },
        { type: 'mention', record: mention },
        {
          type: 'relation',
          record: { ...batch.relations[0], date: '1957-07-05', weight: 2 },
        },
        {
          type: 'entity',
          record: {
            id: kim,
            kind: 'PERSON',
            name: 'Kim Il Sung',
            aliases: ['Kim'],
            description: null,
            authority: null,
            candidates: [],
            coordinates: null,
            mentionCount: 3,
            firstDate: '1957-07-08',
            lastDate: '1957-07-08',
            date: null,
            endDate: null,
            duration: null,
          },
        },
      ]);
    });

    it('keeps all of a document: reference, coverage and a text of any script', async () => {
      const store = current();
      const spec: DocumentSpec = {
        key: 'whole',
        date: '1957',
        entities: [{ id: 'person:kim', name: 'Ким 김일성 👤 é', aliases: ['김일성', 'zz', 'Ä', '\u{1F464}'] }],
        record: {
          title: 'From the Journal of Ambassador A. M. Puzanov',
          archivalReference: { archive: 'AVPRF', fond: '0102', opis: '13', papka: '72', delo: '5', listy: '114-130' },
          publishedIn: {
            ...{ title: 'Letters, Volume I', editors: ['Ann Quill'], seriesEditors: [], year: '1993', number: '64' },
            pages: [{ n: '111', at: 3 }],
          },
          citation: 'Line one\nline "two"',
          url: 'https://example.org/record/1',
          translator: 'A translator',
          originalLanguage: 'Russian',
          summary: 'A summary',
          coverage: { sentences: 3, sentencesWithFindings: 2, skipped: [{ start: 0, end: 2, reason: 'stamp' }] },
        },
      };
      const batch = graphBatch(spec);
      await store.putDocument(batch);
      expect(await store.nodes(['document:whole'])).toEqual([{ type: 'document', record: batch.document }]);
      expect(await store.documentTexts(['document:whole'])).toEqual([batch.text]);
      const [entity] = await store.nodes(['person:kim']);
      expect(entity?.record).toMatchObject({ aliases: ['zz', 'Ä', '김일성', '\u{1F464}'] });
    });

    it('changes nothing for a fingerprint that it has', async () => {
      const store = current();
      await store.putDocument(graphBatch(first));
      const before = await contents(store);
      const other = { ...graphBatch({ key: 'a' }), fingerprint: graphBatch(first).fingerprint };
      expect(await store.putDocument(other)).toBe('unchanged');
      expect(await contents(store)).toEqual(before);
    });

    it('gives the same contents for documents in any order', async () => {
      const store = current();
      for (const spec of [first, second]) await store.putDocument(graphBatch(spec));
      const forwards = await contents(store);
      for (const id of ['document:a', 'document:b']) await store.deleteDocument(id);
      for (const spec of [second, first]) await store.putDocument(graphBatch(spec));
      expect(await contents(store)).toEqual(forwards);
    });

    it('sums up what two documents say of one entity and one relation', async () => {
      const store = current();
      for (const spec of [first, second]) await store.putDocument(graphBatch(spec));
      const [entity, relation] = await store.nodes([kim, met]);
      expect(entity?.record).toMatchObject({
        name: 'Kim Il Sung',
        aliases: ['Kim', 'Kim Ir Sen'],
        description: 'Chairman',
        mentionCount: 4,
        firstDate: '1956-08',
        lastDate: '1957-07-08',
      });
      expect(relation?.record).toMatchObject({ weight: 3, date: '1956-08-02' });
    });

    it('replaces what a changed document said before and nothing else', async () => {
      const store = current();
      await store.putDocument(graphBatch(second));
      const without = await contents(store);
      await store.putDocument(graphBatch(first));
      expect(await store.putDocument(graphBatch({ key: 'a', date: '1957', authors: ['person:li'] }))).toBe('replaced');
      expect(await store.nodes([puzanov, nam])).toMatchObject([{ type: 'entity' }, { type: 'entity' }]);
      expect((await store.nodes([met]))[0]?.record).toMatchObject({ weight: 1, date: '1956-08-02' });
      expect((await store.stats()).statements).toBe(1);
      await store.deleteDocument('document:a');
      expect(await contents(store)).toEqual(without);
    });

    it('takes away with a document exactly what only it supported', async () => {
      const store = current();
      await store.putDocument(graphBatch(second));
      const before = await contents(store);
      const batch = graphBatch(first);
      await store.putDocument(batch);
      expect(await store.deleteDocument('document:a')).toBe(true);
      expect(await contents(store)).toEqual(before);
      const gone = [...batch.mentions, ...batch.evidence, ...batch.statements, batch.document].map(({ id }) => id);
      expect(await store.nodes(gone)).toEqual(gone.map(() => null));
      expect(await store.deleteDocument('document:a')).toBe(false);
    });

    it('is empty again when its last document is gone', async () => {
      const store = current();
      for (const spec of [first, second]) await store.putDocument(graphBatch(spec));
      for (const id of ['document:a', 'document:b']) await store.deleteDocument(id);
      const { documents, entities, relations, statements, mentions, evidence } = await store.stats();
      expect([documents, entities, relations, statements, mentions, evidence]).toEqual([0, 0, 0, 0, 0, 0]);
      expect(await store.search('Kim Il Sung', null, 10)).toEqual([]);
      expect((await store.timeline(null, {}, all)).items).toEqual([]);
    });

    it('spells a title as most of its evidence does, whichever document came last', async () => {
      const store = current();
      const spelt = (key: string, title: string, pieces: number) =>
        graphBatch({
          key,
          relations: [
            {
              type: 'HOLDS_POSITION',
              source: kim,
              target: 'organization:kwp',
              title,
              evidence: Array.from({ length: pieces }, () => null),
            },
          ],
        });
      const id = `relation:holds-position/${kim}/organization:kwp#first-secretary`;
      await store.putDocument(spelt('x', 'First Secretary', 2));
      await store.putDocument(spelt('y', 'first secretary', 1));
      expect((await store.nodes([id]))[0]?.record).toMatchObject({ title: 'First Secretary', weight: 3, date: null });
      await store.putDocument(spelt('y', 'first secretary', 3));
      expect((await store.nodes([id]))[0]?.record).toMatchObject({ title: 'first secretary', weight: 5 });
    });

    it('writes documents put at the same time, each whole', async () => {
      const store = current();
      const keys = Array.from({ length: 12 }, (_, index) => `c${index}`);
      const outcomes = await Promise.all(keys.map((key) => store.putDocument(graphBatch({ ...first, key }))));
      expect(outcomes).toEqual(keys.map(() => 'added'));
      expect((await store.nodes([met]))[0]?.record).toMatchObject({ weight: 24 });
      expect((await store.nodes([kim]))[0]?.record).toMatchObject({ mentionCount: 36 });
    });

    it('answers fingerprints and texts in the order asked, null for unknown and again for repeated ones', async () => {
      const store = current();
      await store.putDocument(graphBatch({ ...first, fingerprint: 'one' }));
      await store.putDocument(graphBatch({ ...second, fingerprint: 'two' }));
      expect(await store.fingerprints(['document:b', 'document:none', 'document:a', 'document:b'])).toEqual([
        'two',
        null,
        'one',
        'two',
      ]);
      const texts = await store.documentTexts(['document:none', 'document:b']);
      expect(texts).toEqual([null, graphBatch(second).text]);
    });

    it('answers nodes in the order asked, null for what is unknown, malformed or repeated amiss', async () => {
      const store = current();
      await store.putDocument(graphBatch(first));
      const asked = [puzanov, '', 'nothing', 'person:', 'constructor:x', "document:a' OR 1=1", puzanov];
      expect((await store.nodes(asked)).map((node) => node?.record.id ?? null)).toEqual([
        puzanov,
        ...[null, null, null, null, null],
        puzanov,
      ]);
      expect(await store.nodes([])).toEqual([]);
    });

    it('answers a ping and has an address without a password', async () => {
      await expect(current().ping()).resolves.toBeUndefined();
      expect(current().address).toMatch(/^(sqlite:|neo4j|bolt)/);
      expect(current().address).not.toContain('@');
    });
  });
}
