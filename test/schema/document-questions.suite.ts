import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { GraphStore } from '../../src/store/graph-store.js';
import { ask, fill, type OpenStore, refusal } from './ask.js';
import { embassyJournal } from './embassy-journal.js';

/** Questions for documents, and for the relations, statements and passages that stand in them. */
export function documentQuestions(open: OpenStore): void {
  let store: GraphStore;
  beforeAll(async () => {
    store = await fill(open, embassyJournal);
  });
  afterAll(() => store.close());

  const ids = (page: { nodes: { id: string }[] }) => page.nodes.map(({ id }) => id);

  describe('documents', () => {
    it('come by date, undated last, restricted by range and author', async () => {
      const answer = await ask(
        store,
        `{ all: documents { nodes { id } }
          july: documents(from: "1957-07", to: "1957-07") { nodes { id } }
          his: documents(author: "person:a-m-ivanov") { nodes { id } } }`,
      );
      expect(ids(answer.all)).toEqual(['document:journal', 'document:talk', 'document:note']);
      expect(ids(answer.july)).toEqual(['document:journal']);
      expect(ids(answer.his)).toEqual(['document:journal']);
    });

    it('carry their metadata, their text and what they say', async () => {
      const { document } = await ask(
        store,
        `{ document(id: "document:journal") {
          title date text textLength authors { name }
          archivalReference { archive fond opis delo }
          coverage { sentences sentencesWithFindings skipped { start end reason }
            model { extractor parts partsRead requests tokens proposed kept known dropped { reason count }
              referencesDropped failure } }
          events: entities(kinds: [EVENT]) { nodes { name } }
          mentioned: entities(orderBy: MENTIONS, first: 1) { nodes { name } }
          mentions(entity: "event:june-plenum") { nodes { text kind } }
          meetings: relations(types: [MET_WITH]) { nodes { id } }
          questions: statements(modes: [ASKED]) { nodes { speaker { name } } }
          evidence(first: 100) { nodes { id } } } }`,
      );
      const { text } = embassyJournal[0] ?? {};
      expect(document).toMatchObject({
        title: 'Journal of the ambassador',
        date: '1957-07-08',
        text,
        textLength: text?.length,
        authors: [{ name: 'A. M. Ivanov' }],
        archivalReference: { archive: 'AVPRF', fond: '0102', opis: '13', delo: null },
        coverage: {
          sentences: 9,
          sentencesWithFindings: 7,
          skipped: [{ start: 0, end: 5, reason: 'heading' }],
          model: {
            ...{ extractor: 'llm:test-model', parts: 2, partsRead: 1, requests: 3, tokens: 900, proposed: 5, kept: 2 },
            ...{ known: 1, dropped: [{ reason: 'entity: not in the text', count: 2 }], referencesDropped: 0 },
            failure: 'the answer was cut off',
          },
        },
        events: { nodes: [{ name: 'June plenum' }] },
        mentioned: { nodes: [{ name: 'Kim Il Sung' }] },
        mentions: {
          nodes: [
            { text: 'June plenum', kind: 'NAME' },
            { text: 'June plenum', kind: 'TITLE' },
          ],
        },
        questions: { nodes: [{ speaker: { name: 'Nam Il' } }] },
      });
      expect(ids(document.meetings)).toEqual([
        'relation:met-with/person:a-m-ivanov/person:kim-il-sung',
        'relation:met-with/person:a-m-ivanov/person:nam-il',
      ]);
      expect(document.evidence.nodes).toHaveLength(embassyJournal[0]?.evidence.length ?? 0);
    });

    it('tell what they added: whom no earlier one mentions, and what no other one says', async () => {
      const query = (
        id: string,
      ) => `{ document(id: "document:${id}") { entities(firstSeen: true, first: 100) { nodes { id } }
        relations(onlyHere: true, first: 100) { nodes { id } } } }`;
      const { document: talk } = await ask(store, query('talk'));
      expect(ids(talk.entities)).toEqual(['person:mao-zedong', 'place:beijing']);
      expect(ids(talk.relations)).toEqual([
        'relation:met-with/person:kim-il-sung/person:mao-zedong',
        'relation:visited/person:kim-il-sung/place:beijing~planned',
      ]);
      const { document: note } = await ask(store, query('note'));
      expect([ids(note.entities), ids(note.relations)]).toEqual([[], []]);
      const { document: journal } = await ask(store, query('journal'));
      expect(ids(journal.entities)).toContain('person:kim-il-sung');
      expect(ids(journal.relations)).toContain('relation:met-with/person:a-m-ivanov/person:nam-il');
      // The note says so too.
      expect(ids(journal.relations)).not.toContain('relation:met-with/person:a-m-ivanov/person:kim-il-sung');
    });

    it('are cited in each form, and so are their passages', async () => {
      const { journal, talk } = await ask(
        store,
        `{ journal: document(id: "document:journal") { cite
            evidence(first: 1) { nodes { cite } } statements(first: 1) { nodes { cite } } mentions(first: 1) { nodes { cite } } }
          talk: document(id: "document:talk") { cite bibtex: cite(format: BIBTEX) ris: cite(format: RIS) csl: cite(format: CSL_JSON)
            publishedIn { title editors seriesEditors publisher place year isbn number }
            evidence(first: 100) { nodes { start cite } } } }`,
      );
      const named = 'A. M. Ivanov, “Journal of the ambassador,” July 8, 1957';
      expect(journal.cite).toBe(`${named}, fond 0102, opis 13, AVPRF.`);
      for (const { nodes } of [journal.evidence, journal.statements, journal.mentions]) {
        expect(nodes[0].cite).toMatch(new RegExp(`^${named}, para\\. \\d+, fond 0102`));
      }
      expect(talk.publishedIn).toEqual({
        ...{ title: 'Letters, Volume I', editors: ['Ann B. Quill'], seriesEditors: ['Louis J. Page'] },
        ...{ publisher: 'State Press', place: 'Riga', year: '1993', isbn: '9780160382536', number: '64' },
      });
      const inVolume =
        '“Record talk,” November 20, 1957, in Letters, Volume I, ed. Ann B. Quill (Riga: State Press, 1993), doc. 64';
      expect(talk.cite).toBe(`${inVolume}, 110–11.`);
      expect(talk.evidence.nodes.length).toBeGreaterThan(1);
      for (const { start, cite } of talk.evidence.nodes) {
        if (start >= 12) expect(cite).toBe(`${inVolume}, 111.`);
        else expect(cite).toContain(`${inVolume}, 110`);
      }
      expect(talk.bibtex).toContain('@incollection{talk,');
      expect(talk.ris).toContain('TY  - CHAP\r\n');
      expect(JSON.parse(talk.csl)).toMatchObject([
        { id: 'document:talk', page: '110-111', issued: { 'date-parts': [[1993]] } },
      ]);
    });

    it('are null where there is none', async () => {
      expect(await ask(store, '{ document(id: "document:nothing") { id } }')).toEqual({ document: null });
      expect(await ask(store, '{ document(id: "person:nam-il") { id } }')).toEqual({ document: null });
    });
  });

  describe('relations', () => {
    it('are found by type, ends, kinds and modality', async () => {
      const answer = await ask(
        store,
        `{ planned: relations(modality: [PLANNED]) { nodes { id } }
          kim: relations(types: [MET_WITH], target: "person:kim-il-sung") { nodes { id } }
          mao: relations(source: "person:kim-il-sung", target: "person:mao-zedong") { nodes { id } }
          papers: relations(kinds: [PUBLICATION]) { nodes { target { ... on Entity { name } } } } }`,
      );
      expect(ids(answer.planned)).toEqual(['relation:visited/person:kim-il-sung/place:beijing~planned']);
      expect(ids(answer.kim)).toEqual(['relation:met-with/person:a-m-ivanov/person:kim-il-sung']);
      expect(ids(answer.mao)).toEqual(['relation:met-with/person:kim-il-sung/person:mao-zedong']);
      expect(answer.papers.nodes).toEqual([
        { target: { name: 'Five Year Plan' } },
        { target: { name: 'June plenum' } },
      ]);
    });

    it('end in entities or in the document that somebody authored, and read as words', async () => {
      const { relations } = await ask(
        store,
        `{ relations(types: [AUTHORED, HOLDS_POSITION]) { nodes {
          type label backwardLabel symmetric title date weight modality
          source { name } target { __typename id ... on Document { title } } } } }`,
      );
      expect(relations.nodes).toEqual([
        {
          type: 'AUTHORED',
          label: 'authored',
          backwardLabel: 'was authored by',
          symmetric: false,
          title: null,
          date: '1957-07-08',
          weight: 1,
          modality: 'ASSERTED',
          source: { name: 'A. M. Ivanov' },
          target: { __typename: 'Document', id: 'document:journal', title: 'Journal of the ambassador' },
        },
        expect.objectContaining({
          type: 'HOLDS_POSITION',
          title: 'ambassador',
          target: { __typename: 'Place', id: 'place:dprk' },
        }),
      ]);
    });
  });

  describe('statements', () => {
    it('answer who said what to whom about what', async () => {
      const { statements } = await ask(
        store,
        `{ statements(subject: "event:june-plenum") { nodes { mode date quote
          speaker { name } addressees { name } about { name } reportedBy { name } document { title }
          evidence { nodes { quote rule extractor confidence claim { __typename } } } } } }`,
      );
      expect(statements.nodes).toEqual([
        {
          mode: 'INFORMED',
          date: '1957-07-08',
          quote: 'Kim Il Sung INFORMED something.',
          speaker: { name: 'Kim Il Sung' },
          addressees: [{ name: 'A. M. Ivanov' }],
          about: [{ name: 'June plenum' }, { name: 'Cpsu Cc' }],
          reportedBy: [{ name: 'Nam Il' }],
          document: { title: 'Journal of the ambassador' },
          evidence: {
            nodes: [
              {
                quote: 'Kim Il Sung was heard.',
                rule: 'fixture-speech',
                extractor: 'rules',
                confidence: 0.75,
                claim: { __typename: 'Statement' },
              },
            ],
          },
        },
        expect.objectContaining({ mode: 'ASKED', speaker: { name: 'Nam Il' } }),
      ]);
    });

    it.each([
      ['speaker: "person:mao-zedong"', ['PROMISED']],
      ['addressee: "person:a-m-ivanov"', ['INFORMED', 'ASKED']],
      ['addressee: "person:a-m-ivanov", speaker: "person:nam-il"', ['ASKED']],
      ['modes: [PROMISED, ASKED]', ['ASKED', 'PROMISED']],
      ['from: "1957-11-20", to: "1957-11"', ['PROMISED']],
      ['speaker: "person:nobody"', []],
    ])('with %s', async (args, modes) => {
      const { statements } = await ask(store, `{ statements(${args}) { nodes { mode } } }`);
      expect(statements.nodes.map(({ mode }: { mode: string }) => mode)).toEqual(modes);
    });

    it('refuse a range that ends before it begins', async () => {
      const error = await refusal(store, '{ statements(from: "1958", to: "1957-12") { nodes { id } } }');
      expect(error.code).toBe('BAD_ARGUMENT');
    });

    it('take a range whose end is a year that holds its beginning', async () => {
      const { statements } = await ask(store, '{ statements(from: "1957-07-08", to: "1957") { nodes { mode } } }');
      expect(statements.nodes).toHaveLength(3);
    });
  });

  describe('passages', () => {
    it('stand in the text where they say, with the text around them', async () => {
      const { document } = await ask(
        store,
        `{ document(id: "document:journal") { text mentions(first: 100) { nodes { text start end
          context(characters: 12) { before text after } } } } }`,
      );
      expect(document.mentions.nodes.length).toBeGreaterThan(10);
      for (const { text, start, end, context } of document.mentions.nodes) {
        expect(document.text.slice(start, end)).toBe(text);
        expect(context.text).toBe(text);
        expect(context.before).toBe(document.text.slice(Math.max(0, start - 12), start));
        expect(context.after).toBe(document.text.slice(end, end + 12));
      }
    });

    it('are not surrounded by half a letter', async () => {
      const { document } = await ask(
        store,
        `{ document(id: "document:note") { mentions(entity: "person:a-m-ivanov") { nodes {
          context(characters: 2) { before after } } } } }`,
      );
      // Behind the name comes a line break, and behind it the two code units of 𝕂, of which only one would fit.
      expect(document.mentions.nodes).toEqual([{ context: { before: '', after: '\n' } }]);
    });

    it.each([-1, 2001])('are not given with %i characters around them', async (characters) => {
      const query = `{ document(id: "document:note") { mentions { nodes { context(characters: ${characters}) { text } } } } }`;
      expect((await refusal(store, query)).code).toBe('BAD_ARGUMENT');
    });
  });
}
