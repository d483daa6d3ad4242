import { evidenceId, mentionId, relationId } from '../../src/model/entity-id.js';
import type { GraphBatch } from '../../src/model/records.js';
import { graphBatch } from '../store/graph-batch-fixture.js';

const line = 'The ambassador told the minister that the talks would go on, and the minister agreed to it at once.';

export interface LongDocument {
  readonly batch: GraphBatch;
  readonly text: string;
  /** The passage of one relation, near the end of the text. */
  readonly passage: { readonly start: number; readonly end: number };
  readonly mentions: number;
}

/** A document of a million characters with two mentions in each line and a passage in every tenth. */
export function longDocument(): LongDocument {
  const batch = graphBatch({
    key: 'long',
    date: '1957-07-12',
    entities: [
      { id: 'person:ambassador', name: 'Ambassador' },
      { id: 'person:minister', name: 'Minister' },
    ],
    relations: [{ type: 'INFORMED', source: 'person:ambassador', target: 'person:minister' }],
  });
  const id = 'document:long';
  const count = Math.ceil(1_000_000 / (line.length + 1));
  const text = `${Array.from({ length: count }, () => line).join('\n')}\n`;
  const claim = relationId('INFORMED', 'person:ambassador', 'person:minister', null, 'ASSERTED');
  const starts = Array.from({ length: count }, (_, index) => index * (line.length + 1));
  const mention = (entity: string, words: string) => (start: number) => {
    const at = start + line.indexOf(words);
    const end = at + words.length;
    return {
      id: mentionId(id, at, end, entity),
      entity,
      document: id,
      text: words,
      start: at,
      end,
      kind: 'title' as const,
    };
  };
  const places = starts
    .filter((_, index) => index % 10 === 0)
    .map((start) => ({ start, end: start + line.indexOf(',') }));
  const [evidence] = batch.evidence;
  const passage = places.at(-3);
  if (evidence === undefined || passage === undefined) throw new Error('The fixture has lost its passages.');
  return {
    text,
    passage,
    mentions: 2 * count,
    batch: {
      ...batch,
      text,
      entities: batch.entities.map((entity) => ({ ...entity, mentionCount: count })),
      document: { ...batch.document, textLength: text.length },
      mentions: [
        ...starts.map(mention('person:ambassador', 'ambassador')),
        ...starts.map(mention('person:minister', 'minister')),
      ],
      evidence: places.map(({ start, end }) => ({
        ...evidence,
        id: evidenceId(id, start, end, claim),
        start,
        end,
        quote: text.slice(start, end),
      })),
    },
  };
}
