import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createPipeline, type Pipeline } from '../../../../ingest/pipeline.js';
import {
  entityKindNames,
  modalityNames,
  relationTypeNames,
  statementModeNames,
} from '../../../../src/model/ontology.js';
import { expectValidGraph } from '../../expect-valid-graph.js';
import { type ChatServer, says, startChatServer } from './chat-server.js';
import { documentOf, found, journalText, modelOf, relation, settingsFor, statement } from './read-with-model.js';

const document = documentOf(
  `${journalText}\nComrade Nam II and the wife of Mikoyan went to the Kilchu Mill with Kim II Sung, Kim Ir Sen and “Kim”.\n`,
);
const words = document.text.split(/\s+/);
/** Stretches of the document, some of them with a letter changed, and some from nowhere. */
const stretch = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.nat(words.length - 1), fc.integer({ min: 1, max: 4 })) },
  { weight: 6, arbitrary: fc.tuple(fc.nat(words.length - 1), fc.integer({ min: 5, max: 40 })) },
);
const piece = fc.oneof(
  { weight: 8, arbitrary: stretch.map(([at, length]) => words.slice(at, at + length).join(' ')) },
  { weight: 4, arbitrary: fc.constantFrom('Nam Il', 'Mikoyan', 'I', 'He', 'Red Azaleas', 'Ryongbyol', 'Kim Il Sung') },
  { weight: 1, arbitrary: stretch.map(([at]) => document.text.slice(at, at + 30)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);
const anyItem = fc.oneof(piece, fc.jsonValue());
const answer = fc.record({
  entities: fc.array(
    fc.oneof(
      { weight: 9, arbitrary: fc.record({ surface: piece, kind: fc.constantFrom(...entityKindNames) }) },
      { weight: 1, arbitrary: anyItem },
    ),
  ),
  relations: fc.array(
    fc.oneof(
      {
        weight: 9,
        arbitrary: fc
          .tuple(fc.constantFrom(...relationTypeNames), piece, piece, piece, fc.constantFrom(...modalityNames), piece)
          .map(([type, source, target, quote, modality, title]) =>
            relation(type, source, target, quote, { modality, title }),
          ),
      },
      { weight: 1, arbitrary: anyItem },
    ),
  ),
  statements: fc.array(
    fc
      .tuple(piece, fc.constantFrom(...statementModeNames), piece, fc.array(piece), fc.array(piece))
      .map(([speaker, mode, quote, addressees, about]) => statement(speaker, mode, quote, { addressees, about })),
  ),
});

describe('whatever a model answers', () => {
  let server: ChatServer;
  let pipeline: Pipeline;
  let next: object = found({});
  beforeAll(async () => {
    server = await startChatServer((response, request, index) => says(next)(response, request, index));
    pipeline = await createPipeline({ llm: { ...settingsFor(server.url), maxTokens: Number.MAX_SAFE_INTEGER } });
  });
  afterAll(() => server.close());

  it('the graph is one that a store takes, and every item is accounted for', async () => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(answer, async (lists) => {
        next = lists;
        const model = modelOf(await expectValidGraph(pipeline, document));
        const dropped = Object.values(model.dropped).reduce((sum, count) => sum + count, 0);
        expect(model.kept + model.known + dropped).toBe(model.proposed);
        expect(model.failure).toBeUndefined();
        kept += model.kept;
      }),
      { numRuns: 150 },
    );
    // The answers were good enough to be a test.
    expect(kept).toBeGreaterThan(20);
  }, 120_000);
});
