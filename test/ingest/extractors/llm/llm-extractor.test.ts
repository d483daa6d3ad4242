import { describe, expect, it } from '@jest/globals';
import { llmExtractor } from '../../../../ingest/extractors/llm/llm-extractor.js';
import { resolve } from '../../../../ingest/resolve.js';
import { validateBatch } from '../../../../src/store/validate-batch.js';
import { says, startChatServer } from './chat-server.js';
import {
  documentOf,
  found,
  graphOfRules,
  journalText,
  modelOf,
  type Reading,
  readWithModel,
  relation,
  secretKey,
  statement,
} from './read-with-model.js';

const opinion = 'In the eyes of Nam Il the plan of Mikoyan was a mistake.';
const azaleas = { surface: 'Red Azaleas', kind: 'PUBLICATION' };
const ryongbyol = { surface: 'Ryongbyol', kind: 'PLACE' };

/** What the model added, in a line each. */
function added({ document, graph }: Reading) {
  const before = graphOfRules(document);
  const ids = new Set(before.entities.map(({ id }) => id));
  return {
    entities: graph.entities.filter(({ id }) => !ids.has(id)).map(({ id }) => id),
    relations: graph.relations.flatMap(({ type, source, target, evidence }) =>
      evidence
        .filter(({ extractor }) => extractor !== undefined)
        .map(({ quote }) => `${type} ${source} → ${target}: ${quote}`),
    ),
    statements: graph.statements
      .filter(({ extractor }) => extractor !== undefined)
      .map(({ speaker, mode, quote }) => `${speaker} ${mode}: ${quote}`),
  };
}

async function batchOf({ document, graph }: Reading) {
  const batch = resolve(graph, document, 'fingerprint', 'rules');
  expect(() => validateBatch(batch)).not.toThrow();
  return batch;
}

/** Every item proposed has become something, and a store would take the graph. */
async function expectAccounted(reading: Reading): Promise<void> {
  const { proposed, kept, known, dropped } = reading.model;
  expect(kept + known + Object.values(dropped).reduce((sum, count) => sum + count, 0)).toBe(proposed);
  await batchOf(reading);
}

describe('a good answer', () => {
  const answer = found({
    entities: [azaleas, ryongbyol, { surface: 'Nam Il', kind: 'PERSON' }],
    relations: [relation('CRITICIZED', 'Nam Il', 'Mikoyan', opinion)],
    statements: [statement('Mikoyan', 'QUOTED', 'The winter will be hard', { about: ['Ryongbyol', 'Belgrade'] })],
  });

  it('adds what stands in the text, in the words of the text as received', async () => {
    const reading = await readWithModel(says(answer));
    expect(added(reading)).toEqual({
      entities: ['publication:red-azaleas', 'place:ryongbyol'],
      relations: [
        'CRITICIZED person:nam-il → person:anastas-mikoyan: In the eyes of Nam II the plan of Mikoyan\nwas a mistake.',
      ],
      statements: ['person:anastas-mikoyan QUOTED: The winter will be hard'],
    });
    expect(reading.model).toEqual({
      extractor: 'llm:test-model',
      parts: 1,
      partsRead: 1,
      requests: 1,
      tokens: expect.any(Number),
      proposed: 5,
      kept: 4,
      known: 1,
      dropped: {},
      referencesDropped: 1,
    });
    await expectAccounted(reading);
  });

  it('names on each piece of evidence who found it', async () => {
    const { evidence } = await batchOf(await readWithModel(says(answer)));
    const by = (extractor: string) => evidence.filter((piece) => piece.extractor === extractor);
    expect(by('llm:test-model').map(({ rule }) => rule)).toEqual(['quoted-by-model', 'quoted-by-model']);
    expect(by('rules').length).toBe(evidence.length - 2);
    expect(by('rules').length).toBeGreaterThan(5);
  });

  it('takes nothing from what the rules found, and counts the sentences it brought', async () => {
    const { document, graph } = await readWithModel(says(answer));
    const before = graphOfRules(document);
    expect(graph.entities.slice(0, before.entities.length)).toEqual(before.entities);
    expect(graph.relations.slice(0, before.relations.length)).toEqual(before.relations);
    expect(graph.statements).toEqual(expect.arrayContaining([...before.statements]));
    const [now, then] = [graph.document.coverage, before.document.coverage];
    expect(now.sentencesWithFindings).toBe(then.sentencesWithFindings + 1);
    expect(now.sentences).toBe(then.sentences);
  });

  it('gives an equal relation one more piece of evidence, and none for a passage that supports it already', async () => {
    const again = 'I had it from Nam II himself that the road was closed.';
    const reading = await readWithModel(
      says(
        found({
          relations: [
            relation('INFORMED', 'He', 'me', 'He told me that the harvest was good.'),
            relation('INFORMED', 'Nam Il', 'I', 'I had it from Nam Il himself that the road was closed.'),
          ],
        }),
      ),
      `${journalText}\n${again}\n`,
    );
    const informed = reading.graph.relations.filter(({ type }) => type === 'INFORMED');
    expect(informed).toHaveLength(1);
    expect(informed[0]?.evidence.map(({ quote, extractor }) => [quote, extractor])).toEqual([
      ['He told me that the harvest was good.', undefined],
      [again, 'llm:test-model'],
    ]);
    expect(reading.model).toMatchObject({ known: 1, kept: 1 });
    await expectAccounted(reading);
  });

  it.each([
    ['a title before a name', 'Minister Nam Il', 'person:nam-il', 'Minister Nam II'],
    ['a relative of somebody', 'the wife of Nam Il', undefined, 'the wife of Nam II'],
  ])('tells %s from another person', async (_what, surface, id, received) => {
    const text = `${journalText}\nOn the road I met ${received} again.\n`;
    const reading = await readWithModel(says(found({ entities: [{ surface, kind: 'PERSON' }] })), text);
    expect(added(reading).entities).toEqual([]);
    expect(reading.model).toMatchObject(id === undefined ? { known: 0, kept: 0 } : { known: 1 });
    await expectAccounted(reading);
  });

  it('takes a pronoun for whom the rules found it to mean', async () => {
    const reading = await readWithModel(
      says(found({ relations: [relation('SUPPORTED', 'He', 'me', 'He told me that the harvest was good.')] })),
    );
    expect(added(reading).relations).toEqual([
      'SUPPORTED person:nam-il → person:vasily-ivanov: He told me that the harvest was good.',
    ]);
  });

  it('stores a symmetric relation once, whichever way the model turns it', async () => {
    const turned = ['Nam Il', 'Mikoyan'].map((source, index, both) =>
      relation('MET_WITH', source, both[1 - index] as string, opinion),
    );
    const reading = await readWithModel(says(found({ relations: turned })));
    expect(reading.model).toMatchObject({ kept: 1, known: 1 });
    await expectAccounted(reading);
  });

  it('keeps the title of an office only where it stands in the text', async () => {
    const quote = 'Counselor of the Soviet Embassy in the DPRK V.I. Ivanov';
    const held = (title: string) => relation('HOLDS_POSITION', 'V.I. Ivanov', 'DPRK', quote, { title });
    const reading = await readWithModel(says(found({ relations: [held('Counselor'), held('Grand Vizier')] })));
    const titles = reading.graph.relations
      .filter(({ type, target }) => type === 'HOLDS_POSITION' && target === 'place:dprk')
      .map(({ title }) => title);
    expect(titles).toEqual(['Counselor', undefined]);
    await expectAccounted(reading);
  });
});

describe('a false answer', () => {
  const dropped = async (lists: Parameters<typeof found>[0]) => {
    const reading = await readWithModel(says(found(lists)));
    await expectAccounted(reading);
    expect(reading.model.kept).toBe(0);
    const { document, graph } = reading;
    const { coverage, ...rest } = graph.document;
    const before = graphOfRules(document);
    const { coverage: earlier, ...same } = before.document;
    expect({ ...graph, document: rest }).toEqual({ ...before, document: same });
    expect({ ...coverage, model: undefined }).toEqual({ ...earlier, model: undefined });
    return reading.model.dropped;
  };

  it.each([
    ['invented', 'Nam Il called Mikoyan a fool.'],
    ['changed by one letter', 'In the eyes of Nam Il the plan of Mikoyan was a mistaken.'],
    ['cut inside a word', 'n the eyes of Nam Il the plan of Mikoyan was a mistak'],
    ['too short to support anything', 'Nam Il'],
    ['empty', ''],
  ])('a quotation that is %s is dropped and counted', async (_what, quote) => {
    expect(await dropped({ relations: [relation('CRITICIZED', 'Nam Il', 'Mikoyan', quote)] })).toEqual({
      'relation: its quotation is not in the text': 1,
    });
    expect(await dropped({ statements: [statement('Mikoyan', 'SAID', quote)] })).toEqual({
      'statement: its quotation is not in the text': 1,
    });
  });

  it.each([
    ['an entity that the text does not name', { surface: 'Zhou Enlai', kind: 'PERSON' }, 'not in the text'],
    ['a part of a word', { surface: 'Azal', kind: 'PUBLICATION' }, 'not in the text'],
    ['a pronoun', { surface: 'They', kind: 'GROUP' }, 'not a name'],
    ['a common noun', { surface: 'harvest', kind: 'EVENT' }, 'not a name'],
    [
      'one of another kind than the rules found',
      { surface: 'Nam Il', kind: 'PLACE' },
      'of another kind than the rules found',
    ],
    ['one that cuts across a name', { surface: 'Il the plan', kind: 'AGREEMENT' }, 'cut otherwise by the rules'],
  ])('%s is dropped', async (_what, entity, reason) => {
    expect(await dropped({ entities: [entity] })).toEqual({ [`entity: ${reason}`]: 1 });
  });

  it.each([
    [
      'an end that the text does not name',
      relation('CRITICIZED', 'Nam Il', 'Tito', opinion),
      'an end is no entity of the text',
    ],
    [
      'a pronoun that stands elsewhere',
      relation('CRITICIZED', 'He', 'Mikoyan', opinion),
      'an end is no entity of the text',
    ],
    [
      'ends that the ontology does not join',
      relation('PART_OF', 'Nam Il', 'Mikoyan', opinion),
      'not allowed by the ontology',
    ],
    ['an entity with itself', relation('CRITICIZED', 'Nam Il', 'Nam Il', opinion), 'not allowed by the ontology'],
    [
      'ends that the quotation does not speak of',
      relation('CRITICIZED', 'Nam Il', 'Mikoyan', 'He told me that the harvest was good.'),
      'an end is not in the quotation',
    ],
  ])('a relation of %s is dropped', async (_what, proposed, reason) => {
    expect(await dropped({ relations: [proposed] })).toEqual({ [`relation: ${reason}`]: 1 });
  });

  it.each([
    ['somebody whom the text does not name', 'Tito', 'the speaker is no entity of the text'],
    ['an event that the text has no name for', 'conversation of 3 August 1957', 'the speaker is no entity of the text'],
  ])('a statement by %s is dropped', async (_what, speaker, reason) => {
    expect(await dropped({ statements: [statement(speaker, 'SAID', 'the harvest was good')] })).toEqual({
      [`statement: ${reason}`]: 1,
    });
  });

  it('words are not given to a speaker who is named far from them', async () => {
    const far = journalText.replace(
      '\n"The winter',
      `\n${'It rained and nothing was done. '.repeat(20)}\n\n"The winter`,
    );
    const { model } = await readWithModel(
      says(found({ statements: [statement('V.I. Ivanov', 'SAID', 'The winter will be hard')] })),
      far,
    );
    expect(model.dropped).toEqual({ 'statement: the speaker is not near the quotation': 1 });
  });
});

describe('a long document', () => {
  const filler = Array.from({ length: 400 }, (_, day) => `On day ${day} it rained and nothing was done.`).join(' ');
  const long = `${journalText}\n${filler}\n\nThe road to Kaesong was open.\n`;

  it('is asked about in parts, and each claim counts once though parts overlap', async () => {
    const answer = found({
      entities: [azaleas],
      relations: [relation('CRITICIZED', 'Nam Il', 'Mikoyan', opinion)],
    });
    const reading = await readWithModel(says(answer), long);
    expect(reading.requests.length).toBeGreaterThan(2);
    expect(reading.model).toMatchObject({
      kept: 2,
      parts: reading.requests.length,
      partsRead: reading.requests.length,
    });
    // Elsewhere than in the first part the quotation is not found.
    expect(reading.model.dropped['relation: its quotation is not in the text']).toBe(reading.requests.length - 1);
    await expectAccounted(reading);
  });

  it('stops where the tokens of the run are spent, and says so', async () => {
    const { model, requests } = await readWithModel(says(found({}), { tokens: 6_000 }), long, { maxTokens: 10_000 });
    expect(requests).toHaveLength(2);
    expect(model).toMatchObject({ partsRead: 2, failure: 'the limit of 10000 tokens is reached' });
    expect(model.tokens).toBeGreaterThanOrEqual(12_000);
  });

  it('costs the run what all documents before it have cost', async () => {
    const server = await startChatServer(says(found({}), { tokens: 6_000 }));
    const extractor = llmExtractor({ url: server.url, model: 'm', maxTokens: 5_000, maxSeconds: 20 });
    const document = documentOf(journalText);
    const readings = [];
    for (const _time of [1, 2]) readings.push(modelOf(await extractor.complete(document, graphOfRules(document))));
    await server.close();
    expect(readings.map(({ failure }) => failure)).toEqual([undefined, 'the limit of 5000 tokens is reached']);
    expect(server.requests).toHaveLength(1);
  });
});

describe('a request', () => {
  it('carries the key, the model, the schema and the instructions, with the document apart from them', async () => {
    const { requests } = await readWithModel(says(found({})));
    const [{ path, headers, body }] = requests as [(typeof requests)[number]];
    expect(path).toBe('/v1/chat/completions');
    expect(headers.authorization).toBe(`Bearer ${secretKey}`);
    expect(body.model).toBe('test-model');
    expect(body.messages.map(({ role }) => role)).toEqual(['system', 'user']);
    const [system, user] = body.messages.map(({ content }) => content) as [string, string];
    expect(system).not.toContain('Mikoyan');
    expect(user).toContain(opinion.slice(0, 30));
    const schema = JSON.stringify(body.response_format?.json_schema.schema);
    expect(body.response_format?.json_schema.strict).toBe(true);
    for (const name of ['GROUP', 'CRITICIZED', 'THANKED', 'REPORTED']) {
      expect(system).toContain(name);
      expect(schema).toContain(name);
    }
    // Who wrote a document its apparatus says.
    expect(system + schema).not.toContain('AUTHORED');
  });

  it('carries no key where none is set', async () => {
    const { requests } = await readWithModel(says(found({})), journalText, { key: undefined });
    expect(requests[0]?.headers.authorization).toBeUndefined();
  });

  it('shows the apparatus of a document to nobody', async () => {
    const { requests } = await readWithModel(
      says(found({})),
      `[Sample written for this repository: not an archival document.]\n\n${journalText}`,
    );
    expect(requests[0]?.body.messages[1]?.content).not.toContain('Sample written');
  });
});
