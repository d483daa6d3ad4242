import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { WantedEdit } from '../../../src/model/ledger.js';
import type { GraphStore } from '../../../src/store/graph-store.js';
import { EditedGraph } from '../edited-graph.js';
import { type DocumentSpec, type EntitySpec, graphBatch } from '../graph-batch-fixture.js';
import { type CurrentStore, emptyStore } from '../graph-store.contract.js';
import { contents } from '../store-contents.js';

const all = { first: 1_000 };
const change = { by: 'A. Reader', at: '1957-07-08T12:00:00.000Z', note: null, expectedVersion: null };

/** Names that are one in two spellings, names that fit several, and names that are nobody else's. */
const cast: readonly EntitySpec[] = [
  { id: 'person:kim-il-sung', name: 'Kim Il Sung' },
  { id: 'person:kim-ir-sen', name: 'Kim Ir Sen' },
  { id: 'person:kim-il-song', name: 'Kim Il Song' },
  { id: 'person:zhou-enlai', name: 'Zhou Enlai' },
  { id: 'person:chou-en-lai', name: 'Chou En-lai' },
  { id: 'person:john-foster-dulles', name: 'John Foster Dulles' },
  { id: 'person:j-dulles', name: 'J. Dulles' },
  { id: 'person:janet-dulles', name: 'Janet Dulles' },
  { id: 'person:nam-il', name: 'Nam Il', authority: 'person:nam-il' },
  { id: 'person:nam-ir', name: 'Nam Ir' },
  { id: 'person:a-m-puzanov', name: 'A.M. Puzanov' },
  { id: 'organization:union', name: 'Union of Miners' },
  { id: 'organization:league', name: 'League of Writers' },
];
const keys = ['u', 'v', 'w', 'x'] as const;

const spec: fc.Arbitrary<DocumentSpec> = fc
  .record({
    key: fc.constantFrom(...keys),
    date: fc.constantFrom(null, '1956', '1957-07-08'),
    present: fc.subarray([...cast], { minLength: 3, maxLength: 7 }),
    title: fc.constantFrom('First Deputy', 'first deputy', 'Chairman'),
  })
  .map(({ key, date, present, title }) => {
    const people = present.map(({ id }) => id).filter((id) => id.startsWith('person:'));
    const bodies = present.map(({ id }) => id).filter((id) => id.startsWith('organization:'));
    const [author] = people;
    const [source, target] = people.slice(-2).sort();
    return {
      key,
      date,
      entities: present,
      authors: author === undefined ? [] : [author],
      relations: [
        ...(author === undefined ? [] : [{ type: 'AUTHORED', source: author, target: 'DOCUMENT' } as const]),
        ...(source === undefined || target === undefined ? [] : [{ type: 'MET_WITH', source, target } as const]),
        ...people
          .slice(0, 2)
          .flatMap((person) =>
            bodies.map((body) => ({ type: 'HOLDS_POSITION' as const, source: person, target: body, title })),
          ),
      ],
      statements: people.slice(0, 1).map((speaker) => ({ speaker, about: present.map(({ id }) => id) })),
    };
  });

const picks = fc.array(fc.nat(), { minLength: 4, maxLength: 4 });
/** What is to be done, with numbers that pick of what there then is. */
const move = fc.oneof(
  { weight: 2, arbitrary: fc.record({ what: fc.constant('decide' as const), picks }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('merge' as const), picks }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('split' as const), picks }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('rename' as const), picks }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('retract' as const), picks }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('delete' as const), picks }) },
  { weight: 9, arbitrary: fc.record({ what: fc.constant('undo' as const), picks }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('ingest' as const), spec }) },
);
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never;

function pick<T>(values: readonly T[], number = 0): T | undefined {
  return values[number % values.length];
}

/** The edit that a move means on this graph. Seldom one that is refused for what it names; often for what else holds. */
function editOf(
  graph: EditedGraph,
  { what, picks: [a, b, c, d] }: Exclude<Move, { what: 'undo' | 'ingest' }>,
): WantedEdit {
  const beings = graph.beings().map(({ id }) => id);
  const anybody = (number: number | undefined) => pick(beings, number) ?? 'person:nobody';
  const people = beings.filter((id) => id.startsWith('person:'));
  const person = (number: number | undefined) => pick(people, number) ?? anybody(number);
  switch (what) {
    case 'decide': {
      const verdict = pick(['SAME', 'DIFFERENT', 'UNSURE'] as const, c) ?? 'SAME';
      return { action: 'DECIDE_MATCH', left: person(a), right: person(b), verdict };
    }
    case 'merge': {
      const entities = [person(a), person(b), ...((c ?? 0) % 3 === 0 ? [anybody(c)] : [])];
      return { action: 'MERGE', entities, into: (d ?? 0) % 2 === 0 ? null : (pick(entities, d) ?? null) };
    }
    case 'split': {
      const [entity, members] = pick(
        [...graph.members()].filter(([, own]) => own.length > 1),
        a,
      ) ?? [anybody(a), beings];
      return {
        action: 'SPLIT',
        entity,
        identities: members.slice(0, 1 + ((b ?? 0) % Math.max(1, members.length - 1))),
      };
    }
    case 'rename':
      return { action: 'RENAME', entity: anybody(a), name: `Name ${(b ?? 0) % 7}` };
    case 'retract': {
      const relations = graph.graph().relations();
      return { action: 'RETRACT', relation: pick(relations, a)?.id ?? 'relation:met-with/person:x/person:y' };
    }
    case 'delete':
      return { action: 'DELETE_DOCUMENT', document: `document:${pick(keys, a)}` };
  }
}

/** @returns Whether it changed something; what the model refuses, the store has to refuse. */
async function make(store: GraphStore, graph: EditedGraph, next: Move): Promise<boolean> {
  if (next.what === 'ingest') {
    const batch = graphBatch(next.spec);
    const outcome = await store.putDocument(batch);
    expect(outcome === 'kept-out').toBe(graph.isDeleted(batch.document.id));
    graph.documents.set(batch.document.id, batch);
    return true;
  }
  if (next.what === 'undo') {
    const entry = pick(graph.held, next.picks[0]);
    if (entry === undefined) return false;
    await store.undo(entry.id, change);
    entry.held = false;
    return true;
  }
  const edit = editOf(graph, next);
  const said = graph.understood(edit);
  if (typeof said === 'string') {
    await expect(store.edit(edit, change)).rejects.toMatchObject({ code: said });
    return false;
  }
  graph.accept((await store.edit(edit, change)).id, said);
  return true;
}

async function compare(store: GraphStore, graph: EditedGraph): Promise<void> {
  const plain = graph.graph();
  const stored = await contents(store);
  expect(stored.documents).toEqual([plain.documentPage(null, {}, all)]);
  expect(stored.entities).toEqual([plain.entityPage(null, {}, all)]);
  expect(stored.relations).toEqual([plain.relationPage(null, {}, all)]);
  expect(stored.statements).toEqual([plain.statementPage(null, {}, all)]);
  const members = graph.members();
  const entities = plain.entities().map(({ id }) => id);
  expect(stored.identities.map((own) => own.map(({ id }) => id))).toEqual(entities.map((id) => members.get(id)));
  const evidence = (batches: typeof stored.evidence) =>
    batches.flatMap(({ items }) => items.map(({ cursor }) => cursor));
  const told = plain.batches().flatMap((batch) => batch.evidence.map(({ id }) => id));
  expect(
    evidence(stored.evidence)
      .map((key) => key.slice(key.indexOf('evidence:')))
      .sort(),
  ).toEqual(told.sort());
}

/** A few more than a thousand, since some are refused. */
const editsOfRun = 120;
const runs = 11;

/** @param editsBetweenLooks - After how many edits the whole graph is compared. */
export function behavesLikeEditedGraph(current: CurrentStore, editsBetweenLooks: number): void {
  describe('a thousand random edits', () => {
    it('give the graph of the documents and of the edits that hold; undone, the first graph again', async () => {
      const store = current();
      let made = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.uniqueArray(spec, { minLength: 2, maxLength: 4, selector: ({ key }) => key }),
          fc.array(move, { minLength: editsOfRun, maxLength: editsOfRun }),
          fc.infiniteStream(fc.nat()),
          async (specs, moves, order) => {
            await emptyStore(store);
            const graph = new EditedGraph();
            for (const one of specs) await make(store, graph, { what: 'ingest', spec: one });
            const first = await contents(store);
            for (const [at, next] of moves.entries()) {
              if (await make(store, graph, next)) made += 1;
              if (at % editsBetweenLooks === 0) await compare(store, graph);
            }
            await compare(store, graph);

            const held = [...graph.held];
            for (const one of held
              .map((entry) => ({ entry, place: order.next().value ?? 0 }))
              .sort((a, b) => a.place - b.place)) {
              await store.undo(one.entry.id, change);
              one.entry.held = false;
            }
            const wanted = new Set(specs.map(({ key }) => `document:${key}`));
            for (const id of graph.documents.keys()) if (!wanted.has(id)) await store.deleteDocument(id);
            for (const one of specs) await store.putDocument(graphBatch(one));
            expect(await contents(store)).toEqual(first);
          },
        ),
        { numRuns: runs },
      );
      expect(made).toBeGreaterThanOrEqual(1_000);
    }, 900_000);
  });
}
