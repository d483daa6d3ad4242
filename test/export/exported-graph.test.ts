import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BadArgumentError } from '../../src/errors.js';
import { type ExportArguments, exportFilter } from '../../src/export/export-filter.js';
import { type ExportedEdge, type ExportedNode, exportedGraph } from '../../src/export/exported-graph.js';
import { exportFormat, exportFormats } from '../../src/export/formats.js';
import { createIdSet } from '../../src/export/id-set.js';
import type { GraphStore } from '../../src/store/graph-store.js';
import { openStore } from '../../src/store/open-store.js';
import { collect } from '../collect.js';
import { countCalls } from '../store/counting-store.js';
import { graphBatch } from '../store/graph-batch-fixture.js';
import { exportedBytes } from './exported-bytes.js';
import { hostileArchive } from './hostile-archive.js';

interface ReadGraph {
  readonly nodes: readonly ExportedNode[];
  readonly edges: readonly ExportedEdge[];
}

async function read(store: GraphStore, given: ExportArguments = {}): Promise<ReadGraph> {
  const graph = exportedGraph(store, exportFilter(given));
  const nodes = (await collect(graph.nodes())).flat();
  return { nodes, edges: (await collect(graph.edges())).flat() };
}

const ids = ({ nodes }: ReadGraph) => nodes.map(({ record }) => record.id);
const types = ({ edges }: ReadGraph) => [...new Set(edges.map(({ relation }) => relation.type))].sort();

/** More than two pages of nodes and of edges, in documents of a hundred. */
async function fillLargeStore(store: GraphStore): Promise<void> {
  for (let document = 0; document < 12; document += 1) {
    const at = (index: number) => `person:p${String(document * 100 + index).padStart(6, '0')}`;
    const relations = Array.from({ length: 100 }, (_, index) => ({
      type: 'ASKED' as const,
      source: at(index),
      target: at((index + 1) % 100),
    }));
    await store.putDocument(graphBatch({ key: `large-${document}`, relations }));
  }
}

describe('an exported graph', () => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await openStore('sqlite::memory:');
    for (const batch of hostileArchive) await store.putDocument(batch);
  });
  afterAll(() => store.close());

  it('holds all that the store has', async () => {
    const whole = await read(store);
    const { entities, documents, relations } = await store.stats();
    expect([whole.nodes.length, whole.edges.length]).toEqual([entities + documents, relations]);
  });

  it('of some kinds holds the edges between them alone', async () => {
    const people = await read(store, { kinds: ['PERSON'] });
    expect(new Set(people.nodes.map(({ record }) => 'kind' in record && record.kind))).toEqual(new Set(['PERSON']));
    expect(types(people)).toEqual(['ASKED', 'INFORMED', 'MET_WITH']);
    expect(types(await read(store, { kinds: ['PERSON,DOCUMENT'] }))).toContain('AUTHORED');
    const documents = await read(store, { kinds: ['DOCUMENT'] });
    expect([ids(documents), documents.edges]).toEqual([['document:hostile', 'document:second'], []]);
  });

  it('of some types and modalities keeps its nodes', async () => {
    const whole = await read(store);
    const met = await read(store, { types: ['MET_WITH'], modality: ['REPORTED', 'PLANNED'] });
    expect(ids(met)).toEqual(ids(whole));
    expect(met.edges.map(({ relation }) => [relation.type, relation.modality])).toEqual([['MET_WITH', 'REPORTED']]);
  });

  it('with a limit is the network of the same limit', async () => {
    const cut = await read(store, { limit: '4', modality: ['ASSERTED'] });
    const network = await store.network({ modality: ['ASSERTED'] }, 4);
    expect(ids(cut)).toEqual(network.entities.map(({ id }) => id));
    expect(cut.edges.map(({ relation }) => relation)).toEqual(network.relations);
    expect(cut.edges.length).toBeGreaterThan(0);
  });

  it.each([
    { kinds: ['PERSONS'] },
    { kinds: [''] },
    { kinds: ['person'] },
    { types: ['MET_WITH,'] },
    { types: ['constructor'] },
    { modality: ['DENIED'] },
    { limit: '0' },
    { limit: '10001' },
    { limit: '1e3' },
    { limit: '10', kinds: ['DOCUMENT'] },
    { limit: '10', layout: 'SPIRAL' },
    { limit: '10', layout: '' },
    { layout: 'FORCE' },
  ])('is refused for %j', (given) => {
    expect(() => exportFilter(given)).toThrow(BadArgumentError);
  });

  it('is refused in a format that there is none of', () => {
    expect(() => exportFormat('xlsx')).toThrow(BadArgumentError);
    expect(() => exportFormat('__proto__')).toThrow(BadArgumentError);
  });
});

describe('an exported graph of many pages', () => {
  let store: GraphStore;
  beforeAll(async () => {
    store = await openStore('sqlite::memory:');
    await fillLargeStore(store);
  });
  afterAll(() => store.close());

  it('takes one call of the store for a page of nodes, and three for a page of edges', async () => {
    const counted = countCalls(store);
    const { nodes, edges } = await read(counted.store);
    expect([nodes.length, edges.length]).toEqual([1_212, 1_200]);
    expect(counted.byMethod()).toEqual({
      entityPages: 3,
      documentPages: 1,
      relationPages: 3,
      evidencePages: 3,
      nodes: 3,
    });
  });

  it.each(exportFormats.map(({ name }) => name))('in %s stops reading with its reader', async (name) => {
    const counted = countCalls(store);
    for await (const _chunk of exportFormat(name).write(exportedGraph(counted.store, exportFilter({})))) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(counted.calls()).toBeLessThanOrEqual(3);
    expect(counted.byMethod()).not.toHaveProperty('relationPages');
  });

  it.each(exportFormats.map(({ name }) => name))('in %s fails with the store', async (name) => {
    const failing = new Proxy(store, {
      get(target, member: keyof GraphStore) {
        if (member === 'evidencePages') return () => Promise.reject(new Error('gone'));
        const value = target[member];
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    await expect(exportedBytes(failing, name)).rejects.toThrow('gone');
  });

  it('has both ends of every edge, though documents come and go while it is read', async () => {
    const changing = await openStore('sqlite::memory:');
    await fillLargeStore(changing);
    const graph = exportedGraph(changing, exportFilter({}));
    const nodes = new Set((await collect(graph.nodes())).flat().map(({ record }) => record.id));
    const late = { type: 'ASKED', source: 'person:aaron', target: 'person:p000000' } as const;
    await changing.putDocument(graphBatch({ key: 'late', relations: [late] }));
    await changing.deleteDocument('document:large-11');
    const edges = (await collect(graph.edges())).flat();
    expect(edges).toHaveLength(1_100);
    expect(edges.filter(({ relation }) => !nodes.has(relation.source) || !nodes.has(relation.target))).toEqual([]);
    await changing.close();
  });
});

it('a set of identifiers knows what was added', () => {
  const set = createIdSet();
  for (let index = 0; index < 5_000; index += 1) set.add(`person:${index}`);
  const wrong = Array.from({ length: 6_000 }, (_, index) => index).filter(
    (index) => set.has(`person:${index}`) !== index < 5_000,
  );
  expect(wrong).toEqual([]);
  expect(createIdSet().has('person:1')).toBe(false);
});
