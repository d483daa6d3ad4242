import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { GraphStore } from '../../src/store/graph-store.js';
import { countCalls } from '../store/counting-store.js';
import { graphBatch } from '../store/graph-batch-fixture.js';
import { ask, fill, type OpenStore, refusal } from './ask.js';

const speakers = Array.from({ length: 12 }, (_, i) => `person:s${String(i).padStart(2, '0')}`);
const around = 'and so on and so forth '.repeat(12);

/** Twelve speakers on rice, each two months after the last; one speaks long. */
const protocol = graphBatch({
  key: 'protocol',
  date: '1957-05-20',
  record: { title: 'Protocol' },
  entities: [{ id: 'person:kim-il-sung', aliases: ['Kim Ir Sen'] }],
  statements: [
    ...speakers.map((speaker, i) => ({
      speaker,
      about: ['person:kim-il-sung'],
      quote: `spoke of rice, and ${i} sacks of it`,
      date: `195${6 + Math.floor(i / 6)}-${String(1 + (i % 6) * 2).padStart(2, '0')}`,
    })),
    { speaker: 'person:s00', mode: 'PROMISED', quote: `${around}a ton of 𝕂orean millet ${around}` },
  ],
  relations: [
    { type: 'INFORMED', source: 'person:s00', target: 'person:kim-il-sung', quote: 'told Kim Ir Sen of rice' },
  ],
});

/** `searchPassages`: the words that claims rest on. */
export function passageQuestions(open: OpenStore): void {
  let store: GraphStore;
  beforeAll(async () => {
    store = await fill(open, [protocol]);
  });
  afterAll(() => store.close());

  const search = async (args: string, fields: string) =>
    (await ask(store, `{ searchPassages(${args}) { ${fields} } }`)).searchPassages;

  it('gives the claim, the document and the words, marked in the quote and in the text', async () => {
    const { nodes, terms, truncated } = await search(
      'query: "Kim Ir Sen rice", first: 1',
      `nodes { claim { id ... on Relation { type } } claims { id } date quote score start end document { id title }
        highlights { start end quoteStart quoteEnd text } snippet { parts { text isMatch } isCutBefore isCutAfter } }
       terms { kind text entities { id } isMisspelled } truncated`,
    );
    const [hit] = nodes;
    const { text } = protocol;
    expect(hit).toMatchObject({
      claim: { type: 'INFORMED' },
      claims: [{ id: hit.claim.id }],
      quote: 'told Kim Ir Sen of rice',
      document: { title: 'Protocol' },
      snippet: {
        parts: [
          { text: 'told ', isMatch: false },
          { text: 'Kim Ir Sen', isMatch: true },
          { text: ' of ', isMatch: false },
          { text: 'rice', isMatch: true },
        ],
        ...{ isCutBefore: false, isCutAfter: false },
      },
    });
    expect(hit.highlights.map((one: { text: string }) => one.text)).toEqual(['Kim Ir Sen', 'rice']);
    for (const one of hit.highlights) {
      expect(text.slice(one.start, one.end)).toBe(one.text);
      expect(hit.quote.slice(one.quoteStart, one.quoteEnd)).toBe(one.text);
    }
    expect(terms).toEqual([
      { kind: 'NAME', text: 'Kim Ir Sen', entities: [{ id: 'person:kim-il-sung' }], isMisspelled: false },
      { kind: 'WORD', text: 'rice', entities: [], isMisspelled: false },
    ]);
    expect(truncated).toBe(false);
  });

  it('gives of long words what was found, with whole words around it', async () => {
    const { nodes } = await search(
      'query: "milet korean"',
      'nodes { quote snippet(characters: 60) { start end isCutBefore isCutAfter parts { text isMatch } } } terms { isMisspelled }',
    );
    const [{ snippet }] = nodes;
    const shown = snippet.parts.map(({ text }: { text: string }) => text).join('');
    expect(shown).toBe(protocol.text.slice(snippet.start, snippet.end));
    expect(shown.length).toBeLessThanOrEqual(60);
    expect(snippet).toMatchObject({ isCutBefore: true, isCutAfter: true });
    expect(shown).toMatch(/^(and|so|on|forth) .*a ton of 𝕂orean millet .*(and|so|on|forth)$/);
    expect(snippet.parts.filter((part: { isMatch: boolean }) => part.isMatch)).toEqual([
      { text: '𝕂orean', isMatch: true },
      { text: 'millet', isMatch: true },
    ]);
  });

  it('counts all hits in facets, cut where asked, whatever the page', async () => {
    const { nodes, facets } = await search(
      'query: "rice", first: 1',
      `nodes { date } facets { passages truncated claims { claim count } modes { mode count } types { type count } kinds { kind count }
        dates { counts { date count } others } months: dates(by: MONTH, first: 2) { counts { date count } others }
        documents { counts { document { id } count } others } entities(first: 2) { counts { entity { id } count } others } }`,
    );
    expect(nodes).toHaveLength(1);
    expect(facets).toEqual({
      ...{ passages: 13, truncated: false },
      claims: [
        { claim: 'STATEMENT', count: 12 },
        { claim: 'RELATION', count: 1 },
      ],
      modes: [{ mode: 'SAID', count: 12 }],
      types: [{ type: 'INFORMED', count: 1 }],
      kinds: [{ kind: 'PERSON', count: 13 }],
      dates: {
        counts: [
          { date: '1956', count: 6 },
          { date: '1957', count: 7 },
        ],
        others: 0,
      },
      months: {
        counts: [
          { date: '1956-01', count: 1 },
          { date: '1956-03', count: 1 },
        ],
        others: 10,
      },
      documents: { counts: [{ document: { id: 'document:protocol' }, count: 13 }], others: 0 },
      entities: {
        counts: [
          { entity: { id: 'person:kim-il-sung' }, count: 13 },
          { entity: { id: 'person:s00' }, count: 2 },
        ],
        others: 11,
      },
    });
  });

  it('says which words are missing, lets no more be so than asked for, and counts by how many', async () => {
    const fields = 'nodes { quote missing { kind text } } facets { passages missing { missing count } } truncated';
    const loose = await search('query: "told rice millet Kim Ir Sen", first: 1', fields);
    expect(loose).toEqual({
      nodes: [{ quote: 'told Kim Ir Sen of rice', missing: [{ kind: 'WORD', text: 'millet' }] }],
      facets: { passages: 1, missing: [{ missing: 1, count: 1 }] },
      truncated: false,
    });
    expect((await search('query: "told rice millet Kim Ir Sen", mostMissing: 0', fields)).nodes).toEqual([]);
  });

  it('keeps to what the filter asks', async () => {
    const count = async (args: string) =>
      (await search(`query: "rice", ${args}`, 'facets { passages }')).facets.passages;
    expect(await count('claims: [RELATION]')).toBe(1);
    expect(await count('modes: [PROMISED]')).toBe(0);
    expect(await count('types: [INFORMED]')).toBe(1);
    expect(await count('entity: "person:s00"')).toBe(2);
    expect(await count('from: "1957-05", to: "1957"')).toBe(5);
    expect(await count('document: "document:other"')).toBe(0);
  });

  it('goes on where it was cut, and back', async () => {
    const met: string[] = [];
    let after = '';
    for (let page = 0; page < 9; page += 1) {
      const { nodes, pageInfo } = await search(
        `query: "rice", first: 5${after}`,
        'nodes { claim { id } } pageInfo { hasNextPage endCursor }',
      );
      met.push(...nodes.map(({ claim }: { claim: { id: string } }) => claim.id));
      if (!pageInfo.hasNextPage) break;
      after = `, after: "${pageInfo.endCursor}"`;
    }
    expect(new Set(met).size).toBe(13);
    const { edges } = await search('query: "rice", last: 13', 'edges { cursor node { claim { id } } }');
    expect(edges.map(({ node }: { node: { claim: { id: string } } }) => node.claim.id)).toEqual(met);
  });

  it('costs as many calls for one hit as for all, and one for facets under however many names', async () => {
    const counted = countCalls(store);
    const callsOf = async (first: number) => {
      counted.reset();
      await ask(
        counted.store,
        `{ searchPassages(query: "rice", first: ${first}) { nodes { quote claims { id ... on Statement { speaker { name } } } document { title } } facets { passages } again: facets { entities { counts { entity { name } } } } } }`,
      );
      return counted.byMethod();
    };
    const one = await callsOf(1);
    expect(one).toMatchObject({ searchPassages: 1, passageFacets: 1 });
    expect((await callsOf(13)).nodes).toBeLessThanOrEqual((one.nodes ?? 0) + 1);
    expect((await callsOf(100)).nodes).toBe((await callsOf(13)).nodes);
  });

  it.each([
    'query: "rice", first: 1000000000',
    'query: "rice", last: 0',
    'query: "rice", mostMissing: -1',
    'query: "rice", mostMissing: 5',
    'query: "rice", from: "1958", to: "1957"',
    'query: "rice", after: "x"',
    `query: "${'rice '.repeat(2_000)}"`,
  ])('refuses %.40s before the store is asked', async (args) => {
    const counted = countCalls(store);
    expect((await refusal(counted.store, `{ searchPassages(${args}) { nodes { quote } } }`)).code).toBe('BAD_ARGUMENT');
    expect(counted.calls()).toBe(0);
  });

  it.each(['query: ""', 'query: "the"', 'query: "-rice"', `query: "${'rice '.repeat(41)}"`])(
    'refuses %.40s with what to do',
    async (args) => {
      const error = await refusal(store, `{ searchPassages(${args}) { nodes { quote } } }`);
      expect(error.code).toBe('BAD_ARGUMENT');
      expect(error.cure).toMatch(/\w/);
    },
  );

  it.each(['characters: 0', 'characters: 1000000'])('refuses a snippet of %s', async (args) => {
    const error = await refusal(store, `{ searchPassages(query: "rice") { nodes { snippet(${args}) { start } } } }`);
    expect(error.code).toBe('BAD_ARGUMENT');
  });

  it('of all facets of all pages at once is too much', async () => {
    const page = '{ nodes { claims { id ... on Statement { evidence(first: 100) { nodes { quote } } } } } }';
    expect((await refusal(store, `{ searchPassages(query: "rice", first: 100) ${page} }`)).message).toMatch(
      /may bring \d+ records/,
    );
  });

  it('searchDocuments gives titles and texts, the words marked', async () => {
    const query = `{ searchDocuments(query: "protocol millet", first: 2) { truncated terms { kind text }
      nodes { score document { id } titleParts { text isMatch } snippet(characters: 40) { start end isCutBefore parts { text isMatch } } } pageInfo { hasNextPage } } }`;
    const { searchDocuments } = await ask(store, query);
    const [{ snippet, ...hit }] = searchDocuments.nodes;
    expect(searchDocuments).toMatchObject({ truncated: false, pageInfo: { hasNextPage: false } });
    expect(hit).toMatchObject({
      document: { id: 'document:protocol' },
      titleParts: [{ text: 'Protocol', isMatch: true }],
    });
    const shown = snippet.parts.map(({ text }: { text: string }) => text).join('');
    expect(shown).toBe(protocol.text.slice(snippet.start, snippet.end));
    expect(snippet.parts.filter((part: { isMatch: boolean }) => part.isMatch)).toEqual([
      { text: 'millet', isMatch: true },
    ]);
    const titled = await ask(store, '{ searchDocuments(query: "protocol") { nodes { snippet { start } } } }');
    expect(titled.searchDocuments.nodes).toEqual([{ snippet: null }]);
  });

  it.each([
    'query: "", first: 1',
    'query: "rice", first: 1000000000',
    'query: "rice", after: "x"',
    `query: "${'a'.repeat(2_000)}"`,
  ])('searchDocuments refuses %.40s', async (args) => {
    expect((await refusal(store, `{ searchDocuments(${args}) { nodes { score } } }`)).code).toBe('BAD_ARGUMENT');
  });
}
