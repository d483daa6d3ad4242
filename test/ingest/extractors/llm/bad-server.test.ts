import { describe, expect, it } from '@jest/globals';
import { llmExtractor } from '../../../../ingest/extractors/llm/llm-extractor.js';
import { limits } from '../../../../ingest/extractors/llm/llm-settings.js';
import { type ChatHandler, inTurn, replies, says, startChatServer } from './chat-server.js';
import {
  documentOf,
  found,
  graphOfRules,
  journalText,
  modelOf,
  type Reading,
  readWithModel,
  secretKey,
  settingsFor,
} from './read-with-model.js';

const good = says(found({ entities: [{ surface: 'Ryongbyol', kind: 'PLACE' }] }));

/** The graph of the rules, with the reason why it is no more, in which no secret stands. */
function expectRulesOnly({ document, graph, model }: Reading, failure: string): void {
  const before = graphOfRules(document);
  expect(graph.entities).toEqual(before.entities);
  expect(graph.relations).toEqual(before.relations);
  expect(graph.statements).toEqual(before.statements);
  expect(model).toMatchObject({ partsRead: 0, kept: 0, failure });
  expect(JSON.stringify(graph)).not.toContain(secretKey);
}

describe('a malformed answer', () => {
  it.each<[string, ChatHandler, string]>([
    ['prose', says('I am sorry, I found nothing.'), 'the answer is not the JSON that was asked for'],
    ['JSON of another shape', says({ nodes: [], edges: [] }), 'the answer is not the JSON that was asked for'],
    ['a list', says('[1, 2]'), 'the answer is not the JSON that was asked for'],
    ['JSON that breaks off', says('{"entities": [{"surface": "Ryong'), 'the answer is not the JSON that was asked for'],
    ['one that the server cut off', says(found({}), { finish: 'length' }), 'the answer was cut off'],
    ['an empty message', says(''), 'the answer was empty'],
    ['no choices', replies(200, '{"choices": []}'), 'the answer is none of the protocol'],
    ['null', replies(200, 'null'), 'the answer is none of the protocol'],
    ['broken JSON over the wire', replies(200, '{"choices": ['), 'the answer is none of the protocol'],
    ['a page', replies(200, '<html>', { 'content-type': 'text/html' }), 'the answer is none of the protocol'],
    ['nothing', replies(200, ''), 'the answer is none of the protocol'],
  ])('that is %s leaves the graph of the rules', async (_what, handler, failure) => {
    expectRulesOnly(await readWithModel(handler), failure);
  });

  it('costs only its own part of a long document', async () => {
    const long = `${journalText}\n${'It rained and nothing was done. '.repeat(500)}`;
    const { model, requests } = await readWithModel(inTurn(good, says('no JSON'), good), long);
    expect(requests.length).toBeGreaterThan(2);
    expect(model).toMatchObject({ parts: requests.length, partsRead: requests.length - 1, kept: 1 });
    expect(model.failure).toBe('the answer is not the JSON that was asked for');
  });

  it('costs only the items that are wrong', async () => {
    const { model } = await readWithModel(
      says(
        found({
          entities: [
            { surface: 'Ryongbyol', kind: 'PLACE' },
            { surface: 'Ryongbyol', kind: 'PLANET' },
            { surface: 7, kind: 'PLACE' },
            'Ryongbyol',
            null,
          ],
          relations: [{ type: 'AUTHORED', source: 'Nam Il', target: 'Mikoyan', quote: 'Nam Il told me' }],
        }),
      ),
    );
    expect(model).toMatchObject({ proposed: 6, kept: 1, dropped: { 'not of the shape asked for': 5 } });
    expect(model.failure).toBeUndefined();
  });

  it.each([
    ['a fence', '```json\n%\n```'],
    ['its thoughts', '<think>Perhaps {"entities": []}?</think>\n%'],
  ])('that puts %s around the object is read', async (_what, frame) => {
    const json = JSON.stringify(found({ entities: [{ surface: 'Ryongbyol', kind: 'PLACE' }] }));
    const { model } = await readWithModel(says(frame.replace('%', () => json)));
    expect(model.kept).toBe(1);
  });
});

describe('a server that fails', () => {
  it('is asked again, and its good answer taken', async () => {
    const { model, requests } = await readWithModel(inTurn(replies(500, '{}'), replies(429, '{}'), good));
    expect(requests).toHaveLength(3);
    expect(model).toMatchObject({ partsRead: 1, kept: 1, requests: 3 });
    expect(model.failure).toBeUndefined();
  });

  it.each([
    [500, 'the server failed (500)', 1 + limits.repetitions],
    [429, 'the server takes no more requests (429)', 1 + limits.repetitions],
    [401, 'the server refused the key (401)', 1],
    [403, 'the server refused the key (403)', 1],
    [404, 'the server has no such address or model (404)', 1],
  ])('with %i leaves the graph of the rules, and its words unrepeated', async (status, failure, requests) => {
    const words = JSON.stringify({ error: { message: `Incorrect API key provided: ${secretKey}` } });
    const reading = await readWithModel(replies(status, words));
    expectRulesOnly(reading, failure);
    expect(reading.requests).toHaveLength(requests);
  });

  it('and refuses the key is not asked for the documents that follow', async () => {
    const server = await startChatServer(replies(401, '{}'));
    const extractor = llmExtractor(settingsFor(server.url));
    const document = documentOf(journalText);
    const readings = [];
    for (const _time of [1, 2]) readings.push(modelOf(await extractor.complete(document, graphOfRules(document))));
    await server.close();
    expect(readings.map(({ failure, requests }) => [failure, requests])).toEqual([
      ['the server refused the key (401)', 1],
      ['the server refused the key (401)', 0],
    ]);
    expect(server.requests).toHaveLength(1);
  });

  it('that is not there leaves the graph of the rules', async () => {
    const server = await startChatServer(good);
    await server.close();
    const document = documentOf(journalText);
    const graph = await llmExtractor(settingsFor(server.url)).complete(document, graphOfRules(document));
    expectRulesOnly({ document, graph, model: modelOf(graph), requests: [] }, 'the server could not be reached');
  });

  it('that knows no schemas is asked without, and remembered to be so', async () => {
    const long = `${journalText}\n${'It rained and nothing was done. '.repeat(300)}`;
    const plain: ChatHandler = (response, request, index) =>
      (request.body.response_format === undefined ? good : replies(400, '{}'))(response, request, index);
    const { model, requests } = await readWithModel(plain, long);
    expect(model.failure).toBeUndefined();
    expect(model.partsRead).toBeGreaterThan(1);
    const asked = requests.map(({ body }) => body.response_format !== undefined);
    expect(asked).toEqual([true, true, ...Array.from({ length: model.partsRead }, () => false)]);
  });

  it('that takes no form of the request leaves the graph of the rules', async () => {
    expectRulesOnly(await readWithModel(replies(400, '{}')), 'the server refused the request (400)');
  });
});

describe('a slow server', () => {
  const overOneSecond = 'the limit of 1 s for a document is reached';

  it.each<[string, ChatHandler]>([
    ['never answers', () => undefined],
    [
      'begins to answer and never ends',
      (response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.write('{"choices": [');
      },
    ],
    ['asks to be asked again later', replies(429, '{}', { 'retry-after-ms': '2500' })],
  ])('that %s is left when the time is over', async (_what, handler) => {
    expectRulesOnly(await readWithModel(handler, journalText, { maxSeconds: 1 }), overOneSecond);
  });

  it('is left when the run is interrupted', async () => {
    const stop = new AbortController();
    const handler: ChatHandler = () => stop.abort();
    expectRulesOnly(await readWithModel(handler, journalText, { stop: stop.signal }), 'it was interrupted');
    expectRulesOnly(await readWithModel(good, journalText, { stop: stop.signal }), 'it was interrupted');
  });

  it('loses nothing of the parts that it has answered', async () => {
    const long = `${journalText}\n${'It rained and nothing was done. '.repeat(300)}`;
    const { model } = await readWithModel(
      inTurn(good, () => undefined),
      long,
      { maxSeconds: 1 },
    );
    expect(model).toMatchObject({ partsRead: 1, kept: 1, failure: overOneSecond });
  });
});
