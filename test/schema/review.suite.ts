import { describe, expect, it } from '@jest/globals';
import { graphql } from 'graphql';
import { createContext } from '../../schema/context.js';
import { schema } from '../../schema/schema.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { graphBatch } from '../store/graph-batch-fixture.js';
import { ask, fill, type OpenStore, refusal } from './ask.js';

const documents = [
  graphBatch({
    key: 'a',
    entities: [
      { id: 'person:kim-il-sung', name: 'Kim Il Sung' },
      { id: 'person:j-dulles', name: 'J. Dulles' },
    ],
  }),
  graphBatch({
    key: 'b',
    entities: [
      { id: 'person:kim-ir-sen', name: 'Kim Ir Sen' },
      { id: 'person:janet-dulles', name: 'Janet Dulles' },
    ],
  }),
  graphBatch({ key: 'c', entities: [{ id: 'person:john-dulles', name: 'John Dulles' }] }),
];

async function change(store: GraphStore, source: string) {
  const { data, errors } = await graphql({
    schema,
    source,
    contextValue: createContext(store, { name: 'admin', role: 'EDITOR' }),
  });
  if (errors?.[0]) throw errors[0].originalError ?? errors[0];
  return data as Record<string, Record<string, unknown>>;
}

export function review(open: OpenStore): void {
  describe('the list to review', () => {
    it('tells which names make an entity, and finds it by any of them', async () => {
      const store = await fill(open, documents);
      const answer = await ask(
        store,
        '{ entity(id: "person:kim-ir-sen") { id aliases identities { id name entity { id } } } }',
      );
      const entity = { id: 'person:kim-il-sung' };
      expect(answer.entity).toEqual({
        ...entity,
        aliases: ['Kim Ir Sen'],
        identities: [
          { id: 'person:kim-il-sung', name: 'Kim Il Sung', entity },
          { id: 'person:kim-ir-sen', name: 'Kim Ir Sen', entity },
        ],
      });
    });

    it('gives the open pairs with their reasons, page by page', async () => {
      const store = await fill(open, documents);
      const query = (after: string) =>
        `{ matches(states: [OPEN], first: 1${after}) { pageInfo { hasNextPage endCursor }
           nodes { left { name } right { name } verdict score reason state } } }`;
      const { matches: first } = await ask(store, query(''));
      const { matches: second } = await ask(store, query(`, after: "${first.pageInfo.endCursor}"`));
      expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
      expect([...first.nodes, ...second.nodes]).toEqual(
        ['Janet Dulles', 'John Dulles'].map((name) => ({
          left: { name: 'J. Dulles' },
          right: { name },
          verdict: 'SAME',
          score: 0.85,
          reason: 'the same surname, initials that agree',
          state: 'OPEN',
        })),
      );
    });

    it('takes a decision from an editor, and takes it back', async () => {
      const store = await fill(open, documents);
      const { decideMatch } = await change(
        store,
        `mutation { decideMatch(left: "person:j-dulles", right: "person:john-dulles", verdict: SAME, note: "1957") {
           id verdict left right by note undoneAt } }`,
      );
      expect(decideMatch).toMatchObject({
        ...{ verdict: 'SAME', left: 'person:j-dulles', right: 'person:john-dulles' },
        ...{ by: 'admin', note: '1957', undoneAt: null },
      });
      const entity = '{ entity(id: "person:j-dulles") { id } }';
      expect(await ask(store, entity)).toEqual({ entity: { id: 'person:john-dulles' } });
      const held = '{ decisions(undone: false) { nodes { id verdict } } }';
      expect((await ask(store, held)).decisions.nodes).toEqual([{ id: decideMatch?.id, verdict: 'SAME' }]);

      const { undoDecision } = await change(store, `mutation { undoDecision(id: "${decideMatch?.id}") { undoneBy } }`);
      expect(undoDecision).toEqual({ undoneBy: 'admin' });
      expect(await ask(store, entity)).toEqual({ entity: { id: 'person:j-dulles' } });
      expect((await ask(store, held)).decisions.nodes).toEqual([]);
    });

    it('changes nothing for a reader', async () => {
      const store = await fill(open, documents);
      for (const field of [
        'decideMatch(left: "person:j-dulles", right: "person:john-dulles", verdict: SAME)',
        'undoDecision(id: "decision:00000001")',
      ]) {
        expect(await refusal(store, `mutation { ${field} { id } }`)).toMatchObject({ code: 'UNAUTHENTICATED' });
      }
      expect((await ask(store, '{ entity(id: "person:j-dulles") { id } }')).entity.id).toBe('person:j-dulles');
    });
  });
}
