import { describe, expect, it } from '@jest/globals';
import { graphBatch } from '../store/graph-batch-fixture.js';
import { ask, change, fill, type OpenStore, refusal } from './ask.js';

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
           id verdict left { id name } right { id } by note undoneAt } }`,
      );
      expect(decideMatch).toMatchObject({
        ...{ verdict: 'SAME', left: { id: 'person:j-dulles', name: 'J. Dulles' }, right: { id: 'person:john-dulles' } },
        ...{ by: 'admin', note: '1957', undoneAt: null },
      });
      const entity = '{ entity(id: "person:j-dulles") { id } }';
      expect(await ask(store, entity)).toEqual({ entity: { id: 'person:john-dulles' } });
      const { undo } = await change(store, `mutation { undo(entry: "${decideMatch?.id}") { undoneBy } }`);
      expect(undo).toEqual({ undoneBy: 'admin' });
      expect(await ask(store, entity)).toEqual({ entity: { id: 'person:j-dulles' } });
    });

    it('changes nothing for a reader', async () => {
      const store = await fill(open, documents);
      for (const field of [
        'decideMatch(left: "person:j-dulles", right: "person:john-dulles", verdict: SAME)',
        'undo(entry: "edit:00000001")',
      ]) {
        expect(await refusal(store, `mutation { ${field} { id } }`)).toMatchObject({ code: 'UNAUTHENTICATED' });
      }
      expect((await ask(store, '{ entity(id: "person:j-dulles") { id } }')).entity.id).toBe('person:j-dulles');
    });
  });
}
